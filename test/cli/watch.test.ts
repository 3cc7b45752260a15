/** `--watch` as a user has it: a process that goes on, files that change under it. */
import { spawn } from 'node:child_process'
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { repositoryOf, write } from './git-support.ts'
import { COMMAND, environment, folderOf, medlint, read, wordRules } from './support.ts'

const WAITING = 'Watching for changes'
const stops: (() => void)[] = []
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
})

interface Watching {
  /** What the next run printed, once it is done. */
  next(): Promise<string>
  end(signal: NodeJS.Signals): Promise<{ status: number | null; signal: NodeJS.Signals | null }>
}

function watch(cwd: string, ...words: string[]): Watching {
  const child = spawn(process.execPath, [COMMAND, '--watch', ...words], { cwd, env: environment() })
  stops.push(() => child.kill('SIGKILL'))
  let printed = ''
  let look = () => {}
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed += text
      look()
    })
  }
  const ended = new Promise<{ status: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.on('close', (status, signal) => resolve({ status, signal }))
  })
  return {
    next: () =>
      new Promise((resolve, reject) => {
        look = () => {
          const end = printed.indexOf(WAITING)
          if (end < 0) return
          look = () => {}
          const text = printed.slice(0, end)
          printed = printed.slice(end + WAITING.length)
          // The report and what is said beside it come through two pipes.
          setImmediate(() => resolve(text))
        }
        void ended.then(({ status }) => reject(new Error(`ended with ${status}: ${printed}`)))
        look()
      }),
    end(signal) {
      child.kill(signal)
      return ended
    },
  }
}

