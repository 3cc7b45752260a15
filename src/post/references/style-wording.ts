/** What a deviation is called in a message, and the change that mends it where it is certain. */
import type { TextRange } from '../readability/quotations.ts'
import type { Post, ReferenceEntry } from '../types.ts'
import { rewrittenName } from './author-features.ts'
import type { HouseStyle } from './features.ts'
import type { Deviation } from './house-style.ts'
import { type Journal, journalOf, keptWords, meantJournal } from './journals.ts'

export interface Change extends TextRange {
  text: string
}

const PLACES: Record<string, string> = {
  authors: 'the year behind the authors',
  'authors (brackets)': 'the year in brackets behind the authors',
  source: 'the year behind the journal',
  'source (brackets)': 'the year in brackets behind the journal',
  end: 'the year at the end',
  'end (brackets)': 'the year in brackets at the end',
}

/** The form wanted, in words. */
export function wordingOf({ feature, wanted }: Deviation, post: Post, entry: ReferenceEntry, house: HouseStyle): string {
  switch (feature.parameter) {
    case 'year place':
      return PLACES[wanted] ?? 'the year elsewhere'
    case 'author form':
      return `names as "${wanted.replace('Family', 'Park').replace('A', 'S')}"`
    case 'initials':
      return `initials as "${wanted}"`
    case 'author separator':
      return `"${wanted}" between authors`
    case 'last author':
      return wanted === '' ? `no "${feature.value}" before the last author` : `"${wanted}" before the last author`
    case 'last author mark':
      return `"${wanted}" before the last author`
    case 'et al cut': {
      const [cut] = wanted.split(' ')
      return cut === '0' ? 'all authors by name' : `the first ${cut} authors, then "et al."`
    }
    case 'et al form':
      return `"${wanted}." behind the names`
    case 'author end':
      return `"${wanted}" behind the authors`
    case 'year end':
      return `"${wanted}" behind the year`
    case 'title quotes':
      return wanted === 'quoted' ? 'the title in quotation marks' : 'the title without quotation marks'
    case 'title case':
      return wanted === 'title' ? 'the title in title case' : 'the title in sentence case'
    case 'title end':
      return `"${wanted}" behind the title`
    case 'journal name':
    case 'journal form':
    case 'journal points': {
      const name = journalWanted(post, entry, { feature, wanted }, house)
      return name ? `the journal as "${name}"` : `the journal ${wanted === 'points' ? 'with' : 'without'} points`
    }
    case 'journal end':
      return `"${wanted}" behind the journal`
    case 'italics':
      return wanted === 'italic' ? 'the journal in italics' : 'the journal without italics'
    case 'date grain':
      return 'the year without a month'
    case 'volume mark':
      return `"${wanted}" before the volume`
    case 'issue mark':
      return `"${wanted}" before the issue`
    case 'pages mark':
      return `"${wanted}" before the pages`
    case 'dash':
      return wanted === 'en' ? 'an en dash between the pages' : 'a hyphen between the pages'
    case 'elision':
      return `pages as "${pagesAs(wanted, entry.text.slice(feature.textStart, feature.textEnd)) ?? wanted}"`
    case 'identifier mark':
      return `"${wanted}" before the identifier`
    case 'doi form':
      return wanted === 'url' ? 'the DOI as "https://doi.org/..."' : `the DOI as "${wanted}10...."`
    case 'pmid form':
    case 'pmcid form':
      return `"${wanted}" before the number`
    case 'final stop':
    case 'identifier stop':
      return wanted === '.' ? 'a point at the end' : 'no point at the end'
  }
}

