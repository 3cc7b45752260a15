import { describe, expect, it } from 'vitest'
import rule from '../../rules/dose-decimal.ts'
import { expectReports, expectSilent, lint } from '../support.ts'

describe('dose-decimal', () => {
  it('reports a trailing zero with its unit and offers the whole number', () => {
    const source = 'Take 2.0 mg at night.'
    const [message] = expectReports(rule, 'Take ⟦2.0 mg⟧ at night.')
    expect(message!.message).toBe('Write "2 mg": "2.0 mg" can be misread tenfold or more.')
    expect(message!.severity).toBe('error')
    expect(message!.fix).toBeNull()
    expect(message!.suggestions).toEqual([{ title: 'Write "2 mg"', edits: [{ start: 5, end: 8, text: '2' }] }])
    expect(source.slice(5, 8)).toBe('2.0')
  })

  it('reports a naked decimal point', () => {
    const [message] = expectReports(rule, 'Give kittens ⟦.25 mL⟧.')
    expect(message!.message).toBe('Write "0.25 mL": ".25 mL" can be misread tenfold or more.')
    expectReports(rule, 'A first dose (⟦.5 mg⟧) is enough.')
  })

  it('reports table cells, bare numbers only in a column headed dose', () => {
    expectReports(rule, '| Drug | Amount |\n|---|---|\n| Warfarin | ⟦3.0 mg⟧ |\n| Ratio | 3.0 |')
    expectReports(
      rule,
      '| Drug | Dose (mg) | INR |\n|---|---|---|\n| Warfarin | ⟦3.0⟧ | 2.0 |\n| Warfarin | ⟦1.0⟧ to 2.5 | 2.0 |',
    )
    expectSilent(rule, '| Scan | Dose (mSv) |\n|---|---|\n| CT | 7.0 |', { strict: true })
    expectSilent(rule, '| Test | Dose |\n|---|---|\n| Potassium | 4.0 mmol/L |', { strict: true })
  })

  it('reads ladders and ranges by their last unit', () => {
    expectReports(rule, 'Pens give 0.5 / ⟦1.0⟧ / ⟦2.0 mg⟧ a week.')
    expectReports(rule, 'Start with ⟦1.0⟧ to ⟦2.0 mg⟧, or ⟦3.0⟧, 4.5 and ⟦6.0 mg⟧.')
    expectReports(rule, 'Give ⟦1.0⟧–1.5 mg/kg.')
    expectSilent(rule, 'Potassium of 3.0 to 4.0 mmol/L is low.', { strict: true })
  })

  it('knows other spellings of the units, also glued and across entities', () => {
    expectReports(rule, 'Give ⟦1.0mg⟧, ⟦5.0 µg⟧, ⟦2.0&nbsp;ml⟧, ⟦10.0 units⟧, ⟦8.0 IU⟧ and a ⟦3.0-mg⟧ tablet.')
    expectReports(rule, 'Take ⟦1,000.0 mg⟧ or **⟦4.0** mg⟧ a day.')
  })

  it('counts doses by weight, day and surface', () => {
    expectReports(rule, 'Ketamine ⟦3.0 mg/kg⟧, folic acid ⟦4.0 mg/day⟧, vincristine ⟦2.0 mg/m²⟧.')
  })

  it.each([
    'Potassium was 4.0 mmol/L.',
    'P = .03 and HR 1.0.',
    'a scar of 5.0 cm',
    'Creatinine above 2.0 mg/dL needs a call.',
    'A clearance of 60.0 mL/min is normal.',
    'Urine protein above 3.0 g/24 h is heavy.',
    'The mean difference was 1.0 mg (95% CI 0.0 to 2.0 mg).',
    'The change was -1.0 mg with an SD of 2.0 mg, or 5 ± 1.0 mg.',
    'Serum ferritin stayed below 2.0 mcg in both groups.',
    'People in the second group took 2.0 mg less.',
    'One bar has 3.0 g of fibre and protein 5.0 g.',
    'Take 2.5 mg, 0.5 mg, 2.50 mg or 20 mg.',
    'Version 2.0 measures 10 mg.',
    'See section 1.0.2 mg and 33 .5 mg.',
    'He weighs 70.0 kg.',
    'The link `2.0 mg` is code.',
    '> Take 2.0 mg at night.',
    'The label says "take 2.0 mg at night with some water".',
    'See [Effect of drugmab 3.0 mg on weight](https://doi.org/10.5555/12345).',
  ])('is silent: %s', (text) => expectSilent(rule, text, { strict: true }))

  it('takes other units as options', () => {
    expectReports(rule, 'Two ⟦2.0 puffs⟧ and 2.0 mg.', { options: { doseUnits: ['puffs'] } })
    expectSilent(rule, 'A ratio of 3.0 mg/mmol and 2.0 mg/wk.', { options: { labUnits: ['mg/wk'] }, strict: true })
  })

  it('reports each dose once, in order', () => {
    expect(lint(rule, '- 1.0 mg\n- 2.0 mg\n').map(({ actual }) => actual)).toEqual(['1.0 mg', '2.0 mg'])
  })
})
