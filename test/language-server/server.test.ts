import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import type { CodeAction, CompletionItem, Diagnostic, DocumentLink, Hover, Location, TextEdit } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { folderOf, medlint, wordRules } from '../cli/support.ts'
import { type Client, startClient } from './client.ts'

let client: Client | undefined
afterEach(async () => {
  await client?.stop()
  client = undefined
})

const RULES = (rules: object, more: object = {}) => ({ '.medlintrc.json': JSON.stringify({ rules, ...more }) })

async function start(files: Record<string, string>, more: string[] = []): Promise<{ on: Client; folder: string; uri: string }> {
  const folder = folderOf(files)
  client = await startClient(folder, more)
  return { on: client, folder, uri: pathToFileURL(path.join(folder, 'post.md')).href }
}

const point = (line: number, character: number) => ({ line, character })
const places = (found: Diagnostic[]) =>
  found.map(({ code, range }) => [code, range.start.line, range.start.character, range.end.character])

/** Text with the edits of an action made. */
function applied(text: string, uri: string, { edit }: CodeAction): string {
  return TextDocument.applyEdits(TextDocument.create(uri, 'markdown', 1, text), edit!.changes![uri] as TextEdit[])
}

describe('diagnostics', () => {
  it('come on opening, change with the text, and go when it is closed', async () => {
    const { on, uri } = await start(wordRules())
    on.open(uri, 'A bad day.\n\nA meh day, hmm.\n')
    const first = await on.diagnostics(uri, 1)
    expect(places(first)).toEqual([
      ['word-error', 0, 2, 5],
      ['word-warn', 2, 2, 5],
      ['word-info', 2, 11, 14],
    ])
    expect(first.map(({ severity, source }) => [severity, source])).toEqual([
      [1, 'medlint'],
      [2, 'medlint'],
      [3, 'medlint'],
    ])
    expect(first[0]).toMatchObject({ message: 'Replace "bad".', codeDescription: { href: 'https://clinic.example/word-error' } })
    on.change(uri, 2, [{ range: { start: point(0, 2), end: point(0, 5) }, text: 'good' }])
    expect(places(await on.diagnostics(uri, 2)).map(([code]) => code)).toEqual(['word-warn', 'word-info'])
    const gone = on.nextDiagnostics(uri)
    on.close(uri)
    expect(await gone).toEqual([])
  })

  it('count columns in UTF-16 code units behind emoji, in a file with CRLF', async () => {
    const { on, uri } = await start(wordRules())
    on.open(uri, '# 🩺 Title\r\n\r\n😀😀 bad\r\n')
    expect(places(await on.diagnostics(uri, 1))).toEqual([['word-error', 2, 5, 8]])
  })

  it('say the same as the command line for a whole post, related places included', async () => {
    const text = `# Migraine and magnesium\n\nMagnesium prevents migraine attacks. It cures every headache.\n\nStudies show that it works for migraine.\n`
    const { on, uri, folder } = await start({ ...RULES({}, { extends: 'strict' }), 'post.md': text })
    const { stdout } = await medlint(['post.md', '-f', 'json'], { cwd: folder })
    const [{ messages }] = JSON.parse(stdout) as [{ messages: { rule: string; line: number; column: number }[] }]
    expect(messages.length).toBeGreaterThan(3)
    on.open(uri, text)
    const found = await on.diagnostics(uri, 1)
    expect(found.map(({ code, range }) => [code, range.start.line + 1, range.start.character + 1])).toEqual(
      messages.map(({ rule, line, column }) => [rule, line, column]),
    )
  })

  it('come for an untitled document and for MDX', async () => {
    const { on, folder } = await start(wordRules())
    on.open('untitled:Untitled-1', 'A bad day.\n')
    expect(places(await on.diagnostics('untitled:Untitled-1', 1))).toEqual([['word-error', 0, 2, 5]])
    const mdx = pathToFileURL(path.join(folder, 'page.mdx')).href
    on.open(mdx, '<Note>\n\nA bad day.\n\n</Note>\n', 'mdx')
    expect(places(await on.diagnostics(mdx, 1))).toEqual([['word-error', 2, 2, 5]])
  })

  it('are silent for ignored files and for documents that are not Markdown', async () => {
    const { on, uri, folder } = await start({ ...wordRules(), '.medlintignore': 'drafts/\n' })
    const draft = pathToFileURL(path.join(folder, 'drafts/one.md')).href
    const code = pathToFileURL(path.join(folder, 'bad.ts')).href
    on.open(code, 'bad', 'typescript')
    on.open(draft, 'A bad day.\n')
    expect(await on.diagnostics(draft, 1)).toEqual([])
    on.open(uri, 'A bad day.\n')
    expect(await on.diagnostics(uri, 1)).toHaveLength(1)
  })

  it('equal those of a fresh document after any edits', async () => {
    const { on, folder, uri } = await start(wordRules())
    on.open(uri, 'start\n')
    let text = 'start\n'
    let version = 1
    let fresh = 0
    const word = fc.constantFrom('bad ', 'meh', '\n', '\n\n', 'tpyo', '😀', '# ', '- ', '`', 'hmm\r\n', '')
    const edit = fc.record({ at: fc.nat(60), remove: fc.nat(8), insert: word })
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 6 }), async (edits) => {
        for (const { at, remove, insert } of edits) {
          const document = TextDocument.create(uri, 'markdown', 1, text)
          const start = document.positionAt(Math.min(at, text.length))
          const end = document.positionAt(Math.min(at + remove, text.length))
          const change = { range: { start, end }, text: insert }
          text = TextDocument.applyEdits(document, [{ range: change.range, newText: insert }])
          on.change(uri, ++version, [change])
        }
        const other = pathToFileURL(path.join(folder, `fresh-${++fresh}.md`)).href
        on.open(other, text)
        const [edited, expected] = await Promise.all([on.diagnostics(uri, version), on.diagnostics(other, 1)])
        expect(edited).toEqual(expected)
      }),
      { numRuns: 25 },
    )
  })
})

