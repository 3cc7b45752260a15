/**
 * One entry of a reference list to CSL-JSON: a strict grammar for APA, AMA, NLM/Vancouver and Nature, and a lenient one for
 * linked titles and web sources. It reads what is there and says where it stopped; it never guesses a missing part.
 */
import type { CslItem } from '../types.ts'
import { type AuthorList, parseAuthors } from './authors.ts'
import { parseBook } from './book-part.ts'
import { type Extras, stripExtras } from './extras.ts'
import { fold } from './fold.ts'
import { dateAtEnd, partAfterYear, partAtEnd, type SourcePart, type Span, undatedPart, vancouverPart } from './source-part.ts'
import { setSpan } from './spans.ts'
import { styleOf } from './style.ts'
import { splitTitle } from './title-split.ts'
import { readPreprint, readSite } from './web-part.ts'

export interface EntryLink {
  textStart: number
  textEnd: number
  url: string
}

export type EntryStyle = 'apa' | 'ama' | 'nlm' | 'nature' | 'web' | 'unknown'

export interface ParsedEntry {
  csl: CslItem
  /** Form of the author list, and how it is cut short. */
  authors: Pick<AuthorList, 'form' | 'etAl' | 'gap'> | undefined
  /** Text ranges (offsets into the entry's text) of the fields found, by CSL name. */
  fields: Record<string, { textStart: number; textEnd: number }>
  confidence: number
  style: EntryStyle
  stoppedAt: { textOffset: number; expected: string } | undefined
}

/** What the parts of the grammar fill in; offsets into the folded text. */
export interface Draft {
  text: string
  /** End of the bibliographic core. */
  end: number
  extras: Extras
  authors: AuthorList | undefined
  part: SourcePart | undefined
  /** Year that stands behind the authors. */
  leadYear: Span | undefined
  spans: Record<string, Span>
  type: CslItem['type']
}

/** Longer entries are prose; reading them would only invent fields. */
const MAX_LENGTH = 1500

