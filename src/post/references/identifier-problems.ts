/** What is wrong with the notation of one identifier, and how it should read. */
import limits from '../../../data/id-limits.json' with { type: 'json' }
import type { IdentifierMention, Post, Range, ReferenceEntry } from '../types.ts'
import { INVISIBLE } from './doi.ts'
import { idsOfUrl } from './identifiers.ts'

export interface IdentifierProblem {
  mention: IdentifierMention
  at: Range
  message: 'form' | 'shape' | 'limit'
  /** How it should read, when that is known. */
  form: string | undefined
  /** Only notation changes: trimming, invisible characters, resolver address, `<...>`. */
  safe: boolean
  reason: string
}

export type DoiForm = 'auto' | 'url' | 'doi-prefix'

export interface ListHabits {
  /** Unlinked DOIs at the end of an entry keep their final period throughout: house style. */
  finalPeriods: boolean
  /** Most addresses in the list are written `<...>`. */
  wrapped: boolean
  form: DoiForm
}

/** How most entries of a list write their identifiers. */
export function habitsOf(post: Post, { form, autolink }: { form: DoiForm; autolink: boolean }): ListHabits {
  const { entries } = post.references
  let wrapped = 0
  let bare = 0
  let periods = 0
  let ends = 0
  let urls = 0
  let prefixed = 0
  for (const entry of entries) {
    for (const mention of entry.identifiers) {
      if (mention.kind !== 'doi') continue
      const isUrl = /^https?:/i.test(mention.raw)
      if (isUrl) post.text[mention.start - 1] === '<' ? wrapped++ : bare++
      if (isOwnText(post.text, entry, mention)) isUrl ? urls++ : prefixed++
      if ((mention.linked && !isAutolink(entry, mention)) || mention.end < entry.end - 2) continue
      ends++
      if (post.text[mention.end] === '.') periods++
    }
  }
  return {
    form: form === 'auto' ? majority(urls, prefixed) : form,
    wrapped: autolink && wrapped > bare,
    finalPeriods: ends >= 3 && periods === ends,
  }
}

/** So many times the other form makes a form the habit of a list. */
const CLEAR = 3

function majority(urls: number, prefixed: number): DoiForm {
  if (urls >= CLEAR && urls >= CLEAR * prefixed) return 'url'
  return prefixed >= CLEAR && prefixed >= CLEAR * urls ? 'doi-prefix' : 'auto'
}

const KIND_NAMES: Record<IdentifierMention['kind'], string> = {
  doi: 'DOI',
  pmid: 'PMID',
  pmcid: 'PMCID',
  nct: 'trial number',
  isbn: 'ISBN',
  issn: 'ISSN',
  arxiv: 'arXiv number',
  url: 'address',
}
const OLD_RESOLVER = /^(?:https?:\/\/)?(?:dx\.|www\.)?doi\.org\//i
const DOI_LABEL = /doi\s?[:.]?\s?$/i
const RESOLVER = 'https://doi.org/'

export function kindName(kind: IdentifierMention['kind']): string {
  return KIND_NAMES[kind]
}

export function problemOf(
  source: string,
  entry: ReferenceEntry,
  mention: IdentifierMention,
  habits: ListHabits,
): IdentifierProblem | undefined {
  const { kind, raw, value } = mention
  const at = { start: mention.start, end: mention.end }
  if (kind === 'url') return undefined
  if (value === undefined)
    return { mention, at, message: 'shape', form: repaired(mention), safe: false, reason: shapeReason(kind) }
  if (kind === 'doi') return doiProblem(source, entry, mention, habits)
  const limit = kind === 'pmid' ? limits.entries.pmid : kind === 'pmcid' ? limits.entries.pmcid : undefined
  if (limit !== undefined && !/^https?:/i.test(raw) && Number(value.replace(/\D/g, '')) > limit) {
    return { mention, at, message: 'limit', form: undefined, safe: false, reason: '' }
  }
  return undefined
}