describe('configuration', () => {
  it('is the nearest of each folder, also of a second workspace folder', async () => {
    const second = folderOf(wordRules({ rules: { 'word-warn': 'error' } }))
    const { on, uri } = await start(wordRules(), [second])
    on.open(uri, 'bad meh\n')
    expect(places(await on.diagnostics(uri, 1)).map(([code]) => code)).toEqual(['word-error', 'word-warn'])
    const other = pathToFileURL(path.join(second, 'post.md')).href
    on.open(other, 'bad meh\n')
    expect((await on.diagnostics(other, 1)).map(({ code, severity }) => [code, severity])).toEqual([['word-warn', 1]])
  })

  it('is read again when it changes; a broken one is said, not silently replaced', async () => {
    const { on, uri, folder } = await start(wordRules())
    const file = path.join(folder, '.medlintrc.json')
    const changes = [{ uri: pathToFileURL(file).href, type: 2 }]
    on.open(uri, 'bad meh\n')
    expect(await on.diagnostics(uri, 1)).toHaveLength(2)
    writeFileSync(file, '{"plugins": ["./words.mjs"], "rules": {"word-warn": "warn"}}')
    let next = on.nextDiagnostics(uri)
    await on.connection.sendNotification('workspace/didChangeWatchedFiles', { changes })
    expect((await next).map(({ code }) => code)).toEqual(['word-warn'])
    writeFileSync(file, '{"rules": {"no-such-rule": "warn"}}')
    next = on.nextDiagnostics(uri)
    await on.connection.sendNotification('workspace/didChangeWatchedFiles', { changes })
    expect(await next).toEqual([])
    expect(on.shown).toHaveLength(1)
    expect(on.shown[0]).toMatch(/\.medlintrc\.json:1: .*no-such-rule/)
  })
})

