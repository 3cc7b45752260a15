/**
 * A work as an entry shows it: every field in the characters of the entry, nothing added. What the formatters print and what
 * the exports hold.
 */
import type { CslName } from '../../types.ts'
import { fold } from '../fold.ts'
import { type FoundIdentifier, findIdentifiers } from '../identifiers.ts'
import { MONTHS, type ParsedEntry } from '../parse-entry.ts'

export interface Work {
  authors: CslName[]
  /** Authors the entry itself leaves out: behind the last name shown, or before it (APA's ellipsis). */
  cut: 'no' | 'et-al' | 'gap'
  title: string | undefined
  container: string | undefined
  year: number | undefined
  /** The `a` of `2019a`. */
  letter: string
  /** `Nov 7`, months as NLM shortens them; empty when the entry has the year only. */
  monthAndDay: string
  volume: string | undefined
  issue: string | undefined
  /** Number of a supplement; empty when it has none, `undefined` when there is no supplement. */
  supplement: string | undefined
  /** Page range, first page or article number, without `pp.` and `Article`. */
  pages: string | undefined
  /** The entry calls it an article number: `Article 15054`. */
  numbered: boolean
  doi: string | undefined
  pmid: string | undefined
  pmcid: string | undefined
  url: string | undefined
  /** `2008 Nov 7`: day of publication ahead of the issue. */
  epub: string | undefined
}

const ARTICLE_LABEL = /^(?:Article(?: (?:ID|No\.?|number))?|ID) /i
const RESOLVER = /^(?:https?:\/\/)?(?:dx\.|www\.)?doi\.org\//i

/** The DOI in the letters of the entry: without a resolver, invisible characters taken out. */
export function writtenDoi({ raw }: Pick<FoundIdentifier, 'raw'>): string {
  return raw
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff\ufffc]/g, '')
    .replace(RESOLVER, '')
    .replace(/[\u2010-\u2014]/g, '-')
}

export function workOf(text: string, parsed: ParsedEntry): Work {
  const { csl, fields, authors } = parsed
  const shown = (name: string) => {
    const field = fields[name]
    return field && text.slice(field.textStart, field.textEnd).replace(/\s+/g, ' ')
  }
  const identifiers = findIdentifiers(text)
  const first = (kind: FoundIdentifier['kind']) => identifiers.find((each) => each.kind === kind && each.value !== undefined)
  const doi = first('doi')
  const volume = splitSupplement(shown('volume'))
  const issue = splitSupplement(shown('issue'))
  return {
    authors: asWritten(csl.author ?? [], text, parsed),
    cut: authors?.gap ? 'gap' : authors?.etAl ? 'et-al' : 'no',
    title: shown('title'),
    container: shown('container-title'),
    year: csl.issued?.['date-parts'][0]?.[0],
    letter: letterBehind(text, parsed),
    monthAndDay: monthAndDay(text, parsed),
    volume: volume.rest,
    issue: issue.rest,
    supplement: volume.supplement ?? issue.supplement ?? trailingSupplement(text, parsed),
    pages: shown('page')?.replace(ARTICLE_LABEL, ''),
    numbered: ARTICLE_LABEL.test(shown('page') ?? ''),
    doi: doi && writtenDoi(doi),
    pmid: first('pmid')?.value,
    pmcid: first('pmcid')?.value,
    url: identifiers.find(({ kind }) => kind === 'url')?.raw,
    epub: EPUB.exec(text)?.groups?.['date'],
  }
}

/** The grammar reads plain quotes and hyphens; names keep those of the entry. */
function asWritten(authors: readonly CslName[], text: string, { fields }: ParsedEntry): CslName[] {
  const end = fields['author']?.textEnd ?? 0
  const folded = fold(text.slice(0, end))
  let at = 0
  const restored = (value: string) => {
    const from = folded.text.indexOf(value, at)
    if (from < 0) return value
    at = from + value.length
    return text.slice(folded.originalOf(from), folded.originalOf(at - 1) + 1).replace(/\s+/g, ' ')
  }
  return authors.map((name) => {
    if ('literal' in name) return { literal: restored(name.literal) }
    // A name stands before or behind its initials, and the rest behind both.
    const start = at
    const family = restored(name.family)
    const afterFamily = at
    at = start
    const given = name.given === undefined ? undefined : restored(name.given)
    at = Math.max(at, afterFamily)
    return { ...name, family, ...(given === undefined ? {} : { given }) }
  })
}

