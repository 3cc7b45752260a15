/**
 * Which entries may be rewritten without a look: all parts read by the grammar, the journal known, and the tagger, which was learned
 * and not written, reads the same. Each of the three alone lets through entries that were cut in the wrong place.
 */
import type { ReferenceEntry, Resources } from '../types.ts'
import { stripExtras } from './extras.ts'
import { fold } from './fold.ts'
import { isJournal } from './journals.ts'
import { type Label, type Tagger, taggerOf, tagReference } from './tagger.ts'

/** Confidence of the grammar when it read strict names, title, journal, year, volume and pages by a known pattern. */
const ALL_PARTS_READ = 0.9

export type Readable = Pick<ReferenceEntry, 'text' | 'csl' | 'confidence'>

/** False too where the host brings no journals or no tagger. */
export function isCertain(entry: Readable, resources: Resources, tagger?: Tagger): boolean {
  if (!isWhole(entry, resources)) return false
  const reader = tagger ?? taggerOf(resources)
  return reader !== undefined && disagreements(entry, reader).length === 0
}

/** What the grammar alone can say. */
export function isWhole({ csl, confidence }: Readable, resources: Resources): boolean {
  return confidence >= ALL_PARTS_READ && isJournal(csl['container-title'] ?? '', resources)
}

const COMPARED = ['title', 'container-title', 'volume', 'issue', 'page'] as const

/** Fields that the tagger reads otherwise than the grammar, by CSL name; `note` for words behind the last field. */
export function disagreements({ text, csl }: Readable, tagger: Tagger): string[] {
  const folded = fold(text).text
  const read = new Map<Label, string>()
  let last = 0
  for (const { label, start, end } of tagReference(folded, tagger)) {
    read.set(label, `${read.get(label) ?? ''} ${folded.slice(start, end)}`)
    if (label !== 'note') last = end
  }
  const found: string[] = COMPARED.filter((field) => bare(read.get(field)) !== bare(csl[field]))
  const year = csl.issued?.['date-parts'][0]?.[0]
  if (year !== undefined && !read.get('issued')?.includes(String(year))) found.push('issued')
  // A rewrite from the fields would lose a remark of the writer.
  if (bare(folded.slice(last, stripExtras(folded).end)) !== '') found.push('note')
  const authors = bare(read.get('author'))
  let at = 0
  for (const name of csl.author ?? []) {
    const family = bare('family' in name ? name.family : name.literal)
    const next = authors.indexOf(family, at)
    if (next < 0) return [...found, 'author']
    at = next + family.length
  }
  return found
}

/** Letters and digits, without the words that name a field. */
function bare(value: string | undefined): string {
  return (value ?? '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/^\s*(?:article(?: (?:id|no|number))?|pages?|pp?|vol(?:ume)?|no|issue)(?:\b|(?=\d))/, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')
}
