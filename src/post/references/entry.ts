/** A reference entry made from a stretch of a text view: identifiers, fields, ranges. */
import type { CslItem, IdentifierMention, Ids, Link, Range, ReferenceEntry } from '../types.ts'
import { type FoundIdentifier, findIdentifiers, idsOfUrl } from './identifiers.ts'
import { type EntryLink, type ParsedEntry, parseEntry } from './parse-entry.ts'

/** A stretch of text with its way back to the source; a block is one. */
export interface View {
  text: string
  sourceOf(textOffset: number): number
  rangeOf(textStart: number, textEnd: number): Range
}

export interface EntryPlace extends Range {
  view: View
  textStart: number
  textEnd: number
  /** Links of the view, offsets into the view. */
  links: readonly Link[]
  number: number | undefined
  label: string | undefined
  optional: boolean
}

export function makeEntry(place: EntryPlace, index: number): ReferenceEntry {
  const { view, textStart, textEnd, start, end, number, label, optional } = place
  const text = view.text.slice(textStart, textEnd)
  const links = place.links.filter((link) => link.textStart >= textStart && link.textEnd <= textEnd && !link.image)
  const identifiers = mentionsOf(place, text, links)
  const ids = idsOf(identifiers, links)
  let parsed: ParsedEntry | undefined
  // Parsing is the dear part, and most readers of an entry want only its place and identifiers.
  const parse = () => {
    parsed ??= parseEntry(
      text,
      links.map(
        (link): EntryLink => ({ url: link.url, textStart: link.textStart - textStart, textEnd: link.textEnd - textStart }),
      ),
    )
    return parsed
  }
  const sourceRange = (from: number, to: number) => view.rangeOf(textStart + from, textStart + to)
  let csl: CslItem | undefined
  let fields: ReferenceEntry['fields'] | undefined
  return {
    index,
    start,
    end,
    number,
    label,
    text,
    textStart,
    get parsed() {
      return parse()
    },
    sourceOf: (offset) => view.sourceOf(textStart + offset),
    rangeOf: sourceRange,
    get csl() {
      csl ??= withIdentifiers(parse().csl, ids, identifiers, links)
      return csl
    },
    get fields() {
      fields ??= Object.fromEntries(
        Object.entries(parse().fields).map(([name, field]) => [name, sourceRange(field.textStart, field.textEnd)]),
      )
      return fields
    },
    get textFields() {
      return parse().fields
    },
    get confidence() {
      return parse().confidence
    },
    get style() {
      return parse().style
    },
    get stoppedAt() {
      const stop = parse().stoppedAt
      return stop && { offset: view.sourceOf(textStart + stop.textOffset), expected: stop.expected }
    },
    ids,
    identifiers,
    optional,
    links,
  }
}

function mentionsOf({ view, textStart }: EntryPlace, text: string, links: readonly Link[]): IdentifierMention[] {
  const mentions: IdentifierMention[] = []
  const covered = new Set<Link>()
  for (const found of findIdentifiers(text)) {
    const from = textStart + found.start
    const to = textStart + found.end
    const link = links.find((candidate) => candidate.textStart <= from && candidate.textEnd >= to)
    // The address of an autolink stands in the text itself: one identifier, not two.
    if (link && found.raw.length > 6 && link.url.includes(found.raw)) covered.add(link)
    mentions.push({ ...classified(found), ...view.rangeOf(from, to), linked: link !== undefined })
  }
  for (const link of links) {
    if (covered.has(link) || !link.urlRange || !/^(?:https?:)?\/\/|^doi:/i.test(link.url)) continue
    const [found] = findIdentifiers(link.url)
    if (!found || found.start > 4) continue
    mentions.push({
      ...classified(found),
      start: link.urlRange.start + found.start,
      end: link.urlRange.start + found.end,
      linked: true,
    })
  }
  return mentions.sort((a, b) => a.start - b.start)
}

/** PubMed and PMC addresses count as what they name. */
function classified({ kind, raw, value }: FoundIdentifier): Pick<IdentifierMention, 'kind' | 'raw' | 'value'> {
  if (kind !== 'url') return { kind, raw, value }
  const { pmid, pmcid, nct } = idsOfUrl(raw)
  if (pmid) return { kind: 'pmid', raw, value: pmid }
  if (pmcid) return { kind: 'pmcid', raw, value: pmcid }
  if (nct) return { kind: 'nct', raw, value: nct }
  return { kind, raw, value }
}

function idsOf(identifiers: readonly IdentifierMention[], links: readonly Link[]): Ids {
  const ids: Ids = {}
  for (const { kind, value, raw } of identifiers) {
    if (kind === 'url') {
      const held = idsOfUrl(raw)
      if (held.doi) ids.doi ??= held.doi
      ids.url ??= held.url ?? raw
    } else if (kind === 'arxiv') {
      if (value) ids.doi ??= `10.48550/arxiv.${value}`
    } else if (kind !== 'issn' && value !== undefined) ids[kind] ??= value
  }
  for (const link of links) {
    for (const kind of ['doi', 'pmid', 'pmcid', 'nct', 'url'] as const) {
      const value = link.ids[kind]
      if (value !== undefined) ids[kind] ??= value
    }
  }
  return ids
}

function withIdentifiers(csl: CslItem, ids: Ids, identifiers: readonly IdentifierMention[], links: readonly Link[]): CslItem {
  const item: CslItem = { ...csl }
  if (ids.doi) item.DOI = ids.doi
  if (ids.pmid) item.PMID = ids.pmid
  if (ids.pmcid) item.PMCID = ids.pmcid
  if (ids.isbn) item.ISBN = ids.isbn
  const url =
    identifiers.find(({ kind, raw }) => kind === 'url' || /^https?:/i.test(raw))?.raw ??
    links.find((link) => link.host !== '')?.url
  if (url) item.URL = url
  return item
}
