import { rmSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readHtml } from '../report/strict-html.ts'
import { repositoryOf, write } from './git-support.ts'
import { folderOf, medlint, read } from './support.ts'

const GOOD = `---
title: Riboflavin for migraine
date: 2026-01-10
lastReviewed: 2026-02-01
author: {name: Ines Vogt, credentials: RD}
conflicts: none
---

Riboflavin reduces the number of migraine attacks [1]. It relieves headaches in adults [1]. It shortens attacks [1].

## References

1. Smith J, Roy K. Riboflavin for migraine prophylaxis: a randomised controlled trial. Neurology. 2019;92(3):100-110. doi:10.5555/abc.123
`
const BAD = '---\ntitle: Zinc\n---\n\nZinc cures colds forever. Studies show that zinc stops a cough. Zinc heals wounds.\n'

const site = () =>
  folderOf({
    'posts/good.md': GOOD,
    'posts/bad.md': BAD,
    'posts/hours.md': '# Hours\n\nWe open at nine.\n',
    'README.md': 'Zinc cures colds.\n',
  })

describe('medlint score', () => {
  it('prints a row per page, within 80 columns, and how the pages are spread', async () => {
    const long = `posts/${'a-very-long-name-of-a-post/'.repeat(3)}index.md`
    const folder = site()
    write(folder, { [long]: GOOD })
    const { status, stdout } = await medlint(['score', '.'], { cwd: folder })
    expect(status).toBe(0)
    expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([])
    expect(stdout).toMatch(/^score {3}JAMA {2}cited {5}grade {2}page\n/)
    expect(stdout).toMatch(/^ *\d+ F .* posts\/bad\.md$/m)
    expect(stdout).toContain('(not rated: no claims)')
    expect(stdout).toContain('(not rated: not a publication)')
    expect(stdout).toMatch(/^5 pages, 3 rated; mean [\d.]+, median [\d.]+ \(A \d, B \d, C \d, D \d, F 1\)$/m)
  })

  it('explains one page: components, causes, rules and lines', async () => {
    const { stdout } = await medlint(['score', 'posts/bad.md'], { cwd: site() })
    expect(stdout).toMatch(/^posts\/bad\.md: \d+ F/)
    expect(stdout).toMatch(/^Claims +0 of \d cited$/m)
    expect(stdout).toMatch(/^Evidence +0\.0 of 30$/m)
    expect(stdout).toContain('claims without a source (unsupported-claim, line 5)')
    expect(stdout).toContain('no author by name (frontmatter-author, line 1)')
    expect(stdout).toMatch(/- absolute-claim \(line/)
    expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([])
  })

  it('gives everything as JSON, the same twice', async () => {
    const folder = site()
    const run = () => medlint(['score', '-f', 'json', 'posts'], { cwd: folder })
    const { stdout } = await run()
    const report = JSON.parse(stdout) as { pages: { path: string; total?: number }[]; summary: object }
    expect(report.pages.map((page) => page.path)).toEqual(['posts/bad.md', 'posts/good.md', 'posts/hours.md'])
    expect(report.pages[1]).toMatchObject({
      formula: 2,
      letter: expect.any(String),
      jama: { met: 4 },
      cited: 2,
      claims: 2,
      tiers: { B: 2 },
    })
    expect(report.pages[2]).not.toHaveProperty('total')
    expect(report.summary).toMatchObject({ pages: 3, rated: 2 })
    expect((await run()).stdout).toBe(stdout)
  })

  it('is the same whatever is switched off, suppressed or old', async () => {
    const folder = site()
    const scoreOf = async () => JSON.parse((await medlint(['score', '-f', 'json', 'posts/bad.md'], { cwd: folder })).stdout)
    const before = await scoreOf()
    write(folder, { '.medlintrc.json': '{"extends":["recommended"],"rules":{"absolute-claim":"off","unsupported-claim":"off"}}' })
    expect(await scoreOf()).toEqual(before)
    await medlint(['--suppress-all'], { cwd: folder })
    expect(await scoreOf()).toEqual(before)
  })

  it('says what moved since an earlier run, for people, as JSON and as a page with charts', async () => {
    const folder = site()
    await medlint(['score', 'posts', '-f', 'json:last.json'], { cwd: folder })
    const last = JSON.parse(read(folder, 'last.json')) as { pages: { path: string; total?: number }[]; now: string }
    const good = last.pages.find((page) => page.path === 'posts/good.md')!.total!
    write(folder, { 'posts/good.md': GOOD.replace('It relieves', 'It cures'), 'posts/new.md': GOOD, 'posts/<i>.md': BAD })
    rmSync(path.join(folder, 'posts/bad.md'))
    const words = ['-f', 'json:now.json', '-f', 'html:now.html']
    const { status, stdout } = await medlint(['score', 'posts', '--compare', 'last.json', '-f', 'stylish', ...words], {
      cwd: folder,
    })
    expect(status).toBe(0)
    expect(stdout).toContain(`Since ${last.now}: mean `)
    expect(stdout.replaceAll('\n', ' ')).toContain('1 page lower, 0 higher, 2 newly rated, 1 no longer.')
    expect(stdout).toContain(`${good} -> 59  posts/good.md`)
    expect(JSON.parse(read(folder, 'now.json'))).toMatchObject({
      comparison: {
        since: last.now,
        changes: [{ path: 'posts/good.md', before: good, now: 59 }],
        added: ['posts/<i>.md', 'posts/new.md'],
        gone: ['posts/bad.md'],
      },
    })
    const html = read(folder, 'now.html')
    expect(() => readHtml(html)).not.toThrow()
    expect(html).not.toMatch(/<script|<i>\.md|https?:\/\//)
    expect(html).toContain(`Since ${last.now}`)
    expect(html).toContain('posts/&lt;i&gt;.md')
    expect(html).toMatch(/aria-label="Pages by score\. [^"]*50–59: 1/)
    expect(html).toContain('at most 59: absolute-claim, line 9')
    // Without an earlier run the page is whole as well.
    const alone = await medlint(['score', 'posts/hours.md', '-f', 'html'], { cwd: folder })
    expect(() => readHtml(alone.stdout)).not.toThrow()
    expect(alone.stdout).toContain('not rated: no claims')
  })

  it.each([
    ['nothing.json', undefined, 'cannot be read'],
    ['odd.json', '[]', 'Name a file after --compare'],
    ['cut.json', '{"formula":2,', 'Name a file after --compare'],
    ['old.json', '{"formula":1,"now":"2026-01-01","pages":[]}', 'is of formula 1'],
  ])('does not compare with %s', async (name, content, text) => {
    const folder = site()
    if (content !== undefined) write(folder, { [name]: content })
    expect(await medlint(['score', '--compare', name], { cwd: folder })).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining(text),
    })
  })

  it('takes what changed', async () => {
    const folder = repositoryOf({ 'a.md': GOOD, 'b.md': GOOD })
    write(folder, { 'b.md': BAD })
    const { stdout } = await medlint(['score', '--changed'], { cwd: folder })
    expect(stdout).toContain('b.md')
    expect(stdout).not.toContain('a.md')
  })

  it('tells what it cannot read or does not do', async () => {
    const folder = site()
    expect(await medlint(['score', 'nowhere.md'], { cwd: folder })).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('"nowhere.md"'),
    })
    expect((await medlint(['score', '--format', 'github'], { cwd: folder })).status).toBe(2)
    expect((await medlint(['score', '--fix'], { cwd: folder })).status).toBe(2)
  })
})