export const EPUB = /\bEpub:? (?<date>(?:19|20)\d{2}(?: [A-Z][a-z]{2}\.?(?: \d{1,2})?)?)(?![\p{L}\p{N}])/u

const SUPPLEMENT = /(?:^|[ ,(])(?:suppl(?:ement)?)(?:[._ ]{1,2}(?<number>[A-Z]?\d{1,3}))?\.?\)?$/i

function splitSupplement(shown: string | undefined): { rest: string | undefined; supplement: string | undefined } {
  const match = shown === undefined ? null : SUPPLEMENT.exec(shown)
  if (!match) return { rest: shown, supplement: undefined }
  const rest = shown!.slice(0, match.index).replace(/[\s,(]+$/, '')
  return { rest: rest === '' ? undefined : rest, supplement: match.groups!['number'] ?? '' }
}

/** `46(1)(suppl 1)` and `46(1) Suppl 1`: the grammar reads over it. */
function trailingSupplement(text: string, { fields }: ParsedEntry): string | undefined {
  const from = (fields['issue'] ?? fields['volume'])?.textEnd
  const to = fields['page']?.textStart
  if (from === undefined || to === undefined || to < from || to - from > 40) return undefined
  const match = /suppl(?:ement)?(?:[._ ]{1,2}(?<number>[A-Z]?\d{1,3}))?/i.exec(text.slice(from, to))
  return match ? (match.groups!['number'] ?? '') : undefined
}

function letterBehind(text: string, { fields }: ParsedEntry): string {
  const at = fields['issued']?.textEnd
  return at === undefined ? '' : (/^[a-z](?![\p{L}\p{N}])/u.exec(text.slice(at, at + 2))?.[0] ?? '')
}

const MONTH_NAME = /\p{Lu}\p{Ll}{2,8}\.?/gu

/** `Nov 7`; also `Jan-Feb` and seasons, which stand behind the year and are no single month. */
function monthAndDay(text: string, { csl, fields }: ParsedEntry): string {
  const [, month, day] = csl.issued?.['date-parts'][0] ?? []
  const at = fields['issued']?.textEnd
  const behind = at === undefined ? null : BEHIND_YEAR.exec(text.slice(at, at + 40))
  if (behind) return behind.groups!['date']!.replace(MONTH_NAME, shortMonth)
  const from = fields['issued']?.textStart ?? 0
  const before = BEFORE_YEAR.exec(text.slice(Math.max(0, from - 40), from))
  if (before) return [shortMonth(before.groups!['month']!), before.groups!['day']].filter(Boolean).join(' ')
  if (month === undefined) return ''
  const name = MONTHS[month - 1]!
  return [name[0]!.toUpperCase() + name.slice(1), day].filter((part) => part !== undefined).join(' ')
}

/** The volume or the end of the entry follows. */
const BEHIND_YEAR =
  /^[a-z]?,? (?<date>\p{Lu}\p{Ll}{2,8}\.?(?:[-/ \u2013]\p{Lu}\p{Ll}{2,8}\.?)?(?: \d{1,2}(?:[-\u2013]\d{1,2})?)?)(?: ?;|\.|$)/u

/** `Published online May 1, 2026`. */
const BEFORE_YEAR = /\bonline (?<month>\p{Lu}\p{Ll}{2,8})\.? (?:(?<day>\d{1,2}), ?)?$/u

function shortMonth(name: string): string {
  const short = name.slice(0, 3)
  return MONTHS.includes(short.toLowerCase()) ? short : name
}
