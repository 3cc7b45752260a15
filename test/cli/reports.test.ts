/** Several reports of one run, and where they cannot go. */
import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, lstatSync, mkdirSync, readdirSync, statSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { FORMATS } from '../../src/report/index.ts'
import { COMMAND, environment, folderOf, medlint, namesIn, read, wordRules } from './support.ts'

describe('several formats', () => {
  it('each give what they give alone, from one run', async () => {
    const folder = folderOf({ ...wordRules(), 'posts/a.md': 'bad meh tpyo\n', 'posts/b.md': 'Good.\n', 'out/': '' })
    const words = FORMATS.filter((name) => name !== 'stylish').flatMap((name) => ['-f', `${name}:out/${name}`])
    const together = await medlint([...words, '-f', 'stylish', 'posts'], { cwd: folder })
    expect(together.status).toBe(1)
    expect(namesIn(path.join(folder, 'out'))).toEqual(FORMATS.filter((name) => name !== 'stylish').sort())
    for (const name of FORMATS) {
      const alone = await medlint(['-f', name, 'posts'], { cwd: folder })
      expect([name, name === 'stylish' ? together.stdout : read(folder, `out/${name}`)]).toEqual([name, alone.stdout])
    }
  })

  it('may leave --output-file to the one without a file', async () => {
    const folder = folderOf({ ...wordRules(), 'a.md': 'bad\n' })
    const run = await medlint(['-f', 'json:a.json', '-f', 'checkstyle', '-o', 'a.xml', 'a.md'], { cwd: folder })
    expect(run).toMatchObject({ status: 1, stdout: '' })
    expect([read(folder, 'a.json')[0], read(folder, 'a.xml')[0]]).toEqual(['[', '<'])
  })

  it('can be named in MEDLINT_OUTPUT_FORMAT with a file', async () => {
    const folder = folderOf({ ...wordRules(), 'a.md': 'bad\n' })
    await medlint(['a.md'], { cwd: folder, env: { MEDLINT_OUTPUT_FORMAT: 'json:a:b.json' } })
    expect(read(folder, 'a:b.json')).toContain('"path":"a.md"')
  })

  it.each([
    [['-f', 'sarfi'], 'there is no "sarfi". Did you mean "sarif"?'],
    [['-f', 'sarif', '-f', 'json'], 'Name a file for "json", as in --format json:report.txt'],
    [['-f', 'sarif:', 'a.md'], 'Name a file after "sarif:".'],
    [['-f', 'sarif:x', '-f', 'json:x'], 'two cannot write "x"'],
    [['-f', 'sarif:x', '-o', 'y'], 'Leave out --output-file'],
    [['-f', 'json:nowhere/x', 'a.md'], '"nowhere/x" cannot be written (there is no such file)'],
    [['-o', 'folder', 'a.md'], '"folder" cannot be written (it is a folder)'],
  ])('%j is told off, and nothing is linted or left', async (words, text) => {
    const folder = folderOf({ ...wordRules(), 'a.md': 'tpyo\n', 'folder/': '' })
    const before = namesIn(folder)
    const run = await medlint(['--fix', ...words], { cwd: folder })
    expect(run).toMatchObject({ status: 2, stdout: '' })
    expect(run.stderr).toContain(text)
    expect(run.stderr).not.toContain('fault of medlint')
    expect(namesIn(folder)).toEqual(before)
    expect(read(folder, 'a.md')).toBe('tpyo\n')
  })

  it('leave no file when the configuration is broken', async () => {
    const folder = folderOf({ '.medlintrc.json': '{"rulez": 1}', 'a.md': 'x\n' })
    expect((await medlint(['-f', 'sarif:a.sarif', '-f', 'json:a.json'], { cwd: folder })).status).toBe(2)
    expect(namesIn(folder)).toEqual(['.medlintrc.json', 'a.md'])
  })
})

describe('a report file', () => {
  it('replaces an old one, keeps its permissions, and goes where a link leads', async () => {
    const folder = folderOf({ ...wordRules(), 'a.md': 'bad\n', 'real.json': 'old', 'sub/': '' })
    chmodSync(path.join(folder, 'real.json'), 0o640)
    symlinkSync('../real.json', path.join(folder, 'sub/link.json'))
    await medlint(['-f', 'json:sub/link.json', 'a.md'], { cwd: folder })
    expect(read(folder, 'real.json')).toContain('a.md')
    expect(statSync(path.join(folder, 'real.json')).mode & 0o777).toBe(0o640)
    expect(lstatSync(path.join(folder, 'sub/link.json')).isSymbolicLink()).toBe(true)
  })

  it('may be a pipe or a device, which stay what they are', async () => {
    const folder = folderOf({ ...wordRules(), 'a.md': 'bad\n' })
    execFileSync('mkfifo', [path.join(folder, 'pipe')])
    const reader = spawn('cat', [path.join(folder, 'pipe')])
    let text = ''
    reader.stdout.setEncoding('utf8').on('data', (part: string) => {
      text += part
    })
    const closed = new Promise((resolve) => reader.on('close', resolve))
    expect((await medlint(['-f', 'json:pipe', '-f', 'junit:/dev/null', 'a.md'], { cwd: folder })).status).toBe(1)
    await closed
    expect(JSON.parse(text)).toHaveLength(1)
    expect(lstatSync(path.join(folder, 'pipe')).isFIFO()).toBe(true)
    expect(lstatSync('/dev/null').isCharacterDevice()).toBe(true)
  })

  it('is the old one, whole, after a kill that cannot be caught', async () => {
    const files = Object.fromEntries(Array.from({ length: 600 }, (_, index) => [`posts/${index}.md`, 'bad meh hmm '.repeat(200)]))
    const folder = folderOf({ ...wordRules(), ...files, 'out.sarif': 'old' })
    const child = spawn(process.execPath, [COMMAND, '-f', 'sarif:out.sarif', '-f', 'jsonl', 'posts'], {
      cwd: folder,
      env: environment(),
    })
    child.stdout.once('data', () => child.kill('SIGKILL'))
    const signal = await new Promise((resolve) => child.on('close', (_, by) => resolve(by)))
    expect(signal).toBe('SIGKILL')
    expect(read(folder, 'out.sarif')).toBe('old')
  })
})

describe('a reader that goes away', () => {
  const files = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`posts/${index}.md`, 'bad '.repeat(400)]))

  const closedAfterFirst = async (words: string[], folder: string) => {
    const child = spawn(process.execPath, [COMMAND, ...words, 'posts'], { cwd: folder, env: environment() })
    let stderr = ''
    child.stderr.on('data', (text: Buffer) => {
      stderr += text.toString()
    })
    child.stdout.once('data', () => child.stdout.destroy())
    const status = await new Promise((resolve) => child.on('close', resolve))
    return { status, stderr }
  }

  it.each(FORMATS.filter((name) => !['summary', 'github'].includes(name)))(
    '(medlint -f %s | head) ends the run with 0 and no word',
    async (name) => {
      const folder = folderOf({ ...wordRules(), ...files })
      expect(await closedAfterFirst(['-f', name], folder)).toEqual({ status: 0, stderr: '' })
    },
  )

  it('does not keep a report from its file', async () => {
    const folder = folderOf({ ...wordRules(), ...files })
    mkdirSync(path.join(folder, 'out'))
    const { status } = await closedAfterFirst(['-f', 'jsonl', '-f', 'json:out/all.json'], folder)
    expect(status).toBe(1)
    expect(readdirSync(path.join(folder, 'out'))).toEqual(['all.json'])
    expect(JSON.parse(read(folder, 'out/all.json'))).toHaveLength(40)
  })
})
