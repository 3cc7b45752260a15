import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CITATION_MARK, OPAQUE_MARK } from '../../src/post/types.ts'
import { findWords } from '../../src/post/words.ts'

function words(text: string): string[] {
  return findWords(text, 0, text.length).map((word) => word.text)
}

const C = CITATION_MARK
const O = OPAQUE_MARK

describe('findWords', () => {
  it.each<[string, string[]]>([
    ['Rest the knee.', ['Rest', 'the', 'knee']],
    ['twenty-one days', ['twenty-one', 'days']],
    ["don’t or don't", ['don’t', 'or', "don't"]],
    ['the patients’ knees', ['the', 'patients', 'knees']],
    ["'quoted' words", ['quoted', 'words']],
    ['HbA1c fell', ['HbA1c', 'fell']],
    ['by 0.5 mg', ['by', '0.5', 'mg']],
    ['by .5 mg', ['by', '5', 'mg']],
    ['1,000 people', ['1,000', 'people']],
    ['1,234,567.8 cells', ['1,234,567.8', 'cells']],
    ['in 2019,2020 we', ['in', '2019', '2020', 'we']],
    ['1,2 and 3', ['1', '2', 'and', '3']],
    ['in the U.S. now', ['in', 'the', 'U.S.', 'now']],
    ['in the U.S.A. now', ['in', 'the', 'U.S.A.', 'now']],
    ['e.g. fish', ['e.g.', 'fish']],
    ['give it i.v. now', ['give', 'it', 'i.v.', 'now']],
    ['a Ph.D. in it', ['a', 'Ph.D.', 'in', 'it']],
    ['Dr. Roe', ['Dr', 'Roe']],
    ['IL-6 and 5-HT', ['IL-6', 'and', '5-HT']],
    ['α-tocopherol', ['α-tocopherol']],
    ['CD4+ cells', ['CD4', 'cells']],
    ['and/or', ['and', 'or']],
    ['5 mg/kg', ['5', 'mg', 'kg']],
    ['5–10 mg', ['5', '10', 'mg']],
    ['5-10 mg', ['5-10', 'mg']],
    ['a -- b', ['a', 'b']],
    ['a well-known—if old—drug', ['a', 'well-known', 'if', 'old', 'drug']],
    ['rinse.Then wait', ['rinse', 'Then', 'wait']],
    ['do it.Then', ['do', 'it', 'Then']],
    ['file.txt', ['file.txt']],
    ['ourclinic.example', ['ourclinic.example']],
    ['version 2.0.1', ['version', '2.0.1']],
    ['v2.1', ['v2.1']],
    ['falls.1 The', ['falls', '1', 'The']],
    ['1.Wash', ['1', 'Wash']],
    ['H₂O and CO₂', ['H₂O', 'and', 'CO₂']],
    ['falls¹', ['falls']],
    ['10⁹ cells per m²', ['10', 'cells', 'per', 'm']],
    ['5 µg of β-carotene', ['5', 'µg', 'of', 'β-carotene']],
    ['naïve café', ['naïve', 'café']],
    ['cafe\u0301 now', ['cafe\u0301', 'now']],
    ['Sjögren’s', ['Sjögren’s']],
    ['soft\u00ADhyphen', ['soft\u00ADhyphen']],
    ['non‑breaking', ['non‑breaking']],
    ['𝛼-helix', ['𝛼-helix']],
    ['good 😊 news', ['good', 'news']],
    [`falls.${C}${C}${C} It`, ['falls', 'It']],
    [`falls${C}${C}${C}It`, ['falls', 'It']],
    [`${O}${O}-like drugs`, ['like', 'drugs']],
    [`run${O}now`, ['run', 'now']],
    ['\uD800a\uDC00', ['a']],
    ['a\uD835', ['a']],
    ['…', []],
    ['', []],
  ])('%j', (text, expected) => {
    expect(words(text)).toEqual(expected)
  })

  it('reads only between the offsets', () => {
    expect(findWords('one two three', 4, 9)).toMatchObject([
      { textStart: 4, textEnd: 7, text: 'two' },
      { textStart: 8, textEnd: 9, text: 't' },
    ])
    expect(findWords('in the U.S. now', 7, 10).map((word) => word.text)).toEqual(['U.S'])
  })

  it('gives ordered words with exact offsets, without marks, on any text', () => {
    const part = fc.oneof(
      fc.constantFrom(
        C,
        O,
        ' ',
        '.',
        '-',
        "'",
        '’',
        ',',
        'U.S.',
        '5',
        'mg',
        'é',
        'e\u0301',
        '\uD800',
        '\uDC00',
        '𝛼',
        '\u00AD',
        '²',
        '₂',
      ),
      fc.string({ unit: 'binary', maxLength: 4 }),
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        const text = parts.join('')
        let at = 0
        for (const word of findWords(text, 0, text.length)) {
          expect(word.textStart).toBeGreaterThanOrEqual(at)
          expect(word.textEnd).toBeGreaterThan(word.textStart)
          expect(text.slice(word.textStart, word.textEnd)).toBe(word.text)
          expect(word.text).toMatch(/^[^\s\uE000\uE001]+$/)
          at = word.textEnd
        }
        expect(at).toBeLessThanOrEqual(text.length)
      }),
      { numRuns: 2000 },
    )
  })

  it('leaves no letter outside the words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const covered = new Set(
          findWords(text, 0, text.length).flatMap((word) =>
            [...Array(word.textEnd - word.textStart).keys()].map((key) => key + word.textStart),
          ),
        )
        for (let at = 0; at < text.length; at++)
          if (/\p{L}/u.test(text[at]!) && !'ʼ'.includes(text[at]!)) expect(covered.has(at)).toBe(true)
      }),
    )
  })
})
