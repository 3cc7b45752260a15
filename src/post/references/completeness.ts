/** Which parts a reader needs are missing from an entry, by its type. */
import type { ReferenceEntry } from '../types.ts'

export type EntryType = 'article' | 'book' | 'web'
export type PartNames = Partial<Record<EntryType, readonly string[]>>

/** RULES.md 3.4; NLM asks for the same core. */
export const PARTS: Record<EntryType, string[]> = {
  article: ['author', 'title', 'journal', 'year', 'locator'],
  web: ['author or site', 'title', 'URL', 'access date'],
  book: ['author', 'title', 'publisher', 'year'],
}

const WORDING: Record<string, string> = {
  author: 'the author',
  title: 'the title',
  journal: 'the journal',
  year: 'the year',
  locator: 'the pages or an article number',
  publisher: 'the publisher',
  'author or site': 'the author or site',
  URL: 'the address',
  'access date': 'the access date',
}

/** Works that carry a journal-like line but have no volume or pages: talks, theses, reports, labels. */
const OTHER_WORK =
  /\b(?:lecture|presented|presentation|conference|congress|proceedings|symposium|meeting|thesis|dissertation|poster|webinar|podcast|video|patent|label|prescribing|unpublished|personal communication|blog|news|newspaper|magazine|guidelines?|report|statement|factsheet|fact sheet|handbook|textbook|chapter|ed\.|eds\.|edition|emedicine|uptodate|statpearls|medscape|website|press)\b|\bNo\. \d|\bCent(?:er|re)s? for\b|\bDepartment of\b/i
const NOT_YET_PAGED =
  /\b(?:ahead of print|published online|advance online|online first|in press|early (?:view|online)|article in press|epub|preprint|forthcoming|accepted)\b|\b(?:bio|med)Rxiv\b|\barXiv\b/i

/** `9th ed`: a book, whatever the rest looks like. */
const EDITION = /\b\d{1,2}(?:st|nd|rd|th) ed(?:ition|n)?\b/i
const READ_AS_ARTICLE = 0.9
/** A year and a number inside the title: the grammar took the source part for words. */
const SWALLOWED_SOURCE = /\b(?:1[89]|20)\d{2}\b[^.]{0,12}[:;,]\s?\d/
/** `Title. Greenland S. Journal ...`: the authors stand behind the title. */
const LATER_AUTHOR = /(?<=[.?!"]\s{1,2})\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)? \p{Lu}{1,3}(?=[.,;]|\s(?:and|&)\s)/u

export interface Incomplete {
  type: EntryType
  /** In words, for the message. */
  missing: string[]
  /** Only volume or pages are missing, and an identifier leads to the work all the same. */
  minor: boolean
}

/** `undefined` when nothing is missing or the entry cannot be judged. */
export function missingParts(entry: ReferenceEntry, wanted: PartNames, accessDates: boolean): Incomplete | undefined {
  const type = entryType(entry)
  if (!type) return undefined
  const parts = wanted[type] ?? PARTS[type]
  const missing = parts.filter((part) => isMissing(entry, type, part, accessDates))
  if (missing.length === 0) return undefined
  const minor = missing.length === 1 && missing[0] === 'locator' && hasIdentifier(entry)
  return { type, missing: missing.flatMap((part) => wordsFor(part, entry)), minor }
}

function wordsFor(part: string, { csl }: ReferenceEntry): string[] {
  return part === 'locator' && csl.volume === undefined ? ['the volume', 'the pages'] : [WORDING[part] ?? part]
}

/** `undefined` when the entry cannot be judged. */
export function entryType(entry: ReferenceEntry): EntryType | undefined {
  const { csl, text, fields } = entry
  if (!isLatin(text)) return undefined
  if (csl.type === 'webpage') return 'web'
  if (csl.type === 'book') return entry.confidence >= 0.5 ? 'book' : undefined
  if (csl.type !== 'article-journal') return undefined
  if (SWALLOWED_SOURCE.test(csl.title ?? '')) return undefined
  if (EDITION.test(text) && entry.confidence < READ_AS_ARTICLE) return undefined
  // A linked title takes the reader to the work: an informal entry, not a broken article.
  if (titleIsLinked(entry)) return undefined
  const persons = csl.author?.some((author) => 'family' in author) === true
  if (csl.volume === undefined && (!persons || OTHER_WORK.test(text) || fields['title'] === undefined)) return undefined
  // A page on the web in the shape of an article.
  if (csl.volume === undefined && entry.links.length > 0 && !hasIdentifier(entry)) return undefined
  return text.length <= 800 ? 'article' : undefined
}

/** Latin letters, combining marks, punctuation. */
const LATIN_ONLY = /^[\u0000-\u036f\u1e00-\u1eff\u2000-\u206f]*$/

/** The grammar reads names and journals in Latin letters only. */
function isLatin(text: string): boolean {
  if (LATIN_ONLY.test(text)) return true
  const letters = text.replace(/https?:\/\/\S+/g, '').match(/\p{L}/gu) ?? []
  return letters.filter((letter) => !/\p{Script=Latin}/u.test(letter)).length * 3 <= letters.length
}

function titleIsLinked({ fields, links }: ReferenceEntry): boolean {
  const title = fields['title']
  return title !== undefined && links.some(({ start, end }) => start <= title.start && end >= title.end)
}

function isMissing(entry: ReferenceEntry, type: EntryType, part: string, accessDates: boolean): boolean {
  const { csl, text, ids } = entry
  switch (part) {
    case 'author':
      return type === 'article' && csl.author === undefined && !hasIdentifier(entry) && !LATER_AUTHOR.test(text)
    case 'title':
      return type === 'web' ? isBareAddress(entry) : csl.title === undefined
    case 'author or site':
      return isBareAddress(entry)
    case 'journal':
      return csl['container-title'] === undefined && csl.title !== undefined && !endsWithName(csl.title)
    case 'year':
      return csl.issued === undefined && !/\b(?:1[89]|20)\d{2}\b|\bn\.d\.|in press|forthcoming/i.test(text)
    case 'locator':
      return csl.page === undefined && csl.number === undefined && !entry.stoppedAt && !NOT_YET_PAGED.test(text)
    case 'publisher':
      return csl.publisher === undefined && !hasIdentifier(entry) && ids.url === undefined
    case 'access date':
      return accessDates && !hasAccessDate(entry) && !hasIdentifier(entry)
    default:
      return false
  }
}

/** `... in the Netherlands BMJ`: the journal may hang on the title for want of a point. */
function endsWithName(title: string): boolean {
  return /(?:^|\s)\p{Lu}[\p{L}.]*$/u.test(title)
}

export function isBareAddress({ text, links }: ReferenceEntry): boolean {
  const words = text.replace(/https?:\/\/\S+|\bwww\.\S+|\bdoi:?\s?10\.\S+/gi, '').replace(/[\s.,;:()[\]<>-]/g, '')
  return words === '' && (text !== '' || links.length > 0)
}

export function hasIdentifier({ ids }: ReferenceEntry): boolean {
  return (
    ids.doi !== undefined || ids.pmid !== undefined || ids.pmcid !== undefined || ids.nct !== undefined || ids.isbn !== undefined
  )
}

const ACCESSED = /\b(?:accessed|retrieved|cited|viewed|last visited|abgerufen)\b/i

export function hasAccessDate({ text }: ReferenceEntry): boolean {
  return ACCESSED.test(text) && /\b(?:19|20)\d{2}\b/.test(text)
}