export function parseEntry(original: string, links: readonly EntryLink[] = []): ParsedEntry {
  const folded = fold(original)
  const text = folded.text
  const draft: Draft = {
    text,
    end: text.length,
    extras: { end: text.length, accessed: false, internet: false, preprint: false, online: false, onlineYear: undefined },
    authors: undefined,
    part: undefined,
    leadYear: undefined,
    spans: {},
    type: 'document',
  }
  const titled = links.filter((link) => isTitleLink(text, link))
  if (text.length <= MAX_LENGTH) read(draft, titled)
  const linked = links.some(({ url }) => /^(?:https?:)?\/\//i.test(url)) || /https?:\/\/|\bwww\./i.test(text)
  if (!isFormal(draft)) readInformal(draft, titled, linked)
  else if (
    linked &&
    (draft.type === 'document' || (draft.extras.accessed && draft.type === 'article-journal' && !draft.part?.volume))
  )
    draft.type = 'webpage'
  return finish(draft, folded.originalOf)
}

const LEAD_YEAR =
  /[.,]?\s*\(((?:1[89]|20)\d{2})[a-z]?(?:,? [^()]{0,30})?\)[.,:]?\s*|[.,]?\s*\((?:n\.d\.|in press|forthcoming)\)[.,:]?\s*/y
const PLAIN_LEAD_YEAR = /(?:[.,]\s*|(?<=\.)\s+)((?:1[89]|20)\d{2})[a-z]?[.,:]\s+(?=["\p{Lu}])/uy

function read(draft: Draft, titled: readonly EntryLink[]): void {
  const { text } = draft
  draft.extras = stripExtras(text)
  draft.end = draft.extras.end
  draft.authors = parseAuthors(text.slice(0, draft.end))
  let from = draft.authors ? draft.authors.end : 0
  if (draft.authors) from = readLeadYear(draft, from)
  else from = readTitleFirst(draft)
  while (from < draft.end && /[\s.:;,]/.test(text[from]!)) from++
  if (readPreprint(draft, from) || readSite(draft, from)) return
  const vancouver = vancouverPart(text, from, draft.end)
  const core = text.slice(0, draft.end)
  // Cochrane reviews have an issue and no volume.
  const readable = vancouver?.volume || vancouver?.issue || vancouver?.page || vancouver?.stoppedAt
  draft.part = readable ? vancouver : draft.leadYear ? partAfterYear(core, from) : partAtEnd(core, from)
  if (!draft.part?.volume && !draft.part?.issue && parseBook(draft, from, titled)) return
  draft.part ??= draft.leadYear ? undefined : (undatedPart(core, from) ?? dateOf(draft, core, from))
  readTitle(draft, from, titled)
}

/** The date at the end; not the year of `ICLR 2017. Published online November 4, 2016`, which belongs to a name. */
function dateOf({ extras }: Draft, core: string, from: number): SourcePart | undefined {
  const date = dateAtEnd(core, from)
  return date?.form === 'year' && extras.onlineYear && core[date.start] === ' ' ? undefined : date
}

function readLeadYear(draft: Draft, from: number): number {
  for (const pattern of [LEAD_YEAR, PLAIN_LEAD_YEAR]) {
    pattern.lastIndex = from
    const match = pattern.exec(draft.text)
    if (!match || from + match[0].length > draft.end + 1) continue
    const value = match[1]
    if (value !== undefined) {
      const start = from + match[0].indexOf(value)
      draft.leadYear = { start, end: start + value.length, value }
    } else {
      // `(n.d.)`: a place without a value.
      const open = from + match[0].indexOf('(') + 1
      draft.leadYear = { start: open, end: from + match[0].indexOf(')'), value: '' }
    }
    return from + match[0].length
  }
  return from
}

const TITLE_FIRST = /^(?<title>[^()]{3,250}[.?!]) (?=\((?:(?:1[89]|20)\d{2}|n\.d\.)[^()]{0,30}\)\. )/d

/** `Title. (2019). Journal, ...`: APA for a work without an author. Answers where the rest starts. */
function readTitleFirst(draft: Draft): number {
  const match = TITLE_FIRST.exec(draft.text.slice(0, draft.end))
  if (!match) return 0
  const title = match.groups!['title']!
  const from = readLeadYear(draft, match[0].length)
  // Names the grammar could not read are no title.
  if (!/, \p{Lu}\./u.test(title)) setSpan(draft, 'title', 0, title.length)
  return from
}

const QUOTED_TITLE = /"([^"]{5,400})[,.]?"(?!:)[,.]?\s*(?:[Ii]n:?\s)?/y

function readTitle(draft: Draft, from: number, titled: readonly EntryLink[]): void {
  const { text } = draft
  const to = draft.part ? draft.part.start : draft.end
  if (from >= to) return
  if (draft.spans['title']) {
    setSpan(draft, 'container-title', from, to)
    if (draft.part?.volume || draft.part?.page) draft.type = 'article-journal'
    return
  }
  QUOTED_TITLE.lastIndex = from
  const quoted = QUOTED_TITLE.exec(text)
  const linkedTitle = titled.find((link) => link.textStart - from >= 0 && link.textStart - from <= 2 && link.textEnd <= to)
  if (linkedTitle) {
    setSpan(draft, 'title', linkedTitle.textStart, linkedTitle.textEnd)
    setSpan(draft, 'container-title', linkedTitle.textEnd, to)
  } else if (quoted && from + quoted[0].length < to) {
    setSpan(draft, 'title', from + 1, from + 1 + quoted[1]!.length)
    setSpan(draft, 'container-title', from + quoted[0].length, to)
  } else {
    const split = splitTitle(text, from, to)
    if (split) {
      setSpan(draft, 'title', from, split.titleEnd)
      setSpan(draft, 'container-title', split.containerStart, to)
    } else if (draft.part?.volume && isShort(text.slice(from, to))) {
      setSpan(draft, 'container-title', from, to)
      // `Title. (2019). Journal, 4(2), 11.`: what stands where an author would is the title.
      if (draft.leadYear && draft.authors?.form === 'group') {
        setSpan(draft, 'title', 0, draft.authors.end)
        draft.authors = undefined
      }
    } else setSpan(draft, 'title', from, to)
  }
  if (
    draft.part?.volume ||
    draft.part?.issue ||
    (draft.spans['container-title'] && (isPersons(draft.authors) || draft.extras.preprint))
  )
    draft.type = 'article-journal'
}

function isPersons(authors: AuthorList | undefined): boolean {
  return authors !== undefined && authors.form !== 'group'
}

function isShort(text: string): boolean {
  return text.trim().split(/\s+/).length <= 5
}

/** Types that only a recogniser of their own gives. */
const READ_AS: ReadonlySet<CslItem['type']> = new Set(['article', 'webpage', 'book', 'chapter', 'report'])

/** Read as a whole by the strict grammar: a source part with a volume, a book, or persons with title and container. */
function isFormal(draft: Draft): boolean {
  if (READ_AS.has(draft.type)) return true
  if (draft.part?.volume || draft.part?.stoppedAt)
    return draft.authors !== undefined || draft.spans['container-title'] !== undefined
  if (!isPersons(draft.authors)) return false
  return draft.spans['title'] !== undefined && (draft.leadYear !== undefined || draft.spans['container-title'] !== undefined)
}

const LABEL_ONLY =
  /^[\s[\]()]*(?:pubmed|source|link|full[ -]?text|doi|pdf|pmc|crossref|abstract|article|here|website|view|read more|free full text|study|available here|url|online|\d+|↩.?|↵)[\s[\]().:]*$/i

function isTitleLink(text: string, { textStart, textEnd }: EntryLink): boolean {
  const label = text.slice(textStart, textEnd)
  return textEnd > textStart && !LABEL_ONLY.test(label) && !/^(?:https?:\/\/|www\.|10\.\d{4})/i.test(label)
}

const ADDRESS_ONLY = /^(?:https?:\/\/|www\.)\S+$/i

function readInformal(draft: Draft, titled: readonly EntryLink[], linked: boolean): void {
  const { part } = draft
  draft.spans = {}
  draft.type = linked ? 'webpage' : isPersons(draft.authors) ? 'article-journal' : 'document'
  const [main] = [...titled].sort((a, b) => b.textEnd - b.textStart - (a.textEnd - a.textStart))
  if (main) setSpan(draft, 'title', main.textStart, main.textEnd)
  else {
    const behind = draft.leadYear ? draft.text.indexOf(')', draft.leadYear.end) + 1 : 0
    const from = draft.authors && draft.authors.end < draft.end ? Math.max(draft.authors.end, behind) : 0
    if (from === 0) draft.authors = undefined
    setSpan(draft, 'title', from, part && part.start > from ? part.start : draft.end)
  }
  const title = draft.spans['title']
  if (title && ADDRESS_ONLY.test(title.value)) draft.spans = {}
  if (draft.authors && title && draft.authors.end > title.start) draft.authors = undefined
}

function finish(draft: Draft, originalOf: (offset: number) => number): ParsedEntry {
  const { part, leadYear, authors, spans, type } = draft
  const csl: CslItem = { type }
  if (authors) csl.author = authors.names
  const year = leadYear ?? part?.year ?? spans['issued'] ?? draft.extras.onlineYear
  const all: Record<string, Span | undefined> = {
    ...spans,
    volume: part?.volume,
    issue: part?.issue,
    page: part?.page ?? spans['page'],
    issued: year,
  }
  if (authors) all['author'] = { start: 0, end: authors.end, value: draft.text.slice(0, authors.end) }
  if (year && /^\d{4}/.test(year.value)) csl.issued = { 'date-parts': [dateParts(year.value, part)] }
  for (const name of [
    'title',
    'container-title',
    'volume',
    'issue',
    'page',
    'publisher',
    'publisher-place',
    'edition',
  ] as const) {
    const span = all[name]
    if (span) csl[name] = span.value
  }
  if (csl.page !== undefined && /^(?:Article\b|e?CD\d|e\d+$)/i.test(csl.page))
    csl.number = csl.page.replace(/^Article (?:(?:ID|No\.?|number) )?/i, '')
  const fields: ParsedEntry['fields'] = {}
  for (const [name, span] of Object.entries(all)) {
    if (span && span.end > span.start) fields[name] = { textStart: originalOf(span.start), textEnd: originalOf(span.end - 1) + 1 }
  }
  const stop = part?.stoppedAt
  const style = styleOf(draft)
  return {
    csl,
    authors: authors && { form: authors.form, etAl: authors.etAl, gap: authors.gap ?? false },
    fields,
    style,
    confidence: confidenceOf(draft, style),
    stoppedAt: stop ? { textOffset: originalOf(stop.offset), expected: stop.expected } : undefined,
  }
}

export const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

function dateParts(year: string, part: SourcePart | undefined): number[] {
  const parts = [Number(year.slice(0, 4))]
  const month = part?.month ? MONTHS.indexOf(part.month.value.slice(0, 3).toLowerCase()) : -1
  if (month < 0) return parts
  parts.push(month + 1)
  if (part?.day) parts.push(Number(part.day.value))
  return parts
}

/**
 * The gate of a safe rewrite: strict author form, a title of at least three words, container, year, volume and pages, by a known
 * pattern (measured 85 to 95 % whole-reference correct). Lower steps say how much of that was found.
 */
function confidenceOf({ authors, part, spans, leadYear, type, extras }: Draft, style: EntryStyle): number {
  if (style === 'web') return spans['title'] ? 0.5 : 0.2
  const strict = isPersons(authors) && authors?.form !== 'full'
  const titled = (spans['title']?.value.split(/\s+/).length ?? 0) >= 3
  const year = part?.year ?? leadYear ?? spans['issued'] ?? extras.onlineYear
  if (part?.stoppedAt) return 0.3
  if (type === 'article-journal' && strict && titled && spans['container-title'] && year && part?.volume && part.page) return 0.9
  if (strict && titled && spans['container-title'] && year) return 0.7
  if (strict && titled && year) return 0.6
  return authors && titled && year ? 0.5 : 0.3
}
