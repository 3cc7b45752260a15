import { renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { commit, git, repositoryOf, write } from './git-support.ts'
import { folderOf, medlint, namesIn, read, wordRules } from './support.ts'

const FILE = '.medlint-baseline.json'
const OLD = '---\ntitle: Knees\n---\n\n# Help\n\nThis is bad. Rest is meh.\n\nAll is bad and bad.\n'

function site(files: Record<string, string> = {}): string {
  return folderOf({ ...wordRules(), 'old.md': OLD, 'posts/b.md': 'So bad.\n', ...files })
}

/** The site with a baseline of everything in it. */
async function suppressed(files: Record<string, string> = {}): Promise<string> {
  const folder = site(files)
  expect(await medlint(['--suppress-all'], { cwd: folder })).toMatchObject({ status: 0, stdout: '' })
  return folder
}

/** What is still reported, as `path word`. */
async function left(folder: string, ...words: string[]): Promise<string[]> {
  const run = await medlint(['-f', 'json', ...words], { cwd: folder })
  const files = JSON.parse(run.stdout) as { path: string; messages: { actual: string }[] }[]
  return files.flatMap(({ path: name, messages }) => messages.map(({ actual }) => `${name} ${actual}`))
}

const linesOf = (folder: string) => read(folder, FILE).trimEnd().split('\n').slice(1, -1)

describe('--suppress-all', () => {
  it('makes all findings old, in a file with one of them a line, and says how many', async () => {
    const folder = site()
    const run = await medlint(['--suppress-all'], { cwd: folder })
    expect(run).toMatchObject({ status: 0, stdout: '', stderr: expect.stringContaining(`${FILE}: 5 suppressions, before 0.`) })
    expect(linesOf(folder)).toHaveLength(4)
    expect(linesOf(folder).map((line) => (JSON.parse(line.slice(0, -1)) as { path: string }).path)).toEqual([
      'old.md',
      'old.md',
      'old.md',
      'posts/b.md',
    ])
    expect(read(folder, FILE)).not.toMatch(/"(?:line|start|column)"/)
    expect(await medlint([], { cwd: folder })).toMatchObject({ status: 0, stdout: '' })
    expect(namesIn(folder).filter((name) => name.includes('.tmp'))).toEqual([])
  })

  it('leaves what is new, and what was old in another place of the file', async () => {
    const folder = await suppressed()
    write(folder, {
      'old.md': OLD.replace('# Help', '# Help\n\nNew text, all bad and bad.\n\nRest is meh. This is bad.').replace(
        'This is bad. Rest is meh.',
        '',
      ),
    })
    expect(await left(folder)).toEqual(['old.md bad', 'old.md bad'])
    write(folder, { 'old.md': OLD.replace('This is bad', 'This is very bad') })
    expect(await left(folder)).toEqual(['old.md bad'])
  })

  it('shows in machine-readable output what it hides, and by what', async () => {
    const folder = await suppressed()
    const { stdout } = await medlint(['-f', 'json', 'posts'], { cwd: folder })
    expect(JSON.parse(stdout)).toMatchObject([{ messages: [], suppressed: [{ actual: 'bad', by: 'baseline', reason: null }] }])
  })

  it('of some files keeps the entries of the others', async () => {
    const folder = await suppressed()
    write(folder, { 'posts/b.md': 'So bad. Too meh.\n', 'old.md': 'All anew, and bad.\n' })
    await medlint(['--suppress-all', 'posts'], { cwd: folder })
    expect(await left(folder)).toEqual(['old.md bad'])
    expect(linesOf(folder)).toHaveLength(5)
  })

  it('holds for runs from a folder below, and for text on standard input', async () => {
    const folder = await suppressed()
    expect(await left(path.join(folder, 'posts'))).toEqual([])
    const words = ['--stdin', '--stdin-filename', 'posts/b.md']
    expect(await medlint(words, { cwd: folder, input: 'So bad.\n' })).toMatchObject({ status: 0, stdout: '' })
    expect(await medlint(words, { cwd: folder, input: 'Not so bad.\n' })).toMatchObject({ status: 1 })
  })

  it('stands beside the configuration, or where --suppressions-location says', async () => {
    const folder = site()
    await medlint(['--suppress-all'], { cwd: path.join(folder, 'posts') })
    expect(linesOf(folder).map((line) => (JSON.parse(line.slice(0, -1)) as { path: string }).path)).toEqual(['posts/b.md'])
    rmSync(path.join(folder, FILE))
    await medlint(['--suppress-all', '--suppressions-location', 'old.json'], { cwd: folder })
    expect(await left(folder)).toHaveLength(5)
    expect(await left(folder, '--suppressions-location', 'old.json')).toEqual([])
    const run = await medlint(['--suppressions-location', 'nowhere.json'], { cwd: folder })
    expect(run).toMatchObject({ status: 2, stderr: expect.stringContaining('there is no file "nowhere.json"') })
  })

  it('does not hide what the core says, nor forget what a failed rule had found', async () => {
    const folder = site({ 'a.md': '<!--medlint frobnicate-->\n\nbad\n' })
    const run = await medlint(['--suppress-all'], { cwd: folder })
    expect(run).toMatchObject({ status: 1, stdout: expect.stringContaining('medlint/directive') })
    const before = read(folder, FILE)
    write(folder, { 'posts/b.md': 'So boom.\n' })
    expect((await medlint(['--prune-suppressions'], { cwd: folder })).status).toBe(2)
    expect(read(folder, FILE)).toBe(before)
  })
})

describe('--suppress-rule', () => {
  it('does so for one rule, or several', async () => {
    const folder = site()
    await medlint(['--suppress-rule', 'word-warn'], { cwd: folder })
    expect(new Set(await left(folder))).toEqual(new Set(['old.md bad', 'posts/b.md bad']))
    await medlint(['--suppress-rule', 'word-error,word-info'], { cwd: folder })
    expect(await left(folder)).toEqual([])
    const run = await medlint(['--suppress-rule', 'word-eror'], { cwd: folder })
    expect(run).toMatchObject({ status: 2, stderr: expect.stringContaining('Did you mean "word-error"?') })
  })
})

describe('--prune-suppressions', () => {
  it('takes out what is no longer there, and adds nothing', async () => {
    const folder = await suppressed()
    write(folder, { 'old.md': OLD.replace(' and bad', '').replace('Rest is meh.', 'Hands too bad.') })
    rmSync(path.join(folder, 'posts/b.md'))
    const run = await medlint(['--prune-suppressions'], { cwd: folder })
    expect(run).toMatchObject({ status: 1, stderr: expect.stringContaining('1 suppression, before 5.') })
    expect(await left(folder)).toEqual(['old.md bad', 'old.md bad'])
  })

  it('asks for a baseline', async () => {
    const run = await medlint(['--prune-suppressions'], { cwd: site() })
    expect(run).toMatchObject({ status: 2, stderr: expect.stringContaining('--suppress-all first') })
  })

  it('is asked for when entries are stale: in CI that fails', async () => {
    const folder = await suppressed()
    write(folder, { 'old.md': OLD.replace('Rest is meh.', '') })
    rmSync(path.join(folder, 'posts/b.md'))
    const note = 'Run medlint --prune-suppressions: 2 findings of the baseline are no longer there.'
    expect(await medlint([], { cwd: folder })).toMatchObject({ status: 0, stderr: expect.stringContaining(note) })
    expect(await medlint(['--quiet'], { cwd: folder })).toMatchObject({ status: 0, stderr: '' })
    expect(await medlint(['--quiet'], { cwd: folder, env: { CI: 'true' } })).toMatchObject({
      status: 1,
      stderr: expect.stringContaining(note),
    })
    expect((await medlint(['--pass-on-unpruned-suppressions'], { cwd: folder, env: { CI: 'true' } })).status).toBe(0)
    expect((await medlint(['posts'], { cwd: folder, env: { CI: 'true' } })).status).toBe(2)
    await medlint(['--prune-suppressions'], { cwd: folder })
    expect(await medlint([], { cwd: folder, env: { CI: 'true' } })).toMatchObject({
      status: 0,
      stderr: expect.not.stringContaining('prune'),
    })
  })
})

describe('a renamed file', () => {
  it('keeps its entries, which prune writes under the new name', async () => {
    const folder = await suppressed()
    renameSync(path.join(folder, 'old.md'), path.join(folder, 'new.md'))
    expect(await left(folder)).toEqual([])
    expect(await medlint([], { cwd: folder, env: { CI: '1' } })).toMatchObject({ status: 0 })
    await medlint(['--prune-suppressions'], { cwd: folder })
    expect(read(folder, FILE)).toContain('"path":"new.md"')
    expect(read(folder, FILE)).not.toContain('old.md')
  })

  it('is not a copy: the old one has them still', async () => {
    const folder = await suppressed()
    write(folder, { 'copy.md': OLD })
    expect(await left(folder)).toEqual(['copy.md bad', 'copy.md meh', 'copy.md bad', 'copy.md bad'])
  })

  it('gives them to one file only', async () => {
    const folder = await suppressed()
    renameSync(path.join(folder, 'old.md'), path.join(folder, 'a.md'))
    write(folder, { 'b.md': OLD })
    expect(new Set(await left(folder))).toEqual(new Set(['b.md bad', 'b.md meh']))
  })
})

describe('in a repository', () => {
  it('entries of two branches merge by themselves', async () => {
    const rows = Array.from({ length: 9 }, (_, index) => [`p${index}.md`, `Number ${index} is bad.\n`])
    const folder = repositoryOf({ ...wordRules(), ...Object.fromEntries(rows) })
    await medlint(['--suppress-all'], { cwd: folder })
    commit(folder)
    git(folder, 'switch', '-q', '-c', 'topic')
    write(folder, { 'p1.md': 'Number 1 is fine.\n', 'p12.md': 'Number 12 is bad.\n' })
    await medlint(['--suppress-all'], { cwd: folder })
    commit(folder)
    git(folder, 'switch', '-q', 'main')
    write(folder, { 'p5.md': 'Number 5 is fine.\n', 'p8.md': 'Number 8 is fine.\n' })
    await medlint(['--prune-suppressions'], { cwd: folder })
    commit(folder)
    git(folder, 'merge', '-q', '-m', 'Merge', 'topic')
    expect(linesOf(folder)).toHaveLength(7)
    expect(await medlint([], { cwd: folder, env: { CI: '1' } })).toMatchObject({ status: 0, stdout: '' })
  })

  it('holds for what changed, by file and by line', async () => {
    const folder = repositoryOf({ ...wordRules(), 'old.md': OLD })
    await medlint(['--suppress-all'], { cwd: folder })
    commit(folder)
    write(folder, { 'old.md': `${OLD}\nNew and bad.\n`, 'new.md': 'So meh.\n' })
    expect(await left(folder, '--changed')).toEqual(['new.md meh', 'old.md bad'])
    expect(await left(folder, '--changed-lines')).toEqual(['new.md meh', 'old.md bad'])
  })
})

describe('what cannot work', () => {
  it.each([
    ['{"medlint":"baseline","version":1,"entries":[\n<<<<<<< ours\nnull]}', `${FILE}:2: Keep the lines of both sides`],
    ['{}', `${FILE}: Name another file: this is no baseline`],
    ['', `${FILE}: Correct this baseline`],
  ])('%j ends the run before anything is reported', async (text, message) => {
    const run = await medlint([], { cwd: site({ [FILE]: text }) })
    expect(run).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining(message) })
  })

  it('a baseline that cannot be written leaves nothing behind', async () => {
    const folder = site()
    const run = await medlint(['--suppress-all', '--suppressions-location', 'old.md/b.json'], { cwd: folder })
    expect(run).toMatchObject({ status: 2, stderr: expect.stringContaining('it cannot be written') })
    expect(namesIn(folder).filter((name) => name.endsWith('b.json') || name.endsWith('.tmp'))).toEqual([])
  })

  it.each([
    [['--suppress-all', '--prune-suppressions'], 'Choose one of'],
    [['--suppress-all', '--fix'], 'Run --fix first'],
    [['--suppress-all', '--staged'], 'whole files on disk'],
    [['--prune-suppressions', '--changed-lines'], 'whole files on disk'],
  ])('%s', async (words, text) => {
    const run = await medlint(words, { cwd: folderOf() })
    expect(run).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining(text) })
  })
})
