import { describe, expect, it } from 'vitest'
import rule from '../../rules/relative-risk.ts'
import { expectReports, expectSilent, lint } from '../support.ts'

describe('relative-risk', () => {
  it.each([
    'The vaccine ⟦cuts the risk of shingles by half⟧ [1].',
    'Night workers are ⟦twice as likely⟧ to get gallstones [2].',
    'The pill brings a ⟦threefold increase⟧ in clots [3].',
    'Walking ⟦lowers the risk of falls by about 25–30 %⟧.',
    'With treatment, the ⟦risk of stroke falls by a third⟧.',
    '⟦Deaths from asthma fell by 40 percent⟧ with the inhaler.',
    'The drug gives a ⟦30% reduction⟧ in the risk of death.',
    'Smokers have a ⟦60 per cent higher risk⟧ of fractures.',
    'The drug brought a ⟦risk reduction of 30 %⟧ for heart attacks.',
    'Women on the diet were ⟦29% less likely⟧ to miscarry.',
    'Patients with a valve have ⟦twice the risk⟧ of a stroke.',
    'Smoking ⟦doubles your risk⟧ of a stroke.',
    'With asthma, the ⟦odds are doubled⟧.',
    'The incidence of lymphoma is ⟦60 times greater⟧ in these patients.',
    'Atrial fibrillation ⟦multiplies stroke risk five-fold⟧.',
    'The drug led to ⟦20 % fewer⟧ heart attacks.',
    'The ⟦odds ratio was 0.71⟧ for asthma (95 % CI 0.55 to 0.92).',
    'Relapse was rarer, with a ⟦hazard ratio of 0.40⟧.',
  ])('reports %s', (text) => {
    expectReports(rule, text)
  })

  it('asks of how many', () => {
    const [message] = lint(rule, 'Smoking doubles the risk of a stroke.')
    expect(message!.message).toBe('Add the absolute numbers: "doubles the risk" of how many?')
  })

  it('quotes no more than fits', () => {
    const text =
      'The drug reduces the risk of hospitalisation for chronic obstructive pulmonary disease by approximately 30 percent.'
    const [message] = lint(rule, text)
    expect(message!.actual).toBe(text.slice(text.indexOf('reduces'), -1))
    expect(message!.message.length).toBeLessThanOrEqual(120)
  })

  it('reports a sentence once, with its other changes as related places', () => {
    const text = 'The drug halves the risk of stroke and lowers the risk of death by 20 %.'
    const messages = lint(rule, text)
    expect(messages.map(({ actual }) => actual)).toEqual(['halves the risk'])
    expect(messages[0]!.related.map(({ start, end }) => text.slice(start, end))).toEqual(['lowers the risk of death by 20 %'])
  })

  it.each([
    'Strokes fell from 4 in 100 to 3 in 100 people (25 % fewer) [2].',
    'The drug halves the risk of stroke, from 4 % to 2 %.',
    'The drug halves the risk of stroke: 12 of 400 people had one, against 24 of 400.',
    'The risk of death fell by 30 %, or 2 percentage points.',
    'The drug halves the risk of stroke. Out of 1,000 people, 10 have a stroke with it.',
    'The usual risk of stroke is 4 per 1,000. Smoking doubles the risk.',
    'Smoking doubles the risk of stroke (number needed to harm: 90).',
    'The absolute risk of clots is small, even though the pill triples the risk.',
    '- The usual risk of stroke is 4 %.\n- Smoking doubles the risk of stroke.\n',
  ])('is silent with absolute numbers: %s', (text) => expectSilent(rule, text, { strict: true }))

  it.each([
    'Smoking doubles the risk of stroke in a study of 4,000 people.',
    'Smoking doubles the risk of stroke (95 % confidence interval).',
    'The drug reduced the risk of hip fractures by 65 % and new wrist fractures by 53 %.',
    'Smoking doubles the risk of stroke.\n\n## Other\n\nThe risk of cancer is 4 %.',
  ])('does not take other numbers for absolute ones: %s', (text) => {
    expect(lint(rule, text)).toHaveLength(1)
  })

  it.each([
    'The clinic has doubled its opening hours.',
    'LDL cholesterol fell by 30 % on the statin.',
    'The device is twice as effective against pain.',
    'Take the tablet three times a day to lower your risk of stroke.',
    'The lifetime risk of stroke is 25 %.',
    'Exercise lowers the heart rate by 10 %.',
    'The fee for the surgery rose by half.',
    'A double-blind trial looked at the risk of stroke.',
    'Lower the risk of stroke by cutting salt by 30 %.',
    'The cancer drug doubled median survival.',
    'Does smoking double the risk of stroke?',
    'There is no evidence that the vaccine doubles the risk of stroke.',
    '> Smoking doubles the risk of stroke.',
    '| Habit | Effect |\n|---|---|\n| Smoking | doubles the risk of stroke |',
    '# Shop\n\nThe campaign doubled the odds of a sale.',
  ])('is silent on %s', (text) => expectSilent(rule, text, { strict: true }))

  it('accepts ratios for clinicians, and when told to', () => {
    const text = 'The odds ratio of asthma was 0.71 (95 % CI, 0.55 to 0.92) [4].'
    const change = 'The drug gave a 60 % reduction in the risk of death (HR 0.40).'
    for (const each of [text, change]) {
      expectSilent(rule, each, { audience: 'clinician', strict: true })
      expectSilent(rule, each, { options: { acceptRatios: true }, strict: true })
    }
    expect(lint(rule, change)).toHaveLength(1)
    expect(lint(rule, 'Smoking doubles the risk of stroke.', { audience: 'clinician' })).toHaveLength(1)
  })
})
