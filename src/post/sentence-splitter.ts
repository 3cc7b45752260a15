/**
 * Splits a block's masked text view into sentences. One pass over the characters; only stops, brackets and line breaks are looked at.
 *
 * A citation behind the stop belongs to the sentence before it (`HbA1c.[1] It`, `falls. [1] It`), and so do closing quotation marks
 * and brackets. Sentences glued together (`rinse.Then`) are split.
 */
import {
  CLOSERS,
  endOfRun,
  facesAt,
  flatMarkerAt,
  LONGEST_ASIDE,
  markerAt,
  readSpaced,
  SPACE,
  STOPS,
  skipSpace,
  trailingAside,
} from './sentence-marks.ts'
import { fullStopEnds, gluedStopEnds, isOpenEnd, markEnds, type Stop } from './sentence-stop.ts'
import { nextAt, tokenBefore } from './sentence-tokens.ts'
import { CITATION_MARK, type Range } from './types.ts'

/** Closing marks and citations looked at before a line break. */
const LONGEST_TAIL = 64

const PLAIN = 0
const STOP = 1
const OPEN = 2
const CLOSE = 3
const BREAK = 4

const KINDS = new Uint8Array(128)
for (const character of '.!?') KINDS[character.charCodeAt(0)] = STOP
for (const character of '([') KINDS[character.charCodeAt(0)] = OPEN
for (const character of ')]') KINDS[character.charCodeAt(0)] = CLOSE
KINDS[10] = BREAK

const WIDE_STOPS = '。！？｡'
const OTHER_STOPS = '…‼⁇⁈⁉'

function kindOf(code: number): number {
  if (code < 128) return KINDS[code]!
  if (code < 0x2026) return PLAIN
  if (code === 0x2028 || code === 0x2029) return BREAK
  const character = String.fromCharCode(code)
  return WIDE_STOPS.includes(character) || OTHER_STOPS.includes(character) ? STOP : PLAIN
}

interface Scan {
  text: string
  /** Start of the sentence being read. */
  start: number
  /** Brackets that are open. */
  depth: number
  /** The outermost open bracket opened inside the sentence, not before its first word. */
  aside: boolean
  /** Everything from `start` to here is marks and spaces. */
  blankTo: number
  /** The next closing bracket at or after `closeFrom`; cached so that the whole scan stays linear. */
  closeFrom: number
  close: number
  ranges: Range[]
}

/** Text offsets of the sentences, in order, without white space around them. */
export function splitSentences(masked: string): Range[] {
  const text = masked.trimEnd()
  const start = text.length - text.trimStart().length
  const scan: Scan = { text, start, depth: 0, aside: false, blankTo: start, closeFrom: 0, close: -1, ranges: [] }
  let position = start
  while (position < text.length) {
    const kind = kindOf(text.charCodeAt(position))
    if (kind === PLAIN) position++
    else if (kind === STOP) position = readStop(scan, position)
    else if (kind === BREAK) position = readBreak(scan, position)
    else {
      if (kind === OPEN) openBracket(scan, position)
      else closeBracket(scan)
      position++
    }
  }
  endSentence(scan, text.length)
  return scan.ranges
}

function openBracket(scan: Scan, position: number): void {
  if (scan.depth++ === 0) scan.aside = hasContent(scan, position)
}

function closeBracket(scan: Scan): void {
  if (scan.depth > 0) scan.depth--
}

function endSentence(scan: Scan, end: number): void {
  const { text } = scan
  let { start } = scan
  let last = end
  while (start < last && SPACE.test(text[start]!)) start++
  while (last > start && SPACE.test(text[last - 1]!)) last--
  if (last > start) scan.ranges.push({ start, end: last })
  scan.start = end
  scan.blankTo = end
  scan.depth = 0
}

/** Handles the stop at `position` and gives the place to read on from. */
function readStop(scan: Scan, position: number): number {
  const { text } = scan
  const first = text[position]!
  const following = text.charCodeAt(position + 1)
  // Decimals, host names and "e.g." in one comparison: by far the most frequent case.
  if (first === '.' && following >= 97 && following <= 122) return position + 1
  const run = endOfRun(text, position)
  const inAside = scan.depth > 0 && scan.aside
  const tail = readTail(scan, run)
  const { end: tailEnd } = tail
  if (tailEnd >= text.length) return tailEnd
  if (!hasContent(scan, position)) return tailEnd
  const single = run === position + 1
  const ellipsis =
    first === '…' || (first === '.' && !single && /^[. ]+$/.test(text.slice(position, Math.min(run, position + 8))))
  const gap = skipSpace(text, tailEnd)
  if (gap.line) return tailEnd
  if (gap.end >= text.length) return gap.end
  if (WIDE_STOPS.includes(first)) return split(scan, tailEnd)
  const aside = scan.depth > 0 ? 0 : trailingAside(text, gap.end)
  const spaced = gap.end > tailEnd ? readSpaced(text, gap.end) : gap.end
  const cited = tail.cited ? 'glued' : spaced > gap.end ? 'spaced' : undefined
  const after = skipSpace(text, spaced)
  if (after.line) return spaced
  if (after.end >= text.length) return after.end
  const next = nextAt(text, after.end)
  // A stray mark at the end of the text is no sentence.
  if (next.kind === 'end') return next.end
  // "falls. [1] showed": a citation before lower case opens the next sentence.
  const opensNext = cited === 'spaced' && next.kind === 'lower' && !STOPS.test(text[spaced - 1]!)
  const stop: Stop = { text, from: scan.start, at: position, next: opensNext ? nextAt(text, gap.end) : next, cited }
  if (opensNext && stop.next.kind !== 'citation') stop.next = { ...stop.next, kind: 'citation' }
  if (scan.depth > 0 && inAside && closesSoon(scan, tailEnd)) return spaced
  const glued = gap.end === tailEnd
  if (!decide(stop, tail, { single, ellipsis, glued, inAside, aside })) return spaced
  if (aside > 0) return split(scan, aside)
  return split(scan, opensNext ? tailEnd : spaced)
}

