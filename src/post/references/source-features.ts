/** Style of what stands behind the authors: place of the year, marks between the fields, pages, identifiers. */
import type { ReferenceEntry } from '../types.ts'
import type { Feature, Parameter } from './features.ts'
import { isOwnText } from './identifier-problems.ts'

type Fields = ReferenceEntry['textFields']

/** Longer text between two fields is no mark. */
const LONGEST_MARK = 18
const MARK = /^[^\p{L}\p{N}]*$/u

export function yearFeatures(text: string, { issued, title, volume, page }: Fields): Feature[] {
  if (!issued || !title) return []
  const bracketed = text[issued.textStart - 1] === '('
  const close = bracketed ? text.indexOf(')', issued.textEnd) + 1 : 0
  const range = bracketed && close > 0 ? { textStart: issued.textStart - 1, textEnd: close } : issued
  const locator = volume ?? page
  const behind = locator && issued.textStart > locator.textStart
  const value = issued.textStart < title.textStart ? 'authors' : behind ? 'end' : 'source'
  const features: Feature[] = [{ parameter: 'year place', value: bracketed ? `${value} (brackets)` : value, ...range }]
  if (value === 'authors') {
    const from = bracketed && close > 0 ? close - 1 : issued.textEnd
    features.push(...mark('year end', text, from, title.textStart))
  }
  return features
}

