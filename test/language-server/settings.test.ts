/** What clients set, and what the server tells them beyond the protocol: scores, and comments with a reason. */
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, expect, it, vi } from 'vitest'
import type { TextEdit } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { IGNORE } from '../../src/language-server/protocol.ts'
import { folderOf, medlint } from '../cli/support.ts'
import { type Client, startClient } from './client.ts'

let client: Client | undefined
afterEach(async () => {
  await client?.stop()
  client = undefined
})

const DOSE = '# Dose\n\nTake .5 mg of folic acid.\n'
const PAGE = '# Migraine\n\nMagnesium prevents migraine attacks in adults. Magnesium cures every headache.\n'

async function start(files: Record<string, string>, options?: object) {
  const folder = folderOf({ 'post.md': '', ...files })
  const on = await startClient(folder, [], options)
  client = on
  return { on, folder, uri: pathToFileURL(path.join(folder, 'post.md')).href }
}

const codes = (found: { code?: unknown }[]) => found.map(({ code }) => code)
const change = (on: Client, settings: object) => on.connection.sendNotification('workspace/didChangeConfiguration', { settings })

it('the score is that of the command, for clients that want it', async () => {
  const { on, uri, folder } = await start({ 'post.md': PAGE }, { score: true })
  const { stdout } = await medlint(['score', 'post.md', '-f', 'json'], { cwd: folder })
  const { path: _, ...page } = JSON.parse(stdout).pages[0]
  on.open(uri, PAGE)
  const { score } = await on.score(uri, 1)
  expect(score).toEqual(page)
  on.change(uri, 2, [{ text: 'Open on weekdays.\n' }])
  expect((await on.score(uri, 2)).score?.total).toBeUndefined()
})

it('there is no score of an ignored document', async () => {
  const { on, uri } = await start({ '.medlintignore': 'post.md\n' }, { score: true })
  on.open(uri, PAGE)
  expect((await on.score(uri, 1)).score).toBeNull()
})

it('a named configuration holds for all documents, a preset for those without one', async () => {
  const { on, uri } = await start(
    { 'house.json': '{"extends": [], "rules": {"dose-decimal": "error"}}' },
    { config: 'house.json' },
  )
  on.open(uri, DOSE)
  expect(codes(await on.diagnostics(uri, 1))).toEqual(['dose-decimal'])
  const later = on.nextDiagnostics(uri)
  await change(on, { medlint: { preset: 'strict' } })
  const strict = codes(await later)
  expect(strict).toContain('frontmatter-author')
  const again = on.nextDiagnostics(uri)
  await change(on, {})
  expect(codes(await again)).toEqual(strict)
})

it('a configuration that is not there is said, and so is a setting that cannot be', async () => {
  const { on, uri } = await start({}, { config: 'gone.json', run: 'sometimes' })
  on.open(uri, DOSE)
  await vi.waitFor(() =>
    expect(on.shown.toSorted()).toEqual([
      'medlint: Correct the setting medlint.config: there is no file "gone.json".',
      'medlint: Set medlint.run to "onType" or "onSave", not "sometimes".',
    ]),
  )
})

it('documents are read on saving only, when that is set', async () => {
  const { on, uri } = await start({}, { run: 'onSave' })
  on.open(uri, '# Dose\n')
  await on.diagnostics(uri, 1)
  const next = on.nextDiagnostics(uri)
  on.change(uri, 2, [{ text: '# Dose\n\nTake 1.0 mg.\n' }])
  const other = uri.replace('post', 'other')
  on.open(other, DOSE)
  expect(codes(await on.diagnostics(other, 1))).toContain('dose-decimal')
  on.change(uri, 3, [{ text: '# Dose\n' }])
  await on.connection.sendNotification('textDocument/didSave', { textDocument: { uri } })
  expect(codes(await next)).not.toContain('dose-decimal')
})

it.each([
  ['md', 'As on the label "A--B" -->', `<!--medlint ignore dose-decimal reason="As on the label 'A–B' –"-->\n`],
  ['mdx', 'As on\nthe label */}', '{/* medlint ignore dose-decimal reason="As on the label * /}" */}\n\n'],
])('a comment with a reason ignores a finding in %s', async (ending, reason, comment) => {
  const { on, folder } = await start({})
  const uri = pathToFileURL(path.join(folder, `page.${ending}`)).href
  const language = ending === 'md' ? 'markdown' : 'mdx'
  on.open(uri, DOSE, language)
  expect(codes(await on.diagnostics(uri, 1))).toContain('dose-decimal')
  const position = { line: 2, character: 6 }
  const edits = await on.ask<TextEdit[]>(IGNORE, { textDocument: { uri }, position, rule: 'dose-decimal', reason })
  const text = TextDocument.applyEdits(TextDocument.create(uri, language, 1, DOSE), edits)
  expect(text).toBe(DOSE.replace('Take', `${comment}Take`))
  on.change(uri, 2, [{ text }])
  const left = codes(await on.diagnostics(uri, 2))
  expect(left).not.toContain('dose-decimal')
  expect(left).not.toContain('medlint/directive')
})
