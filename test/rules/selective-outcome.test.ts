import { describe, expect, it } from 'vitest'
import rule from '../../rules/selective-outcome.ts'
import { expectReports, expectSilent, lint } from '../support.ts'

const strict = { strict: true }

describe('selective-outcome', () => {
  it('reports the scale that nothing comes back to', () => {
    const text =
      'The trial assessed anxiety with the ⟦GAD-7⟧ and disability with the ODI.\n\n## Results\n\nThe ODI fell by 8 points.'
    const [message] = expectReports(rule, text)
    expect(message!.message).toBe('Report the result for "GAD-7", or say that the source does not.')
    expect(message!.severity).toBe('warn')
  })

  it.each([
    'The trial measured mood (PHQ-9) and pain (VAS). Mood rose by 2 points, pain fell by 3.',
    'The trial measured mood (PHQ-9) and pain (VAS). The PHQ-9 rose by 2 points; the VAS did not move.',
    'The trial measured mood (PHQ-9) and pain (VAS). It will end next year.',
    'The trial measured mood (PHQ-9). Pain fell by 3 points.',
    'We use the PHQ-9 and the VAS. Pain fell by 3 points.',
    'Did the trial measure mood (PHQ-9) and pain (VAS)? Pain fell by 3 points.',
  ])('is silent on "%s"', (text) => expectSilent(rule, text, strict))

  it('takes scales of its own', () => {
    const text = 'The study scored gait (⟦GaitRite⟧) and pain (VAS). Pain fell by 3 points.'
    expectSilent(rule, text.replace(/[⟦⟧]/g, ''), strict)
    expectReports(rule, text, { options: { scales: ['GaitRite'] } })
  })

  it.each([
    'The magnesium arm and the placebo arm were followed. Magnesium lowered attacks by two.',
    'The magnesium group and the placebo group were followed. Both groups had fewer attacks.',
    'The magnesium arm and the placebo arm were followed: attacks fell by 4.1 and 1.2.',
    'The placebo arm and the control arm were followed for a year.',
    'People in the first group and the second group were followed.',
    'Patients are allocated to the magnesium group and the zinc group.',
  ])('finds the result of an arm: "%s"', (text) => expectSilent(rule, text, strict))

  it('reports both arms when nothing is told of either', () => {
    expectReports(rule, 'The ⟦zinc group⟧ and the ⟦copper group⟧ were compared.\n\n## Next\n\nZinc and copper are metals.')
  })

  it.each([
    'Attacks fell (⟦P = .03⟧), as the authors found.',
    'The change was statistically ⟦significant⟧.',
    'Pain was ⟦significantly⟧ lower than in the placebo group ([trial](https://doi.org/10.5555/a1)).',
  ])('asks for the size: "%s"', (text) => {
    expectReports(rule, text)
    expectSilent(rule, text.replace(/[⟦⟧]/g, ''), { options: { significance: false }, strict: true })
  })

  it.each([
    'Pain fell by 2 points (P = .03).',
    'The drop was significant (P = .03). Attacks fell from six to four a month.',
    'The drop was significant (P = .03): attacks were halved.',
    'The difference was not significant (P = .3).',
    'There was a significant loss of hair.',
    'A P value < .05 was considered significant.',
    'When P < .05, the result was called significant.',
    '> "The drop was significant (P = .03)."',
  ])('is content with "%s"', (text) => expectSilent(rule, text, strict))

  it('does not take the number of people for a size', () => {
    expect(lint(rule, 'In 2019 the drop was statistically significant (n = 40, P < 0.05).')).toHaveLength(1)
  })
})
