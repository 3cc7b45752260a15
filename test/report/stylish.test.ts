import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createStylish } from '../../src/report/stylish.ts'
import { summaryText } from '../../src/report/summary.ts'
import { folderOf, medlint, wordRules } from '../cli/support.ts'
import { message, summary } from './support.ts'

const plain = { color: false, columns: 80 }
const long = 'Cite a source for this efficacy claim ("relieves the pain of") here or in the next sentence, or reword it.'

describe('stylish', () => {
  it('has a block for each file with messages, and a line of counts', () => {
    const reporter = createStylish(plain)
    const messages = [
      message(),
      message({ severity: 'info', rule: 'sentence-length', message: 'Split this.' }),
      message({ severity: 'warn', rule: 'unsupported-claim', message: long, line: 12, column: 1 }),
    ]
    const text =
      reporter.file({ path: 'clean.md', messages: [], suppressed: [] }) +
      reporter.file({ path: 'posts/a.md', messages, suppressed: [] }) +
      reporter.end(summary({ errors: 1, warnings: 1, infos: 1, fixable: 1 }))
    expect(text).toBe(`posts/a.md
3:5  error   Write "1 mg" without the trailing zero.          dose-decimal
3:5  info    Split this.                                      sentence-length
12:1 warning Cite a source for this efficacy claim ("relieves unsupported-claim
             the pain of") here or in the next sentence, or
             reword it.

✖ 1 error, ⚠ 1 warning, 1 info in 1 of 2 files (1 fixable with --fix)
`)
  })

  it('keeps its columns beside text of wide characters', () => {
    const messages = [
      message({ message: '写 "干细胞" 的来源。', rule: 'unsupported-claim' }),
      message({ message: 'Write “µg”.', rule: 'dose-decimal' }),
    ]
    expect(createStylish(plain).file({ path: 'a.md', messages, suppressed: [] })).toBe(
      'a.md\n3:5 error 写 "干细胞" 的来源。 unsupported-claim\n3:5 error Write “µg”.          dose-decimal\n\n',
    )
  })

  it('is silent when there is nothing', () => {
    const reporter = createStylish(plain)
    expect(reporter.file({ path: 'a.md', messages: [], suppressed: [] }) + reporter.end(summary())).toBe('')
  })

  it('fits the terminal and holds no control characters, whatever a post says', () => {
    const word = fc.string({ unit: 'binary', minLength: 1, maxLength: 25 })
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 30 }), fc.integer({ min: 60, max: 120 }), (parts, columns) => {
        const reporter = createStylish({ color: false, columns })
        const text = reporter.file({ path: 'a.md', messages: [message({ message: parts.join(' ') })], suppressed: [] })
        expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/)
        expect(text.split('\n').filter((line) => line.length > columns)).toEqual([])
      }),
    )
  })
})

describe('colours', () => {
  const site = folderOf({ ...wordRules(), 'a.md': 'bad\n' })
  const run = (words: string[], env: Record<string, string> = {}) => medlint([...words, 'a.md'], { cwd: site, env })
  const colored = expect.stringContaining('\u001b[31m')

  it('are for terminals alone, unless asked for', async () => {
    expect((await run([])).stdout).toBe('a.md\n1:1 error Replace "bad". word-error\n\n✖ 1 error in 1 of 1 file\n')
    expect((await run(['--color'])).stdout).toEqual(colored)
    expect((await run([], { FORCE_COLOR: '1' })).stdout).toEqual(colored)
    expect((await run([], { FORCE_COLOR: '1', NO_COLOR: '1' })).stdout).not.toEqual(colored)
    expect((await run(['--no-color'], { FORCE_COLOR: '1' })).stdout).not.toEqual(colored)
  })
})

describe('the summary on standard error', () => {
  it('says what ran, on which data, and which rules could not', () => {
    const silent = [{ rule: 'hard-sentence', reason: 'no data set "frequency"', files: 2 }]
    const text = summaryText(
      summary({ suppressed: 3, fixed: 2, skipped: 1, silent, data: { domains: '2026-02-01', units: '2025-11-01' } }),
      true,
    )
    expect(text).toBe(
      'medlint 1.2.3: 2 files, 3 suppressed, 2 fixed, 1 ignored; today is 2026-06-01; 2 data sets, oldest units of 2025-11-01\n' +
        '  silent: hard-sentence, no data set "frequency" (2 files)\n',
    )
  })

  it('is left out by --quiet, which reports errors alone and counts warnings all the same', async () => {
    const folder = folderOf({ ...wordRules(), 'a.md': 'bad meh hmm\n', 'b.md': 'meh\n' })
    const run = await medlint(['--quiet', '--max-warnings', '1'], { cwd: folder })
    expect(run.stdout).toBe('a.md\n1:1 error Replace "bad". word-error\n\n✖ 1 error in 1 of 2 files\n')
    expect(run.stderr).toBe('medlint: Mend some warnings: there are 2, and --max-warnings allows 1.\n')
    expect(run.status).toBe(1)
  })

  it('stays apart from the report, which --output-file takes', async () => {
    const folder = folderOf({ ...wordRules(), 'a.md': 'bad\n' })
    const run = await medlint(['-o', 'report.txt', 'a.md'], { cwd: folder })
    expect(run.stdout).toBe('')
    expect(run.stderr).toContain('1 file, 1 error, 0 warnings, 0 infos; today is 2026-06-01')
  })

  it('takes the date from --now, else from SOURCE_DATE_EPOCH', async () => {
    const folder = folderOf({ ...wordRules(), 'a.md': '' })
    expect((await medlint(['--now', '2027-01-31', 'a.md'], { cwd: folder })).stderr).toContain('today is 2027-01-31')
    expect((await medlint(['a.md'], { cwd: folder, env: { SOURCE_DATE_EPOCH: '0' } })).stderr).toContain('today is 1970-01-01')
  })
})

describe('MEDLINT_OUTPUT_FORMAT and MEDLINT_CONFIG_PATH', () => {
  it('stand in for the options, which come first', async () => {
    const folder = folderOf({
      ...wordRules(),
      'a.md': 'meh\n',
      'other.json': '{"plugins": ["./words.mjs"], "rules": {"word-warn": "error"}}',
    })
    const env = { MEDLINT_OUTPUT_FORMAT: 'jsonl', MEDLINT_CONFIG_PATH: 'other.json' }
    const run = await medlint(['a.md'], { cwd: folder, env })
    expect(run.status).toBe(1)
    expect(run.stdout).toContain('"type":"summary"')
    const named = await medlint(['-f', 'stylish', '-c', '.medlintrc.json', 'a.md'], { cwd: folder, env })
    expect(named.stdout).toContain('1:1 warning Replace "meh". word-warn')
  })
})
