import fc from 'fast-check'
import { expect, it } from 'vitest'
import { compilePhrases, phrasesOf } from '../../src/post/claims/phrases.ts'
import { tokenize } from '../../src/post/claims/tokens.ts'

it('sums the weight of every phrase that occurs, once', () => {
  const word = fc.constantFrom('magnesium', 'prevents', 'migraine', 'in', '12', 'adults', 'pain', '.')
  fc.assert(
    fc.property(fc.array(word, { maxLength: 9 }), fc.array(word, { maxLength: 9 }), (read, learnt) => {
      const tokens = tokenize(read.join(' '))
      const weights = [...phrasesOf(tokenize(learnt.join(' ')))].map((phrase, index) => [phrase, index + 1] as const)
      const present = phrasesOf(tokens)
      const expected = weights.reduce((sum, [phrase, weight]) => sum + (present.has(phrase) ? weight : 0), 0)
      expect(compilePhrases(weights)(tokens).sum).toBe(expected)
    }),
  )
})

it('names the loudest phrase', () => {
  const read = compilePhrases([
    ['prevents @condition', 2],
    ['magnesium', 1],
    ['in', -3],
  ])
  expect(read(tokenize('Magnesium prevents migraine in adults'))).toEqual({ sum: 0, loudest: { from: 1, to: 3 } })
})
