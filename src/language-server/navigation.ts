/** From a citation to its entry and back, and links behind identifiers that are not links themselves. */
import type { DocumentLink, Location } from 'vscode-languageserver'
import type { Citation, IdentifierMention, ReferenceEntry } from '../post/types.ts'
import type { Analysis } from './analysis.ts'
import { rangeIn } from './diagnostics.ts'

interface Ranged {
  start: number
  end: number
}

const covers =
  (offset: number) =>
  ({ start, end }: Ranged) =>
    start <= offset && offset <= end

/** On a citation its entries; on an entry the places that cite it. */
export function definitionsAt(analysis: Analysis, offset: number): Location[] {
  const { post } = analysis
  const citation = post.citations.find(covers(offset))
  if (citation) return locations(analysis, entriesOf(analysis, citation))
  const entry = post.references.entries.find(covers(offset))
  return entry ? locations(analysis, citationsOf(analysis, [entry])) : []
}

/** Every place that cites the same work as the place asked about, and its entry. */
export function referencesAt(analysis: Analysis, offset: number, withEntry: boolean): Location[] {
  const { post } = analysis
  const citation = post.citations.find(covers(offset))
  const entry = citation ? undefined : post.references.entries.find(covers(offset))
  const entries = citation ? entriesOf(analysis, citation) : entry ? [entry] : []
  return locations(analysis, [...citationsOf(analysis, entries), ...(withEntry ? entries : [])])
}

function entriesOf({ post }: Analysis, { references }: Citation): ReferenceEntry[] {
  return references.flatMap((index) => post.references.entries[index] ?? [])
}

function citationsOf({ post }: Analysis, entries: readonly ReferenceEntry[]): Citation[] {
  const wanted = new Set(entries.map(({ index }) => index))
  return post.citations.filter(({ references }) => references.some((index) => wanted.has(index)))
}

function locations({ document }: Analysis, places: readonly Ranged[]): Location[] {
  return places.map((place) => ({ uri: document.uri, range: rangeIn(document, place) }))
}

/** Address of an identifier: the resolver its own registry names. */
const RESOLVERS: Readonly<Partial<Record<IdentifierMention['kind'], (value: string) => string>>> = {
  doi: (value) => `https://doi.org/${encodeURI(value).replaceAll('#', '%23').replaceAll('?', '%3F')}`,
  pmid: (value) => `https://pubmed.ncbi.nlm.nih.gov/${value}/`,
  pmcid: (value) => `https://pmc.ncbi.nlm.nih.gov/articles/${value}/`,
  nct: (value) => `https://clinicaltrials.gov/study/${value}`,
  arxiv: (value) => `https://arxiv.org/abs/${value}`,
}

export function documentLinks({ document, post }: Analysis): DocumentLink[] {
  return post.references.entries.flatMap(({ identifiers }) =>
    identifiers.flatMap((identifier) => {
      const resolve = RESOLVERS[identifier.kind]
      if (identifier.linked || identifier.value === undefined || !resolve) return []
      return [{ range: rangeIn(document, identifier), target: resolve(identifier.value) }]
    }),
  )
}
