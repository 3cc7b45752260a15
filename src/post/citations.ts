/** Citations of a post, of every kind, each with the entries of the reference list it resolves to. */
import { type AuthorYear, authorYears } from './author-year.ts'
import {
  bracketedNumbers,
  caretNumbers,
  expand,
  keyMarkers,
  type Marker,
  raisedNumbers,
  unicodeNumbers,
} from './citation-markers.ts'
import { findIdentifiers, idsOfUrl } from './references/identifiers.ts'
import { createResolver, type Resolver } from './references/resolve.ts'
import type { Block, Citation, CitationKind, Ids, Link, Post } from './types.ts'

export function findCitations(post: Post): Citation[] {
  const resolver = createResolver(post)
  const found: Citation[] = []
  for (const block of citingBlocks(post)) {
    if (block.text === '') continue
    found.push(...citationsIn(block, resolver))
  }
  const kept = dropChance(found, resolver)
  for (const citation of kept) if (startsWithEscape(post.text, citation)) citation.start--
  return kept
}

/** `\[1\]`: both backslashes belong to the marker, or an edit would leave one behind. */
function startsWithEscape(source: string, { start }: Citation): boolean {
  return source[start] === '[' && source[start - 1] === '\\' && source[start - 2] !== '\\'
}

/** All blocks but those of the reference list itself. */
function citingBlocks(post: Post): Block[] {
  const { entries } = post.references
  let next = 0
  return post.blocks.filter((block) => {
    while (next < entries.length && entries[next]!.end <= block.start) next++
    const entry = entries[next]
    if (entry && entry.start <= block.start) return false
    return !block.section || block.section.kind === 'body' || block === block.section.heading
  })
}

function citationsIn(block: Block, resolver: Resolver): Citation[] {
  const found = [...linkCitations(block, resolver)]
  const { text } = block
  const add = (kind: CitationKind, textStart: number, textEnd: number, parts: Partial<Citation>) => {
    if (isTaken(block, found, textStart, textEnd)) return
    found.push(makeCitation(block, kind, textStart, textEnd, resolver, parts))
  }
  for (const token of block.tokens) {
    if (token.type !== 'citation') continue
    const label = text.slice(token.textStart + 2, token.textEnd - 1)
    add('footnote', token.textStart, token.textEnd, { label })
  }
  for (const { textStart, textEnd, key } of keyMarkers(text)) add('key', textStart, textEnd, { label: key, ids: idsOfKey(key) })
  const numeric = (kind: CitationKind, markers: Marker[]) => {
    for (const { textStart, textEnd, numbers } of markers)
      add(kind, textStart, textEnd, { numbers, ...linkAt(block, textStart, textEnd) })
  }
  numeric('superscript', raisedNumbers(text, block.raised))
  numeric('superscript', caretNumbers(text))
  numeric('superscript', unicodeNumbers(text))
  numeric('numeric', bracketedNumbers(text, block.zone === 'table-cell'))
  for (const marker of authorYears(text)) {
    if (isCitation(marker, resolver))
      add('author-year', marker.textStart, marker.textEnd, { author: marker.author, year: marker.year })
  }
  for (const { kind, start, end, value } of mentions(text)) {
    const ids: Ids = kind === 'arxiv' ? { doi: `10.48550/arxiv.${value}` } : { [kind]: value }
    add('identifier', start, end, { ids })
  }
  return found.sort((a, b) => a.start - b.start)
}

const MENTIONED = new Set(['doi', 'pmid', 'pmcid', 'nct', 'arxiv'])

function mentions(text: string) {
  return findIdentifiers(text).filter(({ kind, value }) => MENTIONED.has(kind) && value !== undefined)
}

/** A bare name and a year are a citation only where a list can answer; "et al." and "&" are one anywhere. */
function isCitation({ author, year, certain, narrative }: AuthorYear, resolver: Resolver): boolean {
  return certain || resolver.authorYear(author, year).length > 0 || (resolver.namesAuthors && !narrative)
}

function makeCitation(
  block: Block,
  kind: CitationKind,
  textStart: number,
  textEnd: number,
  resolver: Resolver,
  parts: Partial<Citation>,
): Citation {
  const citation: Citation = {
    kind,
    block,
    ...block.rangeOf(textStart, textEnd),
    textStart,
    textEnd,
    ids: {},
    numbers: [],
    label: undefined,
    author: undefined,
    year: undefined,
    link: undefined,
    references: [],
    ...parts,
  }
  citation.references = resolver.resolve(citation)
  return citation
}

