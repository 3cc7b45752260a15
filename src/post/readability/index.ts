/** Reading level of a text: counts, school grades, predicted difficulty. */
import type { Readability, ReadabilityCounts, Resources, Sentence, Word } from '../types.ts'
import { sentenceDifficulty } from './difficulty.ts'
import { automated, colemanLiau, fleschKincaid, gunningFog, smog } from './formulas.ts'
import { countLetterWords, isScored } from './scored-sentences.ts'
import { bareForm, type WordFacts, wordFacts } from './word-facts.ts'

export { type SentenceDifficulty, sentenceDifficulty } from './difficulty.ts'
export { type ListGrades, listGrades } from './easy-words.ts'
export { inQuotation, quotationsOf } from './quotations.ts'

/** Rarer than 10 in a million words of film subtitles. */
const DIFFICULT_BELOW = 4
const WORD = /[\p{L}\d]+(?:[-'’][\p{L}\d]+)*/gu

/**
 * Measures the sentences that count (`isScored`). Words of `easy` (lower case, singular) have at most two syllables and are
 * not difficult: a page about pneumonia has to say so.
 */
export function measureReadability(
  sentences: readonly Sentence[],
  resources: Resources,
  easy?: ReadonlySet<string>,
): Readability {
  const counts: ReadabilityCounts = { sentences: 0, words: 0, syllables: 0, letters: 0, polysyllables: 0, difficultWords: 0 }
  const frequency = resources('frequency')
  let weighted = 0
  let weight = 0
  for (const sentence of sentences) {
    const facts = wordFacts(sentence, frequency)
    if (!isScored(sentence, facts)) continue
    counts.sentences++
    const known = easy && facts.map(({ bare }) => holds(easy, bare))
    for (let index = 0; index < facts.length; index++) addWord(counts, facts[index]!, known?.[index] ?? false)
    const score = sentenceDifficulty(sentence, resources, known && ((_, index) => known[index]!))
    if (!score) continue
    const words = countLetterWords(facts)
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

/** The words of names and titles, in lower case, for `isEasy`. */
export function wordSet(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.flatMap((name) => name.toLowerCase().match(WORD) ?? []))
}

/** True for a word of the set, its plural and its possessive. */
export function isEasy(word: Word, easy: ReadonlySet<string>): boolean {
  return holds(easy, bareForm(word.text))
}

function holds(easy: ReadonlySet<string>, bare: string): boolean {
  return easy.has(bare) || (bare.endsWith('s') && easy.has(bare.slice(0, -1)))
}

function addWord(counts: ReadabilityCounts, { hasLetter, syllables, letters, zipf }: WordFacts, simple: boolean): void {
  if (!hasLetter) return
  counts.words++
  counts.letters += letters
  counts.syllables += simple ? Math.min(2, syllables) : syllables
  if (simple) return
  if (syllables >= 3) counts.polysyllables++
  if (zipf.some((value) => value < DIFFICULT_BELOW)) counts.difficultWords++
}

/** Sentences a reading level is measured on. */
export function scoredSentences(sentences: readonly Sentence[], resources: Resources): Sentence[] {
  const frequency = resources('frequency')
  return sentences.filter((sentence) => isScored(sentence, wordFacts(sentence, frequency)))
}

/** Words of the sentence that hold a letter. */
export function countedWords(sentence: Sentence, resources: Resources): number {
  return countLetterWords(wordFacts(sentence, resources('frequency')))
}
