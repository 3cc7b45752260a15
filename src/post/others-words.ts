/** Words that are not the author's to change: in quotations, in titles of other works; and words that are talked about, not used. */
import { quotationsOf } from './readability/quotations.ts'
import type { Block } from './types.ts'
import { CITATION_MARK } from './types.ts'

const SOURCE_COLUMN = /^(?:sources?|titles?|papers?|references?|citations?|articles?|publications?|stud(?:y|ies))$/i

/** Marks of a reference outside of a list of them: volume behind the year, identifiers. */
const REFERENCE = /\b(?:19|20)\d\d\s?[;:]\s?\d|\bdoi\s?:|\bPMID\b|\bISBN\b/i
const LONGEST_REFERENCE = 600

/** A block that is somebody else's as a whole: a block quote, a reference, a cell of a column of sources. */
export function isOthersBlock({ zone, quoteDepth, text, table }: Block): boolean {
  if (zone === 'block-quote' || quoteDepth > 0) return true
  return (
    (table !== undefined && table.row > 0 && SOURCE_COLUMN.test(table.header.trim())) ||
    (text.length < LONGEST_REFERENCE && REFERENCE.test(text))
  )
}

/** In a quotation, or in the title of a cited work. */
export function isOthersWords(block: Block, textStart: number, textEnd: number): boolean {
  const within = (range: { textStart: number; textEnd: number }) => range.textStart <= textStart && textEnd <= range.textEnd
  return quotationsOf(block).some(within) || block.links.some((link) => (link.kind === 'scholarly' || link.image) && within(link))
}

const OPENING = /["“'‘`«]$/
const CLOSING = /^["”'’`»]/
const NAMED_BEFORE =
  /\b(?:abbreviat\w*|acronyms?|symbols?|letters?|words?|terms?|phrases?|called|named|written|write|writing|say|saying|spell\w*|instead of|rather than|formerly|previously|older name|old name)\s(?:as\s|of\s|for\s|(?:the|a|an)\s)?[("“'‘]?$/i
const NAMED_AFTER = /^["”'’)]?,?\s(?:means?\b|stands? for\b|is short for\b|is an? (?:abbreviation|old|older|outdated|former)\b)/i
const MENTION_WINDOW = 40

/** The words themselves are meant: between quotation marks, "the abbreviation QD", "PRN stands for ...". */
export function isMentioned({ masked, emphasis }: Block, textStart: number, textEnd: number): boolean {
  const before = masked.slice(Math.max(0, textStart - MENTION_WINDOW), textStart)
  const after = masked.slice(textEnd, textEnd + MENTION_WINDOW)
  if ((OPENING.test(before) && CLOSING.test(after)) || NAMED_BEFORE.test(before) || NAMED_AFTER.test(after)) return true
  // A term in italics is named, not used; citations behind it do not count.
  return emphasis.some(
    (range) => !range.strong && range.textStart === textStart && range.textEnd === textEnd && !after.startsWith(CITATION_MARK),
  )
}
