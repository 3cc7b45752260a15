import { describe, expect, it } from 'vitest'
import rule from '../../rules/absolute-safety.ts'
import { expectReports, expectSilent, lint } from '../support.ts'

const LIST = '\n\n## References\n\n1. Park S. A vaccine trial. J Vaccines. 2019;4(2):11-15.\n'

describe('absolute-safety', () => {
  it.each([
    'The peel has ⟦no side effects⟧ on the skin.',
    'As a herb, the tea is ⟦completely safe⟧ in pregnancy.',
    'Your dog ⟦cannot react⟧ to this vaccine.',
    'The implant is ⟦risk-free⟧.',
    'The injection carries ⟦no risk⟧.',
    'You can take the herb ⟦without any side effects⟧.',
    'This supplement is ⟦100 % safe⟧.',
    'The remedy is ⟦natural and therefore safe⟧.',
    '# A ⟦risk-free⟧ treatment\n\nText.',
    '---\ndescription: "A vaccine that is ⟦totally safe⟧"\n---\n\nText.',
  ])('reports %s', (text) => {
    expectReports(rule, text)
  })

  it('says what to name and offers a stub', () => {
    const [message] = lint(rule, 'The peel has no side effects on the skin.')
    expect(message!.message).toBe('Name the known risks instead of "no side effects".')
    expect(message!.suggestions.map(({ edits }) => edits[0]!.text)).toEqual(['known risks: ...'])
  })

  it.each([
    `No serious adverse event occurred among the 40 participants of the vaccine trial [1].${LIST}`,
    'No contraceptive is completely safe.',
    'The treatment is not risk-free.',
    'Is the vaccine completely safe?',
    '> "The device posed no risk."\n> — Roy et al.',
    'Most people have no side effects from the vaccine.',
    'If you have no side effects from the drug, go on.',
    'People with no risk factors need no treatment.',
    'The moles are completely harmless.',
    'It does not prove that the treatment is completely risk-free.',
    'The vaccine is 95 % safe according to nobody.',
  ])('is silent on: %s', (text) => expectSilent(rule, text, { strict: true }))

  it('asks a cited result for its number, unless told not to', () => {
    const text = `No side effects were reported after the vaccine [1].${LIST}`
    expect(lint(rule, text)).toHaveLength(1)
    expectSilent(rule, text, { options: { requireDenominator: false }, strict: true })
  })

  it('takes further terms, and leaves natural products alone when asked', () => {
    expectReports(rule, 'The vaccine is ⟦gentle as water⟧.', { options: { terms: ['gentle as water'] } })
    expectSilent(rule, 'The remedy is natural and therefore safe.', { options: { naturalIsSafe: false }, strict: true })
  })
})
