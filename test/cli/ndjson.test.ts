/** `--ndjson`: a document a line in, a report a line out. */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createLineSplitter } from '../../src/cli/line-splitter.ts'
import { COMMAND, environment, folderOf, medlint, wordRules } from './support.ts'

interface Out {
  type: 'file'
  path: string
  messages: { rule: string; message: string; start: number; end: number; actual: string; severity: string }[]
  suppressed: unknown[]
  output?: string
}

const schemaFile = new URL('../../schema/format-json.json', import.meta.url)
const schema = JSON.parse(readFileSync(schemaFile, 'utf8')) as { $id: string }
const validate = new Ajv2020({ strict: false }).addSchema(schema).getSchema(`${schema.$id}#/$defs/line`)!

const site = folderOf(wordRules({ overrides: [{ files: 'news/**', rules: { 'word-warn': 'error' } }] }))
const line = (path: string, text: string, extra: object = {}) => `${JSON.stringify({ path, text, ...extra })}\n`

function linesOf(stdout: string): Out[] {
  return stdout
    .split('\n')
    .slice(0, -1)
    .map((each) => {
      const value: unknown = JSON.parse(each)
      expect(validate(value), JSON.stringify(validate.errors)).toBe(true)
      return value as Out
    })
}

async function run(input: string | Uint8Array, words: string[] = []) {
  const result = await medlint(['--ndjson', ...words], { cwd: site, input })
  return { ...result, out: linesOf(result.stdout) }
}

describe('--ndjson', () => {
  it('answers each document in its place, with the configuration of its path', async () => {
    const { out, status, stderr } = await run(
      line('posts/a.md', 'A bad day.\n') +
        line('posts/b.md', 'Good.\n', { id: 7 }) +
        line('news/c.mdx', '\uFEFFé 🩺 meh {/* note */}\r\n'),
    )
    expect(out.map(({ path, messages }) => [path, ...messages.map(({ rule, severity }) => `${rule} ${severity}`)])).toEqual([
      ['posts/a.md', 'word-error error'],
      ['posts/b.md'],
      ['news/c.mdx', 'word-warn error'],
    ])
    expect(out[2]!.messages[0]).toMatchObject({ start: 6, end: 9, actual: 'meh' })
    expect([status, stderr]).toEqual([1, ''])
  })

  it('says the same of a document as of a file', async () => {
    const files = {
      'posts/a.md': 'bad meh hmm tpyo\n\n<!--medlint ignore word-error reason="as the label has it"-->\n\nbad\n',
      'posts/b.md': '---\ntitle: "x\n---\n',
    }
    const folder = folderOf({ ...wordRules(), ...files })
    const asFiles = await medlint(['-f', 'jsonl', 'posts'], { cwd: folder })
    const input = Object.entries(files).map(([path, text]) => line(path, text))
    const asLines = await medlint(['--ndjson'], { cwd: folder, input: input.join('') })
    expect(asLines.stdout).toBe(asFiles.stdout.replace(/\{"type":"summary".*\n/, ''))
    expect(asLines.status).toBe(asFiles.status)
  })

  it('tells which line is wrong and why, and goes on', async () => {
    const input = Buffer.concat([
      Buffer.from(`${line('a.md', 'bad')}{"path": "b.md"\n\n[1]\n{"text":"x"}\n{"path":"d.md","text":7}\n`),
      Buffer.from([0xff, 0xfe, 0x0a]),
      Buffer.from(line('nul.md', 'a\0b') + line('z.md', 'meh').trimEnd()),
    ])
    const { out, status, stderr } = await run(input)
    expect(out.map(({ path, messages }) => [path, messages[0]!.rule, messages[0]!.message])).toEqual([
      ['a.md', 'word-error', 'Replace "bad".'],
      ['<stdin>:2', 'medlint/read', expect.stringMatching(/^Correct line 2 of standard input: it is no JSON \(/)],
      ['<stdin>:4', 'medlint/read', expect.stringContaining('line 4 of standard input: it has no "path"')],
      ['<stdin>:5', 'medlint/read', expect.stringContaining('line 5 of standard input: it has no "path"')],
      ['<stdin>:6', 'medlint/read', expect.stringContaining('line 6 of standard input: it has no "text"')],
      ['<stdin>:7', 'medlint/read', expect.stringContaining('line 7 of standard input: it is not UTF-8')],
      ['nul.md', 'medlint/read', expect.stringContaining('binary')],
      ['z.md', 'word-warn', 'Replace "meh".'],
    ])
    expect(status).toBe(2)
    expect(stderr.match(/^medlint: Correct line \d of standard input: /gm)).toHaveLength(5)
  })

  it('does not flood standard error', async () => {
    const { out, stderr } = await run('x\n'.repeat(1000))
    expect(out).toHaveLength(1000)
    expect(stderr.trimEnd().split('\n')).toHaveLength(11)
    expect(stderr).toContain('medlint: Correct 990 more lines of standard input.')
  })

  it('is clean with nothing to read, and takes CRLF and a BOM', async () => {
    expect(await run('')).toMatchObject({ status: 0, stdout: '' })
    const { out, status } = await run(`\uFEFF${line('a.md', 'Good.').trimEnd()}\r\n\r\n`)
    expect([out.map(({ path }) => path), status]).toEqual([['a.md'], 0])
  })

  it('counts warnings, leaves them out when quiet, and gives fixed texts', async () => {
    const input = line('a.md', 'meh tpyo') + line('b.md', 'meh')
    const quiet = await run(input, ['--quiet', '--max-warnings', '2'])
    expect([quiet.status, quiet.out.flatMap(({ messages }) => messages)]).toEqual([1, []])
    expect(quiet.stderr).toBe('medlint: Mend some warnings: there are 3, and --max-warnings allows 2.\n')
    const fixed = await run(input, ['--fix-dry-run'])
    expect(fixed.out.map(({ output }) => output)).toEqual(['meh typo', undefined])
  })

  it('goes on after a rule that fails, and after half a pair of surrogates', async () => {
    const { out, status } = await run(
      `${line('a.md', 'boom')}{"path":"b.md","text":"\\ud800 bad \\udfff"}\n${line('c.md', 'bad')}`,
    )
    expect(out.map(({ messages }) => messages.map(({ rule }) => rule))).toEqual([
      ['medlint/internal'],
      ['word-error'],
      ['word-error'],
    ])
    expect(status).toBe(2)
  })

  it.each([
    [['a.md'], 'one of the three'],
    [['--stdin'], 'one of the three'],
    [['--fix'], 'Use --fix-dry-run'],
    [['-f', 'sarif'], 'Leave out --format'],
    [['-o', 'x'], 'Leave out --output-file'],
    [['--shard', '1/2'], 'Use --shard with names'],
  ])('with %j is told off before reading', async (words, text) => {
    const result = await medlint(['--ndjson', ...words], { cwd: site, input: line('a.md', 'bad') })
    expect(result).toMatchObject({ status: 2, stdout: '' })
    expect(result.stderr).toContain(text)
  })

  it('stops taking documents while nobody takes the answers', async () => {
    const document = line('a.md', `${'Plain words fill this page. '.repeat(700)}${'bad '.repeat(100)}`)
    const total = 200
    const child = spawn(process.execPath, [COMMAND, '--ndjson'], { cwd: site, env: environment() })
    for (let index = 0; index < total; index++) child.stdin.write(document)
    child.stdin.end()
    await new Promise((resolve) => setTimeout(resolve, 2000))
    expect(child.stdin.writableLength).toBeGreaterThan(0)
    let stdout = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text
    })
    const status = await new Promise((resolve) => child.on('close', resolve))
    expect([status, stdout.split('\n').length - 1]).toEqual([1, total])
  })

  it('ends with 0 and no word when the reader goes away', async () => {
    const child = spawn(process.execPath, [COMMAND, '--ndjson'], { cwd: site, env: environment() })
    let stderr = ''
    child.stderr.on('data', (text: Buffer) => {
      stderr += text.toString()
    })
    child.stdin.on('error', () => {})
    for (let index = 0; index < 300; index++) child.stdin.write(line(`${index}.md`, 'bad '.repeat(300)))
    child.stdin.end()
    child.stdout.once('data', () => child.stdout.destroy())
    const status = await new Promise((resolve) => child.on('close', resolve))
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  })
})

