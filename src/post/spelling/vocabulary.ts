/** The vocabulary and word frequencies as look-ups over text resources. Nothing is copied out of them. */
import { sortedLines } from '../sorted-lines.ts'
import type { Resources } from '../types.ts'

export interface Vocabulary {
  /** Flags of a word exactly as spelled: '' in every English, `us`, `gb`, `m` medicine, `d` drug; `undefined` when unknown. */
  flags(word: string): string | undefined
  /** 1000 x log10 of uses per thousand million words; 0 for a word outside the list (or without the list). */
  frequency(word: string): number
  /** Words from the sorted list that start with `start`, lower case. */
  startingWith(start: string): Iterable<string>
}

export function openVocabulary(resources: Resources): Vocabulary | undefined {
  const words = resources('words')
  if (words === undefined) return undefined
  const flags = sortedLines(words)
  const common = sortedLines(resources('frequency') ?? '')
  return {
    flags,
    frequency: (word) => Number(common(word) ?? 0),
    startingWith: (start) => linesStartingWith(words, start),
  }
}

/** Frequencies come with the words a text is likely to hold; a word of the vocabulary outside that list is rare, not impossible. */
function* linesStartingWith(words: string, start: string): Iterable<string> {
  // The list is sorted, so the words of one letter stand together.
  let at = words.indexOf(`\n${start}`) + 1
  while (at > 0 && words.startsWith(start, at)) {
    let end = words.indexOf('\n', at)
    if (end < 0) end = words.length
    const space = words.indexOf(' ', at)
    yield words.slice(at, space >= 0 && space < end ? space : end)
    at = end + 1
  }
}
