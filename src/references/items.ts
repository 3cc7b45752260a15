/** Entries as items for other programs: CSL-JSON with keys that are stable and unique. */
import { fullRange } from '../post/references/format/pages.ts'
import { type Work, workOf } from '../post/references/format/work.ts'
import { MONTHS } from '../post/references/parse-entry.ts'
import { foldName } from '../post/references/resolve.ts'
import type { CslItem, CslName, ReferenceEntry } from '../post/types.ts'

/** CSL-JSON as other programs read it. */
export interface ExportItem extends CslItem {
  id: string
}

export interface Exported {
  item: ExportItem
  work: Work
  entry: ReferenceEntry
}

/** An item for every entry that has a title or an address; equal works (by identifier, else by author, year and title) once. */
export function exportItems(entries: readonly ReferenceEntry[]): { items: Exported[]; skipped: ReferenceEntry[] } {
  const items: Exported[] = []
  const skipped: ReferenceEntry[] = []
  const seen = new Set<string>()
  const keys = new Set<string>()
  for (const entry of entries) {
    const work = workOf(entry.text, entry.parsed)
    const bare = bareItem(entry, work)
    if (bare.title === undefined && bare.URL === undefined && bare.DOI === undefined) {
      skipped.push(entry)
      continue
    }
    const signs = signsOf(bare)
    const isKnown = signs.some((sign) => seen.has(sign))
    for (const sign of signs) seen.add(sign)
    if (isKnown) continue
    items.push({ item: { id: uniqueKey(keyOf(bare), keys), ...bare }, work, entry })
  }
  return { items, skipped }
}

function bareItem(entry: ReferenceEntry, work: Work): CslItem {
  const { csl } = entry
  const { title, container, doi, pages } = work
  const item: CslItem = { ...csl }
  if (csl.title !== undefined) item.title = title ?? csl.title
  if (csl['container-title'] !== undefined) item['container-title'] = container ?? csl['container-title']
  if (csl.author) item.author = namesOf(csl, work)
  if (doi !== undefined) item.DOI = doi
  if (csl.page !== undefined && pages !== undefined) item.page = fullRange(pages, '-')
  if (item.URL !== undefined && item.DOI !== undefined && /^(?:https?:\/\/)?(?:dx\.|www\.)?doi\.org\//i.test(item.URL))
    delete item.URL
  const date = dateOf(work)
  if (csl.issued && date) item.issued = { 'date-parts': [date] }
  return item
}

/** Names with initials apart, as other programs keep them. */
function namesOf(csl: CslItem, work: Work): CslName[] {
  const shown = work.authors.length > 0 ? work.authors : (csl.author ?? [])
  return shown.map((name) => ('literal' in name || name.given === undefined ? name : { ...name, given: spaced(name.given) }))
}

function spaced(given: string): string {
  if (!/^[\p{Lu}\p{M}. \u2010\u2011-]+$/u.test(given) && !/^(?:\p{Lu}\p{Ll}?[. -]*)+$/u.test(given)) return given
  return [...given.matchAll(/([-\u2010\u2011]?)(\p{Lu}\p{Ll}*)/gu)]
    .map(([, hyphen, letters]) => `${hyphen ? '-' : ' '}${letters}.`)
    .join('')
    .trim()
}

function dateOf({ year, monthAndDay }: Work): number[] | undefined {
  if (year === undefined) return undefined
  const [month = '', day = ''] = monthAndDay.split(/[\s-]/)
  const number = MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1
  if (number === 0) return [year]
  return /^\d{1,2}$/.test(day) ? [year, number, Number(day)] : [year, number]
}

function signsOf({ DOI, PMID, PMCID, URL, title, author, issued }: CslItem): string[] {
  const ids = [DOI && `doi:${DOI.toLowerCase()}`, PMID && `pmid:${PMID}`, PMCID && `pmcid:${PMCID}`].filter(
    (sign): sign is string => Boolean(sign),
  )
  if (ids.length > 0) return ids
  if (title === undefined) return URL ? [`url:${URL}`] : []
  const [first] = author ?? []
  const name = first ? ('family' in first ? first.family : first.literal) : ''
  return [`work:${foldName(`${name}|${issued?.['date-parts'][0]?.[0] ?? ''}|${title}`).replace(/[^\p{L}\p{N}|]+/gu, '')}`]
}

const SKIPPED_WORDS = new Set('a an the on of in for and or to with from by at is are do does what how why'.split(' '))

/** `smith2019statins`: first author, year, first telling word of the title, in plain letters. */
function keyOf({ author, issued, title, URL }: CslItem): string {
  const [first] = author ?? []
  const name = first ? ('family' in first ? first.family : (first.literal.split(/\s/)[0] ?? '')) : ''
  const words = foldName(title ?? '').split(/[^\p{L}\p{N}]+/u)
  const word = words.find((each) => each !== '' && !SKIPPED_WORDS.has(each)) ?? ''
  const year = issued?.['date-parts'][0]?.[0] ?? ''
  const host = title === undefined && !first ? (URL?.replace(/^\w+:\/\/(?:www\.)?/, '').split(/[/.]/)[0] ?? '') : ''
  const key = [name, year, word, host].map((part) => foldName(String(part)).replace(/[^a-z0-9]+/g, '')).join('')
  return /^[a-z]/.test(key) ? key : `ref${key}`
}

function uniqueKey(key: string, keys: Set<string>): string {
  let unique = key
  for (let count = 2; keys.has(unique); count++) unique = `${key}-${count}`
  keys.add(unique)
  return unique
}
