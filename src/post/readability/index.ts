/** Reading level of a text: counts, school grades, predicted difficulty. */
import type { Readability, ReadabilityCounts, Resources, Sentence, Word } from '../types.ts'
import { sentenceDifficulty } from './difficulty.ts'
import { automated, colemanLiau, fleschKincaid, gunningFog, smog } from './formulas.ts'
import { zipfOf } from './frequency.ts'
import { countedWords, isScored } from './scored-sentences.ts'
import { countSyllables } from './syllables.ts'
import { tokensOf } from './tokens.ts'

export { type SentenceDifficulty, sentenceDifficulty } from './difficulty.ts'
export { inQuotation, quotationsOf } from './quotations.ts'
export { countedWords, isScored } from './scored-sentences.ts'

/** Rarer than 10 in a million words of film subtitles. */
const DIFFICULT_BELOW = 4
const CACHE_LIMIT = 60_000
const LETTERS = /[\p{L}\d]/gu
const LETTER = /\p{L}/u

interface WordCounts {
  syllables: number
  letters: number
  counted: boolean
}

const cache = new Map<string, WordCounts>()

/**
 * Measures the sentences that count (`isScored`). Words of `easy` (lower case, singular) have at most two syllables and are
 * not difficult: a page about pneumonia has to say so.
 */
export function measureReadability(sentences: readonly Sentence[], resources: Resources, easy?: ReadonlySet<string>): Readability {
  const counts: ReadabilityCounts = { sentences: 0, words: 0, syllables: 0, letters: 0, polysyllables: 0, difficultWords: 0 }
  const frequency = resources('frequency')
  let weighted = 0
  let weight = 0
  for (const sentence of sentences) {
    if (!isScored(sentence)) continue
    counts.sentences++
    for (const word of sentence.words) addWord(counts, word, frequency, easy)
    const score = sentenceDifficulty(sentence, resources, easy && ((word) => isEasy(word, easy)))
    if (!score) continue
    const words = countedWords(sentence)
    weighted += words * score.difficulty
    weight += words
  }
  return {
    ...counts,
    grade: {
      fleschKincaid: fleschKincaid(counts),
      smog: smog(counts),
      colemanLiau: colemanLiau(counts),
      automated: automated(counts),
      gunningFog: gunningFog(counts),
    },
    difficulty: weight > 0 ? weighted / weight : undefined,
  }
}

/** True for a word of the set, its plural and its possessive. */
export function isEasy(word: Word, easy: ReadonlySet<string>): boolean {
  const lower = word.text.toLowerCase().replace(/['’]s?$/, '')
  return easy.has(lower) || (lower.endsWith('s') && easy.has(lower.slice(0, -1)))
}

function addWord(counts: ReadabilityCounts, word: Word, frequency: string | undefined, easy: ReadonlySet<string> | undefined): void {
  const { syllables, letters, counted } = countsOf(word.text)
  if (!counted) return
  const simple = easy !== undefined && isEasy(word, easy)
  counts.words++
  counts.letters += letters
  counts.syllables += simple ? Math.min(2, syllables) : syllables
  if (simple) return
  if (syllables >= 3) counts.polysyllables++
  if (frequency !== undefined && tokensOf(word).some((token) => zipfOf(token, frequency) < DIFFICULT_BELOW)) counts.difficultWords++
}

function countsOf(text: string): WordCounts {
  const known = cache.get(text)
  if (known) return known
  if (cache.size >= CACHE_LIMIT) cache.clear()
  const syllables = text.split('-').reduce((sum, part) => sum + countSyllables(part), 0)
  const found = { syllables: Math.max(1, syllables), letters: text.match(LETTERS)?.length ?? 0, counted: LETTER.test(text) }
  cache.set(text, found)
  return found
}
