import { existsSync, mkdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { everyRule } from '../../scripts/eval/preset-config.ts'
import { decodeResult, encodeResult } from '../../src/cli/cached-result.ts'
import { printsOf } from '../../src/lint/fingerprint.ts'
import { lint } from '../../src/lint/lint.ts'
import { post } from '../support.ts'
import { commit, git, repositoryOf, write } from './git-support.ts'
import { folderOf, medlint, namesIn, read, wordRules } from './support.ts'

const CACHE = '.medlintcache'

/** A rule that tells each time it runs, and asks whether a file exists. */
const COUNTING = `
import { appendFileSync } from 'node:fs'
export default Object.assign(() => undefined, {
  meta: {
    id: 'counting', family: 'language', type: 'problem', purpose: 'count', severity: 'warn', fix: 'none', wave: 2, standards: [],
    url: 'https://clinic.example/counting', defaultOptions: {}, messages: { found: { text: 'There is {name}.' } },
    schema: { type: 'object', properties: {} },
  },
  check(post, { report }) {
    appendFileSync(new URL('./runs.txt', import.meta.url), post.path + '\\n')
    if (post.project.fileExists('there.txt')) report({ at: { start: 0, end: 4 }, message: 'found', data: { name: 'there.txt' } })
  },
})
`

function site(files: Record<string, string> = {}): string {
  const rules = { counting: 'warn', 'word-error': 'error', 'word-warn': 'warn', 'word-fix': 'warn', explodes: 'error' }
  const config = { plugins: ['./words.mjs', './counting.mjs'], rules }
  return folderOf({
    ...wordRules(config),
    'counting.mjs': COUNTING,
    'a.md': 'Some bad text.\n',
    'b.md': 'Some meh text.\n',
    ...files,
  })
}

/** Paths of the posts that rules ran on, and what the run printed. */
async function run(folder: string, ...words: string[]) {
  rmSync(path.join(folder, 'runs.txt'), { force: true })
  const { status, stdout, stderr } = await medlint(['-f', 'json', '--cache', ...words], { cwd: folder })
  return {
    status,
    stdout,
    stderr,
    ran: existsSync(path.join(folder, 'runs.txt')) ? read(folder, 'runs.txt').trim().split('\n') : [],
  }
}

describe('--cache', () => {
  it('lints a post once, and reports the same again', async () => {
    const folder = site()
    const plain = await medlint(['-f', 'json'], { cwd: folder })
    const first = await run(folder)
    const second = await run(folder)
    expect(first).toMatchObject({ ran: ['a.md', 'b.md'], stdout: plain.stdout, status: 1 })
    expect(second).toMatchObject({ ran: [], stdout: plain.stdout, stderr: plain.stderr, status: 1 })
    const stylish = await medlint([], { cwd: folder })
    expect(await medlint(['--cache'], { cwd: folder })).toEqual(stylish)
    const html = await medlint(['-f', 'html'], { cwd: folder })
    expect((await medlint(['-f', 'html', '--cache'], { cwd: folder })).stdout).toBe(html.stdout)
  })

  it.each<[string, (folder: string) => void, string[], string[]]>([
    ['the text', (folder) => write(folder, { 'a.md': 'Some good text.\n' }), [], ['a.md']],
    ['the name', (folder) => write(folder, { 'c.md': 'Some bad text.\n' }), [], ['c.md']],
    [
      'the configuration',
      (folder) =>
        write(folder, {
          '.medlintrc.json': read(folder, '.medlintrc.json').replace('"word-error":"error"', '"word-error":"info"'),
        }),
      [],
      ['a.md', 'b.md'],
    ],
    [
      'an override',
      (folder) =>
        write(folder, {
          '.medlintrc.json': read(folder, '.medlintrc.json').replace('{', '{"overrides":[{"files":"b.md","lang":"de"}],'),
        }),
      [],
      ['b.md'],
    ],
    ['the date', () => {}, ['--now', '2030-01-01'], ['a.md', 'b.md']],
    ['the code of a plugin', (folder) => write(folder, { 'counting.mjs': `${COUNTING}// changed\n` }), [], ['a.md', 'b.md']],
    ['what a rule asked of the site', (folder) => write(folder, { 'there.txt': '' }), [], ['a.md', 'b.md']],
    ['own domains', (folder) => write(folder, { CNAME: 'clinic.example\n' }), [], ['a.md', 'b.md']],
    ['nothing, only the times of files', (folder) => write(folder, { 'a.md': read(folder, 'a.md') }), [], []],
  ])('notices a change of %s', async (_, change, words, expected) => {
    const folder = site()
    await run(folder)
    change(folder)
    const cached = await run(folder, ...words)
    expect(cached.ran).toEqual(expected)
    expect(cached.stdout).toBe((await medlint(['-f', 'json', ...words], { cwd: folder })).stdout)
    expect((await run(folder, ...words)).ran).toEqual([])
  })

  it('keeps the other posts when only some are linted, and forgets those that are gone', async () => {
    const folder = site({ 'c.md': 'Third.\n' })
    await run(folder)
    write(folder, { 'a.md': 'Other bad text.\n' })
    rmSync(path.join(folder, 'c.md'))
    expect((await run(folder, 'a.md')).ran).toEqual(['a.md'])
    expect(read(folder, CACHE)).not.toContain('"c.md"')
    expect((await run(folder)).ran).toEqual([])
  })

  it('compares changed pages with all others by what it keeps of them, and only as long as they are there', async () => {
    const page = (name: string, image: string) => `---\ntitle: ${name}\nimage: ${image}\n---\n\nText on ${name}.\n`
    const folder = repositoryOf({
      '.medlintrc.json': JSON.stringify({ rules: { 'shared-metadata': ['warn', { maxShare: 1 }] } }),
      '.gitignore': CACHE,
      'a.md': page('a', '/img/hand.jpg'),
      'b.md': page('b', '/img/knee.jpg'),
    })
    const changed = async (...words: string[]) => {
      const { stdout } = await medlint(['--changed', '-f', 'json', ...words], { cwd: folder })
      const files = JSON.parse(stdout) as { path: string; messages: { note: string }[] }[]
      return Object.fromEntries(files.map(({ path: name, messages }) => [name, messages.map(({ note }) => note)]))
    }
    await medlint(['--cache'], { cwd: folder })
    write(folder, { 'c.md': page('c', '/img/hand.jpg') })
    expect(await changed()).toEqual({ 'c.md': [] })
    expect(await changed('--cache')).toEqual({ 'c.md': ['Also in a.md.'] })
    expect(await changed('--cache')).toEqual({ 'c.md': ['Also in a.md.'] })
    write(folder, { 'a.md': page('a', '/img/foot.jpg') })
    commit(folder)
    write(folder, { 'c.md': page('c', '/img/hand.jpg ') })
    expect(await changed('--cache')).toEqual({ 'c.md': [] })
    rmSync(path.join(folder, 'b.md'))
    write(folder, { 'c.md': page('c', '/img/knee.jpg') })
    expect(await changed('--cache')).toEqual({ 'c.md': [] })
  })

  it('lints a page again when another comes to share something with it, and no others', async () => {
    const page = (name: string, image: string) => `---\ntitle: ${name}\nimage: ${image}\n---\n\nText on ${name}.\n`
    const rules = { counting: 'warn', 'shared-metadata': ['warn', { maxShare: 1 }] }
    const config = JSON.stringify({ plugins: ['./words.mjs', './counting.mjs'], rules })
    const folder = site({ '.medlintrc.json': config, 'a.md': page('a', '/x.jpg'), 'b.md': page('b', '/y.jpg') })
    await run(folder)
    write(folder, { 'c.md': page('c', '/x.jpg') })
    expect((await run(folder)).ran).toEqual(['a.md', 'c.md'])
  })

  it('does not keep what a failed rule left out', async () => {
    const folder = site({ 'a.md': 'So boom.\n' })
    expect((await run(folder)).status).toBe(2)
    expect(await run(folder)).toMatchObject({ status: 2, ran: ['a.md'] })
  })

  it('goes with fixes, the baseline and changed lines', async () => {
    const folder = site({ 'a.md': 'A tpyo.\n' })
    await run(folder)
    await run(folder, '--fix')
    expect(read(folder, 'a.md')).toBe('A typo.\n')
    expect((await run(folder)).ran).toEqual([])
    write(folder, { 'a.md': 'A bad day.\n' })
    await run(folder)
    await run(folder, '--suppress-all')
    const known = await run(folder)
    expect(known.ran).toEqual([])
    expect(known.stdout).toBe((await medlint(['-f', 'json'], { cwd: folder })).stdout)
    git(folder, 'init', '-q')
    commit(folder)
    write(folder, { 'b.md': 'Some meh text.\n\nAnd more meh.\n' })
    await run(folder)
    expect(JSON.parse((await run(folder, '--changed-lines')).stdout)).toMatchObject([{ path: 'b.md', messages: [{ line: 3 }] }])
  })

  it('stands where --cache-location says: a file or a folder', async () => {
    const folder = site()
    mkdirSync(path.join(folder, 'here'))
    await run(folder, '--cache-location', 'here')
    expect(existsSync(path.join(folder, 'here', CACHE))).toBe(true)
    await run(folder, '--cache-location', 'other.cache')
    expect((await run(path.join(folder, 'here'), '--cache-location', '../other.cache', '..')).ran).toEqual([])
    expect(existsSync(path.join(folder, CACHE))).toBe(false)
    expect((await medlint(['--cache-location', 'x'], { cwd: folder })).status).toBe(2)
  })
})

describe('a cache that is not as it should be', () => {
  const folder = site()
  let right = ''
  beforeAll(async () => {
    right = (await run(folder)).stdout
  })

  it.each<[string, (file: string) => void]>([
    ['cut off', (file) => truncateSync(file, read(folder, CACHE).length - 40)],
    ['empty', (file) => writeFileSync(file, '')],
    ['of another version', (file) => writeFileSync(file, read(folder, CACHE).replace('medlint-cache 1', 'medlint-cache 9'))],
    ['with broken lines', (file) => writeFileSync(file, read(folder, CACHE).replaceAll('"messages":', '"massages":'))],
    ['with other lines', (file) => writeFileSync(file, `${read(folder, CACHE)}\n\t\n"x\tkey\t\n\u0000\u0001\n`)],
  ])('%s counts for nothing', async (_, spoil) => {
    spoil(path.join(folder, CACHE))
    expect(await run(folder)).toMatchObject({ stdout: right, status: 1 })
    expect(await run(folder)).toMatchObject({ stdout: right, ran: [] })
  })

  it('but no cache at all is left alone, and that is said', async () => {
    const other = site({ 'notes.txt': 'My notes.\n' })
    const { stdout, stderr } = await run(other, '--cache-location', 'notes.txt')
    expect(stdout).toBe((await medlint(['-f', 'json'], { cwd: other })).stdout)
    expect(stderr).toContain('Choose another --cache-location: notes.txt')
    expect(read(other, 'notes.txt')).toBe('My notes.\n')
  })

  it('where none can be written the run goes on', async () => {
    const other = site()
    const { status, stderr } = await run(other, '--cache-location', 'a.md/cache')
    expect(status).toBe(1)
    expect(stderr).toContain('Check --cache-location: a.md/cache cannot be written')
    symlinkSync('nowhere/at/all', path.join(other, CACHE))
    expect((await run(other)).status).toBe(1)
  })

  it('is never half written by two runs at once', async () => {
    const other = site(Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`p${index}.md`, `Post ${index} is bad.\n`])))
    const plain = await medlint(['-f', 'json'], { cwd: other })
    const runs = await Promise.all(Array.from({ length: 4 }, () => run(other)))
    for (const { stdout } of runs) expect(stdout).toBe(plain.stdout)
    expect(await run(other)).toMatchObject({ stdout: plain.stdout, ran: [] })
    expect(namesIn(other).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })
})

