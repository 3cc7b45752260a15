/** Files and configurations that are not as they should be: told with a reason, and the run goes on where it can. */
import { spawn } from 'node:child_process'
import { mkdirSync, readdirSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readPost } from '../../src/cli/read-post.ts'
import { COMMAND, environment, folderOf, medlint, namesIn, read, wordRules } from './support.ts'

interface Told {
  rule: string
  message: string
  actual: string
  start: number
  end: number
  line: number
  column: number
}

async function lintFile(content: string | Uint8Array, words: string[] = []) {
  const folder = folderOf({ ...wordRules(), 'a.md': content })
  const run = await medlint(['-f', 'json', ...words, 'a.md'], { cwd: folder })
  const [file] = JSON.parse(run.stdout) as { messages: Told[] }[]
  return { ...run, messages: file!.messages }
}

describe('a post', () => {
  it('may be empty', async () => {
    const folder = folderOf({ 'empty.md': '', 'bom.md': '\uFEFF', 'blank.md': ' \n\n', 'frontmatter.md': '---\n---\n' })
    const { status, stderr } = await medlint(['-f', 'json'], { cwd: folder })
    expect(status).toBeLessThan(2)
    expect(stderr).toContain('4 files')
  })

  it.each([
    ['a BOM', '\uFEFF---\ntitle: a\n---\n\nA bad day.\n'],
    ['CRLF', '---\r\ntitle: a\r\n---\r\n\r\nA bad day.\r\n'],
    ['mixed line ends', '---\r\ntitle: a\n---\n\r\nA bad day.\r\n'],
    ['no line end', '---\ntitle: a\n---\n\nA bad day.'],
  ])('with %s has exact places', async (_, text) => {
    const { messages, status } = await lintFile(text)
    expect(status).toBe(1)
    expect(messages).toMatchObject([{ actual: 'bad', line: 5, column: 3 }])
    expect(text.slice(messages[0]!.start, messages[0]!.end)).toBe('bad')
  })

  it('of 5 MB with ten thousand messages is read to its end, in every format', async () => {
    const text = `---\ntitle: a\n---\n\n${`${'Plain words fill this line of the page. '.repeat(12)}A meh day.\n\n`.repeat(10_000)}bad\n`
    const folder = folderOf({ ...wordRules(), 'a.md': text })
    const json = await medlint(['-f', 'json', 'a.md'], { cwd: folder })
    expect(json.status).toBe(1)
    expect((JSON.parse(json.stdout) as { messages: unknown[] }[])[0]!.messages).toHaveLength(10_001)
    const stylish = await medlint(['a.md'], { cwd: folder })
    expect(stylish).toMatchObject({ status: 1 })
    expect(stylish.stdout).toContain('✖ 1 error, ⚠ 10000 warnings in 1 of 1 file')
  })

  it.each([
    ['binary', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), 'it is binary'],
    ['NUL', 'A \0 day', 'it is binary'],
    ['UTF-16', new Uint8Array([0xff, 0xfe, 0x61, 0]), 'Save this file as UTF-8: it is UTF-16'],
    ['Latin 1', new Uint8Array([0x63, 0x61, 0x66, 0xe9]), 'Save this file as UTF-8: it holds other bytes'],
    ['half a surrogate pair', new Uint8Array([0xed, 0xa0, 0xbd]), 'it holds other bytes'],
  ])('that is no UTF-8 text (%s) is not read', async (_, content, reason) => {
    const folder = folderOf({ 'a.md': content })
    expect(readPost(path.join(folder, 'a.md'))).toEqual({ problem: expect.stringContaining(reason) })
  })

  it('that cannot be read is one error, and the others are linted', async () => {
    const folder = folderOf({ ...wordRules(), 'z.md': 'bad\n' })
    symlinkSync('gone.md', path.join(folder, 'broken.md'))
    symlinkSync('loop.md', path.join(folder, 'loop.md'))
    const { stdout, status } = await medlint([], { cwd: folder })
    expect(status).toBe(2)
    expect(stdout).toMatch(
      /^broken\.md\n1:1 error Check this file: it could not be read \(there is no such medlint\/read\n +file\)\.$/m,
    )
    expect(stdout).toMatch(
      /^loop\.md\n1:1 error Check this file: it could not be read \(its links lead in medlint\/read\n +a circle\)\.$/m,
    )
    expect(stdout).toContain('Replace "bad".')
  })

  it('with broken frontmatter is still read', async () => {
    const { messages, status } = await lintFile('---\ntitle: "a\n---\n\nA bad day.\n')
    expect(status).toBe(1)
    expect(messages.map(({ rule }) => rule)).toEqual(['medlint/frontmatter-syntax', 'word-error'])
  })

  it('cannot talk to the terminal or the log', async () => {
    const folder = folderOf({
      'a.md': '---\nmedlint: {disable: {"\\u001b[31m\\u202e\\n::error::x": {reason: "because I can"}}}\n---\n\nText.\n',
    })
    const { stdout } = await medlint(['--no-color', 'a.md'], { cwd: folder })
    expect(stdout).toContain('medlint has no rule')
    expect(stdout).not.toMatch(/[\u001b\u202e]|^::/m)
  })
})

