/** Marks around a stop: what still belongs to the sentence that ends there. */
import { nextAt } from './sentence-tokens.ts'
import { CITATION_MARK } from './types.ts'

/** A bracket that opens inside a sentence keeps its stops when it closes within this many UTF-16 code units. */
export const LONGEST_ASIDE = 250

/** What follows a stop and still belongs to the sentence. */
export const CLOSERS = /["'”’»)\]}」』）】*†‡]/
export const STOPS = /[.!?…‼⁇⁈⁉。！？｡]/
export const SPACE = /\s/
/** Numeric markers as they are written when nothing masked them: [1], [1,2-4], ^1^, superscript digits, (with a citation inside). */
const MARKER = new RegExp(
  `${CITATION_MARK}+|\\[\\^?\\d[\\d,;–\\- ]{0,30}\\]|\\^\\[?\\d[\\d,–\\- ]{0,20}\\]?\\^|[⁰¹²³⁴-⁹][⁰¹²³⁴-⁹⁻˒,–]{0,20}|[(\\[]${CITATION_MARK}[${CITATION_MARK};, ]{0,2000}[)\\]]`,
  'y',
)
/** A superscript that lost its markup: "falls.1,2 The". */
const FLAT_MARKER = /\d{1,3}(?:[,–-]\d{1,3}){0,6}(?=\s["“(]?\p{Lu})/uy
const BEFORE_FLAT_MARKER = /[a-z]{4}\)?$|\)$/
const FACES =
  /(?:[\u{1F600}-\u{1F64F}\u{1F910}-\u{1F92F}\u{1F970}-\u{1F97A}\u{1F389}\u{1F44D}\u{1F44F}❤♥☺][\uFE0F\u{1F3FB}-\u{1F3FF}]*)+/uy
/** Stops in a row, also with single spaces between them (". . ."). */
export function endOfRun(text: string, position: number): number {
  let end = position + 1
  for (;;) {
    if (STOPS.test(text[end] ?? '')) end++
    else if (text[end] === ' ' && text[end + 1] === '.' && text[end - 1] === '.' && !/\d/.test(text[end + 2] ?? '')) end += 2
    else return end
  }
}

/** End of a superscript that lost its markup behind the stop before `position`, else `position`. */
export function flatMarkerAt(text: string, position: number, from: number): number {
  const code = text.charCodeAt(position)
  const digit = code >= 48 && code <= 57
  if (!digit || !BEFORE_FLAT_MARKER.test(text.slice(Math.max(from, position - 6), position - 1))) return position
  return matchAt(FLAT_MARKER, text, position)
}

export function facesAt(text: string, position: number): number {
  return matchAt(FACES, text, position)
}

/** Citations, faces and stray closing marks after a space: end of what still belongs to the sentence. */
export function readSpaced(text: string, position: number): number {
  let end = facesAt(text, position)
  for (;;) {
    let at = end
    while (at > position && (text[at] === ' ' || text[at] === ',')) at++
    const marker = markerAt(text, at)
    if (marker === at) return end
    end = marker
    while (STOPS.test(text[end] ?? '')) end++
  }
}

export function markerAt(text: string, position: number): number {
  return matchAt(MARKER, text, position)
}

function matchAt(pattern: RegExp, text: string, position: number): number {
  pattern.lastIndex = position
  return pattern.test(text) ? pattern.lastIndex : position
}

export function skipSpace(text: string, position: number): { end: number; line: boolean; lines: number } {
  let end = position
  let lines = 0
  while (end < text.length && SPACE.test(text[end]!)) {
    if (text[end] === '\n' || text[end] === '\u2028' || text[end] === '\u2029') lines++
    end++
  }
  return { end, line: lines > 0, lines }
}

/** "et al" or year, volume: a bracketed reference that nothing masked. */
const REFERENCE = /\bet al\b|\b(?:19|20)\d\d\s?;\s?\d/

/**
 * End of a bracket behind the stop that belongs to the sentence before: in lower case ("It fell. (see table 2) Then") or a reference
 * ("It fell. [Roe et al. J Pain. 2020;4:5.] Then"). 0 when there is none.
 */
export function trailingAside(text: string, position: number): number {
  const opening = text[position]
  if (opening !== '(' && opening !== '[') return 0
  const limit = position + LONGEST_ASIDE
  const inside = text.slice(position + 1, limit)
  const length = inside.indexOf(opening === '(' ? ')' : ']')
  if (length < 0) return 0
  const aside = inside.slice(0, length)
  if (/[([]/.test(aside)) return 0
  const plain = opening === '(' && nextAt(text, position).kind === 'lower' && !aside.includes('. ')
  if (!plain && !REFERENCE.test(aside)) return 0
  let end = position + length + 2
  while (STOPS.test(text[end] ?? '')) end++
  const after = skipSpace(text, end)
  if (after.end === end && end < text.length) return 0
  const { kind } = nextAt(text, after.end)
  return kind === 'upper' || kind === 'end' ? end : 0
}
