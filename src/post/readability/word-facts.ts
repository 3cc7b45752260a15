/** What readability needs to know of a word, once per different word: posts repeat the same few thousand. */
import type { Sentence, Word } from '../types.ts'
import { zipfOf } from './frequency.ts'
import { countSyllables } from './syllables.ts'
import { tokensOf } from './tokens.ts'

export interface WordFacts {
  /** False for plain numbers: they have no syllables of their own and are left out of every count. */
  hasLetter: boolean
  syllables: number
  /** Letters and digits. */
  letters: number
  /** Lower case, without a possessive. */
  bare: string
  /** Zipf values of its tokens; empty without the frequency list. */
  zipf: readonly number[]
}

const LETTER = /\p{L}/u
const LETTERS_AND_DIGITS = /[\p{L}\d]/gu

/** Facts of the words of a sentence, in order. `frequency`: the text resource of that name. */
export function wordFacts(sentence: Sentence, frequency: string | undefined): readonly WordFacts[] {
  const { measured } = sentence
  if (measured && measured.frequency === frequency) return measured.facts
  const facts = sentence.words.map((word) => factsOf(word, frequency))
  sentence.measured = { frequency, facts }
  return facts
}

function factsOf(word: Word, frequency: string | undefined): WordFacts {
  const { form } = word
  if (form.measured?.frequency !== frequency || !form.measured)
    form.measured = { frequency, facts: measureWord(word.text, frequency) }
  return form.measured.facts
}

function measureWord(text: string, frequency: string | undefined): WordFacts {
  const syllables = text.split('-').reduce((sum, part) => sum + countSyllables(part), 0)
  return {
    hasLetter: LETTER.test(text),
    syllables: Math.max(1, syllables),
    letters: text.match(LETTERS_AND_DIGITS)?.length ?? 0,
    bare: bareForm(text),
    zipf: frequency === undefined ? [] : tokensOf(text).map((token) => zipfOf(token, frequency)),
  }
}

/** A word in lower case, without a possessive. */
export function bareForm(text: string): string {
  return text.toLowerCase().replace(/['’]s?$/, '')
}
