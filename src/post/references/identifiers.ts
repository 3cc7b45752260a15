/** Identifiers in running text (DOI, PMID, PMCID, trial number, ISBN, ISSN, arXiv, URL), and whether two sets of them name one work. */
import type { IdentifierMention, Ids } from '../types.ts'
import { validIsbn, validIssn } from './check-digits.ts'
import { canonicalDoi, doiEnd, INVISIBLE, trimmedLength } from './doi.ts'
import { idsOfUrl } from './url-identifiers.ts'

export { idsOfUrl }

export interface FoundIdentifier {
  kind: IdentifierMention['kind']
  /** Offsets into the text; without a label such as `doi:` or `PMID:`, with the resolver address of a URL. */
  start: number
  end: number
  raw: string
  /** Canonical value; `undefined` when the shape or the check digit is wrong. */
  value: string | undefined
}

/** One hit of any of these words starts a closer look; nothing else in the text is examined twice. */
const START =
  /https?:\/\/|\bwww\.|\b(?:dx\.)?doi\.org\/|\bdoi\b|10\.\d|10\. ?\d{4}|\bPM(?:C?ID|C)\b|\bPMC\d|\bPubMed ID\b|\bNCT ?\d|\bISBN|\bISSN|\barXiv:/gi

export function findIdentifiers(text: string): FoundIdentifier[] {
  const found: FoundIdentifier[] = []
  START.lastIndex = 0
  for (let match = START.exec(text); match; match = START.exec(text)) {
    const identifier = identifierAt(text, match.index, match[0])
    if (!identifier) continue
    found.push(identifier)
    START.lastIndex = Math.max(identifier.end, match.index + 1)
  }
  return found
}

function identifierAt(text: string, at: number, hit: string): FoundIdentifier | undefined {
  const word = hit.toLowerCase()
  if (word.startsWith('http') || word === 'www.' || word.endsWith('doi.org/')) return urlAt(text, at)
  if (word === 'doi') return labelledDoi(text, at + 3)
  if (word.startsWith('10.')) return bareDoi(text, at)
  if (word === 'pmcid')
    return labelled(text, at + 5, 'pmcid', PMCID_VALUE, (raw) =>
      /^PMC\d{1,8}(?:\.\d)?$/i.test(raw) ? raw.toUpperCase().replace(/\.\d$/, '') : undefined,
    )
  if (word === 'pmid' || word === 'pubmed id') return labelled(text, at + word.length, 'pmid', PMID_VALUE, pmidValue)
  if (word.startsWith('pmc'))
    return valueAt(text, at, 'pmcid', /PMC\d+(?:\.\d\b)?/iy, (raw) =>
      /^PMC\d{1,8}(?:\.\d)?$/i.test(raw) ? raw.toUpperCase().replace(/\.\d$/, '') : undefined,
    )
  if (word.startsWith('nct'))
    return valueAt(text, at, 'nct', /NCT ?\d{3,}/iy, (raw) => (/^NCT\d{8}$/i.test(raw) ? raw.toUpperCase() : undefined))
  if (word === 'isbn') return labelled(text, at + 4, 'isbn', ISBN_VALUE, validIsbn)
  if (word === 'issn') return labelled(text, at + 4, 'issn', ISSN_VALUE, validIssn)
  return valueAt(text, at + 6, 'arxiv', /\s{0,2}(?:\d{4}\.\d{4,5}(?:v\d+)?|[a-z-]{2,20}(?:\.[A-Z]{2})?\/\d{7})/iy, (raw) =>
    raw.trim().replace(/v\d+$/, '').toLowerCase(),
  )
}

