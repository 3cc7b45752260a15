/** The two formulas that count the words outside a list of easy ones. The list is the text resource `easy-words`. */
import { sortedLines } from '../sorted-lines.ts'
import type { Resources, Sentence } from '../types.ts'
import { isScored } from './scored-sentences.ts'
import { wordFacts } from './word-facts.ts'

export interface ListGrades {
  /**
   * New Dale-Chall score: below 5 for grade 4 and less, 9 and more for college. Chall & Dale 1995, "Readability revisited",
   * constants of Dale & Chall 1948, "A formula for predicting readability", Educational Research Bulletin 27:11-20.
   */
  daleChall: number | undefined
  /** US school grade, made for texts of the first three. Spache 1974, "Good reading for poor readers", revised formula. */
  spache: number | undefined
}

type List = 'd' | 's'

/** From this share of unfamiliar words on, Dale and Chall add a constant. */
const DALE_CHALL_SHARE = 0.05
/** Spache counts each unfamiliar word once in a sample of this many words. */
const SPACHE_SAMPLE = 100
const NONE: ListGrades = { daleChall: undefined, spache: undefined }

/** Over the sentences that count for a reading level (`isScored`). Every mention of an unfamiliar word counts for Dale-Chall. */
export function listGrades(sentences: readonly Sentence[], resources: Resources): ListGrades {
  const list = resources('easy-words')
  if (list === undefined) return NONE
  const listsOf = sortedLines(list)
  const frequency = resources('frequency')
  let [words, counted, unfamiliar] = [0, 0, 0]
  const samples: number[] = []
  let sample = { sentences: 0, words: 0, unfamiliar: new Set<string>() }
  const closeSample = () => {
    samples.push(0.121 * (sample.words / sample.sentences) + (8.2 * sample.unfamiliar.size) / sample.words + 0.659)
    sample = { sentences: 0, words: 0, unfamiliar: new Set() }
  }
  for (const sentence of sentences) {
    const facts = wordFacts(sentence, frequency)
    if (!isScored(sentence, facts)) continue
    counted++
    sample.sentences++
    for (const [index, { bare, hasLetter }] of facts.entries()) {
      if (!hasLetter) continue
      words++
      sample.words++
      const isName = index > 0 && /^\p{Lu}\p{Ll}/u.test(sentence.words[index]!.text)
      if (isName) continue
      if (!isListed(bare, 'd', listsOf)) unfamiliar++
      if (!isListed(bare, 's', listsOf)) sample.unfamiliar.add(bare)
    }
    if (sample.words >= SPACHE_SAMPLE) closeSample()
  }
  if (words === 0) return NONE
  // A rest too short for a sample would weigh as much as a whole one.
  if (samples.length === 0) closeSample()
  const share = unfamiliar / words
  return {
    daleChall: 15.79 * share + 0.0496 * (words / counted) + (share > DALE_CHALL_SHARE ? 3.6365 : 0),
    spache: samples.reduce((sum, value) => sum + value, 0) / samples.length,
  }
}

/** Regular endings with what the listed word has in their place. Both lists' instructions count these forms as listed. */
const ENDINGS: [ending: string, stems: string[]][] = [
  ['ies', ['y']],
  ['ied', ['y']],
  ['ier', ['y']],
  ['iest', ['y']],
  ['ily', ['y']],
  ['es', ['', 'e']],
  ['s', ['']],
  ['ed', ['', 'e']],
  ['ing', ['', 'e']],
  ['er', ['', 'e']],
  ['est', ['', 'e']],
  ['ly', ['']],
]
const SHORTEST_STEM = 2
const DOUBLED = /([b-df-hj-np-tv-z])\1$/

function isListed(word: string, list: List, listsOf: (word: string) => string | undefined): boolean {
  const has = (form: string) => listsOf(form)?.includes(list) ?? false
  const plain = word.replaceAll('’', "'")
  if (has(plain)) return true
  if (plain.includes('-')) return plain.split('-').every((part) => part === '' || isListed(part, list, listsOf))
  return ENDINGS.some(([ending, stems]) => {
    const base = plain.slice(0, -ending.length)
    if (!plain.endsWith(ending) || base.length < SHORTEST_STEM) return false
    return stems.some((stem) => has(base + stem)) || (DOUBLED.test(base) && has(base.slice(0, -1)))
  })
}
