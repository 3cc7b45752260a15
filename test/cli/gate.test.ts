import { renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { commit, git, repositoryOf, write } from './git-support.ts'
import { folderOf, medlint, read, wordRules } from './support.ts'

const page = (body: string) => `---
title: Riboflavin for migraine
description: What trials say about riboflavin for adults with migraine, and what they do not say.
date: 2026-01-10
lastReviewed: 2026-02-01
author: {name: Ines Vogt, credentials: RD}
reviewedBy: {name: J. Novak, role: neurologist}
conflicts: none
---

${body}

## References

1. Smith J, Roy K. Riboflavin for migraine prophylaxis: a randomised controlled trial. Neurology. 2019;92(3):100-110. doi:10.5555/abc.123
`
const GOOD = 'Riboflavin reduces the number of migraine attacks [1]. It relieves headaches in adults [1].'
const CURE = 'Riboflavin cures migraine forever [1].'
const BARE = '---\ntitle: Zinc\n---\n\nZinc stops a cough. Zinc heals wounds. Zinc relieves pain in the knee.\n'

/** A branch that starts from these files. */
function branchOf(files: Record<string, string>): string {
  const folder = repositoryOf(files)
  git(folder, 'switch', '-q', '-c', 'topic')
  return folder
}
const gate = (folder: string, ...words: string[]) =>
  medlint(['gate', '--since', 'main', ...words], { cwd: folder, env: { SOURCE_DATE_EPOCH: '1772000000' } })

describe('medlint gate', () => {
  it('lets a good new page through, whatever the untouched ones are like', async () => {
    const folder = branchOf({ 'old.md': BARE })
    write(folder, { 'new.md': page(GOOD) })
    const { status, stdout } = await gate(folder)
    expect(stdout).toMatch(
      /^new\.md \(new\): score \d\d, JAMA 4\/4\nPassed: 1 new page, 0 changed; untouched pages are not judged\.\n$/,
    )
    expect(status).toBe(0)
  })

  it('stops a new page of low score, without benchmarks or with errors, and names each reason', async () => {
    const folder = branchOf({ 'old.md': BARE })
    write(folder, { 'new.md': BARE })
    commit(folder)
    const { status, stdout } = await gate(folder)
    expect(status).toBe(1)
    expect(stdout).toContain('new.md (new): score')
    expect(stdout).toContain('Raise the score to 60')
    expect(stdout).toContain('Meet 3 of 4 JAMA benchmarks: 0 are.')
    expect(stdout).toContain('(frontmatter-fields)')
    expect(stdout).toMatch(/^Failed: \d+ reasons in 1 new page, 0 changed;/m)
  })

  it('does not ask an old page to be good, only not to get worse', async () => {
    const folder = branchOf({ 'old.md': BARE, 'fine.md': page(GOOD) })
    write(folder, { 'old.md': `${BARE}\nWe open at nine.\n` })
    expect(await gate(folder)).toMatchObject({ status: 0, stdout: expect.stringContaining('old.md (changed)') })
    write(folder, { 'fine.md': page(`${GOOD} ${CURE}`) })
    const { status, stdout } = await gate(folder)
    expect(status).toBe(1)
    expect(stdout).toMatch(/fine\.md \(changed\): score \d\d -> 59/)
    expect(stdout).toContain('(absolute-claim)')
    expect(stdout).toContain('Mend 1 of absolute-claim')
    expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([])
  })

  it('knows a renamed page, and an error that moved to another one', async () => {
    const folder = branchOf({ 'old.md': BARE, 'two.md': page(`${GOOD} ${CURE}`) })
    renameSync(path.join(folder, 'old.md'), path.join(folder, 'renamed.md'))
    commit(folder)
    expect(await gate(folder)).toMatchObject({ status: 0, stdout: expect.stringContaining('renamed.md (changed)') })
    rmSync(path.join(folder, 'two.md'))
    write(folder, { 'three.md': `Other words.\n\n${page(CURE)}` })
    expect((await gate(folder)).stdout).not.toContain('Mend 1 of absolute-claim')
  })

  it('takes what is in the baseline for old', async () => {
    const folder = branchOf({ 'a.md': page(GOOD) })
    write(folder, {
      'a.md': page(`${CURE} ${GOOD}`),
      '.medlintrc.json': '{"extends":["recommended"],"gate":{"minScore":0,"maxScoreDrop":100,"maxNewErrors":0}}',
    })
    expect((await gate(folder)).stdout).toContain('✖ 11:1')
    await medlint(['--suppress-all'], { cwd: folder, env: { SOURCE_DATE_EPOCH: '1772000000' } })
    expect((await gate(folder)).stdout).not.toContain('✖ 11:1')
  })

  it('does not turn red because days pass', async () => {
    const folder = branchOf({ 'a.md': page(GOOD) })
    write(folder, { 'a.md': page(`${GOOD} It shortens attacks.`), 'b.md': page(GOOD) })
    const run = await medlint(['gate', '--since', 'main', '--now', '2031-01-01', '-f', 'json'], { cwd: folder })
    const { failures, notes } = JSON.parse(run.stdout) as { failures: { check: string }[]; notes: unknown[] }
    expect(failures.filter(({ check }) => check === 'errors' || check === 'totals')).toEqual([])
    expect(notes.length).toBeGreaterThan(0)
  })

  it('follows the configuration, that it extends, and the command line', async () => {
    const folder = branchOf({
      'base.json':
        '{"gate":{"minScore":0,"minJama":0,"maxNewErrors":99},"budget":{"unsupported-claim":{"perClaim":0,"floor":1}}}',
      '.medlintrc.json': '{"extends":["recommended","./base.json"],"gate":{"maxScoreDrop":40}}',
      'a.md': page(GOOD),
    })
    write(folder, { 'a.md': page(`${GOOD} Riboflavin eases back pain. Riboflavin heals wounds.`) })
    expect((await gate(folder)).stdout).toContain('Mend some findings of unsupported-claim')
    const json = async (...words: string[]) =>
      JSON.parse((await gate(folder, '-f', 'json', ...words)).stdout) as { settings: object }
    expect((await json()).settings).toMatchObject({ minScore: 0, minJama: 0, maxScoreDrop: 40 })
    expect((await json('--max-score-drop', '3', '--max-warnings', '7')).settings).toMatchObject({
      maxScoreDrop: 3,
      maxWarnings: 7,
    })
    write(folder, { '.medlintrc.json': '{"gate":{"minScore":"high"}}' })
    expect(await gate(folder)).toMatchObject({ status: 2, stderr: expect.stringContaining('gate.minScore') })
  })

  it('tells new, changed and untouched pages apart, also in Markdown for a job summary', async () => {
    const folder = branchOf({ 'old.md': BARE, 'fine.md': page(GOOD) })
    write(folder, { 'fine.md': page(`${GOOD} ${CURE}`), 'new|page.md': page(GOOD) })
    const { status, stdout } = await gate(folder, '-f', 'summary', '-f', 'json:gate.json')
    expect(status).toBe(1)
    expect(stdout).toMatch(/^## medlint gate\n\nFailed: \d+ reasons in 1 new page, 1 changed; untouched pages are not judged\.\n/)
    expect(stdout).toMatch(/^\| ✖ \| fine\.md \| changed \| \d\d -> 59 \| 4\/4 \|$/m)
    expect(stdout).toMatch(/^\| ✓ \| new\\\|page\.md \| new \| \d\d \| 4\/4 \|$/m)
    expect(stdout).not.toContain('old.md')
    expect(JSON.parse(read(folder, 'gate.json'))).toMatchObject({ passed: false })
  })

  it('compares pages with untouched ones by what the cache knows, and takes what both texts share for old', async () => {
    const shared = (name: string) => page(GOOD).replace('title: Riboflavin', `image: /img/one.jpg\ntitle: ${name}`)
    const folder = branchOf({
      '.medlintrc.json': JSON.stringify({ extends: ['recommended'], rules: { 'shared-metadata': ['error', { maxShare: 1 }] } }),
      '.gitignore': '.medlintcache',
      'a.md': shared('A'),
      'b.md': shared('B'),
    })
    const fails = async (...words: string[]) => (await gate(folder, ...words)).stdout.includes('(shared-metadata)')
    await medlint(['--cache'], { cwd: folder, env: { SOURCE_DATE_EPOCH: '1772000000' } })
    write(folder, { 'b.md': `${shared('B')}\nWe open at nine.\n` })
    expect(await fails('--cache')).toBe(false)
    write(folder, { 'c.md': shared('C') })
    expect([await fails(), await fails('--cache')]).toEqual([false, true])
  })

  it('has to be told what to compare with', async () => {
    const run = await medlint(['gate'], { cwd: branchOf({}) })
    expect(run).toMatchObject({ status: 2, stderr: expect.stringContaining('medlint gate --since origin/main') })
  })
})

describe('ceilings', () => {
  const CEILINGS = '.medlint-ceilings.json'
  const site = () => folderOf({ ...wordRules(), 'a.md': 'bad bad\n', 'b.md': 'bad meh\n' })
  const ceilings = (folder: string) => (JSON.parse(read(folder, CEILINGS)) as { errors: object }).errors
  const run = (folder: string, ...words: string[]) => medlint(['gate', ...words], { cwd: folder })

  it('are written from what is there, hold, are lowered, and are never raised', async () => {
    const folder = site()
    expect(await run(folder, '--write-ceilings')).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('Passed: 3 errors of 1 rule.'),
    })
    expect(ceilings(folder)).toEqual({ 'word-error': 3 })
    expect((await run(folder)).status).toBe(0)
    write(folder, { 'b.md': 'bad bad meh\n' })
    const risen = await run(folder, '--write-ceilings')
    expect(risen).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('✖ Mend 1 of word-error: there are 4 errors, and the ceiling is 3.'),
    })
    expect(ceilings(folder)).toEqual({ 'word-error': 3 })
    write(folder, { 'b.md': 'Good.\n' })
    expect((await run(folder)).status).toBe(0)
    expect(ceilings(folder)).toEqual({ 'word-error': 3 })
    expect((await run(folder, '--write-ceilings')).status).toBe(0)
    expect(ceilings(folder)).toEqual({ 'word-error': 2 })
    write(folder, { 'a.md': 'Good.\n' })
    await run(folder, '--write-ceilings')
    expect(ceilings(folder)).toEqual({})
    write(folder, { 'a.md': 'bad\n' })
    const json = await run(folder, '-f', 'json')
    expect(json.status).toBe(1)
    expect(JSON.parse(json.stdout)).toMatchObject({ passed: false, excess: [{ rule: 'word-error', count: 1, ceiling: 0 }] })
  })

  it('count old findings of the baseline too, and are not written when something could not be read', async () => {
    const folder = site()
    await medlint(['--suppress-all'], { cwd: folder })
    await run(folder, '--write-ceilings')
    expect(ceilings(folder)).toEqual({ 'word-error': 3 })
    write(folder, { 'a.md': 'Good.\n' })
    writeFileSync(path.join(folder, 'c.md'), new Uint8Array([0xff, 0xfe, 0x41, 0x00]))
    expect((await run(folder, '--write-ceilings')).status).toBe(2)
    expect(ceilings(folder)).toEqual({ 'word-error': 3 })
  })

  it.each([
    ['{', 'no JSON'],
    ['{"errors":{}}', 'this file holds none'],
    ['{"medlint":"ceilings","version":1,"errors":{"word-error":"many"}}', 'Write a whole number for "word-error".'],
  ])('have to be readable: %s', async (text, reason) => {
    const folder = site()
    write(folder, { [CEILINGS]: text })
    expect(await run(folder)).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining(reason) })
  })

  it('are those of the whole site', async () => {
    const folder = site()
    expect(await run(folder, '--write-ceilings', '--changed')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('Leave out --changed'),
    })
    expect((await medlint(['--write-ceilings'], { cwd: folder })).status).toBe(2)
  })
})