function doiProblem(
  source: string,
  entry: ReferenceEntry,
  mention: IdentifierMention,
  habits: ListHabits,
): IdentifierProblem | undefined {
  const { raw, linked } = mention
  // Escapes and entities of the source stay as they are: `10.5555/a\\_b`.
  const written = source.slice(mention.start, mention.end)
  const trailing = trailingPunctuation(source, entry, mention, habits)
  const at = { start: mention.start, end: mention.end + trailing }
  const isUrl = OLD_RESOLVER.test(written)
  const clean = written.replace(INVISIBLE, '')
  const name = isUrl ? clean.replace(OLD_RESOLVER, '') : clean
  const inText = !linked || entry.text.includes(raw)
  let form = isUrl && !clean.startsWith(RESOLVER) ? RESOLVER + name : clean
  const isOwn = isOwnText(source, entry, mention)
  const label = DOI_LABEL.exec(source.slice(Math.max(0, mention.start - 8), mention.start))?.[0] ?? ''
  if (habits.form === 'doi-prefix' && isUrl && isOwn) {
    form = `doi:${name}`
    at.start -= label.length
    if (source[at.start - 1] === '<' && source[at.end] === '>') {
      at.start--
      at.end++
    }
  } else if (habits.form === 'url' && !isUrl && !linked) {
    at.start -= label.length
    form = RESOLVER + name
  } else if (isUrl && isOwn && /^doi:$/i.test(label)) at.start -= label.length
  const bare =
    inText && isUrl && source[mention.start - 1] !== '<' && source[mention.start - 1] !== '(' && source[mention.start - 1] !== '['
  if (habits.wrapped && bare && /^https?:/i.test(raw) && form.startsWith(RESOLVER) && isOwn) form = `<${form}>`
  if (form === source.slice(at.start, at.end)) return undefined
  return { mention, at, message: 'form', form, safe: true, reason: '' }
}

/** An address in the text that is a link of itself, without `<...>`. */
function isAutolink({ links }: ReferenceEntry, { start, end }: Range): boolean {
  return links.some((link) => link.start === start && link.end === end)
}

/** False in the text or destination of a link; an address that is its own link is no other text. */
export function isOwnText(source: string, entry: ReferenceEntry, { start, end }: IdentifierMention): boolean {
  return !entry.links.some((link) => link.start < start && link.end > end && !source.startsWith('<http', link.start))
}

/** Punctuation that belongs to the sentence, not to the DOI: at the end of the entry, or inside a link destination. */
function trailingPunctuation(
  source: string,
  entry: ReferenceEntry,
  { end, linked }: IdentifierMention,
  habits: ListHabits,
): number {
  const destination = entry.links.find(({ urlRange }) => urlRange && urlRange.start < end && urlRange.end >= end)?.urlRange
  if (destination && !isAutolink(entry, { start: destination.start, end }))
    return /^[.,;:)\]]+$/.test(source.slice(end, destination.end)) ? destination.end - end : 0
  if ((linked && !destination) || habits.finalPeriods) return 0
  const rest = source.slice(end, entry.end)
  return /^[.,;]+$/.test(rest.trimEnd()) ? rest.trimEnd().length : 0
}

function repaired({ kind, raw }: IdentifierMention): string | undefined {
  if (kind === 'pmid') return /^\d{1,8}$/.test(digits(raw)) ? digits(raw) : undefined
  if (kind === 'pmcid') return /^\d{1,8}$/.test(digits(raw)) ? `PMC${digits(raw)}` : undefined
  if (kind === 'nct') return /^\d{8}$/.test(digits(raw)) ? `NCT${digits(raw)}` : undefined
  if (kind !== 'doi') return undefined
  const joined = raw
    .replace(/\s+/g, '')
    .replace(/^10,/, '10.')
    .replace(/^(?:1O|I0|l0)\./, '10.')
  return joined !== raw && idsOfUrl(RESOLVER + joined).doi ? joined : undefined
}

function digits(raw: string): string {
  return raw.replace(/\D/g, '')
}

function shapeReason(kind: IdentifierMention['kind']): string {
  if (kind === 'isbn' || kind === 'issn') return 'the check digit or the length is wrong'
  if (kind === 'nct') return 'it has NCT and eight digits'
  if (kind === 'pmid') return 'it has one to eight digits'
  if (kind === 'pmcid') return 'it has PMC and up to eight digits'
  return 'it starts with 10. and a registrant number, then a slash'
}
