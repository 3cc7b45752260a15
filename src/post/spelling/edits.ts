/** Words one edit away, and the distance between two words (Damerau-Levenshtein, restricted to a limit). */

export type EditKind = 'swap' | 'double' | 'vowel' | 'missing' | 'extra' | 'replace'

export interface Neighbour {
  word: string
  kind: EditKind
  /** Offset of the edit in the misspelt word. */
  at: number
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'
const VOWELS = 'aeiouy'

/**
 * All known words one edit away from `word` (lower case), each once, the likeliest kind of slip kept. `isStart` tells whether a known word
 * starts so: no edit behind the longest such start of `word` leads to one.
 */
export function neighbours(
  word: string,
  isKnown: (candidate: string) => boolean,
  isStart: (start: string) => boolean = () => true,
): Neighbour[] {
  let last = 0
  while (last < word.length && isStart(word.slice(0, last + 1))) last++
  const found = new Map<string, Neighbour>()
  const tried = new Set([word])
  const add = (candidate: string, kind: EditKind, at: number) => {
    if (tried.has(candidate)) return
    tried.add(candidate)
    if (isKnown(candidate)) found.set(candidate, { word: candidate, kind, at })
  }
  for (let at = 0; at < word.length - 1 && at <= last; at++)
    add(word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2), 'swap', at)
  for (let at = 0; at < word.length && at <= last; at++) {
    const rest = word.slice(0, at) + word.slice(at + 1)
    add(rest, word[at] === word[at - 1] || word[at] === word[at + 1] ? 'double' : 'extra', at)
  }
  for (let at = 0; at <= last; at++) {
    const head = word.slice(0, at)
    for (const letter of LETTERS) {
      if (!isStart(head + letter)) continue
      add(head + letter + word.slice(at), letter === word[at] || letter === word[at - 1] ? 'double' : 'missing', at)
      if (at < word.length)
        add(head + letter + word.slice(at + 1), VOWELS.includes(letter) && VOWELS.includes(word[at]!) ? 'vowel' : 'replace', at)
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
