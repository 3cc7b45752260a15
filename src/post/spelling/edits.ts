/** Words one edit away, and the distance between two words (Damerau-Levenshtein, restricted to a limit). */

import type { LineRange } from '../sorted-lines.ts'

export type EditKind = 'swap' | 'double' | 'vowel' | 'missing' | 'extra' | 'replace'

export interface Neighbour {
  word: string
  kind: EditKind
  /** Offset of the edit in the misspelt word. */
  at: number
}

const VOWELS = 'aeiouy'

/** A list of known words, and where in it the words with a certain start are. */
export interface KnownWords {
  has(word: string, within: LineRange): boolean
  startingWith(start: string, within?: LineRange): LineRange | undefined
  /** The letters that may follow a start of `length` letters, whose words are in `within`, each with its own words. */
  branches(within: LineRange, length: number): { next: string; lines: LineRange }[]
}

/** All known words one edit away from `word` (lower case), each once, the likeliest kind of slip kept. */
export function neighbours(word: string, known: KnownWords): Neighbour[] {
  // Known words with the first `at` letters of `word`. Where there are none, no edit further on leads to a known word.
  const heads: LineRange[] = []
  for (let at = 0; at <= word.length; at++) {
    const head = known.startingWith(word.slice(0, at), heads[at - 1])
    if (!head) break
    heads.push(head)
  }
  const found = new Map<string, Neighbour>()
  const tried = new Set([word])
  const add = (candidate: string, kind: EditKind, at: number, within: LineRange) => {
    if (tried.has(candidate)) return
    tried.add(candidate)
    if (known.has(candidate, within)) found.set(candidate, { word: candidate, kind, at })
  }
  for (const [at, head] of heads.entries()) {
    if (at < word.length - 1) add(word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2), 'swap', at, head)
  }
  for (const [at, head] of heads.entries()) {
    const rest = word.slice(0, at) + word.slice(at + 1)
    if (at < word.length) add(rest, word[at] === word[at - 1] || word[at] === word[at + 1] ? 'double' : 'extra', at, head)
  }
  for (const [at, head] of heads.entries()) {
    const before = word.slice(0, at)
    for (const { next: letter, lines: within } of known.branches(head, at)) {
      if (letter < 'a' || letter > 'z') continue
      add(before + letter + word.slice(at), letter === word[at] || letter === word[at - 1] ? 'double' : 'missing', at, within)
      if (at === word.length) continue
      const vowels = VOWELS.includes(letter) && VOWELS.includes(word[at]!)
      add(before + letter + word.slice(at + 1), vowels ? 'vowel' : 'replace', at, within)
    }
  }
  return [...found.values()]
}

/** Edits between two words, counted up to `limit`; `limit + 1` when there are more. */
export function distance(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) > limit) return limit + 1
  let before: number[] = []
  let previous = Array.from({ length: other.length + 1 }, (_, column) => column)
  for (let row = 1; row <= one.length; row++) {
    const current = [row]
    let least = row
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1]
      let cost = Math.min(previous[column]! + 1, current[column - 1]! + 1, previous[column - 1]! + (same ? 0 : 1))
      const swapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]
      if (swapped) cost = Math.min(cost, before[column - 2]! + 1)
      current.push(cost)
      if (cost < least) least = cost
    }
    if (least > limit) return limit + 1
    before = previous
    previous = current
  }
  return Math.min(previous[other.length]!, limit + 1)
}
