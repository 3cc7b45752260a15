/** The unified door with the real remark-cli, against medlint itself. Runs on the built package. */
import { execFile } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rules } from '../../rules/index.ts'

const run = promisify(execFile)
const root = fileURLToPath(new URL('../..', import.meta.url))
const NOW = '1780272000' // 2026-06-01
let folder = ''

/** Every construct there is, in the words of the posts that all position tests use. */
const fixtures = readdirSync(path.join(root, 'fixtures'), { recursive: true, encoding: 'utf8' }).filter((name) =>
  /\.mdx?$/.test(name),
)
const copies = (ending: string) => fixtures.filter((name) => name.endsWith(ending)).map((name) => path.basename(name))

/** A document that most rules have something to say about. */
const DOCUMENT = `---
title: Magnesium for migraine
description: Magnesium for migraine
date: 2026-01-10
---

Magnesium prevents migraine attacks in most people. Research shows that magnesium can prevent migraine in most adults.

[Clinical trials](/blog/why-magnesium) confirm that it cures headaches. Take 2.0 mg at night.

The tablet has no side effects at all. People with diabetis should ask a doctor before they take it.

GORD is common after large meals. See [the trial](https://doi.org/10.5555/abcd.1234) for more.

## References

1. Park S, Roy D. Night splints for the wrist. J Hand Ther. 2018;7(2):11-15. doi:10.5555/abcd.9999.
2. Moreno J. Sleep apnoea and driving. Chest.
`

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'medlint-remark-'))
  mkdirSync(path.join(folder, 'node_modules'))
  for (const name of ['remark-cli', 'remark-frontmatter', 'remark-gfm', 'remark-mdx']) {
    symlinkSync(path.join(root, 'node_modules', name), path.join(folder, 'node_modules', name), 'dir')
  }
  symlinkSync(root, path.join(folder, 'node_modules', 'medlint'), 'dir')
  writeFileSync(path.join(folder, 'post.md'), DOCUMENT)
  writeFileSync(path.join(folder, 'report.mjs'), REPORTER)
  for (const name of fixtures) copyFileSync(path.join(root, 'fixtures', name), path.join(folder, path.basename(name)))
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

const REPORTER = `export default (files) => JSON.stringify(files.flatMap((file) => file.messages.map((message) => ({
  file: file.path, rule: message.ruleId, source: message.source, severity: message.fatal === true ? 'error' : message.fatal === false ? 'warn' : 'info',
  message: message.reason, start: message.place.start.offset, end: message.place.end.offset, line: message.line, url: message.url, expected: message.expected,
}))))
`

interface Found {
  file: string
  rule: string
  source: string
  severity: string
  message: string
  start: number
  end: number
  line: number
  url: string
  expected?: string[]
}

async function remark(plugins: unknown[], files = ['post.md']): Promise<Found[]> {
  writeFileSync(
    path.join(folder, '.remarkrc.json'),
    JSON.stringify({ plugins: [['remark-frontmatter', ['yaml', 'toml']], 'remark-gfm', ...plugins] }),
  )
  const cli = path.join(root, 'node_modules/remark-cli/cli.js')
  const env = { ...process.env, SOURCE_DATE_EPOCH: NOW }
  const words = [cli, ...files, '--ext', 'mdx', '--no-stdout', '--report', './report.mjs']
  const { stderr } = await run(process.execPath, words, { cwd: folder, env, maxBuffer: LARGE }).catch((error) => error)
  return JSON.parse(stderr)
}

async function medlint(preset: string, files = ['post.md']): Promise<Found[]> {
  writeFileSync(path.join(folder, '.medlintrc.json'), JSON.stringify({ extends: [preset] }))
  const env = { ...process.env, SOURCE_DATE_EPOCH: NOW }
  const words = [path.join(root, 'dist/cli.js'), ...files, '--format', 'json']
  const { stdout } = await run(process.execPath, words, { cwd: folder, env, maxBuffer: LARGE }).catch((error) => error)
  const reports = JSON.parse(stdout) as { path: string; messages: Omit<Found, 'file'>[] }[]
  return reports.flatMap(({ path: file, messages }) => messages.map((message) => ({ ...message, file })))
}

/** The post with nothing to report. */
const WELL_KEPT = 'magnesium-and-migraine'
const LARGE = 64 * 1024 * 1024

const essence = (found: Found[]) =>
  found
    .map(({ file, rule, severity, message, start, end }) => ({ file, rule, severity, message, start, end }))
    .sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0))

describe('remark-cli', () => {
  it.each(['recommended', 'strict', 'patient', 'clinician', 'regenerative-medicine', 'supplements'])(
    'gives the messages of medlint with preset %s',
    async (preset) => {
      const [theirs, ours] = [await remark([`medlint/presets/${preset}`]), await medlint(preset)]
      expect(essence(theirs)).toEqual(essence(ours))
      expect(ours.length).toBeGreaterThan(8)
    },
  )

  it.each([
    ['Markdown', copies('.md'), []],
    ['MDX', copies('.mdx'), ['remark-mdx']],
  ])('gives the messages of medlint on every construct of %s', async (_, files, more) => {
    const [theirs, ours] = [await remark([...more, 'medlint/presets/strict'], files), await medlint('strict', files)]
    // Inside of remark there are no other files to look at; an anchor of the page itself needs none.
    const alone = ours.filter(({ rule, message }) => rules[rule]?.meta.scope !== 'project' || message.includes('no heading here'))
    expect(essence(theirs)).toEqual(essence(alone))
    const reported = new Set(ours.map(({ file }) => file))
    expect(files.filter((file) => !reported.has(file) && !file.startsWith(WELL_KEPT))).toEqual([])
  })

  it('keeps all three severities, the source, the page and the alternatives', async () => {
    const found = await remark(['medlint/presets/strict'])
    expect(new Set(found.map((message) => message.severity))).toEqual(new Set(['error', 'warn', 'info']))
    expect(found.every((message) => message.source === 'medlint' && message.url.startsWith('https://'))).toBe(true)
    expect(found.find((message) => message.rule === 'dose-decimal')!.expected).toEqual(['2 mg'])
  })

  it('takes a rule alone, which then delegates nothing', async () => {
    const found = await remark(['medlint/rules/dose-decimal', ['medlint/rules/unsupported-claim', 'error']])
    expect(new Set(found.map((message) => message.rule))).toEqual(new Set(['dose-decimal', 'unsupported-claim']))
    const gesture = DOCUMENT.indexOf('Research shows')
    const claim = found.find(({ rule, start, end }) => rule === 'unsupported-claim' && start <= gesture && end > gesture)
    expect(claim?.severity).toBe('error')
  })

  it('lets a rule behind a preset be switched off or set', async () => {
    const found = await remark([
      'medlint/presets/recommended',
      ['medlint/rules/dose-decimal', 'off'],
      ['medlint/rules/medical-spelling', 'error'],
    ])
    expect(found.some((message) => message.rule === 'dose-decimal')).toBe(false)
    expect(found.find((message) => message.rule === 'medical-spelling')!.severity).toBe('error')
  })
})