function split(scan: Scan, end: number): number {
  endSentence(scan, end)
  return end
}

interface Tail {
  end: number
  cited: boolean
  /** A closing bracket or quotation mark follows the stop. */
  closed: boolean
}

interface Shape {
  single: boolean
  ellipsis: boolean
  glued: boolean
  inAside: boolean
  aside: number
}

function decide(stop: Stop, tail: Tail, { single, ellipsis, glued, inAside, aside }: Shape): boolean {
  const { text, at } = stop
  const character = text[at]!
  if (aside > 0) return fullStopEnds({ ...stop, next: { kind: 'upper', word: 'The', after: ' ', end: aside, opened: '' } })
  if (glued && !tail.cited && !tail.closed) {
    if (!single || character === '.') return single && gluedStopEnds(stop)
    return stop.next.kind === 'upper' && !/[/=]/.test(tokenBefore(text, at, stop.from) + stop.next.after)
  }
  if (glued && stop.next.kind !== 'upper') return false
  if (inAside && tail.closed && character !== '.')
    return stop.next.kind === 'upper' && markEnds(stop, true, true) && text[at - 1] !== '('
  if (ellipsis) return !'([<'.includes(text[at - 1] ?? ' ') && markEnds(stop, tail.closed, true)
  if (!single || character !== '.') return markEnds(stop, tail.closed, false)
  return fullStopEnds(stop)
}

function readTail(scan: Scan, run: number): Tail {
  const { text } = scan
  let end = run
  let cited = false
  let closed = false
  const flat = flatMarkerAt(text, run, scan.start)
  if (flat > run) return { end: flat, cited: true, closed }
  while (end < text.length) {
    const marker = markerAt(text, end)
    if (marker > end) {
      cited = true
      end = marker
    } else if (CLOSERS.test(text[end]!) && !(text[end] === '*' && SPACE.test(text[end - 1]!))) {
      if (KINDS[text.charCodeAt(end)] === CLOSE) closeBracket(scan)
      closed = true
      end++
    } else if (closed && STOPS.test(text[end]!)) end++
    else {
      const listed = cited && text[end] === ',' ? end + (text[end + 1] === ' ' ? 2 : 1) : end
      if (listed === end || markerAt(text, listed) === listed) break
      end = listed
    }
  }
  return { end: facesAt(text, end), cited, closed }
}

function closesSoon(scan: Scan, position: number): boolean {
  const { text } = scan
  if (position < scan.closeFrom || scan.close < position) {
    const round = text.indexOf(')', position)
    scan.close = round < 0 ? Number.POSITIVE_INFINITY : round
    scan.closeFrom = position
  }
  return scan.close - position <= LONGEST_ASIDE
}

const ITEM_MARK = /^(?:[•‣▪◦●○■□✓✔✗✘✅❌☑➢➤→★*·–—-]|\p{Extended_Pictographic}|\(?(?:\d{1,2}|[A-Za-z])[.)]\s)/u

/** A hard line break ends the sentence when the lines read as separate. */
function readBreak(scan: Scan, position: number): number {
  const { text } = scan
  const after = skipSpace(text, position)
  const next = after.end
  if (next >= text.length) return next
  if (after.lines > 1) return split(scan, next)
  let end = position
  const limit = Math.max(scan.start, position - LONGEST_TAIL)
  while (end > limit && (SPACE.test(text[end - 1]!) || CLOSERS.test(text[end - 1]!) || text[end - 1] === CITATION_MARK)) end--
  const last = text[end - 1] ?? ''
  if (STOPS.test(last) || last === ':' || last === ';') return split(scan, next)
  if (ITEM_MARK.test(text.slice(next, next + 4))) return split(scan, next)
  const continues = last === ',' || isOpenEnd(tokenBefore(text, end, scan.start))
  return nextAt(text, next).kind === 'upper' && !continues ? split(scan, next) : next
}

const BLANK = /[\s\p{P}\p{S}]/u

/** The sentence so far is more than marks and spaces. */
function hasContent(scan: Scan, end: number): boolean {
  let at = scan.blankTo
  while (at < end && BLANK.test(scan.text[at]!)) at++
  scan.blankTo = at
  return at < end
}
