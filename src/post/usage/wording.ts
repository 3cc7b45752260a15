/** One look at every word of a sentence for the checks of grammar and names; most words are of none. */
import type { Sentence } from '../types.ts'
import { GRAMMAR_WORDS, grammarSlips } from './grammar.ts'
import { NAME_WORDS, nameSlip } from './names.ts'
import type { Slip } from './types.ts'

const GRAMMAR = 1
const NAME = 2
const KINDS = new Map<string, number>()
for (const word of GRAMMAR_WORDS) KINDS.set(word, GRAMMAR)
for (const word of NAME_WORDS) KINDS.set(word, (KINDS.get(word) ?? 0) | NAME)

const NONE: Slip[] = []

export function wordingSlips(sentence: Sentence): Slip[] {
  let slips = NONE
  let kinds = 0
  for (const word of sentence.words) {
    const kind = KINDS.get(word.form.lower)
    if (kind === undefined) continue
    kinds |= kind
    const slip = (kind & NAME) === 0 ? undefined : nameSlip(sentence, word)
    if (slip) slips = [...slips, slip]
  }
  return (kinds & GRAMMAR) === 0 ? slips : [...slips, ...grammarSlips(sentence)]
}
