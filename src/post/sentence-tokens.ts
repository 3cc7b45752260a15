/** Tokens around a place in the text, each read in constant time. */
import { CITATION_MARK, OPAQUE_MARK } from './types.ts'

/** Longest token looked at, in UTF-16 code units; keeps every decision of constant cost. */
const LONGEST_TOKEN = 40

const SPACE = /\s/
const TOKEN_EDGE = new RegExp(`[\\s()[\\]{}"'“”‘«»/\\\\–—,;:|${CITATION_MARK}${OPAQUE_MARK}]`)
const NEXT_WORD = /[\p{L}\p{N}\p{M}]{1,40}(?:['’.-](?=[\p{L}\p{N}])[\p{L}\p{N}\p{M}]{1,40}){0,4}/uy
const OPENING = /["'“‘«„([{*¿¡]/
const LOWER = /^\p{Ll}/u
const LETTER = /\p{L}/u

export type NextKind = 'end' | 'lower' | 'upper' | 'digit' | 'opaque' | 'citation' | 'other'

export interface Next {
  kind: NextKind
  word: string
  /** Character after the word. */
  after: string
  end: number
  /** Something opens before the word: a bracket or a quotation mark. */
  opened: string
}

/** What the text goes on with at `position` (no white space there). */
export function nextAt(text: string, position: number): Next {
  let start = position
  let opened = ''
  while (start < text.length && start - position < 4 && OPENING.test(text[start]!)) opened += text[start++]
  const character = text[start]
  if (character === undefined) return { kind: 'end', word: '', after: '', end: start, opened }
  if (character === CITATION_MARK) return { kind: 'citation', word: '', after: '', end: start, opened }
  if (character === OPAQUE_MARK) return { kind: 'opaque', word: '', after: '', end: start, opened }
  NEXT_WORD.lastIndex = start
  const word = NEXT_WORD.exec(text)?.[0] ?? ''
  const end = start + word.length
  return { kind: kindOf(word), word, after: text[end] ?? '', end, opened }
}

function kindOf(word: string): NextKind {
  if (word === '') return 'other'
  if (word >= '0' && word < ':') return 'digit'
  return LOWER.test(word) ? 'lower' : 'upper'
}

/** The token that ends at `end`, without opening marks. */
export function tokenBefore(text: string, end: number, from: number): string {
  let start = end
  while (start > from && end - start < LONGEST_TOKEN && (!TOKEN_EDGE.test(text[start - 1]!) || isApostrophe(text, start - 1)))
    start--
  return text.slice(start, end)
}

/** The mark of "haven't" is part of the word, not a quotation mark. */
function isApostrophe(text: string, at: number): boolean {
  const mark = text[at]
  return (mark === "'" || mark === '’') && LETTER.test(text[at - 1] ?? '') && LETTER.test(text[at + 1] ?? '')
}

export function wordBefore(text: string, end: number, from: number): { word: string; start: number } {
  let at = end
  while (at > from && end - at < 4 && (SPACE.test(text[at - 1]!) || text[at - 1] === ',')) at--
  const word = tokenBefore(text, at, from)
  return { word, start: at - word.length }
}
