/** What the tagger sees of a reference string: tokens, and for each token the signs that the weights are for. */
import { journalKey } from './journals.ts'

export interface Token {
  start: number
  end: number
  text: string
  /** White space in front. */
  spaced: boolean
}

/** Runs of Latin letters and digits, runs of other letters, single marks. */
const TOKEN = /(?:[\p{Script=Latin}\p{Script=Greek}\p{M}]|\p{N})+|[\p{L}\p{M}]+|\S/gu

export function tokensOf(text: string): Token[] {
  return Array.from(text.matchAll(TOKEN), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
    spaced: match.index === 0 || text[match.index - 1] === ' ',
  }))
}

/** Signs are numbered by their hash: 2 to this power numbers. */
const SIGN_BITS = 18
export const SIGN_COUNT = 2 ** SIGN_BITS

const FNV_OFFSET = 0x811c9dc5
const FNV_PRIME = 0x01000193

function hashOf(text: string): number {
  let hash = FNV_OFFSET
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), FNV_PRIME)
  return hash
}

/** One number of a template and the values it combines. */
function mixed(template: number, one: number, other = 0, third = 0): number {
  let hash = Math.imul(template + 1, 0x9e3779b1) ^ one
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) ^ other
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35) ^ third
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return (hash ^ (hash >>> 13)) >>> (32 - SIGN_BITS)
}

/** The number of a sign of two labels in a row, by what stands between them. */
export function transitionSign(mark: number, label: number): number {
  return mixed(99, mark, label)
}

export const MARKS = 6

/** What stands in front of a token, as far as it tells that a field may end there. */
export function markBefore(tokens: readonly Token[], index: number): number {
  const before = tokens[index - 1]?.text ?? ''
  return 1 + '.,;:'.indexOf(before.length === 1 ? before : ' ')
}

function shapeOf(text: string): string {
  if (/^(?:1[6-9]|20)\d\d$/.test(text)) return 'year'
  if (/^\d+$/.test(text)) return `digits${Math.min(text.length, 5)}`
  if (!/^[\p{L}\p{M}\p{N}]/u.test(text)) return text
  if (/^\p{Lu}$/u.test(text)) return 'initial'
  if (/^\p{Lu}{2,3}$/u.test(text)) return 'initials'
  if (/^\p{Lu}+$/u.test(text)) return 'capitals'
  if (/^\p{Lu}\p{Ll}+$/u.test(text)) return text.length < 4 ? 'Cap' : 'Capital'
  if (/^\p{Ll}+$/u.test(text)) return text.length < 4 ? 'low' : 'lower'
  if (/\d/.test(text)) return /^\p{L}{1,2}\d+$/u.test(text) ? 'locator' : 'code'
  return 'mixed'
}

const isWord = (shape: string) => shape.length > 1

