import { chmodSync, lstatSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { folderOf, medlint, namesIn, read, wordRules } from './support.ts'

/** Turns `aaa` into `aa`, so that it takes several passes. */
const SHRINK = `
export default Object.assign(() => undefined, {
  meta: {
    id: 'shrink', family: 'language', type: 'problem', purpose: '', severity: 'warn', fix: 'safe', wave: 2, standards: [], url: '',
    defaultOptions: {}, messages: { found: { text: 'Shorten.' } }, schema: { type: 'object', properties: {} },
  },
  check(post, { report }) {
    const start = post.text.indexOf('aa')
    if (start >= 0) report({ at: { start, end: start + 2 }, message: 'found', fix: [{ start, end: start + 2, text: 'a' }] })
  },
})`

describe('--fix', () => {
  it('changes what the fixes name and nothing else: BOM, CRLF, blanks and odd Markdown stay', async () => {
    const before =
      '\uFEFF---\r\ntitle:   "x"\r\n---\r\n\r\n* a tpyo  \r\n- b\ttpyo\r\n\nSetext\n===\r\n\r\n| a|b |\r\n|-|:-|\r\n|tpyo|\\_1 |\r\n\r\n1) _x_ __y__\r\n  '
    const folder = folderOf({ ...wordRules(), 'a.md': before, 'clean.md': 'Typo.\n' })
    const untouched = statSync(path.join(folder, 'clean.md'))
    const { status, stderr } = await medlint(['--fix'], { cwd: folder })
    expect(status).toBe(0)
    expect(readFileSync(path.join(folder, 'a.md')).toString('utf8')).toBe(before.replaceAll('tpyo', 'typo'))
    expect(stderr).toContain('3 fixed')
    expect(statSync(path.join(folder, 'clean.md'))).toMatchObject({ ino: untouched.ino, mtimeMs: untouched.mtimeMs })
    expect(namesIn(folder)).toEqual(['.medlintrc.json', 'a.md', 'clean.md', 'words.mjs'])
  })

  it('goes on until nothing is left, and a second run changes nothing', async () => {
    const config = { plugins: ['./words.mjs', './shrink.mjs'], rules: { shrink: 'warn', 'word-error': 'error' } }
    const folder = folderOf({ ...wordRules(config), 'shrink.mjs': SHRINK, 'a.md': 'aaaaaa bad\n' })
    const first = await medlint(['--fix', '-f', 'json', 'a.md'], { cwd: folder })
    expect(read(folder, 'a.md')).toBe('a bad\n')
    const [file] = JSON.parse(first.stdout) as { messages: { rule: string; start: number }[] }[]
    expect(file!.messages).toMatchObject([{ rule: 'word-error', start: 2 }])
    const second = await medlint(['--fix', '-f', 'json', 'a.md'], { cwd: folder })
    expect(second.stdout).toBe(first.stdout)
    expect(second.stderr).not.toContain('fixed')
  })

  it('leaves what a comment suppresses, keeps permissions, and follows a link to the file', async () => {
    const text = '<!--medlint ignore word-fix reason="as the label has it"-->\n\ntpyo\n\ntpyo\n'
    const folder = folderOf({ ...wordRules(), 'real.markdown': text, 'links/': '' })
    chmodSync(path.join(folder, 'real.markdown'), 0o640)
    symlinkSync('../real.markdown', path.join(folder, 'links/a.md'))
    await medlint(['--fix', 'links'], { cwd: folder })
    expect(read(folder, 'real.markdown')).toBe(text.replace(/tpyo\n$/, 'typo\n'))
    expect(statSync(path.join(folder, 'real.markdown')).mode & 0o777).toBe(0o640)
    expect(lstatSync(path.join(folder, 'links/a.md')).isSymbolicLink()).toBe(true)
  })
})

describe('--fix-dry-run', () => {
  it('writes nothing and gives the fixed text where it differs', async () => {
    const folder = folderOf({ ...wordRules(), 'a.md': 'A tpyo.\n', 'b.md': 'A typo.\n' })
    const { stdout, stderr, status } = await medlint(['--fix-dry-run', '-f', 'json'], { cwd: folder })
    expect(JSON.parse(stdout)).toEqual([
      { path: 'a.md', messages: [], suppressed: [], output: 'A typo.\n' },
      { path: 'b.md', messages: [], suppressed: [] },
    ])
    expect(status).toBe(0)
    expect(stderr).toContain('1 would be fixed')
    expect(read(folder, 'a.md')).toBe('A tpyo.\n')
  })
})

describe('without --fix', () => {
  it('the report says how many it could mend', async () => {
    const folder = folderOf({ ...wordRules(), 'a.md': 'tpyo tpyo meh\n' })
    expect((await medlint([], { cwd: folder })).stdout).toContain('⚠ 3 warnings in 1 of 1 file (2 fixable with --fix)')
    expect(read(folder, 'a.md')).toBe('tpyo tpyo meh\n')
  })
})
