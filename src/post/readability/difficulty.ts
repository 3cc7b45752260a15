/** Predicted difficulty of a sentence: rare words and length. */
import type { Resources, Sentence, Word } from '../types.ts'
import { zipfOf } from './frequency.ts'
import { tokensOf } from './tokens.ts'

export interface SentenceDifficulty {
  /** 1 (very easy) to 6 (very hard); never "comprehension": the number knows no readers. */
  difficulty: number
  /** The words behind the five rarest values, rarest first, each once. */
  rarest: Word[]
}

const RAREST = 5
const LETTER = /\p{L}/u

/**
 * 5.40 - 0.535 * m5 + 0.10 * ln(n): m5 is the mean Zipf value of the five rarest words (with repetition), n the number of
 * words with a letter. Least squares on 3,364 sentences of medical texts rated by people (MedReadMe, Jiang & Xu, EMNLP
 * 2024); r = .78 by cross-validation. `undefined` without the text resource `frequency` or without any word.
 * Words for which `known` is true count for the length only.
 */
export function sentenceDifficulty(
  sentence: Sentence,
  resources: Resources,
  known?: (word: Word, index: number) => boolean,
): SentenceDifficulty | undefined {
  const frequency = resources('frequency')
  if (frequency === undefined) return undefined
  const values: number[] = []
  const owners: Word[] = []
  let length = 0
  for (const [index, word] of sentence.words.entries()) {
    if (LETTER.test(word.text)) length++
    if (known?.(word, index)) continue
    for (const token of tokensOf(word)) keepRarest(values, owners, zipfOf(token, frequency), word)
  }
  if (values.length === 0 || length === 0) return undefined
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return { difficulty: 5.4 - 0.535 * mean + 0.1 * Math.log(length), rarest: [...new Set(owners)] }
}

/** Insertion into the short ascending list of the rarest values. */
function keepRarest(values: number[], owners: Word[], value: number, word: Word): void {
  if (values.length === RAREST && value >= values[RAREST - 1]!) return
  let at = values.length
  while (at > 0 && values[at - 1]! > value) at--
  values.splice(at, 0, value)
  owners.splice(at, 0, word)
  if (values.length > RAREST) {
    values.pop()
    owners.pop()
  }
}