const QUOTE = /["'“”‘’«»]/
const MAX_JOURNAL_WORDS = 12

/**
 * For each token what is known of it as a part of a journal's name: 0 for none, else by the number of words and by whether a number
 * follows soon. The longest name counts; it starts behind a mark and ends before a mark or a number.
 */
function journalParts(tokens: readonly Token[], shapes: readonly string[], isJournalKey: (key: string) => boolean): number[] {
  const parts = new Array<number>(tokens.length).fill(0)
  const keys = tokens.map(({ text }, index) => (text === '&' ? 'and' : isWord(shapes[index]!) ? journalKey(text) : ''))
  for (let start = 0; start < tokens.length; start++) {
    if (keys[start] === '' || parts[start] !== 0) continue
    if (start > 0 && isWord(shapes[start - 1]!)) continue
    let key = ''
    let words = 0
    let found: { end: number; words: number } | undefined
    for (let end = start; end < tokens.length && words < MAX_JOURNAL_WORDS; end++) {
      if (keys[end] === '') continue
      if (/^(?:digits|year)/.test(shapes[end]!)) break
      words++
      if (!(key === '' && keys[end] === 'the')) key = key === '' ? keys[end]! : `${key} ${keys[end]}`
      const next = shapes[end + 1]
      if (next !== undefined && isWord(next) && !/^(?:digits|year)/.test(next)) continue
      if (isJournalKey(key)) found = { end, words }
    }
    if (!found) continue
    const behind = shapes.slice(found.end + 1, found.end + 4)
    const numbered = behind.some((shape) => /^(?:digits|year|locator)/.test(shape))
    const value = 2 * Math.min(found.words, 3) + (numbered ? 1 : 0)
    for (let index = start; index <= found.end; index++) parts[index] = value
  }
  return parts
}

/** Signs of one token. */
export const SIGNS_PER_TOKEN = 48

/** The numbers of the signs of all tokens, `SIGNS_PER_TOKEN` for each. */
export function signsOf(tokens: readonly Token[], isJournalKey: (key: string) => boolean): Int32Array {
  const count = tokens.length
  const signs = new Int32Array(count * SIGNS_PER_TOKEN)
  const shapeNames = tokens.map(({ text }) => shapeOf(text))
  const edge = hashOf('|edge|')
  const shapes = shapeNames.map(hashOf)
  const words = tokens.map(({ text }) => hashOf(text.toLowerCase().replace(/\d/g, '0')))
  const journals = journalParts(tokens, shapeNames, isJournalKey)
  const untilNumber = distancesToNumber(shapeNames)
  const quoted = shapeNames.some((shape) => QUOTE.test(shape)) ? 1 : 0
  const opening = mixed(98, shapes[0] ?? 0, shapes[1] ?? 0, shapes[2] ?? 0)
  let depth = 0
  let inQuotes = 0
  let yearSeen = 0
  let sentences = 0
  let numbers = 0
  for (let index = 0; index < count; index++) {
    const word = (offset: number) => words[index + offset] ?? edge
    const shape = (offset: number) => shapes[index + offset] ?? edge
    const journal = (offset: number) => journals[index + offset] ?? 0
    const { text, spaced } = tokens[index]!
    const name = shapeNames[index]!
    if (name === '(' || name === '[') depth++
    const place = Math.floor((12 * index) / count)
    const toEnd = Math.min(count - 1 - index, 8)
    const state = depth * 4 + inQuotes * 2 + yearSeen
    const seen = Math.min(sentences, 4)
    const lower = text.toLowerCase()
    let at = index * SIGNS_PER_TOKEN
    let template = 0
    const add = (one: number, other = 0, third = 0) => {
      signs[at++] = mixed(template++, one, other, third)
    }
    add(0)
    for (let offset = -3; offset <= 3; offset++) add(word(offset))
    for (let offset = -3; offset <= 3; offset++) add(shape(offset))
    add(word(-1), word(0))
    add(word(0), word(1))
    add(word(-2), word(-1))
    add(shape(-1), shape(0))
    add(shape(0), shape(1))
    add(shape(-1), shape(0), shape(1))
    add(shape(-2), shape(-1), shape(0))
    add(shape(0), shape(1), shape(2))
    add(mixed(97, shape(-2), shape(-1)), shape(0), mixed(97, shape(1), shape(2)))
    add(mixed(97, shape(0), shape(1)), shape(2), shape(3))
    add(mixed(97, shape(-3), shape(-2)), shape(-1), shape(0))
    add(hashOf(lower.slice(0, 3)))
    add(hashOf(lower.slice(-3)))
    add(shape(0), spaced ? 1 : 0, tokens[index + 1]?.spaced ? 1 : 0)
    add(shape(0), place)
    add(shape(0), Math.min(index, 5))
    add(shape(0), toEnd)
    add(shape(0), state)
    add(shape(0), seen)
    add(shape(-1), seen, yearSeen)
    add(shape(0), untilNumber[index]!)
    add(untilNumber[index]!, seen, yearSeen)
    add(journal(0), shape(0))
    add(journal(0), journal(-1), journal(1))
    add(journal(0), shape(-1), yearSeen)
    add(journal(1), shape(0))
    add(journal(-1), shape(0), shape(1))
    add(opening, shape(0))
    add(opening, seen, shape(-1))
    add(shape(0), numbers, yearSeen)
    add(word(-1), shape(0), numbers)
    add(quoted, inQuotes, shape(0))
    add(state, shape(-1), shape(0))
    if (name === ')' || name === ']') depth = Math.max(0, depth - 1)
    if (QUOTE.test(name) && name.length === 1 && name !== "'") inQuotes = 1 - inQuotes
    if (name === 'year') yearSeen = 1
    if (/^(?:digits|locator)/.test(name)) numbers = Math.min(numbers + 1, 4)
    if (/^[.?!]$/.test(name) && index > 0 && isSentenceWord(tokens[index - 1]!.text)) sentences++
  }
  return signs
}

/** A word whose point may end a sentence: no initial, no short abbreviation. */
function isSentenceWord(text: string): boolean {
  return text.length > 3 || /^\p{Lu}{2,3}$/u.test(text)
}

/** Steps to the next number, in powers of two. */
function distancesToNumber(shapes: readonly string[]): number[] {
  const distances = new Array<number>(shapes.length).fill(0)
  let next = shapes.length + 64
  for (let index = shapes.length - 1; index >= 0; index--) {
    if (/^(?:digits|year|locator)/.test(shapes[index]!)) next = index
    distances[index] = Math.ceil(Math.log2(next - index + 1))
  }
  return distances
}
