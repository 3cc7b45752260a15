/** Data files that rule options name reach the rules. */
import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { folderOf, medlint } from './support.ts'

const messages = (stdout: string) =>
  JSON.parse(stdout)[0].messages as { rule: string; messageId: string; message: string; severity: string }[]

function configWith(rules: object): string {
  return JSON.stringify({ rules })
}

describe('profiles', () => {
  const post = '---\nauthor: ines-vogt\n---\n\nText.\n'
  const rules = { 'frontmatter-author': ['error', { requireCredentials: true, profiles: 'data/people.yml' }] }

  it.each([
    ['a list of objects', '- id: ines-vogt\n  name: Ines Vogt\n'],
    ['objects by id', 'ines-vogt: {name: Ines Vogt}\n'],
    ['a list of names', '- ines-vogt\n'],
  ])('knows people of %s', async (_, people) => {
    const folder = folderOf({ '.medlintrc.json': configWith(rules), 'data/people.yml': people, 'a.md': post })
    expect((await medlint(['a.md', '-f', 'json'], { cwd: folder })).status).toBe(0)
  })

  it('says which file is missing or broken', async () => {
    const missing = await medlint(['a.md'], { cwd: folderOf({ '.medlintrc.json': configWith(rules), 'a.md': post }) })
    expect([missing.status, missing.stderr]).toEqual([2, expect.stringContaining('data/people.yml')])
    const broken = folderOf({ '.medlintrc.json': configWith(rules), 'data/people.yml': 'a: [', 'a.md': post })
    expect((await medlint(['a.md'], { cwd: broken })).status).toBe(2)
  })
})

describe('idMap', () => {
  const post =
    '# A\n\nIt helps [1], as [others](https://pubmed.ncbi.nlm.nih.gov/29123456/) found.\n\n## References\n\n1. Roy D. Splints. J Hand. 2017;6(1):1-9.\n2. Ito H. Splints at night. J Hand. 2016;5(1):1-9. doi:10.5555/k2\n'
  const config = configWith({ 'uncited-reference': 'warn' })

  it('is read from .medlint/ids.json when it is there', async () => {
    const without = folderOf({ '.medlintrc.json': config, 'a.md': post })
    const found = await medlint(['a.md', '-f', 'json'], { cwd: without })
    expect(messages(found.stdout).map(({ messageId }) => messageId)).toEqual(['undecided'])
    const files = { '.medlintrc.json': config, '.medlint/ids.json': '{"29123456": "10.5555/K2"}', 'a.md': post }
    expect(messages((await medlint(['a.md', '-f', 'json'], { cwd: folderOf(files) })).stdout)).toEqual([])
  })

  it('says what is wrong with it', async () => {
    const folder = folderOf({ '.medlintrc.json': config, '.medlint/ids.json': '{"29123456": 7}', 'a.md': post })
    const { status, stderr } = await medlint(['a.md'], { cwd: folder })
    expect([status, stderr]).toEqual([2, expect.stringContaining('.medlint/ids.json')])
  })
})

