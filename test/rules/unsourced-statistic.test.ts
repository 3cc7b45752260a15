import { describe, expect, it } from 'vitest'
import rule from '../../rules/unsourced-statistic.ts'
import { expectReports, expectSilent, lint } from '../support.ts'

const page = (body: string) => `# Migraine\n\n${body}\n`
const LIST = '\n\n## References\n\n1. Park S. Migraine in numbers. J Headache. 2019;4(2):11-15.'

describe('unsourced-statistic', () => {
  it.each([
    '⟦One in five⟧ adults has migraine.',
    'Symptoms come back in ⟦about 40 %⟧ of people.',
    'The drug cuts attacks by ⟦30 percent⟧ in patients with migraine.',
    'People with migraine are ⟦twice as likely⟧ to have a stroke.',
    '⟦Half of patients⟧ with migraine have no diagnosis.',
    '⟦About 50 million people⟧ have epilepsy.',
    'Migraine is the ⟦second leading cause⟧ of disability among women.',
    'Migraine ⟦ranks third⟧ among all diseases.',
    'Attacks last ⟦20 to 30 %⟧ less in patients on the drug.',
    'The risk of stroke is ⟦ten times higher in⟧ patients with migraine.',
    'Migraine multiplies the risk of stroke ⟦five-fold⟧.',
    'Of all patients with migraine (n = 40), ⟦25 %⟧ died.',
    'With blood pressure = 120/80, ⟦25 %⟧ of patients with migraine died.',
    'Imagine losing ⟦20 %⟧ of your risk of stroke.',
  ])('reports %s', (sentence) => {
    expectReports(rule, page(sentence))
  })

  it('names the figure, once per sentence', () => {
    const [message, ...more] = lint(rule, page('It helps 40 % of women and 30 % of men with migraine.'))
    expect(more).toEqual([])
    expect(message!.message).toBe('Cite a source for "40 %".')
    expect(message!.related).toHaveLength(1)
  })

  it.each([
    `One in five adults has migraine [1].${LIST}`,
    'The tablet is 12 mm long.',
    'A solution of 0.9 % saline is given to people with migraine.',
    'The target is an HbA1c below 7 % in people with diabetes.',
    'Do one in five adults have migraine?',
    'Take 50 % of the dose if you have side effects.',
    'Get a 20 % discount on your first migraine visit.',
    'Stress is one of the most common causes of migraine.',
    '| Drug | Response |\n|---|---|\n| A | 40 % of people |',
    'The oven uses 40 % less power.',
    'Patients take the drug twice a day to lower the risk of attacks.',
    'A vein of patients with migraine is flushed three times per session.',
    'There is a ten fold gap between the patients you expect and those you meet.',
    'Most patients with migraine are 100 % certain of their trigger.',
    'Disorders of patients with migraine go by the same 0% to 100% scale as depression.',
    'The risk of migraine is 25 % (30/120 = 0.25) in women.',
    'The relative risk of migraine is 2 = 20 % / 10 %, as a rise of 20 % in patients shows.',
    'The relative risk is risk in patients / risk in controls = 30 % of patients against 10 %.',
    'Suppose that 20 % of patients with migraine recover. Then 80 % of patients do not.',
    'Now imagine a trial in which 20 % of patients with migraine recover.',
  ])('is silent on: %s', (body) => expectSilent(rule, page(body), { strict: true }))

  it('leaves ranks, words and money as the options say', () => {
    const count = (text: string, options: object) => lint(rule, page(text), { options }).length
    expect(count('Migraine is the leading cause of disability.', { ranks: false })).toBe(0)
    expect(count('Half of patients have migraine.', { words: false })).toBe(0)
    expect(count('Scars grew by 20 % mm in patients.', { ignoreUnits: [] })).toBe(1)
    expect(count('Scars grew by 20 % mm in patients.', {})).toBe(0)
    const money = 'Depression takes $5 billion a year from patients.'
    expect([count(money, {}), count(money, { currency: true })]).toEqual([0, 1])
  })

  it('is satisfied by a closing marker of the section for clinicians', () => {
    const text = `# Migraine\n\n## Frequency\n\nOne in five adults has migraine.\n\nIt is counted yearly. [1]\n\n## Next\n\nText.${LIST}`
    expect(lint(rule, text)).toHaveLength(1)
    expectSilent(rule, text, { audience: 'clinician', strict: true })
  })
})
