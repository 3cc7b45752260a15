/** What is built for the stores: permissions, policy, nothing from the network, the same bytes each time. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildExtension } from '../../scripts/build-browser.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const work = mkdtempSync(path.join(tmpdir(), 'medlint-build-'))
const folders = ['chrome', 'firefox', 'again'].map((name) => path.join(work, name))
const [chrome, firefox, again] = folders as [string, string, string]
const manifestOf = (folder: string) => JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8'))

beforeAll(async () => {
  await buildExtension('chrome', { folder: chrome })
  await buildExtension('firefox', { folder: firefox })
  await buildExtension('chrome', { folder: again })
}, 120_000)
afterAll(() => rmSync(work, { recursive: true, force: true }))

const filesOf = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort()

describe('the manifests', () => {
  it('ask for no site at installation', () => {
    for (const manifest of [manifestOf(chrome), manifestOf(firefox)]) {
      expect(manifest.host_permissions).toBeUndefined()
      expect(manifest.content_scripts).toBeUndefined()
      expect(manifest.permissions).not.toContain('tabs')
      expect(manifest.web_accessible_resources).toBeUndefined()
    }
  })

  it('ask for what the documentation gives a reason for, and no more', () => {
    const page = readFileSync(path.join(root, 'docs/browser.md'), 'utf8')
    const { permissions, optional_host_permissions: sites } = manifestOf(chrome)
    for (const name of [...permissions, ...sites]) expect(page).toContain(`| \`${name}\` |`)
  })

  it('forbid every connection but to the extension itself', () => {
    for (const manifest of [manifestOf(chrome), manifestOf(firefox)]) {
      expect(manifest.content_security_policy.extension_pages).toContain("default-src 'self'; connect-src 'self'")
      expect(manifest.content_security_policy.extension_pages).not.toContain('unsafe')
    }
  })

  it('name the background and the panel as each browser does', () => {
    expect(manifestOf(chrome)).toMatchObject({
      background: { service_worker: 'worker.js' },
      side_panel: { default_path: 'panel.html' },
    })
    const { background, sidebar_action: sidebar, browser_specific_settings: settings, permissions } = manifestOf(firefox)
    expect(background.scripts).toEqual(['worker.js'])
    expect(sidebar.default_panel).toBe('panel.html')
    expect(settings.gecko.data_collection_permissions.required).toEqual(['none'])
    expect(permissions).not.toContain('sidePanel')
  })

  it('name files that are there', () => {
    for (const folder of [chrome, firefox]) {
      const files = filesOf(folder)
      const named = JSON.stringify(manifestOf(folder)).match(/[\w/-]+\.(?:js|html|png)/g)!
      for (const name of named) expect(files).toContain(name)
    }
  })
})

describe('the code', () => {
  it('is the same for the same sources', () => {
    expect(filesOf(again)).toEqual(filesOf(chrome))
    for (const name of filesOf(chrome))
      expect(readFileSync(path.join(again, name)).equals(readFileSync(path.join(chrome, name)))).toBe(true)
  })

  it('needs neither Node nor a document in the worker, and evaluates no text', () => {
    const code = readFileSync(path.join(chrome, 'worker.js'), 'utf8')
    expect(code).not.toMatch(/["']node:/)
    expect(code).not.toMatch(/\bdocument\.createElement\b/)
    for (const name of filesOf(chrome).filter((each) => each.endsWith('.js')))
      expect(readFileSync(path.join(chrome, name), 'utf8')).not.toMatch(/\bnew Function\(|\beval\(/)
  })

  it('keeps editors and the script of the page apart from the extension', () => {
    for (const folder of ['apps/browser/editors', 'apps/browser/page'])
      for (const name of readdirSync(path.join(root, folder)))
        expect(readFileSync(path.join(root, folder, name), 'utf8'), name).not.toMatch(/\bchrome\./)
    expect(readFileSync(path.join(chrome, 'page.js'), 'utf8')).not.toMatch(/\bchrome\b/)
  })

  it('asks no server for anything', () => {
    for (const name of ['worker.js', 'content.js', 'page.js', 'panel.js', 'options.js']) {
      const code = readFileSync(path.join(chrome, name), 'utf8')
      expect(code).not.toMatch(/XMLHttpRequest|WebSocket|sendBeacon|EventSource|importScripts/)
      expect(code.match(/\bfetch\(/g)?.length ?? 0).toBe(name === 'worker.js' ? 1 : 0)
    }
  })
})
