import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nodeResources } from '../../src/cli/resources.ts'
import { distance, type KnownWords, neighbours } from '../../src/post/spelling/edits.ts'
import { counterpart, localeOf } from '../../src/post/spelling/locale.ts'
import { spelledBlocks } from '../../src/post/spelling/spelled-words.ts'
import { createSpeller } from '../../src/post/spelling/speller.ts'
import { findUnknownWords } from '../../src/post/spelling/unknown-words.ts'
import { post } from '../support.ts'

const speller = createSpeller(nodeResources)!
const lines = nodeResources('words')!.split('\n')
const listed = (flag: RegExp) =>
  lines.filter((line) => /^[a-z]{6,} /.test(line) && flag.test(line)).map((line) => line.split(' ')[0]!)
const drugs = listed(/ .*\bd\b/)
const medical = listed(/ .*\bm\b/)

const ALL = { low: 0, high: 0 }
const LETTERS = [...'abcdefghijklmnopqrstuvwxyz']
const knowing = (has: (word: string) => boolean): KnownWords => ({
  has,
  startingWith: () => ALL,
  branches: () => LETTERS.map((next) => ({ next, lines: ALL })),
})

describe('edits', () => {
  const word = fc.stringMatching(/^[a-e]{0,7}$/)

  it('distance is zero for equal words, symmetric, and stops above its limit', () => {
    fc.assert(
      fc.property(word, word, (one, other) => {
        expect(distance(one, one, 3)).toBe(0)
        expect(distance(one, other, 3)).toBe(distance(other, one, 3))
        expect(distance(one, other, 1)).toBe(Math.min(2, distance(one, other, 9)))
      }),
    )
  })

  it('neighbours are one edit away, each once', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,7}$/), (text) => {
        const found = neighbours(
          text,
          knowing(() => true),
        ).map((neighbour) => neighbour.word)
        expect(new Set(found).size).toBe(found.length)
        for (const other of found) expect(distance(text, other, 2)).toBe(1)
      }),
      { numRuns: 20 },
    )
  })

  it('name the kind of slip', () => {
    const kindOf = (typed: string, meant: string) =>
      neighbours(
        typed,
        knowing((candidate) => candidate === meant),
      )[0]!.kind
    expect(kindOf('pateint', 'patient')).toBe('swap')
    expect(kindOf('ilness', 'illness')).toBe('double')
    expect(kindOf('delerium', 'delirium')).toBe('vowel')
    expect(kindOf('symtom', 'symptom')).toBe('missing')
    expect(kindOf('cliinical', 'clinical')).toBe('double')
    expect(kindOf('obxtruction', 'obstruction')).toBe('replace')
  })
})

describe('speller', () => {
  it('answers the same whatever was asked before', () => {
    const typed = ['symtoms', 'diabetis', 'managment', 'antihistimines', 'hypertenstion', 'pruritis', 'qworzle', 'antibiotics']
    const alone = new Map(typed.map((word) => [word, [speller.confident(word), speller.suggest(word)]]))
    fc.assert(
      fc.property(fc.shuffledSubarray(typed, { minLength: typed.length }), (order) => {
        for (const word of order) expect([speller.confident(word), speller.suggest(word)]).toEqual(alone.get(word))
      }),
      { numRuns: 10 },
    )
  })

  it('suggests known words only, five at most, as the word is capitalised', () => {
    fc.assert(
      fc.property(fc.constantFrom(...medical), fc.nat(), (word, seed) => {
        const at = 1 + (seed % (word.length - 1))
        const typed = word.slice(0, at) + word.slice(at + 1)
        const suggestions = speller.suggest(typed)
        expect(suggestions.length).toBeLessThanOrEqual(5)
        for (const one of suggestions) expect(speller.flags(one)).toBeDefined()
      }),
      { numRuns: 60 },
    )
    expect(speller.suggest('Hypertenstion')[0]).toBe('Hypertension')
  })

  it('never takes a known drug, disease or body part for a slip', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(
          ...drugs,
          ...medical,
          'femoral',
          'ileum',
          'ilium',
          'perineal',
          'peroneal',
          'palatine',
          'malleolus',
          'malleus',
        ),
        (word) => {
          const text = `The ${word} was in the chart.`
          expect(findUnknownWords(spelledBlocks(post(text), speller), new Set())).toEqual([])
        },
      ),
      { numRuns: 150 },
    )
  })

  it('corrects to a drug only from a long word that is rare on the page', () => {
    expect(speller.confident('propanolol')).toBe('propranolol')
    expect(speller.confident('zolpidex')).toBeUndefined()
    const long = 'semaglutdie'
    expect(speller.confident(long, 1)).toBe('semaglutide')
    expect(speller.confident(long, 3)).toBeUndefined()
  })

  it.each(['dermoscope', 'zorlene', 'transfex', 'dashi', 'perceptrons'])('has no confident correction for %s', (word) =>
    expect(speller.confident(word)).toBeUndefined(),
  )

  it('has an inherited name of objects for no misspelling', () => {
    expect(speller.corrections('constructor').every(({ word }) => typeof word === 'string')).toBe(true)
  })

  it('knows British and American words, and which is which', () => {
    expect(speller.known('anaemia', 'en-US')).toBe(false)
    expect(speller.known('anaemia')).toBe(true)
    expect(localeOf('anaemia', speller)).toBe('en-GB')
    expect(localeOf('anemia', speller)).toBe('en-US')
    expect(localeOf('patient', speller)).toBeUndefined()
    expect(localeOf('randomize', speller)).toBeUndefined()
    expect(counterpart('haemorrhage', 'en-GB', speller)).toBe('hemorrhage')
    expect(counterpart('pheochromocytoma', 'en-US', speller)).toBe('phaeochromocytoma')
  })

  it('holds no word with a British part put in twice', () => {
    expect(lines.filter((line) => /aaemi|ooe(?:dem|soph)|haaem/.test(line))).toEqual([])
  })

  it('is there only with its vocabulary', () => expect(createSpeller(() => undefined)).toBeUndefined())
})
