/**
 * References in the words of a style: APA 7, AMA 11, NLM/Vancouver (Citing Medicine, ICMJE samples). Nothing is printed that
 * the work does not have; letter case of titles stays as written, since no rule tells a proper noun from another word.
 */
import type { Resources } from '../../types.ts'
import { abbreviatedJournal, fullJournal } from './journal-names.ts'
import { amaNames, apaNames, nlmNames } from './names.ts'
import { fullRange, isArticleNumber, shortRange } from './pages.ts'
import type { Work } from './work.ts'

export { type Work, workOf } from './work.ts'

export const REFERENCE_STYLES = ['apa', 'ama', 'nlm'] as const
export type ReferenceStyle = (typeof REFERENCE_STYLES)[number]

export const STYLE_NAMES: Record<ReferenceStyle, string> = { apa: 'APA', ama: 'AMA', nlm: 'NLM' }

export interface FormatOptions {
  /** The list of journals is looked up here. */
  resources: Resources
  /** What italics are written with; plain text without it. */
  emphasis?: '*' | '_' | 'html' | undefined
  /** NLM: the dash of page ranges; that of the work when not given (manuals print a hyphen, most tools an en dash). */
  dash?: '-' | '–' | undefined
  /** What is printed for a DOI, from the form the style gives it. */
  doi?: ((form: string) => string) | undefined
  /** What is printed for the title, without the point behind it. */
  title?: ((shown: string) => string) | undefined
}

/** One journal article in a style, as Markdown or plain text. */
export function formatWork(work: Work, style: ReferenceStyle, options: FormatOptions): string {
  return FORMATS[style](work, options)
    .filter((part) => part !== '')
    .join(' ')
}

const FORMATS: Record<ReferenceStyle, (work: Work, options: FormatOptions) => string[]> = { apa, ama, nlm }

function apa(work: Work, options: FormatOptions): string[] {
  const { year, letter, volume, issue, supplement, pages, numbered, doi, url, title = '', container } = work
  const date = `(${year ?? 'n.d.'}${letter}).`
  const head =
    work.authors.length > 0 ? [stopped(apaNames(work)), date, printedTitle(title, options)] : [printedTitle(title, options), date]
  const inBrackets = [issue, supplement === undefined ? '' : `Suppl. ${supplement}`.trim()].filter(Boolean).join(', ')
  const number = `${volume === undefined ? '' : italic(volume, options)}${inBrackets === '' ? '' : `(${inBrackets})`}`
  const locator = pages === undefined ? '' : `${numbered || isArticleNumber(pages) ? 'Article ' : ''}${fullRange(pages, '–')}`
  const source = [container && italic(fullJournal(container, options.resources), options), number, locator].filter(Boolean)
  return [
    ...head,
    source.length > 0 ? `${source.join(', ')}.` : '',
    doi === undefined ? leftIds(work) : printedDoi(`https://doi.org/${doi}`, options),
    doi === undefined ? (url ?? '') : '',
  ]
}

function ama(work: Work, options: FormatOptions): string[] {
  const { year, letter, volume, issue, supplement, pages, doi, url, title = '', container } = work
  const number = [
    volume ?? '',
    issue === undefined ? '' : `(${issue})`,
    supplement === undefined ? '' : `(${`suppl ${supplement}`.trim()})`,
  ].join('')
  const date = `${year ?? ''}${letter}`
  const online = ['Published online', fullDate(work)].join(' ')
  const locator = pages === undefined ? '' : `:${fullRange(pages, '-')}`
  return [
    stopped(amaNames(work)),
    printedTitle(title, options),
    container === undefined ? '' : `${italic(abbreviatedJournal(container, options.resources), options)}.`,
    stopped(`${number === '' ? (date === '' ? '' : online) : `${date};${number}`}${locator}`),
    doi === undefined ? leftIds(work) : printedDoi(`doi:${doi}`, options),
    doi === undefined ? (url ?? '') : '',
  ]
}

function nlm(work: Work, options: FormatOptions): string[] {
  const { year, letter, monthAndDay, volume, issue, supplement, pages, doi, pmid, pmcid, url, epub, title = '', container } = work
  const inBrackets = [issue, supplement === undefined ? '' : `Suppl ${supplement}`.trim()].filter(Boolean).join(' ')
  const number =
    issue === undefined && supplement !== undefined
      ? [volume, inBrackets].filter(Boolean).join(' ')
      : `${volume ?? ''}${inBrackets === '' ? '' : `(${inBrackets})`}`
  const dash = options.dash ?? (/[\u2012-\u2015]/.test(pages ?? '') ? '–' : '-')
  const date = [`${year ?? ''}${letter}`, monthAndDay].filter(Boolean).join(' ')
  const locator = pages === undefined ? '' : `${number === '' ? ';' : ':'}${shortRange(pages, dash)}`
  const onlyOnline = doi === undefined && url !== undefined
  const ids = [pmid && `PubMed PMID: ${pmid}`, pmcid && `PubMed Central PMCID: ${pmcid}`].filter(Boolean).join('; ')
  return [
    stopped(nlmNames(work)),
    printedTitle(title, options),
    container === undefined ? '' : `${abbreviatedJournal(container, options.resources)}${onlyOnline ? ' [Internet]' : ''}.`,
    stopped(`${date}${number === '' ? '' : `;${number}`}${locator}`),
    epub === undefined ? '' : `Epub ${epub}.`,
    doi === undefined ? '' : printedDoi(`doi:${doi}`, options),
    ids === '' ? '' : `${ids}.`,
    onlyOnline ? `Available from: ${url}` : '',
  ]
}

/** `November 7, 2019`, as AMA dates a work that is in no issue yet. */
function fullDate({ year, letter, monthAndDay }: Work): string {
  const [short = '', day] = monthAndDay.split(' ')
  const month = MONTH_NAMES.find((name) => name.startsWith(short) && short !== '') ?? short
  return [month, day && `${day},`, `${year ?? ''}${letter}`].filter(Boolean).join(' ')
}

const MONTH_NAMES = 'January February March April May June July August September October November December'.split(' ')

/** APA and AMA print no PMID beside a DOI; without one it is what leads to the work. */
function leftIds({ pmid, pmcid }: Work): string {
  return pmid ? `PMID: ${pmid}.` : pmcid ? `PMCID: ${pmcid}.` : ''
}

function printedDoi(form: string, { doi }: FormatOptions): string {
  return doi ? doi(form) : form
}

function printedTitle(title: string, options: FormatOptions): string {
  const point = stopped(title).slice(title.length)
  return (options.title?.(title) ?? title) + point
}

function stopped(text: string): string {
  return text === '' || /[.?!]["'”’)]?[*_]{0,3}$/.test(text) ? text : `${text}.`
}

function italic(text: string, { emphasis }: FormatOptions): string {
  if (emphasis === undefined) return text
  return emphasis === 'html' ? `<em>${text}</em>` : `${emphasis}${text}${emphasis}`
}
