/**
 * Citation markers in a text view: numbers in brackets or raised, cite keys. Each finder knows the false friends of its form:
 * confidence intervals, units, exponents, ions, isotopes, chemical names.
 */

export interface Marker {
  textStart: number
  textEnd: number
  numbers: number[]
}

const NUMBERS = '\\d{1,3}(?:\\s?[,;\u2013\u2014\u2010-\u2012-]\\s?\\d{1,3}){0,30}'
const BRACKETED = new RegExp(`\\[(?:[Rr]efs?\\.? )?(${NUMBERS})\\]`, 'g')
const CARETS = new RegExp(`\\^\\\\?\\[?(${NUMBERS})\\\\?\\]?\\^`, 'g')
const PLAIN_NUMBERS = new RegExp(`^\\s?[[(]?(${NUMBERS})[\\])]?,?\\s?$`)

/** Units of measure that a bracketed number may belong to. */
const UNIT =
  '(?:mg|g|kg|\u00b5g|\u03bcg|mcg|ng|ml|mL|l|L|dl|dL|mm|cm|m|km|nm|in|ft|mmol|mol|mEq|IU|units?|kcal|cal|mmHg|bpm|Hz|kDa|Da|\u00b0C|\u00b0F|years?|yrs?|months?|weeks?|days?|hours?|hrs?|h|minutes?|mins?|s|points?|times|fold|%)'
