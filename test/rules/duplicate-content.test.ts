import { describe, expect, it } from 'vitest'
import rule from '../../rules/duplicate-content.ts'
import { factsOf, judge } from '../../src/post/cross-file.ts'
import { expectReports, expectSilent, lint, post } from '../support.ts'

const WOUND = 'Keep the wound dry for two full days.'

describe('duplicate-content', () => {
  it('reports the later sentence with the line of the earlier', () => {
    const [message] = expectReports(rule, `# Care\n\n${WOUND}\n\nThen shower.\n\n⟦${WOUND}⟧\n`)
    expect(message!.message).toBe('Remove this repetition of line 3.')
    expect(message!.related).toEqual([{ start: 8, end: 8 + WOUND.length, message: 'It stands here first' }])
  })

  it.each([
    ['determiners', 'Keep your wound dry for two full days.'],
    ['markup', 'Keep the **wound** dry for two [full days](/days).'],
    ['a citation', 'Keep the wound dry for two full days [3].'],
    ['case', 'KEEP the wound dry for two full days.'],
  ])('sees through %s', (_, copy) => {
    expect(lint(rule, `${WOUND}\n\nThen shower.\n\n${copy}\n`)).toHaveLength(1)
  })

  it.each([
    ['a negation', 'Do not keep the wound dry for two full days.'],
    ['a number', 'Keep the wound dry for three full days.'],
    ['a preposition', 'Keep the wound dry after two full days.'],
    ['another noun', 'Keep the wound clean for two full days.'],
    ['a comparator', 'Keep the wound dry for < two full days.'],
    ['a quotation', `"${WOUND}" said the nurse.`],
    ['a block quote', `> ${WOUND}`],
    ['a heading', `## ${WOUND}`],
    ['a table', `| a |\n|---|\n| ${WOUND} |`],
    ['a link as a whole', `- [${WOUND}](#wound)`],
  ])('is silent on %s', (_, other) => {
    expectSilent(rule, `${WOUND}\n\nThen shower.\n\n${other}\n`)
  })

  it('does not compare decimals with ranges', () => {
    expectSilent(rule, 'Give 2.5 mg of the drug twice a day with food.\n\nGive 2-5 mg of the drug twice a day with food.\n')
  })

  it('reports a run of sentences as one', () => {
    const run = `${WOUND} After that you may take a short shower again.`
    expectReports(rule, `${run}\n\nRest.\n\n⟦${run}⟧ Rest.\n`)
    expectReports(rule, `${WOUND} Rest. ${run.slice(WOUND.length + 1)}\n\n⟦${WOUND}⟧ Rest. ⟦${run.slice(WOUND.length + 1)}⟧\n`)
  })

  it('leaves labelled attributes, entries of one list and written-out sources alone', () => {
    expectSilent(
      rule,
      '## A\n\nSide effects: it may cause nausea, a rash and a dry mouth.\n\n## B\n\nSide effects: it may cause nausea, a rash and a dry mouth.\n',
    )
    expectSilent(
      rule,
      '- **Gout.** You may qualify when it began within one year.\n- **Flu.** You may qualify when it began within one year.\n',
    )
    expectSilent(
      rule,
      'Roy D. Problems in the design of trials of creams for the skin. JAMA. 1999;282(18):1752.\n\nProblems in the design of trials of creams for the skin. JAMA. 1999;282(18):1752.\n',
    )
  })

  it('has limits that can be set', () => {
    const near = `${WOUND}\n\nKeep your wound dry for two full days.\n`
    expectSilent(rule, near, { options: { similarity: 1 } })
    expectSilent(rule, `${WOUND}\n\n${WOUND}\n`, { options: { minWords: 12 } })
    expectSilent(rule, `${WOUND}\n\n${WOUND}\n`, { options: { boilerplate: ['wound dry'] } })
    expect(lint(rule, 'Keep it dry.\n\nRest.\n\nKeep it dry.\n', { options: { minWords: 3 } })).toHaveLength(1)
  })
})

describe('duplicate-content across files', () => {
  const options = { similarity: 0.8, minWords: 8, boilerplate: [], crossFile: true }
  const pages: Record<string, string> = {
    'a.md': `${WOUND} Then you may shower.\n`,
    'b.md': `Rest a while.\n\n${WOUND}\n`,
    'c.md': 'Nothing of the kind is said on this page at all.\n',
  }
  const shared = (paths: readonly string[]) =>
    judge(paths.map((path) => [path, factsOf(pages[path]!, path, { fields: [], sentences: options }, () => post(pages[path]!))]))

  it('reports copies on all pages but the first, in whatever order the pages come', () => {
    const facts = factsOf(pages['b.md']!, 'b.md', { fields: [], sentences: options }, () => post(pages['b.md']!))
    expect(shared(['b.md', 'c.md', 'a.md'])('b.md', facts)).toEqual(shared(['a.md', 'b.md', 'c.md'])('b.md', facts))
    const project = { crossFile: shared(['b.md', 'c.md', 'a.md']) }
    const [message] = lint(rule, pages['b.md']!, { path: 'b.md', options, project })
    expect(message).toMatchObject({ messageId: 'elsewhere', actual: WOUND, data: { path: 'a.md' } })
    for (const path of ['a.md', 'c.md']) expect(lint(rule, pages[path]!, { path, options, project })).toEqual([])
  })

  it('keeps facts that survive a cache', () => {
    const facts = factsOf(pages['a.md']!, 'a.md', { fields: [], sentences: options }, () => post(pages['a.md']!))
    expect(JSON.parse(JSON.stringify(facts))).toEqual(facts)
  })

  it('takes a sentence of many pages for a template', () => {
    const paths = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => `${name}.md`)
    const crossFile = judge(
      paths.map((path) => [path, factsOf(WOUND, path, { fields: [], sentences: options }, () => post(WOUND))]),
    )
    expect(lint(rule, WOUND, { path: 'f.md', options, project: { crossFile } })).toEqual([])
  })

  it('says nothing about other pages where it sees none, or when not told to', () => {
    expectSilent(rule, WOUND, { path: 'b.md', options })
    expectSilent(rule, WOUND, { path: 'b.md', project: { crossFile: shared(['a.md', 'b.md']) } })
  })
})
