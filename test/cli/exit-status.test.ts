/** Every row of the table of exit statuses in docs/command-line.md, and that the table holds no other. */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { repositoryOf } from './git-support.ts'
import { folderOf, medlint, read, wordRules } from './support.ts'

const site = folderOf({
  ...wordRules(),
  'clean.md': 'Good.\n',
  'warned.md': 'A meh day, hmm.\n',
  'wrong.md': 'A bad day.\n',
  'fixable.md': 'A tpyo.\n',
  'crash.md': 'boom and bad\n',
  'drafts/a.md': 'bad\n',
  'empty/': '',
  'broken.json': '{"rules": }',
  'unknown.json': '{"rules": {"no-such-rule": "error"}}',
  'notes.txt': 'bad\n',
  '.medlintignore': 'drafts/\n',
  'binary.md': new Uint8Array([0, 1, 2, 3]),
})

/** Row of the table -> status, and commands that end with it. */
const ROWS: [row: string, status: number, commands: string[][]][] = [
  ['nothing found, or only messages of severity `warn` and `info`', 0, [['clean.md'], ['warned.md']]],
  ['more warnings than zero, and no `--max-warnings`', 0, [['warned.md', 'fixable.md']]],
  ['every named file is ignored', 0, [['drafts/a.md', 'notes.txt']]],
  [
    'nothing matched, with `--no-error-on-unmatched-pattern`',
    0,
    [['--no-error-on-unmatched-pattern', 'empty', 'nowhere.md', 'no/*.md']],
  ],
  ['nothing changed, with `--changed`, `--since` or `--staged`', 0, []],
  [
    '`--help`, `--version`, `--print-config`, `--explain`, `--list-rules`, `--init`, `inspect`, `refs`, `lsp`, `score` did what they say',
    0,
    [
      ['--help'],
      ['-v'],
      ['--print-config', 'wrong.md'],
      ['--explain', 'dose-decimal'],
      ['--list-rules'],
      ['inspect', 'wrong.md', '--only', 'sentences'],
      ['score', 'wrong.md'],
    ],
  ],
  ['at least one message of severity `error` is left (after fixing, with `--fix`)', 1, [['wrong.md'], ['--quiet', 'wrong.md']]],
  ['more warnings than `--max-warnings`', 1, [['--max-warnings', '0', 'warned.md']]],
  ['the baseline holds findings that are no longer there, and `CI` is set', 1, []],
  ['`medlint gate` did not let the change through, or a rule is above its ceiling', 1, []],
  [
    'unknown option, wrong value, options that exclude each other',
    2,
    [
      ['--frobnicate'],
      ['--format', 'xml'],
      ['--format', 'json', '--format', 'sarif'],
      ['--shard', '5/4'],
      ['--ndjson', 'a.md'],
      ['merge'],
      ['--max-warnings', 'many'],
      ['--now', '2026-02-30'],
      ['--fix', '--fix-dry-run'],
      ['--stdin', 'a.md'],
      ['gate', 'clean.md'],
      ['--explain', 'no-such-rule'],
    ],
  ],
  [
    'git, the repository or the commit is missing, with `--changed`, `--since` or `--staged`',
    2,
    [['--changed'], ['--since', 'main'], ['--staged']],
  ],
  [
    'configuration that cannot be found, read or understood',
    2,
    [
      ['-c', 'nowhere.json', 'clean.md'],
      ['-c', 'empty', 'clean.md'],
      ['-c', 'broken.json', 'clean.md'],
      ['-c', 'unknown.json', 'clean.md'],
    ],
  ],
  [
    'a baseline, ceilings or earlier scores that cannot be read or written',
    2,
    [
      ['--suppressions-location', 'broken.json', 'clean.md'],
      ['--suppress-all', '--suppressions-location', 'nowhere/old.json', 'wrong.md'],
    ],
  ],
  ['no file matched', 2, [['empty'], ['clean.md', 'nowhere.md'], ['no/*.md']]],
  [
    'a file, folder or line of `--ndjson` could not be read or written (`medlint/read`; the others were linted)',
    2,
    [
      ['binary.md', 'clean.md'],
      ['-o', 'nowhere/report.txt', 'clean.md'],
    ],
  ],
  [
    'a blob that `medlint merge` cannot use, or that is missing',
    2,
    [
      ['merge', 'clean.md'],
      ['merge', 'nowhere.blob'],
    ],
  ],
  ['a rule failed (`medlint/internal`; the others went on), or medlint itself', 2, [['crash.md']]],
]

const cases = ROWS.flatMap(([row, status, commands]) => commands.map((words) => ({ row, status, words })))