describe('dataset of retracted-source', () => {
  const post = '# A\n\nIt helps [1].\n\n## References\n\n1. Roy D. Splints. J Hand. 2017;6(1):1-9. doi:10.5555/K2\n'
  const setting = (options: object) => configWith({ 'retracted-source': options })
  const run = (files: Record<string, string>) =>
    medlint(['a.md', '-f', 'json', '--now', '2026-06-01'], { cwd: folderOf({ 'a.md': post, ...files }) })
  const HEADER = 'Record ID,Title,RetractionDate,RetractionDOI,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature\n'

  it('is read as JSON', async () => {
    const entries = [{ doi: 'https://doi.org/10.5555/k2', status: 'Retraction', date: '2026-05-02' }]
    const json = (data: object) =>
      run({ '.medlintrc.json': setting({ dataset: 'data/notices.json' }), 'data/notices.json': JSON.stringify(data) })
    expect(messages((await json({ asOf: '2026-05-20', entries })).stdout)).toMatchObject([
      { messageId: 'retracted', severity: 'error' },
    ])
    expect(messages((await json({ asOf: '2026-01-02', entries })).stdout)).toMatchObject([{ severity: 'info' }])
    expect(messages((await json({ entries: [{ ...entries[0], status: 'Correction' }] })).stdout)).toEqual([])
  })

  it('is read as the CSV of the Retraction Watch database', async () => {
    const csv = (rows: string) => run({ '.medlintrc.json': setting({ dataset: 'rw.csv' }), 'rw.csv': HEADER + rows })
    const row = (nature: string) => `1,"Splints, ""at night""\r\nin adults",5/2/2026 0:00,10.5555/n1,10.5555/k2,0,${nature}\r\n`
    const { stdout } = await csv(row('Retraction'))
    expect(messages(stdout)).toMatchObject([{ message: 'Replace this source: it was retracted on 2026-05-02 (10.5555/n1).' }])
    expect(messages((await csv(row('Expression of concern'))).stdout)).toMatchObject([{ messageId: 'concern', severity: 'warn' }])
    expect(messages((await csv(row('Retraction') + row('Reinstatement'))).stdout)).toEqual([])
  })

  it('says what is wrong with it', async () => {
    const broken: [string, string | undefined, string][] = [
      ['a.json', undefined, 'a.json'],
      ['a.json', '{"entries": [', 'a.json: Correct the JSON'],
      ['a.json', '[]', 'there is no list "entries"'],
      ['a.json', '{"entries": [{"doi": "10.5555/a"}]}', 'Give entry 1 a "status"'],
      ['a.csv', 'a,b\n1,2\n', 'there is no "OriginalPaperDOI"'],
    ]
    for (const [dataset, text, expected] of broken) {
      const { status, stderr } = await run({
        '.medlintrc.json': setting({ dataset }),
        ...(text === undefined ? {} : { [dataset]: text }),
      })
      expect([status, stderr]).toEqual([2, expect.stringContaining(expected)])
    }
  })

  it('is joined by the records of .medlint/ids.json', async () => {
    const record = {
      aliases: { doi: '10.5555/k2' },
      status: 'retracted',
      notices: [{ doi: '10.5555/n1', date: '2026-05-02' }],
      checkedAt: '2026-05-20T10:00:00Z',
    }
    const files = {
      '.medlintrc.json': setting({}),
      '.medlint/ids.json': JSON.stringify({ '29123456': record, pmc7654321: '29123456' }),
    }
    expect(messages((await run(files)).stdout)).toMatchObject([
      { message: 'Replace this source: it was retracted on 2026-05-02 (10.5555/n1).' },
    ])
  })
})

describe('useGitDates', () => {
  it('counts the last commit as an update', async () => {
    const rules = { 'frontmatter-currency': ['error', { useGitDates: true }] }
    const folder = folderOf({ '.medlintrc.json': configWith(rules), 'a.md': '---\ndate: 2020-01-01\n---\n\nText.\n' })
    const run = () => medlint(['a.md', '-f', 'json', '--now', '2026-06-01'], { cwd: folder })
    expect(messages((await run()).stdout).map(({ messageId }) => messageId)).toEqual(['stale'])
    const git = (...args: string[]) =>
      execFileSync('git', args, { cwd: folder, env: { ...process.env, GIT_COMMITTER_DATE: '2026-05-01T00:00:00Z' } })
    git('init', '-q')
    git('add', 'a.md')
    git('-c', 'user.name=t', '-c', 'user.email=t@example.org', 'commit', '-q', '-m', 'a')
    expect(messages((await run()).stdout)).toEqual([])
  })
})

describe('data sets of regulators', () => {
  const entry = {
    products: 'Ozone',
    conditions: ['Slipped-disc'],
    region: 'us',
    status: 'not-approved',
    source: 'x',
    date: '2026-05-01',
  }
  const set = { asOf: '2026-05-01', source: 'register', entries: [entry] }
  const config = JSON.stringify({ region: ['us'], rules: { 'regulatory-status': ['error', { dataset: 'data/own.json' }] } })
  const run = (own: unknown) => {
    const folder = folderOf({
      '.medlintrc.json': config,
      'data/own.json': JSON.stringify(own),
      'a.md': 'Ozone for a slipped disc.\n',
    })
    return medlint(['a.md', '-f', 'json', '--now', '2026-06-01'], { cwd: folder })
  }

  it('are read for the rule that names them', async () => {
    expect(messages((await run(set)).stdout).map(({ rule }) => rule)).toEqual(['regulatory-status'])
  })

  it.each([
    ['no date', { ...set, asOf: 'May' }, 'asOf'],
    ['no list', { ...set, entries: {} }, 'entries'],
    ['an unknown status', { ...set, entries: [entry, { ...entry, status: 'maybe' }] }, 'entry 2: "status" is one of approved'],
    ['no product', { ...set, entries: [{ ...entry, products: [] }] }, 'entry 1: "products"'],
    ['an entry that is no object', { ...set, entries: ['ozone'] }, 'entry 1: write an object'],
  ])('with %s are an error that names the file', async (_, own, told) => {
    const { status, stderr } = await run(own)
    expect([status, stderr]).toEqual([2, expect.stringContaining('data/own.json')])
    expect(stderr).toContain(told)
  })
})