describe('a configuration', () => {
  it.each([
    [
      'an unknown rule',
      '{\n  "rules": {\n    "dose-decimol": "error"\n  }\n}',
      ':3: Correct the rule id "dose-decimol"',
      'Did you mean "dose-decimal"?',
    ],
    [
      'an unknown option',
      '{\n  "rules": {\n    "sentence-length": ["warn", {\n      "maxx": 3\n    }]\n  }\n}',
      ':4: Correct the option "maxx"',
      'Did you mean "max"?',
    ],
    ['an unknown key', '{\n  "rulez": {}\n}', ':2: Remove or correct the key "rulez"', 'Did you mean "rules"?'],
    [
      'a wrong severity',
      '{"rules":\n{"dose-decimal": "fatal"}}',
      ':2: Correct the setting of "dose-decimal"',
      '"error", "warn", "info" or "off"',
    ],
    ['a comma too few', '{\n  "extends": []\n  "rules": {}\n}', ':3: Correct the syntax', 'Expected "," or "}"'],
    ['an unknown preset', '{"extends": "recomended"}', ':1: Correct "recomended"', 'Did you mean "recommended"?'],
    ['a missing file to extend', '{\n"extends": "./base.json"}', ':2: Correct "./base.json" in "extends"', 'no such file'],
    ['a missing plugin', '{"plugins": [\n"./gone.mjs"]}', ':2: Correct "./gone.mjs" in "plugins"', 'loading it failed'],
    [
      'a missing schema',
      '{"rules": {\n"frontmatter-fields": ["error", {"schemaFrom": "cms.yml"}]}}',
      ':2: Correct "schemaFrom"',
      'cms.yml: it cannot be read',
    ],
    [
      'a missing site configuration',
      '{"rules": {"dose-decimal": "error"},\n"siteConfig": "site.toml"}',
      ':2: Correct "siteConfig"',
      '"site.toml"',
    ],
  ])('with %s names file, line and what to do', async (_, config, place, hint) => {
    const folder = folderOf({ '.medlintrc.json': config, 'a.md': 'Text.\n' })
    const { status, stdout, stderr } = await medlint(['a.md'], { cwd: folder })
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain(`medlint: .medlintrc.json${place}`)
    expect(stderr).toContain(hint)
  })

  it('with several faults tells them all', async () => {
    const folder = folderOf({
      '.medlintrc.yml': 'rulez: {}\naudience: all\nregion: us\nrules:\n  dose-decimal: [error, {x: 1}]\n',
      'a.md': 'x\n',
    })
    const { stderr } = await medlint(['a.md'], { cwd: folder })
    expect(stderr.match(/\.medlintrc\.yml:\d: /g)).toEqual([1, 2, 3, 5].map((line) => `.medlintrc.yml:${line}: `))
  })

  it('that switches no rule on is told of, once', async () => {
    const folder = folderOf({ '.medlintrc': 'audience: patient\n', 'a.md': 'x\n', 'b.md': 'x\n' })
    const { status, stderr } = await medlint([], { cwd: folder })
    expect(status).toBe(0)
    expect(stderr.match(/Add "extends": \["recommended"\] to \.medlintrc: it switches no rule on/g)).toHaveLength(1)
  })
})

describe('a reader that goes away', () => {
  it('(medlint | head) ends the run with 0 and no word', async () => {
    const files = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`${index}.md`, 'bad '.repeat(400)]))
    const folder = folderOf({ ...wordRules(), ...files })
    const child = spawn(process.execPath, [COMMAND, '-f', 'jsonl'], { cwd: folder, env: environment() })
    let stderr = ''
    child.stderr.on('data', (text: Buffer) => {
      stderr += text.toString()
    })
    child.stdout.once('data', () => child.stdout.destroy())
    const status = await new Promise((resolve) => child.on('close', resolve))
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  })
})

describe('Ctrl-C', () => {
  it('ends by the signal, with every file whole and no temporary ones', async () => {
    const posts = Object.fromEntries(
      Array.from({ length: 400 }, (_, index) => [`posts/${index}.md`, `A tpyo, a bad day ${index}.\n`]),
    )
    const folder = folderOf({ ...wordRules(), ...posts })
    mkdirSync(path.join(folder, 'empty'))
    const child = spawn(process.execPath, [COMMAND, '--fix', 'posts'], { cwd: folder, env: environment() })
    child.stdout.once('data', () => child.kill('SIGINT'))
    child.stdout.resume()
    const ended = await new Promise((resolve) => child.on('close', (status, signal) => resolve({ status, signal })))
    expect(ended).toEqual({ status: null, signal: 'SIGINT' })
    const names = namesIn(path.join(folder, 'posts'))
    expect(names).toEqual(
      Object.keys(posts)
        .map((name) => path.basename(name))
        .sort(),
    )
    const texts = names.map((name) => read(folder, `posts/${name}`))
    expect(texts.filter((text) => !/^A (?:tpyo|typo), a bad day \d+\.\n$/.test(text))).toEqual([])
    expect(texts.some((text) => text.includes('typo'))).toBe(true)
    expect(texts.some((text) => text.includes('tpyo'))).toBe(true)
  })
})

describe('a report file', () => {
  it('is not there when the run is stopped, and nothing else is', async () => {
    const post = '# Migraine\n\nMagnesium prevents migraine attacks in most adults.\n'
    const folder = folderOf(Object.fromEntries(Array.from({ length: 3000 }, (_, index) => [`posts/${index}.md`, post])))
    const child = spawn(process.execPath, [COMMAND, 'posts', '-f', 'json', '-o', 'out.json'], { cwd: folder, stdio: 'ignore' })
    const ended = new Promise<NodeJS.Signals | null>((resolve) => child.once('exit', (_, signal) => resolve(signal)))
    const isTemporary = () => readdirSync(folder).some((name) => name.startsWith('.out.json'))
    while (!isTemporary() && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 5))
    child.kill('SIGINT')
    expect(await ended).toBe('SIGINT')
    expect(readdirSync(folder)).toEqual(['posts'])
  })
})