describe('what is stored', () => {
  it('gives back every message as it was', () => {
    const config = everyRule()
    const sentence = fc.constantFrom(
      'Studies show it cures arthritis [1].',
      'Take 1.0 mg of `it` daily.',
      'It is a definately safe MSC "therapy".',
      '# 100 % safe\n',
      '- 40 % of women have it.\n',
      '---\ntitle: It cures\ndate: 2030-01-01\n---\n',
      '\n\n',
      '<!--medlint ignore absolute-claim reason="Quoted from the label"-->\n',
      '## References\n\n1. Smith J. A title. J Med. 2020;1:2-3. doi:10.1000/x\n',
      '😀 Ünïcode & http://news.example/a.',
    )
    fc.assert(
      fc.property(fc.array(sentence, { maxLength: 9 }), (parts) => {
        const text = parts.join(' ')
        const subject = post(text, { path: 'a.md' })
        const { messages, suppressed, silent } = lint(subject, config)
        const prints = printsOf(subject, messages, (rule) => config.rules[rule]?.rule.meta.metric)
        const back = decodeResult(encodeResult({ messages, suppressed, silent, prints }, text, config.rules), text, config.rules)
        expect(JSON.stringify(back.messages)).toBe(JSON.stringify(messages))
        expect(JSON.stringify(back.suppressed)).toBe(JSON.stringify(suppressed))
        expect(back).toMatchObject({ silent, prints })
      }),
      { numRuns: 50 },
    )
  })
})
