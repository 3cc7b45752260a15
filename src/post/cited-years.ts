/** Years of the works a sentence cites, and the year a page is of. */
import { PUBLISHED_KEYS, REVIEWED_KEYS, UPDATED_KEYS } from './frontmatter-keys.ts'
import { latest, pageDates } from './page-dates.ts'
import type { Post, ReferenceEntry, Sentence } from './types.ts'

export function entriesCitedIn(post: Post, { block, textStart, textEnd }: Sentence): ReferenceEntry[] {
  return post.citations
    .filter((citation) => citation.block === block && citation.textStart >= textStart && citation.textStart <= textEnd)
    .flatMap(({ references }) => references.map((index) => post.references.entries[index]!))
}

/** Years of entries, in order of the entries; empty when one of them has none: it may be the newest. */
export function yearsOf(entries: readonly ReferenceEntry[]): number[] {
  const found = entries.map(({ csl }) => csl.issued?.['date-parts'][0]?.[0])
  return found.some((year) => year === undefined) ? [] : (found as number[])
}

/** Newest date the page gives for itself, as precise as it is written. */
export function pageDateOf({ text, frontmatter }: Post): string | undefined {
  const keys = { published: PUBLISHED_KEYS, updated: UPDATED_KEYS, reviewed: REVIEWED_KEYS, next: [] }
  return latest(pageDates(text, frontmatter, keys), () => true)?.iso
}
