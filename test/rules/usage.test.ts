import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import rule from '../../rules/usage.ts'
import type { Edit } from '../../src/lint/types.ts'
import { expectReports, expectSilent, lint, type Setup } from '../support.ts'

const applied = (text: string, edits: readonly Edit[]) =>
  edits.toReversed().reduce((now, { start, end, text: other }) => now.slice(0, start) + other + now.slice(end), text)
const fixed = (text: string) => lint(rule, text).map(({ fix }) => fix && applied(text, fix.edits))
const offered = (text: string, setup: Setup = {}) =>
  lint(rule, text, setup).flatMap(({ suggestions }) => suggestions.map(({ edits }) => applied(text, edits)))

describe('usage', () => {
  it.each([
    'asthma⟦(⟧in adults)',
    'The **artery**⟦(⟧**RCA**) is narrow.',
    'The lungs⟦ ,⟧ the heart and the liver.',
    'Rinse⟦  ⟧the mouth.',
    'Rinse ⟦well.Then⟧ spit.',
    'Is it ⟦broken?Then⟧ call.',
    'two ⟦advices⟧ for new parents',
    'We need more ⟦informations⟧ on doses.',
    'Recent ⟦researches⟧ show it.',
    'It was ⟦an advice⟧ to all.',
    '⟦This⟧ symptoms are rare.',
    'These ⟦symptom⟧ are rare.',
    'A ⟦patients⟧ with asthma.',
    'The patients ⟦was⟧ seen.',
    'There ⟦is⟧ several reasons.',
    'Try teas such as mint, sage, ⟦etc⟧.',
    'It was ⟦E. Coli⟧ or ⟦h. pylori⟧.',
    'People with ⟦alzheimer’s⟧ and ⟦hiv⟧.',
    '“One,” “two” and ⟦"⟧three".',
  ])('reports %s', (text) => {
    expectReports(rule, text)
  })

  it.each([
    'Ca(OH)2 and CD4(+) cells, IgG(1), f(x), the person(s), poly(ethylene glycol) and log(dose).',
    'Visit www.example.org/faq.The-basics today.',
    'Ask at Cancer.Net or use Node.js and E.coli.',
    'Her complete works fill a shelf.',
    'Dr.Smith came. Two spaces.  A habit of some.',
    'She researches sleep. This evidences the point. An information leaflet; a research and development grant.',
    'This means a lot. This symptoms list is long. These symptom diaries help.',
    'One of the symptoms is pain. Treating patients is hard. The number of patients was low.',
    'There is a few. Teas, herbs, etc. help; such as mint. Then walk, swim, etc.',
    'E. coli, *H. pylori*, Covid-19 and COVID-19, C. Dickens.',
    'He said: "We gave two advices and informations to them."',
    'Avoid the word "informations".',
    'A 6" scar and a 5\'10" man said “no”.',
    'x <- names(pmod)[c(1, 2)]; y <- cumsum(table(x))',
  ])('is silent on %s', (text) => {
    expectSilent(rule, text, { strict: true, severity: 'warn' })
  })

  it('tells slips of spacing and form from errors of grammar', () => {
    const severities = (text: string) => lint(rule, text).map(({ severity }) => severity)
    expect(severities('asthma(in adults)')).toEqual(['info'])
    expect(severities('Rinse well.Then spit.')).toEqual(['warn'])
  })

  it('mends white space itself, without touching the markup', () => {
    expect(fixed('asthma(in adults)')).toEqual(['asthma (in adults)'])
    expect(fixed('The **artery**(**RCA**) is.')).toEqual(['The **artery** (**RCA**) is.'])
    expect(fixed('Rinse  the  mouth , then.')).toEqual(['Rinse the mouth , then.', 'Rinse  the  mouth, then.'])
  })

  it('offers other letters only as a suggestion', () => {
    expect(offered('Rinse well.Then spit.')).toEqual(['Rinse well. Then spit.'])
    expect(offered('Two advices and three informations.')).toEqual([
      'Two pieces of advice and three informations.',
      'Two advices and three pieces of information.',
    ])
    expect(offered('A **informations** sheet of hiv.')).toEqual([
      'A **information** sheet of hiv.',
      'A **informations** sheet of HIV.',
    ])
    expect(offered('Teas such as mint, sage, etc. help.')).toEqual(['Teas such as mint, sage help.'])
    expect(offered('“A” and “B” and "C".')).toEqual(['“A” and “B” and “C”.'])
  })

  it('has a switch for each check, and a style of quotation marks', () => {
    expectSilent(rule, 'asthma(in adults)', { options: { checks: { spaceBeforeParen: false } }, strict: true })
    expectReports(rule, '⟦"⟧One" and "two".', { options: { quoteStyle: 'curly' } })
    expectReports(rule, '⟦“⟧One” and "two" and "three".', { options: { quoteStyle: 'straight' } })
    expectReports(rule, 'asthma⟦(⟧in adults)', { options: { checks: { doubleSpace: false } } })
  })

  it('has fixes that a second run leaves alone and that keep every letter', () => {
    const piece = fc.constantFrom('rest', 'water', ' ', '  ', '(at night)', ',', ' ,', '**deep**', '. ', '&amp;')
    fc.assert(
      fc.property(fc.array(piece, { minLength: 2, maxLength: 14 }), (pieces) => {
        const text = `Try ${pieces.join('')}.`
        const edits = lint(rule, text).flatMap(({ fix }) => fix?.edits ?? [])
        const after = applied(
          text,
          edits.toSorted((a, b) => a.start - b.start),
        )
        expect(after.replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
        expect(lint(rule, after).flatMap(({ fix }) => fix?.edits ?? [])).toEqual([])
      }),
    )
  })
})