const LABEL_GAP = /(?:-1[03])?\s{0,2}[:.#]?\s{0,2}/y
/** Digits, also wrongly grouped by spaces or commas. */
const PMID_VALUE = /\d[\d,]*(?:[ \u00a0]\d{3}(?!\d))*/y
const PMCID_VALUE = /(?:PMC ?)?\d+(?:\.\d\b)?/iy
const ISBN_VALUE = /\d[\d\-\u2010-\u2013 ]{7,16}[\dXx](?![\dA-Za-z])/y
const ISSN_VALUE = /\d{3,4}[-\u2010-\u2013 ]?\d{3}[\dXx]?(?![\d-])/y

function pmidValue(raw: string): string | undefined {
  return /^[1-9]\d{0,7}$/.test(raw) ? raw : undefined
}

function labelled(
  text: string,
  afterLabel: number,
  kind: FoundIdentifier['kind'],
  pattern: RegExp,
  canonical: (raw: string) => string | undefined,
): FoundIdentifier | undefined {
  LABEL_GAP.lastIndex = afterLabel
  const gap = LABEL_GAP.exec(text)?.[0].length ?? 0
  return valueAt(text, afterLabel + gap, kind, pattern, canonical)
}

function valueAt(
  text: string,
  at: number,
  kind: FoundIdentifier['kind'],
  pattern: RegExp,
  canonical: (raw: string) => string | undefined,
): FoundIdentifier | undefined {
  pattern.lastIndex = at
  const match = pattern.exec(text)
  if (!match) return undefined
  const lead = match[0].length - match[0].trimStart().length
  const start = at + lead
  const raw = match[0].slice(lead).replace(/,+$/, '')
  return { kind, start, end: start + raw.length, raw, value: canonical(raw) }
}

const URL_AT = /(?:https?:\/\/|www\.|(?:dx\.)?doi\.org\/)[^\s"<>\u201c\u201d\u00ab\u00bb|\\^`]+/iy

function urlAt(text: string, at: number): FoundIdentifier | undefined {
  URL_AT.lastIndex = at
  const match = URL_AT.exec(text)
  if (!match) return undefined
  const length = trimUrl(match[0])
  const raw = match[0].slice(0, length)
  const isDoi = /^(?:https?:\/\/)?(?:www\.|dx\.)?doi\.org\//i.exec(raw)
  if (!isDoi) return { kind: 'url', start: at, end: at + length, raw, value: idsOfUrl(raw).url ?? raw }
  const path = raw.slice(isDoi[0].length)
  const short = /^(?:10\/)?[a-z0-9]{3,8}$/i.test(path)
  return { kind: 'doi', start: at, end: at + length, raw, value: idsOfUrl(raw).doi ?? (short ? path.toLowerCase() : undefined) }
}

/** Like trimming a DOI, but a closing slash belongs to a URL. */
function trimUrl(url: string): number {
  const length = trimmedLength(url)
  return url[length] === '/' ? length + 1 : length
}

const DOI_GAP = /\s{0,2}[:.=]?\s{0,2}(?:doi\s{0,2}:\s{0,2})?/iy
/** What authors write when the shape is wrong: a space after `10.`, a comma for the point, no prefix. */
const BROKEN_DOI = /10[.,] ?\d{4,9} ?\/ ?[^\s,;"<>]+|(?:1O|I0|l0)\.\d{4,9}\/[^\s,;"<>]+/y

function labelledDoi(text: string, afterLabel: number): FoundIdentifier | undefined {
  DOI_GAP.lastIndex = afterLabel
  const start = afterLabel + (DOI_GAP.exec(text)?.[0].length ?? 0)
  if (start === afterLabel && text.startsWith('.org', start)) return undefined
  const proper = bareDoi(text, start)
  if (proper) return proper
  if (/^https?:\/\//i.test(text.slice(start, start + 8))) return urlAt(text, start)
  BROKEN_DOI.lastIndex = start
  const match = BROKEN_DOI.exec(text)
  if (!match) return undefined
  const raw = match[0].slice(0, trimmedLength(match[0]))
  return { kind: 'doi', start, end: start + raw.length, raw, value: undefined }
}

function bareDoi(text: string, at: number): FoundIdentifier | undefined {
  const before = text[at - 1]
  if (before !== undefined && /[\p{L}\p{N}.]/u.test(before)) return undefined
  const end = doiEnd(text, at)
  if (end < 0) return undefined
  const raw = text.slice(at, end)
  return { kind: 'doi', start: at, end, raw, value: canonicalDoi(raw) }
}

/** Raw text without characters nobody can see. */
export function withoutInvisible(raw: string): string {
  return raw.replace(INVISIBLE, '')
}

type IdMap = Readonly<Record<string, string>>

const KINDS = ['doi', 'pmid', 'pmcid', 'nct', 'isbn'] as const

/**
 * Whether two sets of identifiers name one work: `undefined` when they differ in kind, so that only data
 * could tell (RULES.md 2.6: undecided is never "different").
 */
export function sameWork(a: Ids, b: Ids, idMap: IdMap = {}): boolean | undefined {
  if (a.key !== undefined && a.key === b.key) return true
  const left = canonicalIds(a, idMap)
  const right = canonicalIds(b, idMap)
  let differ = false
  for (const [kind, value] of left) {
    const other = right.get(kind)
    if (other === value) return true
    if (other !== undefined) differ = true
  }
  if (a.url !== undefined && b.url !== undefined && foldUrl(a.url) === foldUrl(b.url)) return true
  if (differ) return false
  if (left.size > 0 || right.size > 0) return undefined
  return a.url !== undefined && b.url !== undefined && hostPart(a.url) === hostPart(b.url) ? false : undefined
}

function canonicalIds(ids: Ids, idMap: IdMap): Map<string, string> {
  const canonical = new Map<string, string>()
  for (const kind of KINDS) {
    const value = ids[kind]?.toLowerCase()
    if (!value) continue
    canonical.set(kind, value)
    const mapped = idMap[value] ?? idMap[`${kind}:${value}`]
    if (!mapped) continue
    const alias = mapped.toLowerCase().replace(/^(?:doi|pmid|pmcid):/, '')
    canonical.set(alias.startsWith('10.') ? 'doi' : alias.startsWith('pmc') ? 'pmcid' : 'pmid', alias)
  }
  return canonical
}

function foldUrl(url: string): string {
  return url
    .toLowerCase()
    .replace(/^m\./, '')
    .replace(/\/(?:index\.html?)?$/, '')
}

function hostPart(url: string): string {
  return url.slice(0, url.search(/[/?]|$/))
}
