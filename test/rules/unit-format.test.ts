import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import rule from '../../rules/unit-format.ts'
import type { Edit } from '../../src/lint/types.ts'
import { expectReports, expectSilent, lint, type Setup } from '../support.ts'

const applied = (text: string, edits: readonly Edit[]) =>
  edits.toReversed().reduce((now, { start, end, text: other }) => now.slice(0, start) + other + now.slice(end), text)
const fixed = (text: string, setup: Setup = {}) => lint(rule, text, setup).map(({ fix }) => fix && applied(text, fix.edits))
const offered = (text: string, setup: Setup = {}) =>
  lint(rule, text, setup).flatMap(({ suggestions }) => suggestions.map(({ edits }) => applied(text, edits)))

describe('unit-format', () => {
  it.each([
    'Take 25 mg, then 50 mg, then ⟦25mg⟧.',
    'Take 25 mg or ⟦25mg⟧.',
    '| Dose |\n|---|\n| 5 mL |\n| 10 mL |\n| ⟦20mL⟧ |',
    '5% of men and 6% of women, but ⟦7 %⟧ of children',
    '⟦% 30⟧ of adults',
    'Rest for ⟦up to 5-7⟧ days.',
    'It lasts ⟦between 5–7⟧ days, or ⟦from 2-3⟧ weeks.',
    '2–3 days, 4–5 weeks, but ⟦6-7⟧ months',
    'Draw up 5 mL, then 6 mL, then ⟦7 ml⟧.',
    'Give ⟦10000 units⟧.',
    'Take ⟦5 mgs⟧ or ⟦1 gm⟧; he weighs ⟦80 Kg⟧.',
  ])('reports %s', (text) => {
    expectReports(rule, text)
  })

  it.each([
    'Take 0.5mg at night, then 1mg.',
    'Smith A. Title. J Gen. 2019;12(4):2-9.',
    'He lay on Ward 12B with a 3G phone; see L2, U2 and GLP-1 mg studies.',
    'A 25-mg tablet and 25 mg of powder.',
    'Take 25 mg; LDL was 100mg/dL.',
    'Call 555-1234 between 9-5-2020 and 10:30-11:00.',
    'In 5-7 cases; from 7-5; pages 12-19.',
    'He said: "Take 25mg now and then 30mg," but I take 25 mg.',
    'See %22this%22 and `25mg`, 25 mg.',
    'Take 1000 mg and 9999 units.',
  ])('is silent on %s', (text) => {
    expectSilent(rule, text, { strict: true, severity: 'warn' })
  })

  it('adds or removes the space itself, and only the space', () => {
    expect(fixed('Take 25 mg, 50 mg, 25mg.')).toEqual(['Take 25 mg, 50 mg, 25 mg.'])
    expect(fixed('Take 25mg, 50mg, 25 mg.')).toEqual(['Take 25mg, 50mg, 25mg.'])
    expect(fixed('Take 25 mg, 50 mg, **25**mg.')).toEqual([null])
  })

  it('offers to write out what a dash and a word say twice', () => {
    expect(offered('Rest up to 5-7 days.')).toEqual(['Rest up to 7 days.', 'Rest 5 to 7 days.'])
    expect(offered('Rest between 5-7 days.')).toEqual(['Rest between 5 and 7 days.'])
    expect(offered('Rest from **5-7** days.')).toEqual(['Rest from **5 to 7** days.'])
  })

  it('marks thousands and puts the right symbol', () => {
    expect(offered('Give 1200000 units.')).toEqual(['Give 1,200,000 units.'])
    expect(offered('Give 5 MG/kg.')).toEqual(['Give 5 mg/kg.'])
    expect(offered('About % 30 of them.')).toEqual(['About 30% of them.'])
  })

  it('follows a house style', () => {
    expectReports(rule, 'Take ⟦25 mg⟧, ⟦5mL⟧ and 5%.', { options: { style: 'nhs' } })
    expectReports(rule, 'Take ⟦25mg⟧, ⟦5 ml⟧ and ⟦5 %⟧.', { options: { style: 'ama' } })
    expectReports(rule, 'Take ⟦25mg⟧ and ⟦5%⟧.', { options: { style: 'si' } })
    expectReports(rule, 'Rest ⟦2-3⟧ days or ⟦4–5⟧ days.', { options: { range: 'to' } })
    expectReports(rule, 'Rest ⟦2-3⟧ days or 4–5 days.', { options: { range: 'en-dash' } })
    expectSilent(rule, '⟦% 30⟧ and 5 %, 5%', { options: { percent: false } })
  })

  it('says the same of its own output nothing: fixes are stable', () => {
    const quantity = fc.tuple(fc.integer({ min: 1, max: 900 }), fc.constantFrom('', ' '), fc.constantFrom('mg', 'mL', 'cm', '%'))
    fc.assert(
      fc.property(fc.array(quantity, { minLength: 1, maxLength: 12 }), (quantities) => {
        const text = `Given: ${quantities.map(([number, gap, unit]) => `${number}${gap}${unit}`).join('; ')}.`
        const edits = lint(rule, text).flatMap(({ fix }) => fix?.edits ?? [])
        expect(lint(rule, applied(text, edits))).toEqual([])
        expect(applied(text, edits).replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
      }),
    )
  })
})