export function sourceFeatures(text: string, fields: Fields): Feature[] {
  const { title, 'container-title': container, issued, volume, issue, page } = fields
  if (!title || !container || text[container.textStart - 1] === '(') return []
  const features: Feature[] = []
  const quoted = text[title.textStart - 1] === '"'
  features.push({ parameter: 'title quotes', value: quoted ? 'quoted' : 'plain', ...title })
  if (!/[?!.]["']?$/.test(text.slice(title.textStart, title.textEnd)) && !quoted)
    features.push(...mark('title end', text, title.textEnd, container.textStart))
  const dated = issued && issued.textStart > container.textEnd && volume && issued.textStart < volume.textStart
  const next = dated ? issued : volume
  if (next) features.push(...mark('journal end', text, container.textEnd, next.textStart))
  if (dated) {
    const gap = text.slice(issued.textEnd, volume.textStart)
    const month = /^[,.]? ?\p{L}{3,}/u.test(gap) && !/^[,.;]? ?vol/i.test(gap)
    features.push({
      parameter: 'date grain',
      value: month ? 'month' : 'year',
      textStart: issued.textStart,
      textEnd: month ? issued.textEnd + gap.search(/[^\p{L}\p{N}]*$/u) : issued.textEnd,
    })
    const label = /[^\p{L}\p{N}]*(?:[Vv]ol(?:ume)?\.? ?)?$/u.exec(gap)!
    features.push(feature('volume mark', text, issued.textEnd + label.index, volume.textStart))
  }
  if (volume && issue && issue.textStart > volume.textEnd)
    features.push(...mark('issue mark', text, volume.textEnd, issue.textStart, /^,? ?(?:no|iss|issue)\.? ?$/i))
  const last = issue ?? volume
  if (last && page && page.textStart > last.textEnd) {
    const skip = text[last.textEnd] === ')' ? 1 : 0
    features.push(...mark('pages mark', text, last.textEnd + skip, page.textStart, /^[^\p{L}\p{N}]*pp?\.? ?$/u))
  }
  return features
}

/** @param original text of the entry before folding, where dashes differ. */
export function pageFeatures(original: string, { page }: Fields): Feature[] {
  if (!page) return []
  const written = original.slice(page.textStart, page.textEnd)
  const range = /^(\p{L}{0,4})(\d+)\s?([-\u2010-\u2015\u2212]+)\s?\p{L}{0,4}(\d+)$/u.exec(written)
  if (!range) return []
  const [, , from = '', dash = '', to = ''] = range
  const features: Feature[] = []
  features.push({ parameter: 'dash', value: dash === '-' || dash === '\u2010' || dash === '\u2011' ? 'hyphen' : 'en', ...page })
  if (to.length < from.length) features.push({ parameter: 'elision', value: 'elided', ...page })
  else if (to.length === from.length && from.length > 1 && from[0] === to[0] && Number(from) < Number(to))
    features.push({ parameter: 'elision', value: 'full', ...page })
  return features
}

const DOI_LABEL = /(?:\b(?:doi|DOI|Doi)\s?[:.]?\s?)$/
const PMID_LABEL = /(?:PubMed )?(?:PMID|PubMed ID)\s?:?\s?$/
const PMCID_LABEL = /(?:PubMed Central )?(?:PMCID)\s?:?\s?$/
const LEAD_IN = /^[^\p{L}\p{N}]{0,3}(?:Available (?:from|at|online(?: at)?)|Retrieved from|Available from URL|URL)?[:\s]*$/u

export function identifierFeatures(source: string, entry: ReferenceEntry, text: string): Feature[] {
  const features: Feature[] = []
  const { textFields: fields, identifiers } = entry
  let from = coreEnd(text, fields)
  for (const mention of identifiers) {
    const { kind, raw } = mention
    const at = entry.text.indexOf(raw, from)
    if (at < 0) continue
    const before = text.slice(Math.max(0, at - 20), at)
    if (kind === 'doi' && isOwnText(source, entry, mention) && mention.value !== undefined) {
      const isUrl = /^https?:/i.test(raw)
      const label = DOI_LABEL.exec(before)?.[0] ?? ''
      const start = at - label.length
      if (from > 0 && start >= from && LEAD_IN.test(text.slice(from, start).replace(/<$/, '')))
        features.push(feature('identifier mark', text, from, start))
      const value = isUrl ? 'url' : label.replace(/\s+/g, ' ')
      features.push({ parameter: 'doi form', value, textStart: start, textEnd: at + raw.length })
    } else if (kind === 'pmid' || kind === 'pmcid') {
      const label = (kind === 'pmid' ? PMID_LABEL : PMCID_LABEL).exec(before)?.[0]
      if (label) features.push(feature(`${kind} form`, text, at - label.length, at))
    }
    from = at + raw.length
  }
  features.push(...stopOf(text, fields, from))
  return features
}

/** Where the last field of the core ends; 0 when there is none. */
function coreEnd(text: string, { volume, issue, page, issued, 'container-title': container }: Fields): number {
  const end = Math.max(...[volume, issue, page, issued, container].map((field) => field?.textEnd ?? 0))
  return text[end] === ')' ? end + 1 : end
}

function stopOf(text: string, { page }: Fields, from: number): Feature[] {
  const rest = text.slice(from)
  if (from === 0 || !/^\.?$/.test(rest)) return []
  const isPage = page !== undefined && (from === page.textEnd || text[page.textEnd] === ')')
  if (!isPage && !/\b(?:PMID|PMCID):? ?(?:PMC)?\d+$/.test(text.slice(Math.max(0, from - 24), from))) return []
  return [feature(isPage ? 'final stop' : 'identifier stop', text, from, text.length)]
}

/** Small in either case, as often as not. */
const NEUTRAL_WORD = /^(?:with|from|after|before|during|between|among|versus|through|under|over|into|about|against|without)$/

/** `sentence` or `title`; nothing for titles too short or mixed to tell. */
export function titleCaseOf(text: string, { title }: Fields): Feature[] {
  if (!title || text[title.textStart] === '[') return []
  const words = text.slice(title.textStart, title.textEnd).split(/[\s/-]+/)
  let capital = 0
  let small = 0
  for (const [index, raw] of words.entries()) {
    const word = raw.replace(/[^\p{L}]/gu, '')
    if (index === 0 || /[:.?!]$/.test(words[index - 1]!) || word.length < 4 || NEUTRAL_WORD.test(word)) continue
    if (/^\p{Lu}\p{Ll}+$/u.test(word)) capital++
    else if (/^\p{Ll}+$/u.test(word)) small++
  }
  const count = capital + small
  if (count < FEWEST_TITLE_WORDS) return []
  if (capital / count >= MOSTLY) return [{ parameter: 'title case', value: 'title', ...title }]
  return capital / count <= 1 - MOSTLY ? [{ parameter: 'title case', value: 'sentence', ...title }] : []
}

const FEWEST_TITLE_WORDS = 4
/** Proper nouns make up less of a title. */
const MOSTLY = 0.8

function feature(parameter: Parameter, text: string, textStart: number, textEnd: number): Feature {
  return { parameter, value: text.slice(textStart, textEnd), textStart, textEnd }
}

/** What stands between two fields, when it is only marks (or the words allowed). */
function mark(parameter: Parameter, text: string, from: number, to: number, words?: RegExp): Feature[] {
  const value = text.slice(from, to)
  if (to < from || value.length > LONGEST_MARK || !(MARK.test(value) || words?.test(value))) return []
  return [feature(parameter, text, from, to)]
}