describe('lines of a stream', () => {
  it('are the same however it is cut', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'é', '🩺', '\n', '\r', '\r\n', '"'), maxLength: 60 })
    fc.assert(
      fc.property(text, fc.array(fc.nat(80), { maxLength: 6 }), (given, cuts) => {
        const bytes = Buffer.from(given)
        const splitter = createLineSplitter(1000)
        const places = [0, ...cuts.map((cut) => Math.min(cut, bytes.length)).sort((a, b) => a - b), bytes.length]
        const lines = places.slice(1).flatMap((end, index) => splitter.push(bytes.subarray(places[index]!, end)))
        lines.push(...splitter.end())
        const expected = given.split('\n')
        if (expected.at(-1) === '') expected.pop()
        expect(lines.map((each) => each.bytes!.toString('utf8'))).toEqual(expected.map((each) => each.replace(/\r$/, '')))
        expect(lines.map(({ number }) => number)).toEqual(expected.map((_, index) => index + 1))
        for (const { offset, bytes: own } of lines) expect(bytes.subarray(offset, offset + own!.length)).toEqual(own)
      }),
    )
  })

  it('are dropped where they are too long, and the next is read', () => {
    const splitter = createLineSplitter(5)
    const lines = ['abc', 'def', 'ghi\nab', 'cde\nx\n'].flatMap((part) => splitter.push(Buffer.from(part)))
    expect(lines.map(({ bytes }) => bytes?.toString())).toEqual([undefined, 'abcde', 'x'])
  })
})
