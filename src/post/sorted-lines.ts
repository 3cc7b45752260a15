/** Look-up in a big text of sorted lines, without building a Map of it: a process that lints one post must start at once. */

const LINE_FEED = 10
const SPACE = 32

/**
 * Look-up by binary search. Every line of `text` is `word` or `word value`, sorted by UTF-16 code units of the word; words
 * are unique and hold no space. The look-up gives the value ('' when the line has none), `undefined` for an unknown word.
 * Nothing is prepared and nothing kept, so calling this again for the same text costs nothing.
 */
export function sortedLines(text: string): (word: string) => string | undefined {
  return (word) => {
    let low = 0
    let high = text.length
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

/** Whether some line starts with a prefix, by binary search. */
export function sortedPrefixes(text: string): (prefix: string) => boolean {
  return (prefix) => {
    let low = 0
    let high = text.length
    while (low < high) {
      const start = lineStart(text, (low + high) >> 1, low)
      if (text.startsWith(prefix, start)) return true
      if (compareLine(text, start, prefix) < 0) low = lineEnd(text, start) + 1
      else high = start
    }
    return false
  }
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
