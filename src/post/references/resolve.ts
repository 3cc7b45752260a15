/** From a citation to the entries it points to. */
import type { Citation, Ids, Post, ReferenceEntry } from '../types.ts'
import { sameWork } from './identifiers.ts'

export interface Resolver {
  /** Entries that can be cited by number. */
  length: number
  /** True when entries start with authors, so that author-year markers can be looked up. */
  namesAuthors: boolean
  hasNumber(number: number): boolean
  authorYear(author: string, year: string): number[]
  resolve(citation: Citation): number[]
}

export function createResolver(post: Post): Resolver {
  const { entries } = post.references
  const { idMap } = post.project
  const byNumber = numbersOf(entries)
  const byLabel = new Map<string, number[]>()
  for (const { label, index } of entries) if (label !== undefined) push(byLabel, label.toLowerCase(), index)
  const byIdentifier = new Map<string, number[]>()
  for (const { ids, index } of entries) for (const key of keysOf(ids)) push(byIdentifier, key, index)
  let folded: string[] | undefined
  const foldedTexts = () => (folded ??= entries.map(({ text }) => foldName(text.slice(0, 400))))

  const authorYear = (author: string, year: string) => {
    const texts = foldedTexts()
    const name = foldName(author)
    const digits = year.slice(0, 4)
    const candidates = entries.filter((entry, index) => holdsWord(texts[index]!, name) && entry.text.includes(digits))
    const first = candidates.filter(({ index }) => texts[index]!.indexOf(name) < 12)
    const lettered = year.length > 4 ? first.filter(({ text }) => text.includes(year)) : []
    return (lettered.length > 0 ? lettered : first.length > 0 ? first : candidates).map(({ index }) => index)
  }

  /** With the id map an alias may stand for another kind, so the quick table is not enough. */
  const byIds = (ids: Ids) => {
    const direct = new Set(keysOf(ids).flatMap((key) => byIdentifier.get(key) ?? []))
    if (direct.size === 0 && (idMap || ids.url)) {
      for (const entry of entries) if (sameWork(ids, entry.ids, idMap) === true) direct.add(entry.index)
    }
    return [...direct].sort((a, b) => a - b)
  }

  const resolve = ({ kind, numbers, label, author, year, ids }: Citation): number[] => {
    if (numbers.length > 0) {
      const found = numbers.flatMap((number) => byNumber.get(number) ?? [])
      return found.length > 0 ? [...new Set(found)] : byIds(ids)
    }
    if (author !== undefined && year !== undefined) return authorYear(author, year)
    if (kind === 'footnote' || kind === 'key') return byLabel.get((label ?? '').toLowerCase()) ?? byIds(ids)
    return byIds(ids)
  }

  return {
    length: entries.filter(({ optional }) => !optional).length,
    namesAuthors: entries.some(({ text }) => STARTS_WITH_AUTHOR.test(text)),
    hasNumber: (number) => byNumber.has(number),
    authorYear,
    resolve,
  }
}

const STARTS_WITH_AUTHOR = /^\p{Lu}[\p{L}'\u2019-]+,? (?:\p{Lu}\.|\p{Lu}{1,3}[,.:; ]|et al)/u

/** Printed numbers; an unnumbered list is counted, footnotes go by their labels. */
function numbersOf(entries: readonly ReferenceEntry[]): Map<number, number[]> {
  const byNumber = new Map<number, number[]>()
  const listed = entries.filter(({ optional }) => !optional)
  const numbered = listed.some(({ number }) => number !== undefined)
  for (const [position, { number, label, index }] of listed.entries()) {
    if (numbered) {
      if (number !== undefined && !byNumber.has(number)) byNumber.set(number, [index])
    } else if (label !== undefined) {
      if (/^\d{1,3}$/.test(label)) byNumber.set(Number(label), [index])
    } else byNumber.set(position + 1, [index])
  }
  return byNumber
}

function keysOf(ids: Ids): string[] {
  const keys: string[] = []
  for (const kind of ['doi', 'pmid', 'pmcid', 'nct', 'isbn'] as const) {
    const value = ids[kind]
    if (value !== undefined) keys.push(`${kind}:${value.toLowerCase()}`)
  }
  return keys
}

function push(map: Map<string, number[]>, key: string, index: number): void {
  const list = map.get(key)
  if (list) list.push(index)
  else map.set(key, [index])
}

/** Lower case without diacritics, so that `Muñoz` and `Munoz` are one name. */
export function foldName(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u2010-\u2012]/g, '-')
    .toLowerCase()
}

function holdsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const before = text[at - 1]
    const after = text[at + word.length]
    if ((before === undefined || !/[\p{L}\d]/u.test(before)) && (after === undefined || !/[\p{L}\d]/u.test(after))) return true
  }
  return false
}
