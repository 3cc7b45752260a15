/** Which sentences a reading level is measured on. */
import type { Sentence } from '../types.ts'
import { inQuotation } from './quotations.ts'
import type { WordFacts } from './word-facts.ts'

const FULL_STOP = /[.!?…]["'”’)\]\s\uE000\uE001]*$/
const LEAD_IN = /[:;]\s*$/
const MIN_WORDS = 3
/** Of lists, tables and footnotes: what is shorter is a label even with a full stop. */
const MIN_ITEM_WORDS = 4
/** A paragraph line without a closing mark is a byline, a caption or a label, unless it is this long. */
const MIN_OPEN_WORDS = 10

/**
 * The usual preparation of health texts for scoring: no headings, labels and fragments, list items only when they are full
 * sentences. Quotations are not the author's words.
 */
export function isScored(sentence: Sentence, facts: readonly WordFacts[]): boolean {
  const words = countLetterWords(facts)
  if (words < MIN_WORDS || inQuotation(sentence)) return false
  // Masked: a citation behind the full stop ("fell.[1]") is no text.
  const text = sentence.block.masked.slice(sentence.textStart, sentence.textEnd)
  switch (sentence.zone) {
    case 'paragraph':
      return FULL_STOP.test(text) || LEAD_IN.test(text) || words >= MIN_OPEN_WORDS
    case 'list-item':
    case 'table-cell':
    case 'footnote':
      return words >= MIN_ITEM_WORDS && FULL_STOP.test(text)
    default:
      return false
  }
}

export function countLetterWords(facts: readonly WordFacts[]): number {
  let count = 0
  for (let index = 0; index < facts.length; index++) if (facts[index]!.hasLetter) count++
  return count
}
