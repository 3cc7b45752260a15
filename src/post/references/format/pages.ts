/** Page ranges with full or shared digits. */

const RANGE =
  /^(?<prefix>[A-Za-z]{0,4})(?<first>\d+)\s?[-\u2010-\u2015\u2212]+\s?(?<again>[A-Za-z]{0,4})(?<last>\d+)(?<tail>\.e?\d{1,4})?$/

/** `1809-19` -> 1809, 1819: what each number is in full; `undefined` for anything but a plain range. */
function readRange(pages: string): { prefix: string; first: string; last: string; tail: string } | undefined {
  const groups = RANGE.exec(pages)?.groups
  if (!groups) return undefined
  const { prefix = '', first = '', again = '', last = '', tail = '' } = groups
  if (again !== '' && again !== prefix) return undefined
  const full = last.length < first.length ? first.slice(0, first.length - last.length) + last : last
  return Number(full) >= Number(first) ? { prefix, first, last: full, tail } : undefined
}

/** `1809-19` as `1809<dash>1819`. */
export function fullRange(pages: string, dash: string): string {
  const range = readRange(pages)
  if (!range) return withDash(pages, dash)
  return `${range.prefix}${range.first}${dash}${range.prefix}${range.last}${range.tail}`
}

/** `1809-1819` as `1809<dash>19`: the last number without the digits it shares with the first (Citing Medicine). */
export function shortRange(pages: string, dash: string): string {
  const range = readRange(pages)
  if (!range || range.first === range.last) return withDash(pages, dash)
  const { prefix, first, last, tail } = range
  let shared = 0
  if (first.length === last.length) while (shared < last.length - 1 && first[shared] === last[shared]) shared++
  return `${prefix}${first}${dash}${last.slice(shared)}${tail}`
}

function withDash(pages: string, dash: string): string {
  return pages.replace(/\s?[-\u2010-\u2015\u2212]+\s?/g, dash)
}

/** `e0209899`, `n71`, `CD012345`: the number of an article, where the pages of others stand. */
export function isArticleNumber(pages: string): boolean {
  return /^[A-Za-z]{1,4}\d{1,9}(?:[A-Za-z]\d*)?$/.test(pages) && !/^[Ss]\d{1,4}$/.test(pages)
}
