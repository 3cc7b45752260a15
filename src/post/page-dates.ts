/** The dates a page gives for itself, and the latest date its evidence carries. */
import { compareDates, type DateReading, readDate } from './dates.ts'
import { findEntries, isPlaceholder, isTemplate } from './frontmatter-keys.ts'
import type { CslItem, Frontmatter, FrontmatterEntry, Range, ReferenceEntry } from './types.ts'

export type DateGroup = 'published' | 'updated' | 'reviewed' | 'next'

export interface PageDate {
  group: DateGroup
  key: string
  /** The value without quotes. */
  range: Range
  written: string
  reading: DateReading
  iso: string | undefined
}

/** Words that a generator replaces by a date (Quarto). */
const GENERATED = new Set(['today', 'now', 'last-modified', 'auto'])

export function pageDates(text: string, frontmatter: Frontmatter, keys: Record<DateGroup, readonly string[]>): PageDate[] {
  const dates: PageDate[] = []
  const taken = new Set<string>()
  for (const group of ['next', 'reviewed', 'updated', 'published'] as const) {
    for (const entry of findEntries(frontmatter, keys[group]).flatMap((each) => itemsOf(frontmatter, each))) {
      if (taken.has(entry.path)) continue
      taken.add(entry.path)
      const date = dateOf(text, group, entry)
      if (date) dates.push(date)
    }
  }
  return dates
}

/** Some sites list every update. */
function itemsOf(frontmatter: Frontmatter, entry: FrontmatterEntry): FrontmatterEntry[] {
  if (!Array.isArray(entry.data)) return [entry]
  return entry.data.flatMap((_, index) => frontmatter.entries.get(`${entry.path}.${index}`) ?? [])
}

function dateOf(text: string, group: DateGroup, { path, data, value }: FrontmatterEntry): PageDate | undefined {
  if (typeof data !== 'string' && typeof data !== 'number') return undefined
  const written = String(data).trim()
  if (written === '' || isTemplate(written) || isPlaceholder(written) || GENERATED.has(written.toLowerCase())) return undefined
  const reading = readDate(written)
  const at = text.slice(value.start, value.end).indexOf(String(data))
  const range = at < 0 ? value : { start: value.start + at, end: value.start + at + String(data).length }
  return {
    group,
    key: path,
    range: typeof data === 'number' ? value : range,
    written,
    reading,
    iso: reading.kind === 'date' ? reading.iso : undefined,
  }
}

/** A date that could be read. */
export type ReadPageDate = PageDate & { iso: string }

export function latest(dates: readonly PageDate[], isWanted: (group: DateGroup) => boolean): ReadPageDate | undefined {
  let found: ReadPageDate | undefined
  for (const date of dates) {
    if (!isWanted(date.group) || date.iso === undefined) continue
    if (!found || compareDates(date.iso, found.iso) > 0) found = date as ReadPageDate
  }
  return found
}

/** A journal prints the year of the issue, which can follow the day it went online by some months. */
const ISSUE_LEAD_MONTH = 7
/** Below this the parts of a reference may be misread. */
const MINIMUM_CONFIDENCE = 0.5

const ACCESSED =
  /\b(?:accessed|retrieved|cited|viewed|last checked|access date)\b[ :]*(?:on )?((?:\d{4}[- ](?:\d{2}|\p{L}{3,9})\.?[- ]\d{1,2})|(?:\d{1,2}(?:st|nd|rd|th)? \p{L}{3,9}\.?,? \d{4})|(?:\p{L}{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}))/iu

/** Few entries say so, and the long pattern is slow. */
const MAYBE_ACCESSED = /access|retrieved|cited|viewed|checked/i

/** The day the author read a source, from its parsed entry or from the words that say so. */
function accessedOn({ csl, text }: ReferenceEntry): string | undefined {
  const parsed = isoOf(csl.accessed)
  if (parsed !== undefined) return parsed
  const written = MAYBE_ACCESSED.test(text) ? ACCESSED.exec(text)?.[1] : undefined
  const reading = written === undefined ? undefined : readDate(written)
  return reading?.kind === 'date' ? reading.iso : undefined
}

/** True when a reference was read or published after the page says it was last touched. `now` bounds what can be a year. */
export function isLater(entry: ReferenceEntry, pageDate: string, now: string): boolean {
  const { csl, confidence } = entry
  const accessed = accessedOn(entry)
  if (accessed !== undefined && isAfter(accessed, pageDate, now)) return true
  const issued = isoOf(csl.issued)
  if (issued === undefined || confidence < MINIMUM_CONFIDENCE || !isAfter(issued, pageDate, now)) return false
  const nextIssue =
    Number(issued.slice(0, 4)) === Number(pageDate.slice(0, 4)) + 1 && Number(pageDate.slice(5, 7) || '12') >= ISSUE_LEAD_MONTH
  return issued.length === 10 || !nextIssue
}

function isAfter(date: string, pageDate: string, now: string): boolean {
  return compareDates(date, pageDate) > 0 && Number(date.slice(0, 4)) <= Number(now.slice(0, 4)) + 1
}

function isoOf(date: CslItem['issued']): string | undefined {
  const parts = date?.['date-parts']?.[0]
  if (!parts || parts.length === 0 || parts.some((part) => !Number.isInteger(part))) return undefined
  return parts.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-')
}
