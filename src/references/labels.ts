/** What a work is called in the text when it is cited by author and year (APA 7, 8.11 to 8.19). */
import { type Work, workOf } from '../post/references/format/index.ts'
import { foldName } from '../post/references/resolve.ts'
import type { ReferenceEntry } from '../post/types.ts'

export interface WorkLabel {
  /** First author, for names that stand in the sentence. */
  family: string
  /** `Smith`, `Smith & Lee`, `Smith et al.` */
  authors: string
  /** `2019`, `2019a` */
  year: string
}

/** Authors that are sure enough to be written into a sentence. */
const SURE = 0.6

/** `undefined` when the entry does not show author and year for certain. */
export function labelOf(entry: ReferenceEntry): WorkLabel | undefined {
  const { parsed, text, confidence } = entry
  const work = workOf(text, parsed)
  const isRead = parsed.authors !== undefined && parsed.authors.form !== 'full' && confidence >= SURE
  return isRead ? labelOfWork(work) : undefined
}

function labelOfWork({ authors, cut, year, letter }: Work): WorkLabel | undefined {
  const [first, second] = authors
  if (!first || !('family' in first) || year === undefined) return undefined
  const family = first['dropping-particle'] ? `${first['dropping-particle']} ${first.family}` : first.family
  const other = second && ('family' in second ? second.family : second.literal)
  const names = cut !== 'no' || authors.length > 2 ? `${family} et al.` : other ? `${family} & ${other}` : family
  return { family, authors: names, year: `${year}${letter}` }
}

/** `Lee & Park, 2018; Smith et al., 2019, 2021`: by name, then year. */
export function joinedNames(labels: readonly WorkLabel[]): string {
  const sorted = [...labels].sort((a, b) => compare(foldName(a.authors), foldName(b.authors)) || compare(a.year, b.year))
  return sorted
    .map(({ authors, year }, index) =>
      index > 0 && sorted[index - 1]!.authors === authors ? `, ${year}` : `; ${authors}, ${year}`,
    )
    .join('')
    .slice(2)
}

export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Letters for works whose authors and year are the same, by title; those that an entry has stay. */
export function lettersOf(entries: readonly ReferenceEntry[]): Map<number, string> {
  const groups = new Map<string, ReferenceEntry[]>()
  for (const entry of entries) {
    const label = labelOf(entry)
    if (!label) continue
    const key = `${foldName(label.authors)} ${label.year}`
    groups.set(key, [...(groups.get(key) ?? []), entry])
  }
  const letters = new Map<number, string>()
  for (const group of groups.values()) {
    if (group.length < 2) continue
    const byTitle = [...group].sort((a, b) => compare(foldName(a.csl.title ?? ''), foldName(b.csl.title ?? '')))
    for (const [position, { index }] of byTitle.entries()) letters.set(index, String.fromCharCode(0x61 + position))
  }
  return letters
}
