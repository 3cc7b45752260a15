import { describe, expect, it } from 'vitest'
import rule from '../../rules/evidence-gesture.ts'
import { expectReports, expectSilent, lint } from '../support.ts'

const page = (body: string) => `# Migraine\n\n${body}\n`
const LIST = '\n\n## References\n\n1. Park S. Magnesium for migraine. J Headache. 2019;4(2):11-15.'

describe('evidence-gesture', () => {
  it.each([
    '⟦Research shows⟧ that magnesium prevents migraine.',
    '⟦It is well known⟧ that stress triggers migraine.',
    '⟦Doctors agree⟧ that rest ends migraine.',
    'Magnesium is ⟦clinically proven⟧ to ease migraine.',
    'Magnesium ⟦has been shown to⟧ prevent migraine.',
    '⟦A recent study found⟧ fewer migraine attacks.',
    'There is a ⟦growing body of evidence⟧ for migraine diets.',
    '⟦Many studies have shown⟧ fewer migraine attacks.',
    '⟦Studies suggest⟧ that it may help with migraine.',
    '**⟦Research shows⟧ that magnesium prevents migraine.**',
    '**⟦Research shows⟧ that magnesium prevents migraine.** It was tested in 2001 and again.',
  ])('reports %s', (sentence) => {
    expectReports(rule, page(sentence))
  })

  it('names the phrase', () => {
    expect(lint(rule, page('Research shows that magnesium prevents migraine.'))[0]!.message).toBe(
      'Name the evidence: which source does "Research shows" mean?',
    )
  })

  it.each([
    '[Two trials](https://doi.org/10.5555/a1) show fewer migraine attacks.',
    `Studies show fewer migraine attacks [1].${LIST}`,
    `Studies suggest a small benefit in migraine. In the largest [1], attacks fell.${LIST}`,
    'No study has compared the two braces for migraine.',
    'Migraine, or the sick headache as it is commonly known, runs in families.',
    'Studies have not shown that it prevents migraine.',
    'Do studies show that it prevents migraine?',
    `One trial tested it in migraine [1].\n\nThis trial showed fewer attacks.${LIST}`,
    'Our experts agree on your migraine plan.',
    'Imaging studies show a normal brain in migraine.',
    'What the evidence supports in migraine: little.',
    'Each data point is one attack of migraine.',
    '**Research shows the way out of migraine**',
    '**Studies show fewer migraine attacks.** Poe A, Roe B. Headache Today 2001: 323(7316); 765-6.',
    '*Studies show fewer migraine attacks*. Poe et al, 2001.',
    'Ann Poe, Ben Roe. Survey of 78 studies showed that migraine attacks fall. 2007;60(8):819-824.',
  ])('is silent on: %s', (body) => expectSilent(rule, page(body), { strict: true }))

  it('is silent where nothing speaks of health', () => {
    expectSilent(rule, '# Bread\n\nExperts agree that this oven is fast.\n', { strict: true })
  })

  it('takes further phrases', () => {
    expectReports(rule, page('⟦Grandmothers know⟧ that rest ends migraine.'), { options: { phrases: ['grandmothers know'] } })
  })

  it('reports negative statements too when asked', () => {
    const text = page('No studies show that it prevents migraine.')
    expect(lint(rule, text, { options: { allowNegative: false } })).toHaveLength(1)
  })

  it('reports a promise of evidence once, on a page that cites nothing', () => {
    const promise = 'We rely only on large trials of migraine. We rely only on good research.'
    expect(lint(rule, page(promise)).map(({ messageId }) => messageId)).toEqual(['promised'])
    expectSilent(rule, page(promise), { options: { promises: false }, strict: true })
    expectSilent(rule, page(`${promise} [One](https://doi.org/10.5555/a1).`), { strict: true })
  })
})