describe('exit status', () => {
  it.concurrent.each(cases)('$status: $row: $words', async ({ status, words }) => {
    const run = await medlint(words, { cwd: site })
    expect(run, run.stderr).toMatchObject({ status, signal: null })
    if (status === 2) expect(run.stderr + run.stdout).toMatch(/medlint/)
    expect(run.stderr).not.toContain('fault of medlint')
  })

  it('0 for --init', async () => {
    const folder = folderOf()
    expect((await medlint(['--init', '--yes'], { cwd: folder })).status).toBe(0)
    expect(JSON.parse(read(folder, '.medlintrc.json'))).toMatchObject({ extends: ['recommended'] })
  })

  it('0 when nothing changed', async () => {
    const folder = repositoryOf({ ...wordRules(), 'wrong.md': 'A bad day.\n' })
    for (const words of [['--changed'], ['--since', 'HEAD'], ['--staged']]) {
      expect(await medlint(words, { cwd: folder })).toMatchObject({ status: 0, stdout: '' })
    }
  })

  it('1 when the gate stays shut', async () => {
    const folder = repositoryOf({ ...wordRules(), 'wrong.md': 'A bad day.\n' })
    expect((await medlint(['gate', '--changed'], { cwd: folder })).status).toBe(0)
    writeFileSync(path.join(folder, 'wrong.md'), 'A bad day. Another bad day.\n')
    expect((await medlint(['gate', '--changed'], { cwd: folder })).status).toBe(1)
  })

  it('1 in CI when the baseline is stale', async () => {
    const folder = folderOf({ ...wordRules(), 'a.md': 'A bad day.\n' })
    await medlint(['--suppress-all'], { cwd: folder })
    expect((await medlint([], { cwd: folder, env: { CI: '1' } })).status).toBe(0)
    writeFileSync(path.join(folder, 'a.md'), 'A good day.\n')
    expect((await medlint([], { cwd: folder, env: { CI: '1' } })).status).toBe(1)
    expect((await medlint([], { cwd: folder })).status).toBe(0)
  })

  it('goes by what is left after --fix', async () => {
    const folder = folderOf({ ...wordRules({ rules: { 'word-fix': 'error' } }), 'a.md': 'A tpyo.\n' })
    expect((await medlint(['a.md'], { cwd: folder })).status).toBe(1)
    expect((await medlint(['--fix', 'a.md'], { cwd: folder })).status).toBe(0)
    expect(read(folder, 'a.md')).toBe('A typo.\n')
  })

  it('is documented, row by row', () => {
    const page = readFileSync(fileURLToPath(new URL('../../docs/command-line.md', import.meta.url)), 'utf8')
    const section = page.slice(page.indexOf('## Exit status'), page.indexOf('## Standard input'))
    const rows = [...section.matchAll(/^\| (\d) +\| (.*?) *\|$/gm)].map(([, status, text]) => [text, Number(status)])
    expect(rows).toEqual(ROWS.map(([text, status]) => [text, status]))
  })
})

describe('what ends the run with 2', () => {
  it('leaves the other files linted, and says where to look', async () => {
    const run = await medlint(['-f', 'json', 'crash.md', 'binary.md', 'wrong.md'], { cwd: site })
    const files = JSON.parse(run.stdout) as { path: string; messages: { rule: string }[] }[]
    expect(files.map(({ path: name, messages }) => [name, ...messages.map(({ rule }) => rule)])).toEqual([
      ['crash.md', 'medlint/internal', 'word-error'],
      ['binary.md', 'medlint/read'],
      ['wrong.md', 'word-error'],
    ])
  })

  it('shows the stack of a rule with --debug', async () => {
    expect((await medlint(['crash.md'], { cwd: site })).stderr).not.toContain('words.mjs')
    expect((await medlint(['--debug', 'crash.md'], { cwd: site })).stderr).toContain('words.mjs')
  })

  it('a broken configuration of one folder stops before anything is reported or written', async () => {
    const folder = folderOf({ ...wordRules(), 'a.md': 'tpyo\n', 'b/.medlintrc.json': '{"rulez": {}}', 'b/b.md': 'tpyo\n' })
    const run = await medlint(['--fix'], { cwd: folder })
    expect(run).toMatchObject({ status: 2, stdout: '' })
    expect(run.stderr).toContain('b/.medlintrc.json:1: Remove or correct the key "rulez"')
    expect(read(folder, 'a.md')).toBe('tpyo\n')
  })

  it('names what was looked for when nothing matched', async () => {
    const { stderr } = await medlint(['--ext', 'mdx', path.join('empty')], { cwd: site })
    expect(stderr).toContain('no .mdx file to lint in "empty"')
  })
})
