/**
 * `npm run build:browser` builds the browser extension into `apps/browser/dist/chrome` and `apps/browser/dist/firefox`, after `npm run build`.
 * The same sources give the same bytes.
 */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { manifestFor } from '../apps/browser/manifest.mjs'
import { copyLists, ENGINE, LISTS } from './browser-parts.mjs'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const source = path.join(root, 'apps/browser')
const PAGES = ['panel', 'options']
const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))

const common = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  platform: 'browser',
  target: ['chrome116', 'firefox140'],
  legalComments: 'none',
  charset: 'utf8',
  logLevel: 'warning',
}

/**
 * @param {'chrome' | 'firefox'} browser
 * @param {{ folder?: string, testSites?: string[] }} options
 * @returns the folder, which can be loaded unpacked
 */
export async function buildExtension(browser, { folder = path.join(source, 'dist', browser), testSites } = {}) {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(path.join(folder, 'data'), { recursive: true })
  await Promise.all([
    build({
      ...common,
      entryPoints: { worker: 'apps/browser/worker/worker.ts' },
      outdir: folder,
      format: 'esm',
      ...ENGINE,
    }),
    build({
      ...common,
      entryPoints: { content: 'apps/browser/content/main.ts', page: 'apps/browser/page/page.ts' },
      outdir: folder,
      format: 'iife',
      loader: { '.css': 'text' },
    }),
    build({
      ...common,
      entryPoints: Object.fromEntries(PAGES.map((name) => [name, `apps/browser/${name}/${name}.ts`])),
      outdir: folder,
      format: 'esm',
    }),
    build({
      ...common,
      entryPoints: {
        highlights: 'apps/browser/content/highlights.css',
        ...Object.fromEntries(PAGES.map((name) => [name, `apps/browser/${name}/${name}.css`])),
      },
      outdir: folder,
    }),
  ])
  for (const name of PAGES) cpSync(path.join(source, name, `${name}.html`), path.join(folder, `${name}.html`))
  copyLists(path.join(folder, 'data'))
  for (const size of [16, 32, 48, 128]) cpSync(path.join(source, `icons/${size}.png`), path.join(folder, `icons/${size}.png`))
  writeFileSync(path.join(folder, 'manifest.json'), `${JSON.stringify(manifestFor(browser, version, testSites), null, 2)}\n`)
  return folder
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const browser of ['chrome', 'firefox']) {
    const folder = await buildExtension(browser)
    const sizes = ['worker.js', 'content.js', 'page.js', 'panel.js', ...LISTS.map((name) => `data/${name}.txt`)].map(
      (name) => `${name} ${Math.round(gzipSync(readFileSync(path.join(folder, name))).length / 1000)} kB`,
    )
    console.log(`${path.relative(root, folder)} (gzip: ${sizes.join(', ')})`)
  }
}
