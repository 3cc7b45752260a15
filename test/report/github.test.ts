import { describe, expect, it } from 'vitest'
import { createGithub } from '../../src/report/github.ts'
import { folderOf, medlint, read, wordRules } from '../cli/support.ts'
import { message, summary } from './support.ts'

describe('github', () => {
  it('writes workflow commands, and nothing in a post can end one or start another', () => {
    const reporter = createGithub()
    const hostile = message({ message: '100% "a:b, c"\r\n::error::x\u001b[31m\u202e', rule: 'a,b:c' })
    reporter.file({ path: 'posts/50%,a:b\n.md', messages: [hostile], suppressed: [] })
    expect(reporter.end(summary())).toBe(
      '::error file=posts/50%25%2Ca%3Ab%0A.md,line=3,endLine=3,col=5,endColumn=10,title=a%2Cb%3Ac::100%25 "a:b, c" ::error::x�[31m�\n',
    )
  })

  it('leaves out columns of a range over several lines', () => {
    const reporter = createGithub()
    reporter.file({ path: 'a.md', messages: [message({ severity: 'info', endLine: 4 })], suppressed: [] })
    expect(reporter.end(summary())).toMatch(/^::notice file=a\.md,line=3,endLine=4,title=dose-decimal::/)
  })

  it('shows ten, the gravest first, and how many more there are', () => {
    const reporter = createGithub()
    for (let index = 0; index < 9; index++) {
      const messages = (['info', 'warn', 'error'] as const).map((severity) =>
        message({ severity, message: `${severity} ${index}` }),
      )
      expect(reporter.file({ path: `${index}.md`, messages, suppressed: [] })).toBe('')
    }
    const lines = reporter.end(summary()).trimEnd().split('\n')
    expect(lines.map((line) => line.replace(/^::(\w+) .*::/, '$1 '))).toEqual([
      ...Array.from({ length: 9 }, (_, index) => `error error ${index}`),
      'warning warn 0',
      '…and 17 more',
    ])
  })

  it('appends a summary to the page of the run', async () => {
    const folder = folderOf({ ...wordRules(), 'a.md': 'bad meh\n', 'summary.txt': 'Before.\n' })
    const env = { GITHUB_STEP_SUMMARY: `${folder}/summary.txt` }
    const { status, stdout } = await medlint(['-f', 'github', 'a.md'], { cwd: folder, env })
    expect(status).toBe(1)
    expect(stdout).toMatch(/^::error [^\n]*\n::warning [^\n]*\n$/)
    expect(read(folder, 'summary.txt')).toMatch(/^Before\.\n### medlint\n\n\*\*1 error\*\*, 1 warning in 1 of 1 file\.\n/)
    expect((await medlint(['-f', 'stylish', 'a.md'], { cwd: folder, env })).status).toBe(1)
    expect(read(folder, 'summary.txt').match(/### medlint/g)).toHaveLength(1)
  })

  it('says so when that page cannot be written', async () => {
    const folder = folderOf({ ...wordRules(), 'a.md': 'bad\n' })
    const env = { GITHUB_STEP_SUMMARY: `${folder}/nowhere/summary.txt` }
    const { status, stdout, stderr } = await medlint(['-f', 'github', 'a.md'], { cwd: folder, env })
    expect(status).toBe(2)
    expect(stdout).toContain('::error file=a.md')
    expect(stderr).toContain('medlint: Correct GITHUB_STEP_SUMMARY: ')
  })

  it('says so when there is nothing', () => {
    expect(createGithub().end(summary())).toBe('')
  })
})
