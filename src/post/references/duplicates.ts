/** Entries of one work: by an identifier they share, or by title, first author and year. */
import type { IdentifierMention, ReferenceEntry } from '../types.ts'
import { sameWork } from './identifiers.ts'
import { journalKey } from './journals.ts'
import { foldName } from './resolve.ts'

export interface Duplicate {
  entry: ReferenceEntry
  /** The entry that stands before it. */
  first: ReferenceEntry
  /** The identifier both have; `undefined` where only the titles agree. */
  mention: IdentifierMention | undefined
}

const IDENTIFYING = new Set(['doi', 'pmid', 'pmcid'])

/** The second and later entries of one work. */
export function findDuplicates(entries: readonly ReferenceEntry[], idMap?: Readonly<Record<string, string>>): Duplicate[] {
  const byIdentifier = new Map<string, ReferenceEntry>()
  const byTitle = new Map<string, ReferenceEntry[]>()
  const found: Duplicate[] = []
  for (const entry of entries) {
    let twin: Duplicate | undefined
    for (const mention of entry.identifiers) {
      if (!IDENTIFYING.has(mention.kind) || mention.value === undefined) continue
      const name = `${mention.kind}:${mention.value}`
      const first = byIdentifier.get(name)
      if (!first) byIdentifier.set(name, entry)
      else if (first !== entry) twin ??= { entry, first, mention }
    }
    const title = titleKey(entry)
    if (title !== undefined) {
      const others = byTitle.get(title) ?? []
      const first = others.find((other) => isSameWork(other, entry, idMap))
      if (first) twin ??= { entry, first, mention: undefined }
      byTitle.set(title, [...others, entry])
    }
    if (twin && !entry.optional) found.push(twin)
  }
  return found
}

/** Shorter titles ("Diabetes in children") are shared by several works. */
const FEWEST_WORDS = 5

/** Words of the title of a formal entry, in lower case and without marks. */
function titleKey({ csl }: ReferenceEntry): string | undefined {
  if (csl.type === 'webpage' || csl.type === 'document' || csl.title === undefined) return undefined
  const words = foldName(csl.title).match(/[\p{L}\p{N}]+/gu) ?? []
  return words.length >= FEWEST_WORDS ? words.join(' ') : undefined
}

function isSameWork(a: ReferenceEntry, b: ReferenceEntry, idMap: Readonly<Record<string, string>> | undefined): boolean {
  if (sameWork(a.ids, b.ids, idMap) === false) return false
  const [left, right] = [firstAuthor(a), firstAuthor(b)]
  if (left !== undefined && right !== undefined && left !== right) return false
  return (
    agree(yearOf(a), yearOf(b)) &&
    sameJournal(a, b) &&
    !(differ(a.csl.volume, b.csl.volume) && differ(a.csl.page, b.csl.page)) &&
    !differ(a.csl.edition, b.csl.edition)
  )
}

function firstAuthor({ csl }: ReferenceEntry): string | undefined {
  const author = csl.author?.[0]
  return author && foldName('family' in author ? author.family : author.literal)
}

function yearOf({ csl }: ReferenceEntry): number | undefined {
  return csl.issued?.['date-parts'][0]?.[0]
}

/** A preprint and the article that came of it are two works. */
function sameJournal({ csl: a }: ReferenceEntry, { csl: b }: ReferenceEntry): boolean {
  const [left, right] = [a['container-title'], b['container-title']]
  if (left === undefined || right === undefined) return true
  return journalKey(left)[0] === journalKey(right)[0]
}

function agree(a: number | undefined, b: number | undefined): boolean {
  return a === undefined || b === undefined || a === b
}

function differ(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && a !== b
}
