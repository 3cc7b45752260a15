/** Words between quotation marks inside a block: another person's, so not the author's to shorten. */
import type { Block, Sentence } from '../types.ts'

export interface TextRange {
  textStart: number
  textEnd: number
}

/** Shorter quotations are terms and titles, not speech. */
const MIN_WORDS = 5
const MARK = /[“”"]/g

/** Quotations of a block in order, marks included. Straight marks pair up one after the other. */
export function quotationsOf(block: Block): TextRange[] {
  block.quoted ??= findQuotations(block.text)
  return block.quoted
}

function findQuotations(text: string): TextRange[] {
  const found: TextRange[] = []
  let open = -1
  for (const { 0: mark, index } of text.matchAll(MARK)) {
    if (mark === '“' || (mark === '"' && open < 0)) open = index
    else if (open >= 0) {
      const quoted = text.slice(open + 1, index)
      if (quoted.split(/\s+/).length >= MIN_WORDS) found.push({ textStart: open, textEnd: index + 1 })
      open = -1
    }
  }
  return found
}

/** True when most of the sentence stands in a quotation. */
export function inQuotation(sentence: Sentence): boolean {
  const { block, textStart, textEnd } = sentence
  let quoted = 0
  for (const range of quotationsOf(block)) {
    quoted += Math.max(0, Math.min(textEnd, range.textEnd) - Math.max(textStart, range.textStart))
  }
  return quoted > (textEnd - textStart) / 2
}