it('the baseline hides what was there before, and nothing that is new', async () => {
  const { on, uri, folder } = await start({ ...wordRules(), 'post.md': 'A bad day.\n' })
  on.open(uri, 'A bad day.\n')
  expect(await on.diagnostics(uri, 1)).toHaveLength(1)
  await medlint(['--suppress-all'], { cwd: folder })
  await on.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri: pathToFileURL(path.join(folder, '.medlint-baseline.json')).href, type: 1 }],
  })
  on.change(uri, 2, [{ text: 'A bad day.\n\nOne more bad day.\n' }])
  expect(places(await on.diagnostics(uri, 2))).toEqual([['word-error', 2, 9, 12]])
})

describe('code actions', () => {
  const ask = (on: Client, uri: string, line: number, only?: string[]) =>
    on.ask<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: point(line, 5), end: point(line, 5) },
      context: { diagnostics: [], ...(only ? { only } : {}) },
    })

  it('offers the fix, says what it does, and fixes all on demand', async () => {
    const text = 'A tpyo here.\n\nAnother tpyo.\n'
    const { on, uri } = await start(wordRules())
    on.open(uri, text)
    const actions = await ask(on, uri, 0)
    expect(actions.map(({ title }) => title)).toEqual(['Replace "tpyo" with "typo"', 'Ignore word-fix here, with a reason'])
    expect(actions[0]!.isPreferred).toBe(true)
    expect(applied(text, uri, actions[0]!)).toBe('A typo here.\n\nAnother tpyo.\n')
    const [all] = await ask(on, uri, 0, ['source.fixAll'])
    expect(applied(text, uri, all!)).toBe('A typo here.\n\nAnother typo.\n')
  })

  it.each([
    ['a paragraph', 'One.\n\nA bad day.\n', 2, 'One.\n\n<!--medlint ignore word-error reason=""-->\nA bad day.\n'],
    ['a list', '- one\n- a bad day\n', 1, '<!--medlint ignore word-error reason=""-->\n- one\n- a bad day\n'],
    ['CRLF', 'One.\r\n\r\nA bad day.\r\n', 2, 'One.\r\n\r\n<!--medlint ignore word-error reason=""-->\r\nA bad day.\r\n'],
  ])('ignores a finding in %s, and asks for the reason until it is there', async (_, text, line, expected) => {
    const { on, uri } = await start(wordRules())
    on.open(uri, text)
    const ignore = (await ask(on, uri, line)).find(({ title }) => title.startsWith('Ignore'))!
    const after = applied(text, uri, ignore)
    expect(after).toBe(expected)
    on.change(uri, 2, [{ text: after }])
    expect((await on.diagnostics(uri, 2)).map(({ code }) => code)).toEqual(['medlint/directive'])
    on.change(uri, 3, [{ text: after.replace('reason=""', 'reason="quoted from a patient"') }])
    expect(await on.diagnostics(uri, 3)).toEqual([])
  })

  it('ignores in MDX and in the frontmatter in their own way', async () => {
    const { on, folder, uri } = await start(wordRules())
    const mdx = pathToFileURL(path.join(folder, 'page.mdx')).href
    on.open(mdx, 'A bad day.\n', 'mdx')
    const [inMdx] = await ask(on, mdx, 0)
    expect(applied('A bad day.\n', mdx, inMdx!)).toBe('{/* medlint ignore word-error reason="" */}\n\nA bad day.\n')
    const page = '---\ntitle: a bad day\n---\n\nText.\n'
    on.open(uri, page)
    const [inFrontmatter] = await on.ask<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: point(1, 9), end: point(1, 12) },
      context: { diagnostics: [] },
    })
    const after = applied(page, uri, inFrontmatter!)
    expect(after).toBe('---\ntitle: a bad day\nmedlint:\n  disable:\n    word-error:\n      reason: ""\n---\n\nText.\n')
    on.change(uri, 2, [{ text: after.replace('""', '"the title of a book"') }])
    expect(await on.diagnostics(uri, 2)).toEqual([])
  })
})

const CITED =
  '# Magnesium and migraine\n\nMagnesium prevents migraine attacks [1]. Riboflavin cures every tension headache.\n\n## References\n\n1. Park S, Lee J. Magnesium for migraine. J Headache. 2019;4(2):11-15. doi:10.5555/abc.1\n'

