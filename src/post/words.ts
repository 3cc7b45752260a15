/**
 * Words of a masked text view: letters, digits and combining marks with inner apostrophes, hyphens and the periods of abbreviations
 * and decimals (`twenty-one`, `don’t`, `HbA1c`, `0.5`, `U.S.`, `5-HT`). Citations, code and URLs are masked and never words.
 */
import { formAt } from './forms.ts'
import type { Word } from './types.ts'

const OTHER = 0
const LETTER = 1
const DIGIT = 2
/** May stand between two word characters. */
const JOINER = 3

const ASCII = new Uint8Array(128)
for (let code = 0; code < 128; code++) {
  const character = String.fromCharCode(code)
  if (/[A-Za-z]/.test(character)) ASCII[code] = LETTER
  else if (/\d/.test(character)) ASCII[code] = DIGIT
  else if ("'-.,".includes(character)) ASCII[code] = JOINER
}

const LETTER_LIKE = /[\p{L}\p{M}\p{Nl}₀-₉ₐ-ₜ]/u
const DIGIT_LIKE = /\p{Nd}/u
/** Apostrophes, hyphens, soft hyphen, zero-width joiners. */
const WIDE_JOINERS = '’ʼ＇‐‑\u00AD\u200C\u200D'

/** Kind of the code point at `at` (one or two code units). */
function kindAt(text: string, at: number): number {
  const code = text.charCodeAt(at)
  if (code < 128) return ASCII[code]!
  const character = String.fromCodePoint(text.codePointAt(at)!)
  if (WIDE_JOINERS.includes(character)) return JOINER
  if (LETTER_LIKE.test(character)) return LETTER
  return DIGIT_LIKE.test(character) ? DIGIT : OTHER
}

function widthAt(text: string, at: number): number {
  const code = text.charCodeAt(at)
  if (code < 0xd800 || code > 0xdbff) return 1
  const low = text.charCodeAt(at + 1)
  return low >= 0xdc00 && low <= 0xdfff ? 2 : 1
}

/** Words of `masked` between two text offsets, in order. */
export function findWords(masked: string, start: number, end: number): Word[] {
  const words: Word[] = []
  let at = start
  while (at < end) {
    const kind = kindAt(masked, at)
    if (kind !== LETTER && kind !== DIGIT) {
      at += widthAt(masked, at)
      continue
    }
    const wordEnd = endOfWord(masked, at, end)
    const form = formAt(masked, at, wordEnd)
    words.push({ textStart: at, textEnd: wordEnd, text: form.text, form })
    at = wordEnd
  }
  return words
}

interface Piece {
  end: number
  /** Only digits. */
  digits: boolean
}

function readPiece(text: string, start: number, end: number): Piece {
  let at = start
  let digits = true
  while (at < end) {
    const kind = kindAt(text, at)
    if (kind !== LETTER && kind !== DIGIT) break
    if (kind === LETTER) digits = false
    at += widthAt(text, at)
  }
  return { end: Math.min(at, end), digits }
}

function endOfWord(text: string, start: number, end: number): number {
  let pieceStart = start
  let piece = readPiece(text, start, end)
  /** Every piece so far is short and joined by periods: `U.S`, `e.g`, `Ph.D`. */
  let chain = false
  let onlyChain = true
  while (piece.end < end - 1 && kindAt(text, piece.end) === JOINER) {
    const joiner = text[piece.end]!
    const nextStart = piece.end + 1
    const nextKind = kindAt(text, nextStart)
    if (nextKind !== LETTER && nextKind !== DIGIT) break
    const next = readPiece(text, nextStart, end)
    if (!joins(text, joiner, pieceStart, piece, nextStart, next)) break
    const short = joiner === '.' && piece.end - pieceStart <= 2 && next.end - nextStart <= 2 && !piece.digits
    chain = short
    onlyChain &&= short
    pieceStart = nextStart
    piece = next
  }
  const abbreviation = chain && onlyChain && piece.end < end && text[piece.end] === '.'
  return abbreviation ? piece.end + 1 : piece.end
}

function joins(text: string, joiner: string, start: number, piece: Piece, nextStart: number, next: Piece): boolean {
  if (joiner === ',') return piece.digits && next.digits && next.end - nextStart === 3
  if (joiner !== '.') return true
  if (piece.digits) return next.digits || !startsUpper(text, nextStart)
  // "falls.1" is a flattened citation, "v2.1" a version.
  if (next.digits) return kindAt(text, piece.end - 1) === DIGIT || piece.end - start < 4
  // "rinse.Then" is two words, "file.txt", "U.S" and "Ph.D" one.
  return !startsUpper(text, nextStart) || (piece.end - start <= 2 && startsUpper(text, start) && next.end - nextStart <= 2)
}

function startsUpper(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code < 128 ? code >= 65 && code <= 90 : /\p{Lu}/u.test(String.fromCodePoint(text.codePointAt(at)!))
}
