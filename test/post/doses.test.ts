import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { doseFinder } from '../../src/post/doses.ts'
import { post } from '../support.ts'

const find = doseFinder(['mg', 'mcg', 'micrograms', 'g', 'mL', 'units'], [])
const dosesOf = (markdown: string) =>
  post(markdown).prose.flatMap((block) => find(block).map(({ number, unit }) => `${number} ${unit}`.trim()))

describe('doseFinder', () => {
  it.each<[string, string[]]>([
    ['Take 20 mg, 5µg or 2 millilitres.', ['20 mg', '5 µg', '2 millilitres']],
    ['Inject 8 units or 400 IU.', ['8 units', '400 IU']],
    ['Take 0.5, 1 or 2 mg.', ['0.5', '1', '2 mg']],
    ['Give 1–1.5 mg/kg twice.', ['1', '1.5 mg/kg']],
    ['Take 1,000 mg per day.', ['1,000 mg per day']],
    ['Sodium 140 mmol/L, glucose 90 mg/dL, 60 mL/min.', []],
    ['Weight 70 kg, pressure 120 mmHg, 5 cm.', []],
    ['A change of -2 mg or 5 ± 1 mg.', []],
    ['5 megabytes and 3 gold rings', []],
  ])('%j', (text, expected) => expect(dosesOf(text)).toEqual(expected))

  it('reads bare numbers in a column headed dose', () => {
    expect(dosesOf('| Drug | Dose (mg) |\n| --- | --- |\n| A | 5 |\n| B | 10 to 20 |')).toEqual(['5', '10', '20'])
    expect(dosesOf('| Drug | Ratio |\n| --- | --- |\n| A | 5 |')).toEqual([])
  })

  it('takes units of a configuration literally', () => {
    const block = post('Take 2 puffs (x) and 3 mg.').prose[0]!
    expect(doseFinder(['puffs (x)'], [])(block).map(({ number }) => number)).toEqual(['2'])
    expect(doseFinder(['mg'], ['mg/wk'])(post('3 mg/wk').prose[0]!)).toEqual([])
  })

  it('gives ranges of the text view that hold number and unit', () => {
    const part = fc.constantFrom('Take 2.0 mg', '.5 mL', '1 to 2 units', '70 kg', 'a 3.0-mg tablet', '**4** g', '5&nbsp;mg')
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), (parts) => {
        for (const block of post(parts.join(' and then ')).prose) {
          for (const { number, numberStart, numberEnd, unit, textEnd } of find(block)) {
            expect(block.text.slice(numberStart, numberEnd)).toBe(number)
            expect(block.text.slice(numberStart, textEnd).endsWith(unit)).toBe(true)
          }
        }
      }),
      { numRuns: 40 },
    )
  })
})
