import { describe, expect, it } from 'vitest'
import rule from '../../rules/hype-language.ts'
import { expectReports, expectSilent, lint } from '../support.ts'

const offered = (text: string) =>
  lint(rule, text)[0]!.suggestions.map(({ edits }) =>
    edits
      .toSorted((a, b) => b.start - a.start)
      .reduce((now, { start, end, text: other }) => now.slice(0, start) + other + now.slice(end), text),
  )

describe('hype-language', () => {
  it.each([
    'A ⟦game-changing⟧ lens for tired eyes.',
    'Laser is ⟦new hope⟧ for people with tinnitus.',
    'Microneedling is a ⟦promising⟧ option for scars.',
    'Our ⟦state-of-the-art⟧ clinic treats acne.',
    'This ⟦miracle⟧ oil softens eczema.',
    'Ginger is a ⟦superfood⟧ for the gut.',
    '## A ⟦revolutionary⟧ treatment for gout\n\nText.',
    '---\ntitle: "A ⟦life-changing⟧ diet for migraine"\n---\n\nText.',
  ])('reports %s', (text) => {
    expectReports(rule, text)
  })

  it.each([
    'The HOPE trial enrolled 214 people with diabetes [3].',
    'We hope that the pain eases.',
    'There is no miracle cure for arthritis.',
    'Is it a breakthrough for migraine?',
    '> "A breakthrough in pain care."\n>\n> — A reviewer [4]',
    'She said: "This miracle oil softens eczema."',
    'Breakthrough bleeding is common on this pill.',
    'Vaccinated people had few breakthrough infections.',
    'The drug got the FDA Breakthrough Therapy designation for depression.',
    '## References\n\n1. Lee K. A revolutionary approach to caries? J Dent. 2020;12(3):45-49.',
  ])('is silent on %s', (text) => {
    expectSilent(rule, text)
  })

  it('offers the sentence without the word, its article put right', () => {
    expect(offered('Microneedling is a promising option for scars.')).toEqual([
      'Microneedling is an option for scars.',
      'Microneedling is an unproven option for scars.',
    ])
    expect(offered('It is an unparalleled treatment of acne.')).toEqual(['It is a treatment of acne.'])
    expect(offered('The breakthrough that changed asthma care.')).toEqual([])
  })

  it('takes further words, and leaves "promising" alone when asked', () => {
    expectReports(rule, 'A ⟦next-level⟧ cream for acne.', { options: { terms: ['next level'] } })
    expectSilent(rule, 'Microneedling is a promising option for scars.', { options: { promisingIsHype: false } })
  })
})
