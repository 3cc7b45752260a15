import { describe, expect, it } from 'vitest'
import rule from '../../rules/plain-language.ts'
import { expectReports, expectSilent, lint } from '../support.ts'

const offered = (text: string) =>
  lint(rule, text).flatMap(({ suggestions }) =>
    suggestions.map(({ edits: [edit] }) => text.slice(0, edit!.start) + edit!.text + text.slice(edit!.end)),
  )

describe('plain-language', () => {
  it.each([
    'You may notice ⟦erythema⟧.',
    'The tablets are ⟦contraindicated⟧ in pregnancy.',
    '⟦Administer⟧ two drops at night.',
    'A ⟦myocardial infarction⟧ needs help at once.',
    'The drug is given ⟦intravenously⟧.',
    'Soft food, ⟦e.g.⟧ soup, helps.',
    'The nurse will ⟦perform an assessment of⟧ your feet.',
    'Bruises are ⟦not uncommon⟧.',
    '| Sign | When |\n|---|---|\n| ⟦pruritus⟧ | at night |',
  ])('reports %s', (text) => {
    expectReports(rule, text)
  })

  it.each([
    'You may notice erythema (redness of the skin).',
    'High blood pressure (hypertension) has no symptoms.',
    'A heart attack, or myocardial infarction, needs help.',
    'Vertigo is a feeling that the room spins.',
    'This rash is called urticaria. Urticaria itches.',
    'It is given intravenously, which means into a vein.',
    'The American Hypertension Society met.',
    '> "You may notice erythema."',
    'She wrote: "They told me that pruritus and erythema may follow."',
    'What does "pruritus" mean?',
  ])('is silent on %s', (text) => {
    expectSilent(rule, text, { strict: true, severity: 'warn' })
  })

  it('is silent for clinicians', () => {
    expectSilent(rule, 'Bilateral pitting oedema was present.', { audience: 'clinician', strict: true })
  })

  it('asks at the first use only', () => {
    expectReports(rule, 'The ⟦oedema⟧ went. The oedema came back.')
    expectSilent(rule, 'Swelling (oedema) is common. The oedema goes.', { strict: true })
  })

  it('offers the plain word, or the plain word in brackets', () => {
    expect(offered('Administer two drops.')).toEqual(['Give two drops.', 'Administer (give) two drops.'])
    expect(offered('It is given intravenously.')).toEqual(['It is given intravenously (into a vein).'])
  })

  it('knows the words of your readers, and how near an explanation has to be', () => {
    expectSilent(rule, 'You may notice erythema.', { options: { dictionary: ['Erythema'] }, strict: true })
    expectSilent(rule, 'With erythema there comes some redness.', { strict: true })
    expectReports(rule, 'With ⟦erythema⟧ there comes some redness.', { options: { glossWindow: 2 } })
  })
})
