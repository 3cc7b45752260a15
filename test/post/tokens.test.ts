import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tokenize, tokensOf } from '../../src/post/claims/tokens.ts'
import { post } from '../support.ts'

describe('tokens', () => {
  it('are words in small letters, numbers and marks', () => {
    const tokens = tokenize('Don’t take 1,000 mg (HbA1c)!')
    expect(tokens.map(({ text }) => text)).toEqual(["don't", 'take', '1,000', 'mg', '(', 'hba', '1', 'c', ')', '!'])
    expect(tokens.map(({ word, number }) => (word ? 'w' : number ? 'n' : '-')).join('')).toBe('wwnw-wnw--')
  })

  it('of a sentence are those of its text, whatever its words are', () => {
    const piece = fc.constantFrom(
      'pain',
      'Don’t',
      "it's",
      'HbA1c',
      'U.S.',
      '5-HT',
      'naïve',
      '1,000',
      '0.5',
      'well-being',
      '“so”',
      'é',
      '𝐀x',
      'a\u0301',
      '(e.g.',
      'x/y',
      '–',
      '...',
      "'",
      'β2',
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(piece, fc.constantFrom(' ', '', '-', '’', ', ')), { maxLength: 14 }), (pieces) => {
        for (const sentence of post(`The ${pieces.flat().join('')} end.`).sentences) {
          const { block, textStart, textEnd } = sentence
          expect(tokensOf(sentence)).toEqual(tokenize(block.masked, textStart, textEnd))
        }
      }),
      { numRuns: 300 },
    )
  })
})
