import { describe, expect, it } from 'vitest'
import rule from '../../rules/preferred-term.ts'
import { expectReports, expectSilent, lint } from '../support.ts'

const offered = (text: string, options = {}) =>
  lint(rule, text, { options }).flatMap(({ suggestions }) =>
    suggestions.map(({ edits: [edit] }) => text.slice(0, edit!.start) + edit!.text + text.slice(edit!.end)),
  )

describe('preferred-term', () => {
  it.each([
    '⟦Insulin-dependent diabetes⟧ starts early in life.',
    '⟦Non-insulin-dependent diabetes mellitus⟧ and ⟦type II diabetes⟧ are one.',
    'the ⟦efficiency⟧ of the vaccine in adults',
    '⟦Senile dementia⟧ is not a normal part of ageing.',
    'A child with ⟦Clostridium difficile⟧ and ⟦Wegener’s granulomatosis⟧.',
    'It dries the ⟦mucus membranes⟧ and the ⟦vocal chords⟧.',
    'Screening for ⟦prostrate cancer⟧ helps some.',
    'He had low blood sugar (⟦hyperglycemia⟧) at night.',
    'She had ⟦hypotension⟧ (high blood pressure).',
    'A child with a cleft ⟦palette⟧ needs help.',
  ])('reports %s', (text) => {
    expectReports(rule, text)
  })

  it.each([
    'Insulin-dependent cells take up glucose.',
    'a grade 2 sprain',
    '> "senile dementia", as it was called in 1950 [3]',
    'What was called "mongolism" is Down syndrome.',
    'Mpox, formerly monkeypox, spreads by touch. The monkeypox virus is old.',
    'The efficiency of the heart pump, and of vaccine storage.',
    'The palette was soft; a loose weight fell; low blood sugar (hypoglycemia).',
    'See [Senile dementia after stroke](https://doi.org/10.5555/abc).',
    'The Venereal Disease Research Laboratory test is positive.',
  ])('is silent on %s', (text) => {
    expectSilent(rule, text, { strict: true })
  })

  it('offers the current term in fitting case, and says why', () => {
    expect(offered('Senile dementia is rare.')).toEqual(['Dementia is rare.'])
    expect(offered('He has Wegener’s granulomatosis.')).toEqual(['He has granulomatosis with polyangiitis.'])
    expect(offered('the efficiency of a drug')).toEqual(['the efficacy of a drug', 'the effectiveness of a drug'])
    expect(offered('low blood sugar (hyperglycaemia)')).toEqual(['low blood sugar (hypoglycaemia)'])
    const [message] = lint(rule, 'Senile dementia is rare.')
    expect(message!.message).toBe('Write "Dementia": "Senile dementia" is no longer used.')
    expect(message!.note).toBe('Source: ICD-11.')
  })

  it('takes terms of a site, and leaves exceptions', () => {
    const options = { terms: { 'key hole surgery': ['keyhole surgery'] } }
    expect(offered('We offer key-hole surgery.', options)).toEqual(['We offer keyhole surgery.'])
    expectSilent(rule, 'Senile dementia is rare.', { options: { exceptions: ['senile dementia'] } })
  })
})
