/** Shards and their merge: the same report and exit status as one run. */
import { appendFileSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shardOf } from '../../src/cli/shard.ts'
import { FORMATS } from '../../src/report/index.ts'
import { EVERY_RULE, fixtures } from '../report/every-rule.ts'
import { folderOf, medlint, read, wordRules } from './support.ts'

const posts: Record<string, string | Uint8Array> = {
  'posts/a.md': 'bad meh hmm tpyo\n',
  'posts/a/b.md': '\uFEFFé 🩺 tpyo\r\n\r\n> bad\r\n',
  'posts/a/z/c.mdx': 'Good.\n',
  'posts/ä ö.md': '---\nmedlint: {disable: {word-warn: {reason: "a quoted headline"}}}\n---\n\nmeh bad\n',
  'posts/crash.md': 'boom bad\n',
  'posts/binary.md': new Uint8Array([0, 1]),
  'posts/notes.md': 'Iron cures anaemia in most adults. meh\n',
}

async function shards(folder: string, count: number, words: string[]): Promise<string[]> {
  const names = Array.from({ length: count }, (_, index) => `${index + 1}.blob`)
  await Promise.all(
    names.map((name, index) => medlint(['--shard', `${index + 1}/${count}`, '-f', `blob:${name}`, ...words], { cwd: folder })),
  )
  return names
}

const everyFormat = (prefix: string) => FORMATS.flatMap((name) => ['-f', `${name}:${prefix}.${name}`])