/** The change of the entry's text, where the entry itself and the journal list say all that it takes. */
export function changeFor(deviation: Deviation, post: Post, entry: ReferenceEntry, house: HouseStyle): Change | undefined {
  const { feature, wanted } = deviation
  const { textStart, textEnd, parameter } = feature
  const to = (text: string | undefined): Change | undefined => (text === undefined ? undefined : { textStart, textEnd, text })
  const written = entry.text.slice(textStart, textEnd)
  switch (parameter) {
    case 'author form':
      return feature.value.startsWith('Family') ? to(rewrittenName(written, wanted, house.initials)) : undefined
    case 'initials':
      return to(rewrittenName(written, `FamilyA${wanted.includes('.') ? '.' : ''}`, wanted))
    case 'last author':
      return to(house['last author mark'] ?? (wanted === '' ? ', ' : ` ${wanted} `))
    case 'et al cut': {
      const end = feature.ends?.[Number(wanted.split(' ')[0]) - 1]
      return end === undefined ? undefined : { textStart: end, textEnd, text: house['et al form'] ?? ', et al' }
    }
    case 'journal name':
    case 'journal form':
    case 'journal points':
      return to(journalWanted(post, entry, deviation, house))
    case 'dash':
      return to(withDash(written, wanted))
    case 'elision':
      return to(withDash(pagesAs(wanted, written), house.dash))
    case 'doi form':
      return wanted === 'url' || feature.value === 'url' ? to(doiAs(wanted, written)) : to(wanted + bareDoi(written))
    case 'year place':
    case 'year end':
    case 'title quotes':
    case 'title case':
    case 'italics':
    case 'date grain':
      return undefined
    default:
      return to(wanted)
  }
}

function bareDoi(written: string): string {
  return written.slice(written.indexOf('10.'))
}

function doiAs(wanted: string, written: string): string {
  return (wanted === 'url' ? 'https://doi.org/' : wanted) + bareDoi(written)
}

function withDash(pages: string | undefined, dash: string | undefined): string | undefined {
  return dash === undefined ? pages : pages?.replace(/\s?[-\u2010-\u2015\u2212]+\s?/, dash === 'en' ? '–' : '-')
}

/** `1809-19` and `1809-1819`; letters in front of a number stay. */
function pagesAs(wanted: string, written: string): string | undefined {
  const range = /^(\p{L}*)(\d+)(\s?[-\u2010-\u2015\u2212]+\s?)(\p{L}*)(\d+)$/u.exec(written)
  if (!range) return undefined
  const [, lead = '', from = '', dash = '', letters = '', to = ''] = range
  if (wanted === 'full') return lead + from + dash + letters + from.slice(0, from.length - to.length) + to
  let shared = 0
  while (shared < to.length - 1 && from[shared] === to[shared]) shared++
  return lead + from + dash + to.slice(shared)
}

function journalWanted(post: Post, entry: ReferenceEntry, { feature, wanted }: Deviation, house: HouseStyle): string | undefined {
  const name = entry.csl['container-title'] ?? ''
  const journal = feature.parameter === 'journal name' ? meantJournal(name, post.resources) : journalOf(name, post.resources)
  if (!journal) return undefined
  if (wanted === 'full') return titleCase(journal.title)
  const points = feature.parameter === 'journal points' ? wanted === 'points' : house['journal points'] === 'points'
  return points ? withPoints(journal) : journal.abbreviation
}

const SMALL = new Set([
  'a',
  'an',
  'and',
  'at',
  'by',
  'de',
  'der',
  'des',
  'et',
  'for',
  'from',
  'in',
  'la',
  'of',
  'on',
  'or',
  'the',
  'to',
  'und',
  'with',
])

/** The catalogue writes titles in sentence case; a list of references writes them in title case. */
function titleCase(title: string): string {
  return title
    .split(' ')
    .map((word, index) => (index > 0 && SMALL.has(word) ? word : word.slice(0, 1).toUpperCase() + word.slice(1)))
    .join(' ')
}

/** A point behind every word that was cut. */
function withPoints({ title, abbreviation }: Journal): string | undefined {
  const words = keptWords(title)
  const short = abbreviation.split(' ')
  if (words.length !== short.length) return undefined
  return short.map((word, index) => (word.toLowerCase() === words[index]!.toLowerCase() ? word : `${word}.`)).join(' ')
}
