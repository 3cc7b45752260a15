import { describe, expect, it } from 'vitest'
import rule from '../../rules/citation-plurality.ts'
import { expectReports, expectSilent, lint } from '../support.ts'

const page = (body: string) => `# Migraine\n\n${body}\n`
const LIST =
  '\n\n## References\n\n1. Park S. Magnesium. J Headache. 2019;4(2):11-15.\n2. Roy D. Riboflavin. J Headache. 2020;5(1):1-9.\n3. Ito H. Magnesium in migraine: a systematic review. J Headache. 2021;6(1):1-9.'

describe('citation-plurality', () => {
  it('reports a plural with one work behind it', () => {
    const [message] = expectReports(rule, page(`⟦Numerous trials⟧ support magnesium [1].${LIST}`))
    expect(message!.message).toBe('Cite at least 2 works for "Numerous trials", or write "one trial".')
    expect(message!.suggestions[0]!.edits[0]!.text).toBe('One trial')
  })

  it('reports the link when the phrase is its text, and edits only the text', () => {
    const text = page('There are [many studies](https://doi.org/10.5555/a1) on migraine.')
    const [message] = lint(rule, text)
    expect(message!.actual).toBe('[many studies](https://doi.org/10.5555/a1)')
    const [edit] = message!.suggestions[0]!.edits
    expect(text.slice(0, edit!.start) + edit!.text + text.slice(edit!.end)).toContain('[one study](https://doi.org/10.5555/a1)')
  })

  it('counts one work in two forms once', () => {
    expectReports(rule, page('⟦Several trials⟧ ([a](https://doi.org/10.5555/r1), [b](https://doi.org/10.5555/R1)) agree.'))
  })

  it.each([
    `Numerous trials support magnesium [1, 2].${LIST}`,
    `Numerous trials support magnesium [1-3].${LIST}`,
    `Several trials agree [1]. So does another on migraine [2].${LIST}`,
    `Several trials were pooled [3].${LIST}`,
    'Many studies support magnesium.',
    `The trials support magnesium [1].${LIST}`,
    'Several trials ([a](https://doi.org/10.5555/r1), [b](https://pubmed.ncbi.nlm.nih.gov/123456/)) agree.',
  ])('is silent on: %s', (body) => expectSilent(rule, page(body), { strict: true }))

  it('takes another number, and reviews as one work when asked', () => {
    expect(lint(rule, page(`Numerous trials support magnesium [1, 2].${LIST}`), { options: { min: 3 } })).toHaveLength(1)
    expect(lint(rule, page(`Several trials were pooled [3].${LIST}`), { options: { acceptReview: false } })).toHaveLength(1)
  })
})
