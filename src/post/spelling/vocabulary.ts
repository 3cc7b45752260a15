/** The vocabulary and word frequencies as look-ups over text resources. Nothing is copied out of them. */
import { branches, type LineRange, sortedLines, sortedPrefixes } from '../sorted-lines.ts'
import type { Resources } from '../types.ts'

export interface Vocabulary {
  /** Flags of a word exactly as spelled: '' in every English, `us`, `gb`, `m` medicine, `d` drug, `r` rare; `undefined` when unknown. */
  flags(word: string, within?: LineRange): string | undefined
  /** 1000 x log10 of uses per thousand million words; 0 for a word outside the list (or without the list). */
  frequency(word: string): number
  /** Where the words are that start with `start`. */
  rangeOf(start: string, within?: LineRange): LineRange | undefined
  /** How the words of a range, which agree in their first `length` letters, go on. */
  branches(within: LineRange, length: number): { next: string; lines: LineRange }[]
  /** Words from the sorted list that start with `start`, lower case. */
  startingWith(start: string): Iterable<string>
  /** Words of the frequency list that start with `start` and have at least the frequency `least`. */
  commonStartingWith(start: string, least: number): string[]
}

export function openVocabulary(resources: Resources): Vocabulary | undefined {
  const words = resources('words')
  if (words === undefined) return undefined
  const flags = sortedLines(words)
  const frequencies = resources('frequency') ?? ''
  const common = sortedLines(frequencies)
  return {
    flags,
    frequency: (word) => Number(common(word) ?? 0),
    rangeOf: sortedPrefixes(words),
    branches: (within, length) => branches(words, within, length),
    startingWith: (start) => [...linesStartingWith(words, start)].map((line) => line.split(' ', 1)[0]!),
    commonStartingWith: (start, least) =>
      [...linesStartingWith(frequencies, start)].flatMap((line) => {
        const space = line.indexOf(' ')
        return Number(line.slice(space + 1)) >= least ? [line.slice(0, space)] : []
      }),
  }
}

/** The list is sorted, so the lines of one start stand together. */
function* linesStartingWith(lines: string, start: string): Iterable<string> {
  let at = lines.startsWith(start) ? 0 : lines.indexOf(`\n${start}`) + 1
  while (lines.startsWith(start, at) && at < lines.length) {
    const found = lines.indexOf('\n', at)
    const end = found < 0 ? lines.length : found
    yield lines.slice(at, end)
    at = end + 1
  }
}