describe('--watch', () => {
  it('prints the whole report, and again with each change: edited, added, renamed and removed posts', async () => {
    const folder = folderOf({ ...wordRules(), 'posts/a.md': 'Some bad text.\n', 'posts/b.md': 'Good.\n' })
    const run = watch(folder)
    expect(await run.next()).toContain('posts/a.md')
    write(folder, { 'posts/b.md': 'Some meh text.\n' })
    const second = await run.next()
    expect(second).toContain('medlint: posts/b.md changed.')
    expect(second).toContain('Replace "meh".')
    expect(second).toContain('Replace "bad".')
    mkdirSync(path.join(folder, 'posts/new'))
    write(folder, { 'posts/new/c.md': 'Also bad.\n' })
    expect(await run.next()).toContain('posts/new/c.md')
    renameSync(path.join(folder, 'posts/new/c.md'), path.join(folder, 'posts/new/d.md'))
    const renamed = await run.next()
    expect(renamed).toContain('posts/new/d.md')
    expect(renamed).not.toMatch(/^posts\/new\/c\.md$/m)
    rmSync(path.join(folder, 'posts/new'), { recursive: true })
    rmSync(path.join(folder, 'posts/a.md'))
    let last = await run.next()
    // The two removals may come one by one.
    if (last.includes('Replace "bad".')) last = await run.next()
    expect(last).not.toContain('Replace "bad".')
    expect(await run.end('SIGINT')).toEqual({ status: null, signal: 'SIGINT' })
  })

  it('follows the configuration, goes on when that is broken, and reads code anew', async () => {
    const folder = folderOf({ ...wordRules(), 'a.md': 'Some bad text.\n' })
    const run = watch(folder)
    expect(await run.next()).toContain('Replace "bad".')
    const good = read(folder, '.medlintrc.json')
    write(folder, { '.medlintrc.json': '{"rules":' })
    expect(await run.next()).toContain('.medlintrc.json:1: Correct the syntax of this configuration.')
    write(folder, { '.medlintrc.json': good.replace('"word-error":"error"', '"word-error":"off"') })
    expect(await run.next()).not.toContain('Replace "bad".')
    write(folder, { '.medlintrc.json': good })
    expect(await run.next()).toContain('Replace "bad".')
    write(folder, { 'words.mjs': read(folder, 'words.mjs').replace('Replace "{word}"', 'Take out "{word}"') })
    expect(await run.next()).toContain('Take out "bad".')
    write(folder, { '.medlintignore': 'a.md\n' })
    expect(await run.next()).not.toContain('Take out')
  })

  it('sees what pages depend on: files they link to, what other pages share with them', async () => {
    const page = (title: string) => `---\ntitle: ${title}\nimage: /img/hand.jpg\n---\n\n![Hand](/img/hand.jpg)\n`
    const folder = folderOf({
      '.medlintrc.json': JSON.stringify({ rules: { 'media-exists': 'error', 'shared-metadata': ['warn', { maxShare: 1 }] } }),
      'content/a.md': page('A'),
      'static/img/': '',
    })
    const run = watch(folder, 'content')
    expect(await run.next()).toContain('media-exists')
    writeFileSync(path.join(folder, 'static/img/hand.jpg'), 'x')
    expect(await run.next()).not.toContain('media-exists')
    write(folder, { 'content/b.md': page('B') })
    const shared = await run.next()
    for (const name of ['content/a.md', 'content/b.md']) expect(shared).toContain(name)
    expect(shared).toContain('shared-metadata')
  })

  it('mends with --fix, keeps the cache and the report, and does not take its own writing for a change', async () => {
    const folder = folderOf({ ...wordRules(), 'a.md': 'A tpyo.\n' })
    const run = watch(folder, '--fix', '--cache', '-f', 'json:report.json', '-f', 'stylish')
    expect(await run.next()).toContain('1 fixed')
    expect(read(folder, 'a.md')).toBe('A typo.\n')
    write(folder, { 'a.md': 'A tpyo, bad.\n' })
    const second = await run.next()
    expect(second).toContain('medlint: a.md changed.')
    expect(second).toContain('1 fixed')
    expect(read(folder, 'a.md')).toBe('A typo, bad.\n')
    expect(JSON.parse(read(folder, 'report.json'))).toMatchObject([{ path: 'a.md', messages: [{ rule: 'word-error' }] }])
    write(folder, { 'b.md': 'Good.\n' })
    // Nothing in between: the names are those of the next change.
    expect(await run.next()).toContain('medlint: b.md changed.')
    await run.end('SIGTERM')
    expect((await medlint(['--cache'], { cwd: folder })).status).toBe(1)
    expect(read(folder, '.medlintcache')).toContain('"b.md"')
  })

  it('watches what git says has changed', async () => {
    const folder = repositoryOf({ ...wordRules(), 'a.md': 'Some bad text.\n', 'b.md': 'Some bad text.\n' })
    const run = watch(folder, '--changed')
    expect(await run.next()).not.toContain('.md')
    write(folder, { 'b.md': 'Some bad, bad text.\n' })
    const text = await run.next()
    expect(text).toContain('2 errors')
    expect(text).not.toContain('a.md')
  })

  it.each([
    [['--stdin'], 'Leave out --stdin or --watch'],
    [['--shard', '1/2'], 'Leave out --shard or --watch'],
    [['--ndjson'], 'Leave out --ndjson or --watch'],
    [['--staged'], 'Leave out --staged or --watch'],
    [['--suppress-all'], 'Leave out --suppress-all or --watch'],
    [['score'], 'Use --watch with names of files or folders alone.'],
  ])('says what it does not go with: %s', async (words, text) => {
    const run = await medlint([...words, '--watch'], { cwd: folderOf(wordRules()) })
    expect(run).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining(text) })
  })

  it('ends at once when the configuration is broken from the start', async () => {
    const run = await medlint(['--watch'], { cwd: folderOf({ '.medlintrc.json': '{' }) })
    expect(run).toMatchObject({ status: 2, stderr: expect.stringContaining('.medlintrc.json:1') })
  })
})

describe('--fix', () => {
  it('does not overwrite what someone saved meanwhile', async () => {
    const saving = `
import { writeFileSync } from 'node:fs'
export default Object.assign(() => undefined, {
  meta: { id: 'saving', family: 'language', type: 'problem', purpose: 'save', severity: 'warn', fix: 'none', wave: 2, standards: [],
    url: 'https://clinic.example/saving', defaultOptions: {}, messages: {}, schema: { type: 'object', properties: {} } },
  check(post) { writeFileSync(new URL('./' + post.path, import.meta.url), 'Saved by hand, with a tpyo.\\n') },
})
`
    const config = { plugins: ['./words.mjs', './saving.mjs'], rules: { 'word-fix': 'warn', saving: 'warn' } }
    const folder = folderOf({ ...wordRules(config), 'saving.mjs': saving, 'a.md': 'A tpyo.\n' })
    const run = await medlint(['--fix', 'a.md', '-f', 'jsonl'], { cwd: folder })
    expect(run).toMatchObject({ status: 2, stdout: expect.stringContaining('this file changed while it was linted') })
    expect(read(folder, 'a.md')).toBe('Saved by hand, with a tpyo.\n')
  })
})
