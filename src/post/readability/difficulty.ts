/** Predicted difficulty of a sentence: rare words and length. */
import list from '../../../data/difficulty.json' with { type: 'json' }
import type { Resources, Sentence, Word } from '../types.ts'
import { FLOOR, floorOf } from './frequency.ts'
import { wordFacts } from './word-facts.ts'

export interface SentenceDifficulty {
  /** 1 (very easy) to 6 (very hard); never "comprehension": the number knows no readers. */
  difficulty: number
  /** The words behind the five rarest values, rarest first, each once. */
  rarest: Word[]
}

const RAREST = 5
const constants = list.entries

/** What the difficulty of a sentence is made of. */
export interface DifficultySigns {
  /** Mean Zipf value of the five rarest words, with repetition. */
  rarest: number
  /** Natural logarithm of the number of words with a letter. */
  length: number
  /** The words behind the five rarest values, rarest first, with repetition. */
  owners: Word[]
}

/**
 * `base + rarest * m5 + length * ln(n)`, with the constants of `data/difficulty.json` that belong to the frequency list.
 * `undefined` without the text resource `frequency` or without any word. Words for which `known` is true count for the
 * length only.
 */
export function sentenceDifficulty(
  sentence: Sentence,
  resources: Resources,
  known?: (word: Word, index: number) => boolean,
): SentenceDifficulty | undefined {
  const signs = difficultySigns(sentence, resources, known)
  if (!signs) return undefined
  const { base, rarest, length } = floorOf(resources('frequency')!) === FLOOR ? constants.whole : constants.short
  return { difficulty: base + rarest * signs.rarest + length * signs.length, rarest: [...new Set(signs.owners)] }
}

export function difficultySigns(
  sentence: Sentence,
  resources: Resources,
  known?: (word: Word, index: number) => boolean,
): DifficultySigns | undefined {
  const frequency = resources('frequency')
  if (frequency === undefined) return undefined
  const values: number[] = []
  const owners: Word[] = []
  let length = 0
  const facts = wordFacts(sentence, frequency)
  for (let index = 0; index < facts.length; index++) {
    const { hasLetter, zipf } = facts[index]!
    if (hasLetter) length++
    const word = sentence.words[index]!
    if (known?.(word, index)) continue
    for (let token = 0; token < zipf.length; token++) keepRarest(values, owners, zipf[token]!, word)
  }
  if (values.length === 0 || length === 0) return undefined
  return { rarest: values.reduce((sum, value) => sum + value, 0) / values.length, length: Math.log(length), owners }
}

/** Insertion into the short ascending list of the rarest values. */
function keepRarest(values: number[], owners: Word[], value: number, word: Word): void {
  if (values.length === RAREST && value >= values[RAREST - 1]!) return
  let at = Math.min(values.length, RAREST - 1)
  for (; at > 0 && values[at - 1]! > value; at--) {
    values[at] = values[at - 1]!
    owners[at] = owners[at - 1]!
  }
  values[at] = value
  owners[at] = word
}
