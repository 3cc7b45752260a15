/** Formatting defects that are seeded into clean entries, each with the spot where it shows. */
import { nodeResources } from '../../src/cli/resources.ts'
import { journalKey, journalOf, keptWords } from '../../src/post/references/journals.ts'
import { parseEntry } from '../../src/post/references/parse-entry.ts'
import type { Item } from '../references/rendered.ts'

export type Style = 'apa' | 'american-medical-association' | 'nlm-citation-sequence'

/** Replaces `[start, end)` of the entry. */
export interface Mutation {
  start: number
  end: number
  text: string
  /** More edits that belong to the same defect. */
  also?: Mutation[]
}

export interface Clean {
  item: Item
  text: string
}

interface Parts {
  text: string
  item: Item
  authors: { start: number; end: number; family: string; given: string }[]
  authorEnd: number
  etAl: boolean
  field(name: string): { start: number; end: number; value: string } | undefined
  style: Style
}

export interface Kind {
  name: string
  styles: Style[]
  mutate(parts: Parts): Mutation | undefined
}

const APA: Style = 'apa'
const AMA: Style = 'american-medical-association'
const NLM: Style = 'nlm-citation-sequence'
const MEDICAL = [AMA, NLM]
const ALL = [APA, AMA, NLM]

export function partsOf({ item, text }: Clean, style: Style): Parts | undefined {
  const { csl, fields } = parseEntry(text)
  const authors: Parts['authors'] = []
  let at = 0
  for (const author of csl.author ?? []) {
    if ('literal' in author) return undefined
    const start = text.indexOf(author.family, at)
    const given = author.given ?? ''
    const end = text.indexOf(given, start + author.family.length) + given.length
    if (start < 0 || end < start) return undefined
    authors.push({ start, end, family: author.family, given })
    at = end
  }
  const authorEnd = fields['author']?.textEnd ?? 0
  return {
    text,
    item,
    authors,
    authorEnd,
    etAl: text.slice(0, authorEnd).endsWith('et al'),
    style,
    field: (name) => {
      const range = fields[name]
      return range && { start: range.textStart, end: range.textEnd, value: text.slice(range.textStart, range.textEnd) }
    },
  }
}

const insert = (start: number, text: string): Mutation => ({ start, end: start, text })
/** An author that is not the first, where there is one. */
const someAuthor = ({ authors }: Parts) => authors[1] ?? authors[0]
const lastGap = ({ authors, etAl }: Parts) => {
  const [before, last] = authors.slice(-2)
  return etAl || authors.length < 2 ? undefined : { start: before!.end, end: last!.start }
}
const gapAfter = (name: string, pattern: RegExp) => (parts: Parts) => {
  const field = parts.field(name)
  const match = field && pattern.exec(parts.text.slice(field.end, field.end + 20))
  return match && match.index === 0 ? { start: field.end, end: field.end + match[0].length } : undefined
}
const replaced = (place: { start: number; end: number } | undefined, text: string): Mutation | undefined =>
  place && { ...place, text }
const doiOf = ({ text }: Parts) => {
  const match = /(?:https:\/\/doi\.org\/|doi:)(10\.\S+?)(?=[\s.]*(?:PubMed|$)|\s)/.exec(text)
  return match ? { start: match.index, end: match.index + match[0].length, doi: match[1]! } : undefined
}
const initialsOf = (given: string) => (given.match(/\p{Lu}/gu) ?? []).join('')
const withoutField = (name: string, before: number, after: number) => (parts: Parts) => {
  const field = parts.field(name)
  return field && { start: field.start - before, end: field.end + after, text: '' }
}

