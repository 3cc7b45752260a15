import { describe, expect, it } from 'vitest'
import { folderOf, medlint, wordRules } from './support.ts'

const site = folderOf({
  ...wordRules({ overrides: [{ files: 'posts/**', rules: { 'word-warn': 'error' } }] }),
  '.medlintignore': 'drafts/\n',
})

describe('--stdin', () => {
  it('lints what it reads, and calls it <stdin>', async () => {
    const run = await medlint(['--stdin'], { cwd: site, input: '\uFEFFA bad day.\r\n' })
    expect(run.status).toBe(1)
    expect(run.stdout).toContain('<stdin>\n1:4 error Replace "bad". word-error\n')
    expect((await medlint(['--stdin'], { cwd: site, input: '' })).status).toBe(0)
  })

  it('takes the configuration and the format of the name, which need not exist', async () => {
    const text =
      'meh {/* medlint ignore word-error reason="as the label has it" */}\n\n{/* medlint disable word-error -- as the label has it */}\n\nbad\n'
    const run = await medlint(['--stdin', '--stdin-filename', 'posts/new/a.mdx', '-f', 'json'], { cwd: site, input: text })
    const [file] = JSON.parse(run.stdout) as {
      path: string
      messages: { rule: string; severity: string }[]
      suppressed: unknown[]
    }[]
    expect(file!.path).toBe('posts/new/a.mdx')
    expect(file!.messages[0]).toMatchObject({ rule: 'word-warn', severity: 'error' })
    expect(file!.suppressed).toHaveLength(1)
  })

  it('passes over an ignored name', async () => {
    const run = await medlint(['--stdin', '--stdin-filename', 'drafts/a.md', '-f', 'json'], { cwd: site, input: 'bad\n' })
    expect(run).toMatchObject({ status: 0, stdout: '[]\n' })
    expect(run.stderr).toContain('1 ignored')
  })

  it('gives the fixed text with --fix-dry-run', async () => {
    const run = await medlint(['--stdin', '--fix-dry-run', '-f', 'json'], { cwd: site, input: 'tpyo\n' })
    expect((JSON.parse(run.stdout) as { output: string }[])[0]!.output).toBe('typo\n')
  })

  it('says what is wrong with bytes that are no text', async () => {
    const run = await medlint(['--stdin'], { cwd: site, input: new Uint8Array([0xff, 0xfe, 0, 0]) })
    expect(run.status).toBe(2)
    expect(run.stdout).toContain('medlint/read')
  })

  it.each([
    ['--stdin', '--fix'],
    ['--stdin', 'a.md'],
    ['--stdin-filename', 'a.md'],
  ])('%s with %s is told off before reading', async (...words) => {
    const run = await medlint(words, { cwd: site, input: 'bad' })
    expect(run).toMatchObject({ status: 2, stdout: '' })
    expect(run.stderr).toMatch(/^medlint: .*--(?:stdin|fix)/)
  })
})