const UNIT_AFTER = new RegExp(`^\\s{0,2}(?:${UNIT}(?![\\p{L}])|%|[\u00d7x*]\\s?\\d|=)`, 'u')
const VALUE_BEFORE = /(?:^|[\s(\u2212\u2013<>=\u2264\u2265~\u2248-])(?:\d{1,3}(?:[.,\u00b7]\d+)?)\s{0,2}$/
const INTERVAL_BEFORE = /(?:\bCI|\bIQR|\brange|\binterval|\bSD|\bmedian|\bmean|\bHR|\bOR|\bRR|\d\s?%)[\s:=,\d.%]{0,12}$/i
const LABEL_BEFORE =
  /\b(?:figures?|figs?|tables?|boxe?s?|steps?|chapters?|sections?|appendix|equations?|eqs?|items?|panels?)\.?\s?$/i

export function bracketedNumbers(text: string, isTableCell: boolean): Marker[] {
  const markers: Marker[] = []
  if (!text.includes('[')) return markers
  for (const match of text.matchAll(BRACKETED)) {
    const numbers = expand(match[1]!)
    const textStart = match.index
    const textEnd = textStart + match[0].length
    if (numbers && !isFalseFriend(text, textStart, textEnd, match[1]!, isTableCell)) markers.push({ textStart, textEnd, numbers })
  }
  return markers
}

function isFalseFriend(text: string, start: number, end: number, inside: string, isTableCell: boolean): boolean {
  const before = text.slice(Math.max(0, start - 30), start)
  const after = text.slice(end, end + 12)
  const previous = before.at(-1) ?? ''
  // `bicyclo[2]octane`, `N-[4]`, `items[0]`: part of a name. A marker may touch the word before it, not the one behind.
  if (/^[\p{L}\d_(-]/u.test(after) && !/^\(https?:/.test(after)) return true
  if (previous === '-' || previous === '_' || previous === '/') return true
  // Output of statistics programs: `[16] 3672 769`, `x[1] <- 0`.
  if (/^\s{0,3}<-/.test(after) || (/^\s{1,3}[-+]?\d/.test(after) && /(?:^|[\d+])\s*$/.test(before))) return true
  if (UNIT_AFTER.test(after) || LABEL_BEFORE.test(before)) return true
  const isRange = /\d\s?[\u2010-\u2014;,-]\s?\d/.test(inside)
  if (isRange && (VALUE_BEFORE.test(before) || INTERVAL_BEFORE.test(before))) return true
  if (/\b(?:CI|IQR|HR|OR|RR|SD)\b[\s:=,]{0,3}$/.test(before)) return true
  if (!isTableCell) return false
  return VALUE_BEFORE.test(before) || /\d[.,]\d/.test(text)
}

/** `1, 3-5` gives 1, 3, 4, 5; `undefined` when it is no list of ascending positive numbers. */
export function expand(list: string): number[] | undefined {
  const numbers: number[] = []
  for (const part of list.split(/[,;]/)) {
    const [first, last, ...rest] = part.split(/[\u2010-\u2014-]/).map((piece) => Number(piece.trim()))
    if (rest.length > 0 || first === undefined || !(first >= 1)) return undefined
    if (last === undefined) numbers.push(first)
    else {
      if (!(last > first) || last - first > 60) return undefined
      for (let number = first; number <= last; number++) numbers.push(number)
    }
  }
  return numbers.length > 0 ? numbers : undefined
}

/** Text before a raised number that makes it an exponent, a unit's power or a charge. */
const POWER_BEFORE =
  /(?:(?:^|[\s/(\d\u00b7*])(?:m|cm|mm|km|dm|\u00b5m|\u03bcm|nm|in|ft|s|sec|kg|W\/m|kcal\/m|yd)|[\d.,\u00d7x(=]|[-\u2212\u207b]|^|\s)$/
const YEAR_BEFORE = /\b(?:19|20)\d{2}$/
const ELEMENT_BEFORE = /(?:^|[\s(\u2013-])(?:[A-Z][a-z]?\d{0,2}|[A-Z]{2,4}\d{0,2}|Ca|Mg|Na|Fe|Zn|Cu)$/

export function isPower(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 12), start)
  if (/^[+\u2212\u207a\u207b\p{L}]/u.test(text.slice(end, end + 1))) return true
  if (YEAR_BEFORE.test(before)) return false
  if (/[.,;:!?)\]"'\u201d\u2019%]$/.test(before) && !/\d[.,]$/.test(before.replace(/\b(?:19|20)\d{2}(?=[.,]$)/, ''))) return false
  return POWER_BEFORE.test(before) || ELEMENT_BEFORE.test(before)
}

export function raisedNumbers(text: string, raised: readonly { textStart: number; textEnd: number }[]): Marker[] {
  const markers: Marker[] = []
  for (const { textStart, textEnd } of raised) {
    const match = PLAIN_NUMBERS.exec(text.slice(textStart, textEnd))
    const numbers = match ? expand(match[1]!) : undefined
    if (numbers && !isPower(text, textStart, textEnd)) markers.push({ textStart, textEnd, numbers })
  }
  return markers
}

/** `^1,2^` of pandoc. */
export function caretNumbers(text: string): Marker[] {
  if (!text.includes('^')) return []
  return [...text.matchAll(CARETS)].flatMap((match) => {
    const numbers = expand(match[1]!)
    const textEnd = match.index + match[0].length
    return numbers && !isPower(text, match.index, textEnd) ? [{ textStart: match.index, textEnd, numbers }] : []
  })
}

const SUPERSCRIPTS = '\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079'
const UNICODE =
  /[\u2070\u00b9\u00b2\u00b3\u2074-\u2079]+(?:[,\u02d2\u207b\u2013-][\u2070\u00b9\u00b2\u00b3\u2074-\u2079]+){0,10}/g
/** A word or a closing mark: where a note number stands, and a power never. */
const WORD_BEFORE = /(?:\p{Ll}{3}|[.,;:!?)\]"'\u201d\u2019])$/u

export function unicodeNumbers(text: string): Marker[] {
  const markers: Marker[] = []
  for (const match of text.matchAll(UNICODE)) {
    const textStart = match.index
    const textEnd = textStart + match[0].length
    if (!WORD_BEFORE.test(text.slice(Math.max(0, textStart - 4), textStart)) || isPower(text, textStart, textEnd)) continue
    const plain = [...match[0]]
      .map((character) =>
        SUPERSCRIPTS.includes(character)
          ? String(SUPERSCRIPTS.indexOf(character))
          : character === '\u02d2'
            ? ','
            : character === '\u207b'
              ? '-'
              : character,
      )
      .join('')
    const numbers = expand(plain)
    if (numbers) markers.push({ textStart, textEnd, numbers })
  }
  return markers
}

export interface KeyMarker {
  textStart: number
  textEnd: number
  key: string
}

const KEY_GROUP = /\[[^[\]@]{0,60}@[^[\]]{1,400}\]/g
const KEY = /(?:^|[\s;[(,-])@\{?([\p{L}\d_][\p{L}\d_:.#$%&+?<>~/()-]*)/gu

/** `[@smith2020; see @doi:10.1000/x]`: one marker a key; together they cover the brackets. */
export function keyMarkers(text: string): KeyMarker[] {
  const markers: KeyMarker[] = []
  if (!text.includes('@')) return markers
  for (const group of text.matchAll(KEY_GROUP)) {
    const keys = [...group[0].matchAll(KEY)]
    const groupEnd = group.index + group[0].length
    let textStart = group.index
    for (const [index, match] of keys.entries()) {
      const next = keys[index + 1]
      const semicolon = next ? group[0].lastIndexOf(';', next.index + 1) : -1
      const textEnd = next ? group.index + (semicolon > match.index ? semicolon : next.index) : groupEnd
      markers.push({ textStart, textEnd, key: match[1]!.replace(/[.:;,?)]+$/, '') })
      textStart = textEnd
    }
  }
  return markers
}