/** True when the stretch is code or a URL, or a citation found earlier holds it. */
function isTaken(block: Block, found: readonly Citation[], textStart: number, textEnd: number): boolean {
  const overlaps = (span: { textStart: number; textEnd: number }) => span.textStart < textEnd && span.textEnd > textStart
  if (
    block.tokens.some(
      (token) =>
        (token.type === 'code' || token.type === 'url' || token.type === 'shortcode' || token.type === 'math') && overlaps(token),
    )
  )
    return true
  return found.some((citation) => overlaps(citation) && citation.textEnd > citation.textStart)
}

const CITING: ReadonlySet<Link['kind']> = new Set(['scholarly', 'authority', 'other'])
const ANCHOR_NUMBER = /^[\s[(]*(\d{1,3}(?:\s?[,\u2013-]\s?\d{1,3})*)[\])\s]*$/

function linkCitations(block: Block, resolver: Resolver): Citation[] {
  const citations: Citation[] = []
  for (const link of block.links) {
    if (link.image || link.textEnd < link.textStart) continue
    const number = ANCHOR_NUMBER.exec(link.text)?.[1]
    const numbers = number ? expand(number) : undefined
    const { textStart, textEnd } = bracketsAround(block.text, link, numbers !== undefined)
    const range = {
      textStart,
      textEnd,
      start: Math.min(link.start, block.sourceOf(textStart)),
      end: Math.max(link.end, block.rangeOf(textStart, textEnd).end),
    }
    if (link.kind === 'anchor') {
      if (!numbers || !/^#/.test(link.url)) continue
      const raised = block.raised.some((span) => span.textStart <= textStart && span.textEnd >= textEnd)
      citations.push(
        makeCitation(block, raised ? 'superscript' : 'numeric', textStart, textEnd, resolver, {
          ...range,
          numbers,
          label: link.url.slice(1),
          link,
        }),
      )
    } else if (CITING.has(link.kind)) {
      // `[[1]](https://...)`: a number that is a link as well; both lead to the list.
      const kind = numbers && resolver.hasNumber(numbers[0]!) ? 'numeric' : 'link'
      citations.push(
        makeCitation(block, kind, textStart, textEnd, resolver, {
          ...range,
          ids: link.ids,
          link,
          numbers: kind === 'numeric' ? numbers! : [],
        }),
      )
    }
  }
  return citations
}

/** The brackets of `[<a>1</a>]` belong to the marker. */
function bracketsAround(text: string, { textStart, textEnd }: Link, numeric: boolean): { textStart: number; textEnd: number } {
  const around = numeric && text[textStart - 1] === '[' && text[textEnd] === ']'
  return around ? { textStart: textStart - 1, textEnd: textEnd + 1 } : { textStart, textEnd }
}

function linkAt(block: Block, textStart: number, textEnd: number): Partial<Citation> {
  const link = block.links.find(
    (candidate) => candidate.textStart <= textStart && candidate.textEnd >= textEnd && !candidate.image,
  )
  return link ? { link, ids: link.ids } : {}
}

function idsOfKey(key: string): Ids {
  const [found] = findIdentifiers(key)
  const value = found?.value
  if (/^https?:/i.test(key)) return { key, ...idsOfUrl(key) }
  if (/^pmid:\d+$/i.test(key)) return { key, pmid: key.slice(5) }
  if (found && value !== undefined && (found.kind === 'doi' || found.kind === 'pmcid')) return { key, [found.kind]: value }
  return { key }
}

/** Numbers beyond the list by this much are counts, not markers. */
const BEYOND = 20
const RAISED_WITHOUT_LIST = 3

/** Raised or bracketed numbers that nothing backs: far beyond the list, or lone powers in a post without one. */
function dropChance(found: Citation[], resolver: Resolver): Citation[] {
  const raised = found.filter(({ kind, link }) => kind === 'superscript' && !link).length
  return found.filter(({ kind, numbers, link }) => {
    if ((kind !== 'numeric' && kind !== 'superscript') || link) return true
    const { length } = resolver
    if (length === 0) return kind === 'numeric' || raised >= RAISED_WITHOUT_LIST
    return Math.max(...numbers) <= length + BEYOND
  })
}
