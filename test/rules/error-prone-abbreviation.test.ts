import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import rule from '../../rules/error-prone-abbreviation.ts'
import { expectReports, expectSilent, lint, type Setup } from '../support.ts'

const offered = (text: string, setup: Setup = {}) =>
  lint(rule, text, setup).map(({ suggestions: [first] }) =>
    first!.edits.reduce((now, { start, end, text: other }) => now.slice(0, start) + other + now.slice(end), text),
  )

describe('error-prone-abbreviation', () => {
  it.each([
    'Inject 8 ⟦U⟧ before breakfast.',
    'Inject 8⟦U⟧ before breakfast.',
    'Heparin 60 ⟦U⟧/kg, then 12 ⟦U⟧/kg/h.',
    'Vitamin D, 800–2000 ⟦IU⟧ a day.',
    'Give 400⟦IU⟧/day of vitamin D.',
    'Draw up 2 ⟦cc⟧ of saline.',
    'Take 500 ⟦ug⟧ or 250 ⟦µg⟧ at night.',
    'Take 20 mg ⟦QD⟧.',
    'Take one 20 mg tablet ⟦q.o.d.⟧ for a week.',
    'Give ⟦MSO4⟧ 5 mg, then ⟦MgSO4⟧ 2 g.',
    'Give ⟦MS⟧ 5 mg for the pain.',
    'Infuse 50 mL ⟦@⟧ 8 pm.',
    'Inject epinephrine ⟦1:1000⟧ into the thigh.',
    'Adrenaline ⟦1 : 10,000⟧ is for the vein.',
    '| Drug | Dose |\n|---|---|\n| Prednisone | one tablet ⟦QD⟧ |',
  ])('reports %s as an error', (text) => {
    for (const { severity } of expectReports(rule, text)) expect(severity).toBe('error')
  })

  it.each([
    'The infusion ran at 40 ⟦cc⟧/hr.',
    'Urine output was 30 ⟦cc⟧.',
    'The tablets are for ⟦QD⟧ use.',
    'They keep ⟦MgSO4⟧ on the ward.',
  ])('warns away from a dose: %s', (text) => {
    const [message] = expectReports(rule, text)
    expect(message!.severity).toBe('warn')
    expectSilent(rule, text, { options: { contexts: 'dose' }, strict: true })
  })

  it.each([
    'People with MS were seen every year.',
    'Drugs for multiple sclerosis: in MS 20 mg daily is usual.',
    'P < .05 was significant.',
    'The leaflet is licensed CC BY 4.0.',
    'ALT was 40 U/L, TSH 4 mIU/L, DNA 20,000 IU/mL, lead 45 µg/dL.',
    'A lysate of 100 µg protein was loaded.',
    'Quantum dots (QD) glow. QD imaging is new.',
    'The abbreviation QD is misread; do not write "U".',
    '> "Take 20 mg QD," the label said.',
    'She wrote: "I took 20 mg QD for three whole weeks."',
    '## Abbreviations\n\nWrite 5 units, not 5 U.',
    'Take 20 mg once daily (QD).',
    'The buffer held NaCl and MgSO4 in 2 g of gel.',
    'Write to 10 mg@clinic.example about `5 U`.',
    'See [Effects of 400 IU](https://doi.org/10.5555/abc) for more.',
    '10 U.S. states and 3 U-shaped curves.',
  ])('is silent on %s', (text) => {
    expectSilent(rule, text, { strict: true })
  })

  it('tells patients in words how often, and what < means in a dose', () => {
    const setup = { audience: 'patient' as const }
    expectReports(rule, 'Take 1 tablet ⟦BD⟧, or 5 mg ⟦po⟧ ⟦TDS⟧, ⟦PRN⟧.', setup)
    expectReports(rule, 'Take ⟦<⟧ 5 mg a day.', setup)
    expectSilent(rule, 'Take 1 tablet BD. Never take > 5 mg.', { strict: true })
    expectSilent(rule, 'BD made the syringes; blood sugar < 5 mmol/L; 10 mg -> 5 mg.', setup)
    expect(lint(rule, 'Take 5 mg BD.', setup)[0]!.message).toBe('Write "twice a day": most patients do not know "BD".')
  })

  it('writes the unit out, with a space and in the number of its amount', () => {
    expect(offered('Inject 8U now.')).toEqual(['Inject 8 units now.'])
    expect(offered('Inject 1 U now.')).toEqual(['Inject 1 unit now.'])
    expect(offered('Inject 0.1 U now.')).toEqual(['Inject 0.1 units now.'])
    expect(offered('Take 400 IU.', { audience: 'clinician' })).toEqual(['Take 400 international units.'])
  })

  it('takes the word for µg from the option, else from the region', () => {
    expect(offered('Take 5 µg.')).toEqual(['Take 5 mcg.'])
    expect(offered('Take 5 µg.', { options: { microgram: 'micrograms' } })).toEqual(['Take 5 micrograms.'])
  })

  it('writes a ratio as a strength, but for mixtures with a local anaesthetic', () => {
    expect(offered('Give epinephrine 1:1,000 now.')).toEqual(['Give epinephrine 1 mg/mL now.'])
    expect(offered('Give epinephrine 1:10 000 and 1:100000 now.')).toEqual(['Give epinephrine 1:10 000 and 0.01 mg/mL now.'])
    expectSilent(rule, 'Lidocaine 1% with epinephrine 1:100,000 numbs the skin. At 1:1000 dilution the serum reacts.')
  })

  it('leaves allowed abbreviations alone', () => {
    expectSilent(rule, 'Take 400 IU.', { options: { allow: ['IU'] } })
  })

  it('shows the abbreviation itself in every kind of Markdown', () => {
    const wraps = ['%', '**%**', '- %', '| Dose |\n|---|\n| % |', 'Rest &amp; %', '\uFEFF%', '💊 %', 'See[^1] %\n\n[^1]: Note.']
    fc.assert(
      fc.property(
        fc.constantFrom(...wraps),
        fc.integer({ min: 2, max: 4000 }),
        fc.constantFrom('U', 'IU', 'cc'),
        (wrap, amount, unit) => {
          const text = wrap.replace('%', `Give ${amount} ${unit} now.`)
          expect(lint(rule, text).map(({ actual, start, end }) => [actual, text.slice(start, end)])).toEqual([[unit, unit]])
        },
      ),
    )
  })
})
