import { describe, expect, it } from 'vitest'
import rule from '../../rules/inclusive-language.ts'
import { expectReports, expectSilent, lint } from '../support.ts'

const offered = (text: string) =>
  lint(rule, text).flatMap(({ suggestions }) =>
    suggestions.map(({ edits: [edit] }) => text.slice(0, edit!.start) + edit!.text + text.slice(edit!.end)),
  )

describe('inclusive-language', () => {
  it.each([
    '⟦Diabetics⟧ should check their feet.',
    'He is ⟦confined to a wheelchair⟧.',
    'When a surgeon operates, ⟦he⟧ marks the skin first.',
    'If a young patient faints, lay ⟦him⟧ down.',
    'Every nurse must wash ⟦his⟧ hands.',
    'She has been ⟦an epileptic⟧ since school.',
    '⟦The elderly⟧ fall more often, ⟦elderly women⟧ most.',
    '⟦Obese patients⟧ lose weight slowly.',
    'He ⟦committed suicide⟧ in spring.',
    'Many ⟦suffer from⟧ asthma.',
    'A clinic for ⟦drug abusers⟧ and ⟦alcoholics⟧.',
    'Patients who had ⟦failed treatment⟧ were seen.',
    '| Who | Note |\n|---|---|\n| ⟦asthmatics⟧ | use a spacer |',
  ])('reports %s', (text) => {
    expectReports(rule, text)
  })

  it.each([
    'Deaf people who sign may ask for an interpreter.',
    'Autistic adults and blind people were asked.',
    'The dog suffered burns on two paws.',
    'The study suffers from two flaws.',
    'The National Institute on Drug Abuse funded the work.',
    'Alcoholics Anonymous meets on Mondays.',
    'She drank an alcoholic beverage; a diabetic foot needs care; the blind spot; the disabled access.',
    'Nonalcoholics, antihypertensives and antipsychotics.',
    'The elderly man sat down.',
    '> "Diabetics do not listen," he said.',
    'He wrote: "All of the diabetics on the ward are noncompliant patients."',
    'Do not use the word "diabetics".',
    'See [Sleep in obese children and diabetics](https://doi.org/10.5555/abc).',
    '## References\n\n1. Lee K. Obese children. J Gen. 2019;12(4):2-9.',
    'When a man sees a doctor, he waits. If a patient has prostate cancer, he is told.',
    'A patient came in and he was treated.',
    'When a patient asks, he or she gets an answer.',
    'If a doctor tells Brown that he must rest, he does.',
  ])('is silent on %s', (text) => {
    expectSilent(rule, text, { strict: true })
  })

  it('offers the listed words, in the case of what stands there', () => {
    expect(offered('Diabetics walk.')).toEqual(['People with diabetes walk.'])
    expect(offered('We saw obese women.')).toEqual(['We saw women with obesity.'])
    expect(offered('If a nurse is ill, he rests.')).toEqual(['If a nurse is ill, they rests.'])
    expect(lint(rule, 'Diabetics walk.')[0]!.note).toBe('Recommended by AMA 11.')
  })

  it('looks only at the chosen policies', () => {
    const options = { policies: ['age'] }
    expectReports(rule, 'Diabetics and ⟦the elderly⟧.', { options })
    expectSilent(rule, 'When a surgeon operates, he waits.', { options })
  })

  it('puts people first where nobody chose the word for themselves', () => {
    expectReports(rule, '⟦Autistic children⟧ and deaf people.', { options: { identityFirst: ['Deaf'] } })
  })
})