describe('medlint merge', () => {
  it('gives every report as one run does, byte for byte, and its status', async () => {
    const folder = folderOf({ ...wordRules(), ...posts })
    const one = await medlint([...everyFormat('one'), 'posts', '--no-color'], { cwd: folder })
    const blobs = await shards(folder, 3, ['posts'])
    const merged = await medlint(['merge', ...blobs.toReversed(), ...everyFormat('merged'), '--no-color'], { cwd: folder })
    expect(merged).toEqual(one)
    expect(one.status).toBe(2)
    for (const name of FORMATS) expect([name, read(folder, `merged.${name}`)]).toEqual([name, read(folder, `one.${name}`)])
  })

  it('does so with every rule over every fixture', async () => {
    const out = folderOf()
    const words = (name: string) => ['html', 'sarif', 'jsonl'].flatMap((format) => ['-f', `${format}:${out}/${name}.${format}`])
    const one = await medlint([...words('one'), ...EVERY_RULE], { cwd: fixtures })
    const blobs = [1, 2].map((index) => path.join(out, `${index}.blob`))
    for (const [index, blob] of blobs.entries()) {
      await medlint(['--shard', `${index + 1}/2`, '-f', `blob:${blob}`, ...EVERY_RULE], { cwd: fixtures })
    }
    const merged = await medlint(['merge', ...blobs, ...words('merged')], { cwd: out })
    expect(merged).toEqual(one)
    for (const format of ['html', 'sarif', 'jsonl'])
      expect(read(out, `merged.${format}`) === read(out, `one.${format}`)).toBe(true)
  })

  it.each([
    ['warnings alone', { 'posts/a.md': 'meh\n', 'posts/b.md': 'meh\n' }, [], 0],
    [
      'too many warnings, though each shard has few',
      { 'posts/a.md': 'meh\n', 'posts/b.md': 'meh\n' },
      ['--max-warnings', '1'],
      1,
    ],
    ['an error', { 'posts/a.md': 'meh\n', 'posts/b.md': 'bad\n' }, ['--quiet'], 1],
    ['nothing', { 'posts/a.md': 'Good.\n' }, [], 0],
  ])('ends as one run does with %s', async (_name, files, words, status) => {
    const folder = folderOf({ ...wordRules(), ...files })
    const blobs = await shards(folder, 2, ['posts'])
    const merged = await medlint(['merge', ...blobs, ...words], { cwd: folder })
    expect(merged.status).toBe(status)
    expect(merged).toEqual(await medlint(['posts', ...words], { cwd: folder }))
  })

  it('holds what --quiet leaves out, and fixed texts', async () => {
    const folder = folderOf({ ...wordRules(), 'a.md': 'tpyo meh\n' })
    await medlint(['-f', 'blob:a.blob', '--quiet', '--fix-dry-run', 'a.md'], { cwd: folder })
    const [file] = JSON.parse((await medlint(['merge', 'a.blob', '-f', 'json'], { cwd: folder })).stdout) as {
      messages: unknown[]
      output: string
    }[]
    expect(file!.output).toBe('typo meh\n')
    expect(file!.messages).toHaveLength(1)
  })

  it('can merge again', async () => {
    const folder = folderOf({ ...wordRules(), ...posts })
    await medlint(['-f', 'blob:all.blob', 'posts'], { cwd: folder })
    const blobs = await shards(folder, 2, ['posts'])
    await medlint(['merge', ...blobs, '-f', 'blob:merged.blob'], { cwd: folder })
    expect(read(folder, 'merged.blob')).toBe(read(folder, 'all.blob'))
  })

  it('has what rules that compare pages say across shards', async () => {
    const page = (name: string) => `---\ntitle: ${name}\nimage: /img/one.jpg\n---\n\nText on ${name}.\n`
    const pages = Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((name) => [`posts/${name}.md`, page(name)]))
    const rules = { 'shared-metadata': ['warn', { maxShare: 1 }] }
    const folder = folderOf({ '.medlintrc.json': JSON.stringify({ rules }), ...pages })
    const whole = await medlint(['posts', '-f', 'json'], { cwd: folder })
    expect(whole.stdout).toContain('shared-metadata')
    const blobs = await shards(folder, 3, ['posts'])
    expect((await medlint(['merge', ...blobs, '-f', 'json'], { cwd: folder })).stdout).toBe(whole.stdout)
  })

  it('takes blobs of different folders too', async () => {
    const folder = folderOf({ ...wordRules(), 'b/x.md': 'bad\n', 'a/y.md': 'meh\n' })
    for (const name of ['a', 'b']) await medlint([name, '-f', `blob:${name}.blob`], { cwd: folder })
    const { stdout } = await medlint(['merge', 'b.blob', 'a.blob', '-f', 'json'], { cwd: folder })
    expect((JSON.parse(stdout) as { path: string }[]).map((file) => file.path)).toEqual(['a/y.md', 'b/x.md'])
  })

  it('remembers that a name matched nothing', async () => {
    const folder = folderOf({ ...wordRules(), 'a.md': 'Good.\n' })
    await medlint(['a.md', 'nowhere.md', '-f', 'blob:a.blob'], { cwd: folder })
    expect((await medlint(['merge', 'a.blob'], { cwd: folder })).status).toBe(2)
  })
})

