/** Predicted difficulty of a sentence: rare words and length. */
import type { Resources, Sentence, Word } from '../types.ts'
import { wordFacts } from './word-facts.ts'

export interface SentenceDifficulty {
  /** 1 (very easy) to 6 (very hard); never "comprehension": the number knows no readers. */
  difficulty: number
  /** The words behind the five rarest values, rarest first, each once. */
  rarest: Word[]
}

const RAREST = 5

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
  const facts = wordFacts(sentence, frequency)
  for (let index = 0; index < facts.length; index++) {
    const { hasLetter, zipf } = facts[index]!
    if (hasLetter) length++
    const word = sentence.words[index]!
    if (known?.(word, index)) continue
    for (let token = 0; token < zipf.length; token++) keepRarest(values, owners, zipf[token]!, word)
  }
  if (values.length === 0 || length === 0) return undefined
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return { difficulty: 5.4 - 0.535 * mean + 0.1 * Math.log(length), rarest: [...new Set(owners)] }
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