export const KINDS: Kind[] = [
  {
    name: 'points in the initials of one author',
    styles: MEDICAL,
    mutate: (parts) => {
      const { end, given } = someAuthor(parts)!
      return { start: end - given.length, end, text: [...given].map((letter) => `${letter}.`).join('') }
    },
  },
  {
    name: 'no points in the initials of one author',
    styles: [APA],
    mutate: (parts) => {
      const { end, given } = someAuthor(parts)!
      return { start: end - given.length, end, text: initialsOf(given) }
    },
  },
  {
    name: 'initials apart',
    styles: MEDICAL,
    mutate: ({ authors }) => {
      const author = authors.find(({ given }) => /^\p{Lu}{2,}$/u.test(given))
      return author && { start: author.end - author.given.length, end: author.end, text: [...author.given].join(' ') }
    },
  },
  {
    name: 'initials together',
    styles: [APA],
    mutate: ({ authors }) => {
      const author = authors.find(({ given }) => /^\p{Lu}\. \p{Lu}\.$/u.test(given))
      return author && { start: author.end - 5, end: author.end, text: author.given.replace(' ', '') }
    },
  },
  {
    name: 'comma behind one family name',
    styles: MEDICAL,
    mutate: (parts) => {
      const { start, family } = someAuthor(parts)!
      return insert(start + family.length, ',')
    },
  },
  {
    name: 'no comma behind one family name',
    styles: [APA],
    mutate: (parts) => {
      const { start, family } = someAuthor(parts)!
      return { start: start + family.length, end: start + family.length + 1, text: '' }
    },
  },
  {
    name: 'one name turned round',
    styles: ALL,
    mutate: ({ authors }) => {
      const author = authors[1]
      if (!author) return undefined
      const { start, end, family, given } = author
      return { start, end, text: `${[...initialsOf(given)].map((letter) => `${letter}.`).join(' ')} ${family}` }
    },
  },
  {
    name: 'semicolon between two authors',
    styles: ALL,
    mutate: ({ authors: [first, second, third] }) =>
      first && second && third ? { start: first.end, end: second.start, text: '; ' } : undefined,
  },
  { name: '"&" before the last author', styles: MEDICAL, mutate: (parts) => replaced(lastGap(parts), ' & ') },
  { name: '"and" before the last author', styles: ALL, mutate: (parts) => replaced(lastGap(parts), ', and ') },
  { name: 'no "&" before the last author', styles: [APA], mutate: (parts) => replaced(lastGap(parts), ', ') },
  {
    name: '"et al." behind the first author',
    styles: MEDICAL,
    mutate: ({ authors, etAl, authorEnd }) =>
      etAl || authors.length > 3 ? { start: authors[0]!.end, end: authorEnd, text: ', et al' } : undefined,
  },
  {
    name: 'seven and more authors named',
    styles: MEDICAL,
    mutate: ({ authors, etAl, authorEnd, item }) => {
      if (!etAl || (item.author?.length ?? 0) < 7) return undefined
      const more = item.author!.slice(authors.length).flatMap((author) => {
        if (!('family' in author) || !author.given) return []
        return `${author.family} ${initialsOf(author.given)}`
      })
      return { start: authors.at(-1)!.end, end: authorEnd, text: `, ${more.join(', ')}` }
    },
  },
  {
    name: '"et al." in a list that names all',
    styles: [APA],
    mutate: ({ authors, authorEnd }) =>
      authors.length > 4 ? { start: authors[2]!.end, end: authorEnd, text: ', et al.' } : undefined,
  },
  {
    name: 'no comma before "et al."',
    styles: MEDICAL,
    mutate: ({ authors, etAl, authorEnd }) => (etAl ? { start: authors.at(-1)!.end, end: authorEnd, text: ' et al' } : undefined),
  },
  {
    name: '"et. al."',
    styles: MEDICAL,
    mutate: ({ authors, etAl, authorEnd }) =>
      etAl ? { start: authors.at(-1)!.end, end: authorEnd, text: ', et. al' } : undefined,
  },
  {
    name: 'no point behind the authors',
    styles: MEDICAL,
    mutate: ({ authorEnd, text }) => (text[authorEnd] === '.' ? { start: authorEnd, end: authorEnd + 1, text: '' } : undefined),
  },
  {
    name: 'two points behind the authors',
    styles: MEDICAL,
    mutate: ({ authorEnd, text }) => (text[authorEnd] === '.' ? insert(authorEnd, '.') : undefined),
  },
  {
    name: 'colon behind the authors',
    styles: MEDICAL,
    mutate: ({ authorEnd, text }) => (text[authorEnd] === '.' ? { start: authorEnd, end: authorEnd + 1, text: ':' } : undefined),
  },
  {
    name: 'year behind the authors',
    styles: MEDICAL,
    mutate: (parts) => {
      const year = parts.field('issued')
      const { authorEnd } = parts
      const volume = parts.field('volume')
      if (!year || !volume || volume.start < year.end) return undefined
      return {
        start: authorEnd,
        end: authorEnd,
        text: ` (${year.value})`,
        also: [{ start: year.start, end: volume.start, text: '' }],
      }
    },
  },
  {
    name: 'year without brackets',
    styles: [APA],
    mutate: (parts) => {
      const year = parts.field('issued')
      return year && { start: year.start - 2, end: year.end + 1, text: `, ${year.value}` }
    },
  },
  {
    name: 'year at the end',
    styles: ALL,
    mutate: (parts) => {
      const year = parts.field('issued')
      const page = parts.field('page')
      const volume = parts.field('volume')
      if (!year || !page || !volume) return undefined
      const cut =
        parts.style === APA
          ? { start: year.start - 2, end: year.end + 1, text: '' }
          : { start: year.start - 1, end: volume.start, text: ' ' }
      return { start: page.end, end: page.end, text: ` (${year.value})`, also: [cut] }
    },
  },
  {
    name: 'title in quotation marks',
    styles: ALL,
    mutate: (parts) => {
      const title = parts.field('title')
      return title && { ...title, text: `"${title.value}"` }
    },
  },
  {
    name: 'title in title case',
    styles: ALL,
    mutate: (parts) => {
      const title = parts.field('title')
      const text = title?.value.replace(/(?<=[\s-])\p{Ll}(?=\p{L}{3})/gu, (letter) => letter.toUpperCase())
      const changed = (text?.match(/(?<=\s)\p{Lu}\p{Ll}{3}/gu) ?? []).length
      return title && text && changed >= 4 ? { ...title, text } : undefined
    },
  },
  { name: 'comma behind the title', styles: ALL, mutate: (parts) => replaced(gapAfter('title', /\. /)(parts), ', ') },
  { name: 'no space behind the title', styles: ALL, mutate: (parts) => replaced(gapAfter('title', /\. /)(parts), '.') },
  {
    name: 'journal in full',
    styles: MEDICAL,
    mutate: (parts) => {
      const container = parts.field('container-title')
      const journal = container && journalOf(container.value, nodeResources)
      if (!journal || journalKey(journal.title) === journalKey(journal.abbreviation)) return undefined
      return { ...container, text: journal.title }
    },
  },
  {
    name: 'journal abbreviated',
    styles: [APA],
    mutate: (parts) => {
      const container = parts.field('container-title')
      const journal = container && journalOf(container.value, nodeResources)
      if (!journal || journalKey(journal.title) === journalKey(journal.abbreviation)) return undefined
      return { ...container, text: journal.abbreviation }
    },
  },
  {
    name: 'points in the abbreviation of the journal',
    styles: MEDICAL,
    mutate: (parts) => {
      const container = parts.field('container-title')
      const journal = container && journalOf(container.value, nodeResources)
      if (!journal || !container.value.includes(' ')) return undefined
      const full = new Set(keptWords(journal.title).map((word) => word.toLowerCase()))
      const text = container.value.split(' ').map((word) => (full.has(word.toLowerCase()) ? word : `${word}.`))
      return /\. /.test(text.join(' ')) ? { ...container, text: text.join(' ') } : undefined
    },
  },
  {
    name: 'journal abbreviated in a way of its own',
    styles: MEDICAL,
    mutate: (parts) => {
      const container = parts.field('container-title')
      const journal = container && journalOf(container.value, nodeResources)
      const words = container?.value.split(' ') ?? []
      const longest = words.reduce((best, word) => (word.length > best.length ? word : best), '')
      if (!journal || words.length < 3 || longest.length < 4) return undefined
      return { ...container, text: container.value.replace(longest, longest.slice(0, -1)) }
    },
  },
  {
    name: 'no mark behind the journal',
    styles: ALL,
    mutate: (parts) => replaced(gapAfter('container-title', /[.,] /)(parts), ' '),
  },
  { name: 'space behind the year', styles: MEDICAL, mutate: (parts) => replaced(gapAfter('issued', /;/)(parts), '; ') },
  { name: 'comma before the volume', styles: MEDICAL, mutate: (parts) => replaced(gapAfter('issued', /;/)(parts), ', ') },
  { name: 'space before the issue', styles: ALL, mutate: (parts) => replaced(gapAfter('volume', /\(/)(parts), ' (') },
  {
    name: 'issue with "no."',
    styles: ALL,
    mutate: (parts) => {
      const volume = parts.field('volume')
      const issue = parts.field('issue')
      return volume && issue && /^\d+$/.test(issue.value)
        ? { start: volume.end, end: issue.end + 1, text: `, no. ${issue.value}` }
        : undefined
    },
  },
  {
    name: 'bracket of the issue not closed',
    styles: ALL,
    mutate: (parts) => {
      const issue = parts.field('issue')
      return issue && parts.field('page') && { start: issue.start - 1, end: issue.end + 1, text: `(${issue.value}` }
    },
  },
  ...(
    [
      ['space before the pages', MEDICAL, ': '],
      ['comma before the pages', MEDICAL, ', '],
      ['no colon before the pages', MEDICAL, ''],
      ['colon before the pages', [APA], ':'],
      ['no space before the pages', [APA], ','],
    ] as [string, Style[], string][]
  ).map(
    ([name, styles, text]): Kind => ({
      name,
      styles,
      mutate: (parts) => {
        const page = parts.field('page')
        const length = parts.style === APA ? 2 : 1
        return page && parts.field('volume') && /^\d/.test(page.value)
          ? { start: page.start - length, end: page.start, text }
          : undefined
      },
    }),
  ),
  {
    name: '"pp." before the pages',
    styles: ALL,
    mutate: (parts) => {
      const page = parts.field('page')
      return page && parts.field('volume') && /^\d+\D\d+$/.test(page.value) ? insert(page.start, 'pp. ') : undefined
    },
  },
  {
    name: 'another dash between the pages',
    styles: ALL,
    mutate: (parts) => {
      const page = parts.field('page')
      if (!page || !/^\d+[-–]\d+$/.test(page.value)) return undefined
      return { ...page, text: page.value.replace(/[-–]/, (dash) => (dash === '-' ? '–' : '-')) }
    },
  },
  {
    name: 'elided pages',
    styles: [APA, AMA],
    mutate: (parts) => {
      const page = parts.field('page')
      const match = /^(\d)(\d+)([-–])\1(\d+)$/.exec(page?.value ?? '')
      if (!page || !match || match[2]!.length !== match[4]!.length) return undefined
      return { ...page, text: `${match[1]}${match[2]}${match[3]}${match[4]}` }
    },
  },
  {
    name: 'pages in full',
    styles: [NLM],
    mutate: (parts) => {
      const page = parts.field('page')
      const match = /^(\d+)–(\d+)$/.exec(page?.value ?? '')
      if (!page || !match || match[2]!.length >= match[1]!.length) return undefined
      return { ...page, text: `${match[1]}–${match[1]!.slice(0, -match[2]!.length)}${match[2]}` }
    },
  },
  {
    name: 'pages that run backwards',
    styles: [APA, AMA],
    mutate: (parts) => {
      const page = parts.field('page')
      const match = /^(\d+)([-–])(\d+)$/.exec(page?.value ?? '')
      return page && match && match[1] !== match[3] && match[1]!.length === match[3]!.length
        ? { ...page, text: `${match[3]}${match[2]}${match[1]}` }
        : undefined
    },
  },
  { name: 'month in the date', styles: [AMA], mutate: (parts) => replaced(gapAfter('issued', /;/)(parts), ' Mar;') },
  {
    name: 'the other form of DOI',
    styles: ALL,
    mutate: (parts) => {
      const doi = doiOf(parts)
      return doi && { start: doi.start, end: doi.end, text: `${parts.style === APA ? 'doi:' : 'https://doi.org/'}${doi.doi}` }
    },
  },
  {
    name: 'old resolver of the DOI',
    styles: ALL,
    mutate: (parts) => {
      const doi = doiOf(parts)
      return doi && { start: doi.start, end: doi.end, text: `http://dx.doi.org/${doi.doi}` }
    },
  },
  {
    name: '"DOI: " in place of "doi:"',
    styles: MEDICAL,
    mutate: (parts) => {
      const doi = doiOf(parts)
      return doi && { start: doi.start, end: doi.start + 4, text: 'DOI: ' }
    },
  },
  {
    name: 'point behind the DOI',
    styles: [APA, AMA],
    mutate: (parts) => {
      const doi = doiOf(parts)
      return doi && doi.end === parts.text.length ? insert(doi.end, '.') : undefined
    },
  },
  {
    name: 'space in the DOI',
    styles: MEDICAL,
    mutate: (parts) => {
      const doi = doiOf(parts)
      return doi && insert(doi.end - doi.doi.length + 3, ' ')
    },
  },
  {
    name: 'invisible character in the DOI',
    styles: ALL,
    mutate: (parts) => {
      const doi = doiOf(parts)
      return doi && insert(doi.end - 2, '\u200b')
    },
  },
  {
    name: '"Available from:" before the DOI',
    styles: [APA, AMA],
    mutate: (parts) => {
      const doi = doiOf(parts)
      return doi && insert(doi.start, 'Available from: ')
    },
  },
  {
    name: 'PMID in groups of digits',
    styles: [NLM],
    mutate: ({ text }) => {
      const match = /PMID: (\d{5,8})/.exec(text)
      return match ? insert(match.index + match[0].length - 3, ' ') : undefined
    },
  },
  {
    name: 'another label of the PMID',
    styles: [NLM],
    mutate: ({ text }) => {
      const match = /PubMed PMID: /.exec(text)
      return match ? { start: match.index, end: match.index + match[0].length, text: 'PMID ' } : undefined
    },
  },
  {
    name: 'no point at the end',
    styles: [NLM],
    mutate: ({ text }) =>
      /PMC?I?D?:? ?(?:PMC)?\d+\.$/.test(text) ? { start: text.length - 1, end: text.length, text: '' } : undefined,
  },
  {
    name: 'no authors',
    styles: MEDICAL,
    mutate: ({ authorEnd, text }) => (doiless(text) ? { start: 0, end: authorEnd + 2, text: '' } : undefined),
  },
  { name: 'no title', styles: MEDICAL, mutate: withoutField('title', 0, 2) },
  { name: 'no journal', styles: MEDICAL, mutate: withoutField('container-title', 0, 2) },
  {
    name: 'no year',
    styles: ALL,
    mutate: (parts) => {
      const year = parts.field('issued')
      if (!year || parts.text.replace(year.value, '').match(/\b(?:19|20)\d{2}\b/)) return undefined
      if (parts.style === APA) return { start: year.start - 2, end: year.end + 1, text: '' }
      const volume = parts.field('volume')
      return volume && { start: year.start, end: volume.start, text: '' }
    },
  },
  {
    name: 'no pages',
    styles: ALL,
    mutate: (parts) => {
      const page = parts.field('page')
      return page && { start: page.start - (parts.style === APA ? 2 : 1), end: page.end, text: '' }
    },
  },
  {
    name: 'retracted, by its title',
    styles: ALL,
    mutate: (parts) => {
      const title = parts.field('title')
      return title && insert(title.start, 'RETRACTED: ')
    },
  },
]

function doiless(text: string): boolean {
  return !/10\.\d{4}|PMID/.test(text)
}

/** Defects that need a second entry: what is added at the end of the list, made from one of its entries. */
export const COPIES: { name: string; styles: Style[]; copy(text: string, other: string): string | undefined }[] = [
  {
    name: 'the same work again, without identifiers',
    styles: ALL,
    copy: (text) => text.replace(/\s*(?:https:\/\/doi\.org\/|doi:)\S+.*$/, ''),
  },
  {
    name: 'the DOI of another entry',
    styles: ALL,
    copy: (text, other) => {
      const own = /(?:https:\/\/doi\.org\/|doi:)(10\.\S+)/.exec(text)?.[1]
      const theirs = /(?:https:\/\/doi\.org\/|doi:)(10\.\S+)/.exec(other)?.[1]
      return own && theirs ? other.replace(theirs, own).replace(/ PubMed.*$/, '') : undefined
    },
  },
]