describe('blobs that cannot be merged', () => {
  const site = () => folderOf({ ...wordRules(), 'a.md': 'bad\n', 'b.md': 'meh\n', 'c.json': '[]\n', 'empty.blob': '' })

  const damaged = (async () => {
    const folder = site()
    await shards(folder, 3, ['.'])
    for (const [name, word] of [
      ['all', '.'],
      ['a', 'a.md'],
    ])
      await medlint(['-f', `blob:${name}.blob`, word!], { cwd: folder })
    await medlint(['-f', 'blob:half.blob', '--shard', '1/2'], { cwd: folder })
    return folder
  })()

  it.each([
    ['a missing shard', ['1.blob', '3.blob'], 'Add what is missing: there is no blob of shard 2/3.'],
    ['the same shard twice', ['1.blob', '2.blob', '3.blob', '2.blob'], 'Leave one out: there are two blobs of shard 2/3.'],
    ['the same file twice', ['all.blob', 'a.blob'], 'Leave one out: "a.md" is in "all.blob" and in "a.blob".'],
    ['shards of two runs', ['1.blob', '2.blob', '3.blob', 'half.blob'], 'Merge shards of one run: these are 1/3, 2/3, 3/3, 1/2.'],
    ['no blob', ['c.json'], '"c.json" is none, or another version wrote it'],
    ['an empty file', ['empty.blob'], '"empty.blob" is not whole'],
    ['a folder', ['.'], '"." cannot be read (it is'],
    ['a missing file', ['nowhere.blob'], '"nowhere.blob" cannot be read (there is no such file)'],
    ['no name', [], 'Name the files that --format blob wrote'],
    ['an option of linting', ['1.blob', '2.blob', '3.blob', '--fix'], 'Leave out --fix'],
  ])('%s', async (_name, words, text) => {
    const folder = await damaged
    const run = await medlint(['merge', ...words, '-f', 'json:out.json'], { cwd: folder })
    expect(run).toMatchObject({ status: 2, stdout: '' })
    expect(run.stderr).toContain(text)
    expect(run.stderr).not.toContain('fault of medlint')
  })

  it('one that was cut short, damaged, or is of another version or day', async () => {
    const folder = site()
    await medlint(['-f', 'blob:a.blob', '--now', '2026-06-01', 'a.md'], { cwd: folder })
    await medlint(['-f', 'blob:b.blob', '--now', '2026-06-02', 'b.md'], { cwd: folder })
    const days = await medlint(['merge', 'a.blob', 'b.blob'], { cwd: folder })
    expect([days.status, days.stderr]).toEqual([
      1,
      expect.stringContaining('Use --now in every run: these took today to be 2026-06-01 or 2026-06-02.'),
    ])
    const whole = read(folder, 'a.blob')
    const told = async () => (await medlint(['merge', 'a.blob'], { cwd: folder })).stderr
    truncateSync(path.join(folder, 'a.blob'), whole.indexOf('\n', whole.indexOf('\n') + 1) + 1)
    expect(await told()).toContain('"a.blob" is not whole')
    truncateSync(path.join(folder, 'a.blob'), whole.indexOf('\n') + 20)
    expect(await told()).toContain('"a.blob" is damaged in line 2')
    writeFileSync(path.join(folder, 'a.blob'), whole)
    appendFileSync(path.join(folder, 'a.blob'), '{}\n')
    expect(await told()).toContain('"a.blob" is damaged in line 4')
    writeFileSync(path.join(folder, 'a.blob'), whole.replace(/"version":"[^"]*"/, '"version":"0.0.1"'))
    expect(await told()).toContain('"a.blob" is of medlint 0.0.1')
  })
})

describe('--shard', () => {
  it('gives every path to one share, whatever else there is', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 50 }), (name, count) => {
        const share = shardOf(name, count)
        expect(share).toBeGreaterThanOrEqual(1)
        expect(share).toBeLessThanOrEqual(count)
        expect(shardOf(name, count)).toBe(share)
      }),
    )
    // Fixed for good: another machine may run another version of Node.
    expect(['posts/a.md', 'posts/b.md', '日本/鍼.md'].map((name) => shardOf(name, 4))).toEqual([2, 1, 2])
  })

  it('spreads many files evenly', () => {
    const counts = new Map<number, number>()
    for (let index = 0; index < 10_000; index++) {
      const share = shardOf(`posts/2026/post-${index}.md`, 8)
      counts.set(share, (counts.get(share) ?? 0) + 1)
    }
    for (const count of counts.values()) expect(Math.abs(count - 1250)).toBeLessThan(200)
  })

  it('may leave a share with nothing to do, which is no error', async () => {
    const folder = folderOf({ ...wordRules(), 'a.md': 'bad\n' })
    const runs = await Promise.all([1, 2, 3, 4].map((index) => medlint(['--shard', `${index}/4`, '-f', 'json'], { cwd: folder })))
    expect(runs.map(({ status }) => status).sort()).toEqual([0, 0, 0, 1])
  })

  it.each(['0/4', '5/4', '1', '1/0', 'a/b', '-1/2', '1/2/3'])('%s is told off', async (value) => {
    const run = await medlint([`--shard=${value}`], { cwd: folderOf({ 'a.md': '' }) })
    expect(run.status).toBe(2)
    expect(run.stderr).toContain('Write --shard as "2/4"')
  })
})
