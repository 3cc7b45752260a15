/** Look-up in a big text of sorted lines. A process that lints one post must start at once, so no Map is built of it before many words were looked up. */

const LINE_FEED = 10
const SPACE = 32

/** Lines that stand together: offsets of the first one's start and of the last one's end. */
export interface LineRange {
  low: number
  high: number
}

/**
 * Look-up by binary search, in all lines or within a range of them. Every line of `text` is `word` or `word value`, sorted by UTF-16 code units of the word; words
 * are unique and hold no space. The look-up gives the value ('' when the line has none), `undefined` for an unknown word.
 * `within` only saves time: a word outside of it may be found as well.
 */
export function sortedLines(text: string): LookUp {
  let known = lookUps.get(text)
  if (!known) {
    known = makeLookUp(text)
    if (lookUps.size === MOST_LISTS) lookUps.clear()
    lookUps.set(text, known)
  }
  return known
}

type LookUp = (word: string, within?: LineRange) => string | undefined

/** By list: a host lends the same few again and again. */
const lookUps = new Map<string, LookUp>()
const MOST_LISTS = 8

/** From so many look-ups on, a Map of the list costs less than searching it. */
const MANY = 5000

function makeLookUp(text: string): LookUp {
  let asked = 0
  let all: Map<string, string> | undefined
  return (word, within = { low: 0, high: text.length }) => {
    if (all) return all.get(word)
    if (++asked === MANY) all = mapOf(text)
    let { low, high } = within
    while (low < high) {
      const start = lineStart(text, (low + high) >> 1, low)
      const order = compareLine(text, start, word)
      if (order === 0) return valueAfter(text, start + word.length)
      if (order < 0) low = lineEnd(text, start) + 1
      else high = start
    }
    return undefined
  }
}

function mapOf(text: string): Map<string, string> {
  const all = new Map<string, string>()
  for (const line of text.split('\n')) {
    const space = line.indexOf(' ')
    if (space < 0) all.set(line, '')
    else all.set(line.slice(0, space), line.slice(space + 1))
  }
  all.delete('')
  return all
}

/** The lines that start with a prefix, by binary search in all lines or within a range of them; `undefined` when there are none. */
export function sortedPrefixes(text: string): (prefix: string, within?: LineRange) => LineRange | undefined {
  return (prefix, within = { low: 0, high: text.length }) => {
    const low = firstLine(text, within, (start) => compareLine(text, start, prefix) >= 0)
    if (!text.startsWith(prefix, low) || low >= within.high) return undefined
    return { low, high: firstLine(text, { low, high: within.high }, (start) => !text.startsWith(prefix, start)) }
  }
}

/** The ways in which lines that agree in their first `length` units go on: by each next unit, the range of its lines. */
export function branches(text: string, within: LineRange, length: number): { next: string; lines: LineRange }[] {
  const found: { next: string; lines: LineRange }[] = []
  for (let low = within.low; low < within.high; ) {
    const unit = text.charCodeAt(low + length)
    let high = within.high
    for (let from = lineEnd(text, low) + 1; from < high; ) {
      const start = lineStart(text, (from + high) >> 1, from)
      if (text.charCodeAt(start + length) === unit) from = lineEnd(text, start) + 1
      else high = start
    }
    found.push({ next: String.fromCharCode(unit), lines: { low, high } })
    low = high
  }
  return found
}

/** Start of the first line from which on `isBehind` holds; the end of the range when there is none. */
function firstLine(text: string, { low, high }: LineRange, isBehind: (start: number) => boolean): number {
  let from = low
  let to = high
  while (from < to) {
    const start = lineStart(text, (from + to) >> 1, from)
    if (isBehind(start)) to = start
    else from = lineEnd(text, start) + 1
  }
  return Math.min(from, high)
}

/** Start of the line that holds `offset`, not before `from`, which is a line start. */
function lineStart(text: string, offset: number, from: number): number {
  let start = offset
  while (start > from && text.charCodeAt(start - 1) !== LINE_FEED) start--
  return start
}

function lineEnd(text: string, start: number): number {
  const end = text.indexOf('\n', start)
  return end < 0 ? text.length : end
}

/** Negative when the line's word sorts before `word`, 0 when it is `word`. */
function compareLine(text: string, start: number, word: string): number {
  for (let index = 0; index < word.length; index++) {
    const unit = start + index < text.length ? text.charCodeAt(start + index) : LINE_FEED
    if (unit === LINE_FEED || unit === SPACE) return -1
    const difference = unit - word.charCodeAt(index)
    if (difference !== 0) return difference
  }
  const end = start + word.length
  return end >= text.length || text.charCodeAt(end) === LINE_FEED || text.charCodeAt(end) === SPACE ? 0 : 1
}

function valueAfter(text: string, end: number): string {
  return text.charCodeAt(end) === SPACE ? text.slice(end + 1, lineEnd(text, end)) : ''
}
