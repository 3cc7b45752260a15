/** Lists of reference numbers as markers write them. */

const LIST = /\d{1,3}(?:\s?[,;\u2010-\u2014-]\s?\d{1,3})*/
const RAISED = '\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079'
const RAISED_LIST = /[\u2070\u00b9\u00b2\u00b3\u2074-\u2079]+(?:[,\u02d2\u207b\u2013-][\u2070\u00b9\u00b2\u00b3\u2074-\u2079]+)*/
/** Three in a row are a range. */
const SHORTEST_RANGE = 3

/** `1,3-5` from 4, 1, 3, 5. */
export function numberList(numbers: readonly number[], comma = ',', dash = '-'): string {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b)
  const parts: string[] = []
  for (let index = 0; index < sorted.length; ) {
    let last = index
    while (last + 1 < sorted.length && sorted[last + 1] === sorted[last]! + 1) last++
    if (last - index + 1 >= SHORTEST_RANGE) parts.push(`${sorted[index]}${dash}${sorted[last]}`)
    else for (let each = index; each <= last; each++) parts.push(String(sorted[each]))
    index = last + 1
  }
  return parts.join(comma)
}

/** The marker with other numbers: its brackets, commas and dashes stay, and it stays as it is when the numbers are the same. */
export function renumbered(marker: string, numbers: readonly number[]): string {
  const raised = RAISED_LIST.exec(marker)
  const found = raised ?? LIST.exec(marker)
  if (!found) return marker
  const list = raised ? lowered(raised[0]) : found[0]
  const comma = /[,;]\s?/.exec(list)?.[0] ?? ','
  const dash = /[\u2010-\u2014-]/.exec(list)?.[0] ?? '-'
  const same = numberList(expanded(list)) === numberList(numbers)
  if (same) return marker
  const plain = numberList(numbers, comma, dash)
  const text = raised ? [...plain].map((character) => RAISED[Number.parseInt(character, 10)] ?? character).join('') : plain
  return marker.slice(0, found.index) + text + marker.slice(found.index + found[0].length)
}

function lowered(text: string): string {
  return [...text].map((character) => (RAISED.includes(character) ? String(RAISED.indexOf(character)) : character)).join('')
}

function expanded(list: string): number[] {
  return list.split(/[,;]/).flatMap((part) => {
    const [first = 0, last = first] = part.split(/[\u02d2\u207b\u2010-\u2014-]/).map(Number)
    return Array.from({ length: Math.max(1, last - first + 1) }, (_, index) => first + index)
  })
}