describe('reading help', () => {
  const place = (uri: string, line: number, character: number) => ({ textDocument: { uri }, position: point(line, character) })

  it('shows the entry behind a citation, and what would support a claim', async () => {
    const { on, uri } = await start(RULES({}, { extends: 'recommended' }))
    on.open(uri, CITED)
    const citation = await on.ask<Hover>('textDocument/hover', place(uri, 2, 38))
    expect((citation.contents as { value: string }).value).toContain('Park S, Lee J. Magnesium for migraine.')
    const claim = await on.ask<Hover>('textDocument/hover', place(uri, 2, 50))
    const { value } = claim.contents as { value: string }
    expect(value).toContain('Not supported')
    expect(value).toMatch(/absolute-claim|unsupported-claim/)
    expect(await on.ask('textDocument/hover', place(uri, 1, 0))).toBeNull()
  })

  it('goes from a citation to its entry and back', async () => {
    const { on, uri } = await start(RULES({}))
    on.open(uri, CITED)
    const [entry] = await on.ask<Location[]>('textDocument/definition', place(uri, 2, 38))
    expect(entry!.range.start.line).toBe(6)
    const [back] = await on.ask<Location[]>('textDocument/definition', place(uri, 6, 10))
    expect(back!.range).toEqual({ start: point(2, 36), end: point(2, 39) })
    const context = { context: { includeDeclaration: true } }
    const all = await on.ask<Location[]>('textDocument/references', { ...place(uri, 6, 10), ...context })
    expect(all.map(({ range }) => range.start.line)).toEqual([2, 6])
  })

  it('links identifiers, and sums the page up over its title', async () => {
    const { on, uri } = await start(RULES({}, { extends: 'recommended' }))
    on.open(uri, CITED)
    const links = await on.ask<DocumentLink[]>('textDocument/documentLink', { textDocument: { uri } })
    expect(links.map(({ target }) => target)).toEqual(['https://doi.org/10.5555/abc.1'])
    const [lens] = await on.ask<{ command: { title: string } }[]>('textDocument/codeLens', { textDocument: { uri } })
    expect(lens!.command.title).toMatch(/\d errors?, \d warnings? · 1 of 2 claims cited/)
  })

  it('completes the keys that the schema and the rules ask for and the page lacks', async () => {
    const schema =
      'collections:\n  - name: blog\n    folder: posts\n    fields:\n      - {name: title, widget: string}\n      - {name: cover, widget: image, required: false}\n'
    const rules = { 'frontmatter-fields': ['error', { schemaFrom: 'cms.yml' }] }
    const { on, folder } = await start({ ...RULES(rules), 'cms.yml': schema })
    const uri = pathToFileURL(path.join(folder, 'posts/one.md')).href
    on.open(uri, '---\ntitle: One\nco\n---\n\nText.\n')
    const items = await on.ask<CompletionItem[]>('textDocument/completion', place(uri, 2, 2))
    expect(items.map(({ label }) => label)).toEqual(['cover', 'description', 'date'])
    expect(items[0]!.detail).toBe('image (cms.yml)')
    expect(items[0]!.textEdit).toEqual({ range: { start: point(2, 0), end: point(2, 2) }, newText: 'cover: ' })
    expect(await on.ask('textDocument/completion', place(uri, 5, 2))).toEqual([])
  })
})

describe('the process', () => {
  it('ends with 0 after shutdown, and survives requests about documents that are not open', async () => {
    const { on, uri } = await start(wordRules())
    expect(await on.ask('textDocument/hover', { textDocument: { uri }, position: point(0, 0) })).toBeNull()
    expect(await on.stop()).toBe(0)
    client = undefined
  })

  it('is refused file names', async () => {
    const { status, stderr } = await medlint(['lsp', 'post.md'], { cwd: folderOf() })
    expect(status).toBe(2)
    expect(stderr).toContain('the editor opens them')
  })
})
