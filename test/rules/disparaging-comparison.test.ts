import { describe, expect, it } from 'vitest'
import rule from '../../rules/disparaging-comparison.ts'
import { expectReports, expectSilent, lint } from '../support.ts'

describe('disparaging-comparison', () => {
  it.each([
    'Painkillers ⟦merely mask⟧ your back problem.',
    'Unlike ⟦crude, old-fashioned⟧ braces, our aligners work fast.',
    'Dermatology has ⟦nothing to offer⟧ people with rosacea.',
    'Creams ⟦only treat the symptoms⟧ of eczema.',
    'Skip the ⟦toxic drugs⟧ and try our tea.',
    '⟦Conventional medicine ignores⟧ the cause of pain.',
    '## Why ⟦Big Pharma⟧ fears turmeric\n\nText.',
  ])('reports %s', (text) => {
    expectReports(rule, text)
  })

  it.each([
    'Metformin does not stop the loss of beta cells [2].',
    'Both operations have their pros and cons.',
    'The guideline finds no lasting benefit of surgery in early disease [6].',
    'Painkillers do not merely mask the problem.',
    'Does surgery have nothing to offer?',
    'He said: "Dermatology has nothing to offer people with rosacea."',
    'Alcohol and other toxic substances harm the liver.',
  ])('is silent on %s', (text) => {
    expectSilent(rule, text)
  })

  it('leaves a cited sentence alone, unless told otherwise', () => {
    const text = 'Painkillers merely mask the problem [1].\n\n## References\n\n1. Park S. Pain. J Pain. 2019;4(2):11-15.'
    expectSilent(rule, text)
    expect(lint(rule, text, { options: { allowCited: false } })).toHaveLength(1)
  })

  it('takes further phrases', () => {
    expectReports(rule, 'Pills are ⟦a waste of time⟧ in gout.', { options: { terms: ['a waste of time'] } })
  })
})
