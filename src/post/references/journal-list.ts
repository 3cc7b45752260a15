/**
 * The list `journals` (see scripts/derive-journals.mjs): three parts with an empty line between them.
 * 1. Words and their usual abbreviation: `acad.emic`, or with a space where it is no beginning of the word: `annals ann`.
 * 2. Titles, sorted by the key of the abbreviation that follows from their words; behind a tab the abbreviation where it is another
 *    one: `=` the title itself, `+Lond` the regular one and a place.
 * 3. The titles of part 2 that have such an abbreviation, sorted by the key of that: the difference of each one's number from the
 *    number behind the last one, in base 36.
 * Keys are not stored: the few that a search compares are made, since a process that lints one post must not build a Map of 31,000 titles.
 */
import type { Resources } from '../types.ts'
import { abbreviate, journalKey } from './journal-words.ts'

export interface Journal {
  title: string
  abbreviation: string
}

export interface JournalList {
  usual: ReadonlyMap<string, string>
  /** Journals whose abbreviation, or the one that follows from the words of their title, has this key. */
  journalsOf(key: string): Journal[]
  /** Lines of such journals with a key that starts so, with a line feed behind each. */
  linesOf(start: string): string
  /** The journal of a line of part 2. */
  read(line: string): Journal
}

const loaded = new WeakMap<Resources, JournalList>()

export function journalList(resources: Resources): JournalList {
  let list = loaded.get(resources)
  if (!list) {
    list = openList(resources('journals') ?? '')
    loaded.set(resources, list)
  }
  return list
}

function openList(text: string): JournalList {
  const [table = '', titles = '', order = ''] = text.split('\n\n')
  const usual = new Map(table.split('\n').map(readWord))
  const own = numbersOf(order, startsOfOwn(titles))

  function read(line: string): Journal {
    const tab = line.indexOf('\t')
    if (tab < 0) return { title: line, abbreviation: abbreviate(line, usual) }
    const title = line.slice(0, tab)
    const stored = line.slice(tab + 1)
    if (stored === '=') return { title, abbreviation: title }
    return { title, abbreviation: stored[0] === '+' ? `${abbreviate(title, usual)} (${stored.slice(1)})` : stored }
  }

  const lineAt = (start: number) => {
    const end = titles.indexOf('\n', start)
    return titles.slice(start, end < 0 ? titles.length : end)
  }
  const regularKey = kept((start) => journalKey(abbreviate(lineAt(start).split('\t', 1)[0]!, usual)))
  const ownKey = kept((start) => journalKey(read(lineAt(start)).abbreviation))

  /** Start of the first line of part 2 whose key is not before `key`. */
  function firstTitle(key: string): number {
    let low = 0
    let high = titles.length
    while (low < high) {
      const start = titles.lastIndexOf('\n', ((low + high) >> 1) - 1) + 1
      if (regularKey(start) < key) low = start + lineAt(start).length + 1
      else high = start
    }
    return low
  }

  /** The same for part 3. */
  function firstOwn(key: string): number {
    let low = 0
    let high = own.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (ownKey(own[middle]!) < key) low = middle + 1
      else high = middle
    }
    return low
  }

  function journalsOf(key: string): Journal[] {
    const journals: Journal[] = []
    for (let start = firstTitle(key); start < titles.length && regularKey(start) === key; ) {
      const line = lineAt(start)
      journals.push(read(line))
      start += line.length + 1
    }
    for (let index = firstOwn(key); index < own.length && ownKey(own[index]!) === key; index++)
      journals.push(read(lineAt(own[index]!)))
    return journals
  }

  function linesOf(start: string): string {
    const behind = start.slice(0, -1) + String.fromCharCode(start.charCodeAt(start.length - 1) + 1)
    const others = own.slice(firstOwn(start), firstOwn(behind)).map((each) => `${lineAt(each)}\n`)
    return titles.slice(firstTitle(start), firstTitle(behind)) + others.join('')
  }

  return { usual, journalsOf, linesOf, read }
}

function readWord(line: string): [string, string] {
  const cut = line.search(/[. ]/)
  const first = line.slice(0, cut)
  const rest = line.slice(cut + 1)
  return line[cut] === '.' ? [first + rest, first] : [first, rest]
}

/** Where the lines start that hold an abbreviation. */
function startsOfOwn(titles: string): number[] {
  const starts: number[] = []
  for (let tab = titles.indexOf('\t'); tab >= 0; tab = titles.indexOf('\t', tab + 1))
    starts.push(titles.lastIndexOf('\n', tab) + 1)
  return starts
}

function numbersOf(order: string, starts: readonly number[]): number[] {
  let next = 0
  return (order.match(/\S+/g) ?? []).map((difference) => {
    const number = next + Number.parseInt(difference, 36)
    next = number + 1
    return starts[number]!
  })
}

function kept(make: (start: number) => string): (start: number) => string {
  const known = new Map<number, string>()
  return (start) => {
    let key = known.get(start)
    if (key === undefined) {
      key = make(start)
      known.set(start, key)
    }
    return key
  }
}
