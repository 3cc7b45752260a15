/** The style of a list from the vectors of its entries, the styles with a name, and what deviates from either. */
import { type Feature, type HouseStyle, PARAMETERS, type Parameter } from './features.ts'

export type StyleName = 'ama' | 'apa' | 'nlm'

/** AMA and NLM share most; the manuals are paywalled, so this follows their public CSL styles, Citing Medicine and the ICMJE samples. */
const MEDICAL: HouseStyle = {
  'year place': 'source',
  'author form': 'Family A',
  initials: 'AB',
  'author separator': ', ',
  'last author': '',
  'last author mark': ', ',
  'et al form': ', et al',
  'author end': '. ',
  'title quotes': 'plain',
  'title end': '. ',
  'journal form': 'abbreviated',
  'journal points': 'plain',
  'journal end': '. ',
  'volume mark': ';',
  'issue mark': '(',
  'pages mark': ':',
  'final stop': '.',
  'title case': 'sentence',
}

export const NAMED_STYLES: Record<StyleName, HouseStyle> = {
  ama: { ...MEDICAL, italics: 'italic', 'et al cut': '3 of 7', 'date grain': 'year', elision: 'full', 'doi form': 'doi:' },
  nlm: { ...MEDICAL, italics: 'plain', 'et al cut': '6 of 7', elision: 'elided' },
  apa: {
    'year place': 'authors (brackets)',
    'author form': 'Family, A.',
    initials: 'A. B.',
    'author separator': ', ',
    'last author': '&',
    'last author mark': ', & ',
    'et al cut': '0 of 21',
    'author end': ' (',
    'year end': '). ',
    'title quotes': 'plain',
    'title end': '. ',
    'journal form': 'full',
    italics: 'italic',
    'journal end': ', ',
    'issue mark': '(',
    'pages mark': ', ',
    elision: 'full',
    'doi form': 'url',
    'final stop': '.',
    'title case': 'sentence',
  },
}

/** Parameters that need a clearer majority: months may be unknown, and titles are copied as they stand. */
const CLEARER: Partial<Record<Parameter, number>> = { 'date grain': 0.75, 'title case': 0.75 }

/** @param share of the entries that shows a value, for it to be the style of the list. */
export function houseStyleOf(vectors: readonly (readonly Feature[])[], minEntries: number, share: number): HouseStyle {
  const votes = new Map<Parameter, Map<string, number>>()
  for (const vector of vectors) {
    for (const [parameter, value] of ballotOf(vector)) {
      const counts = votes.get(parameter) ?? new Map<string, number>()
      votes.set(parameter, counts.set(value, (counts.get(value) ?? 0) + 1))
    }
  }
  const house: HouseStyle = {}
  for (const [parameter, counts] of votes) {
    if (parameter === 'journal name') continue
    if (parameter === 'et al cut') {
      const cut = cutOf(counts, minEntries, share)
      if (cut) house[parameter] = cut
      continue
    }
    const [best, count, total] = leader(counts)
    if (total >= minEntries && count / total >= Math.max(share, CLEARER[parameter] ?? 0)) house[parameter] = best
  }
  if (house['author form'] === 'Family A' && house['author separator'] === ', ' && house['last author'] === '')
    house['et al form'] ??= MEDICAL['et al form']!
  return house
}

/** One vote per entry and parameter: the value that most of its spots show. */
function ballotOf(vector: readonly Feature[]): Map<Parameter, string> {
  const counts = new Map<Parameter, Map<string, number>>()
  for (const { parameter, value } of vector) {
    const own = counts.get(parameter) ?? new Map<string, number>()
    counts.set(parameter, own.set(value, (own.get(value) ?? 0) + 1))
  }
  return new Map([...counts].map(([parameter, own]) => [parameter, leader(own)[0]]))
}

function leader(counts: ReadonlyMap<string, number>): [best: string, count: number, total: number] {
  let best = ''
  let count = 0
  let total = 0
  for (const [value, number] of counts) {
    total += number
    if (number > count) [best, count] = [value, number]
  }
  return [best, count, total]
}

/** From so many authors on, AMA, NLM and most journals shorten a list that keeps three or six names. */
const SHORTENED_FROM = 7
const USUAL_CUTS = [3, 6]
/** So many entries with a usual cut, or with more names than a cut leaves, show what the list does. */
const FEW = 2

/** `3 of 7`: the first three names where there are seven or more; `0 of 6`: up to five names stand in full. */
function cutOf(counts: ReadonlyMap<string, number>, minEntries: number, share: number): string | undefined {
  const cuts = new Map<string, number>()
  const full: number[] = []
  for (const [value, number] of counts) {
    const [kind, names] = value.split(' ')
    if (kind === 'first') cuts.set(names!, number)
    else for (let one = 0; one < number; one++) full.push(Number(names))
  }
  const [best, count, total] = leader(cuts)
  const isUsual = USUAL_CUTS.includes(Number(best))
  if (count / total >= share && (total >= minEntries || (isUsual && count >= FEW)))
    return `${best} of ${isUsual ? SHORTENED_FROM : Number.POSITIVE_INFINITY}`
  // The longest list of names that enough entries give in full.
  const longest = full.toSorted((a, b) => b - a)[Math.max(FEW, total * FEW) - 1]
  return total > 0 && longest !== undefined ? `0 of ${longest + 1}` : undefined
}

export interface Deviation {
  feature: Feature
  wanted: string
}

/** Where the year stands elsewhere, all marks around it differ too; that is one fault. */
const AROUND_YEAR: ReadonlySet<Parameter> = new Set<Parameter>([
  'author end',
  'year end',
  'title end',
  'journal end',
  'volume mark',
  'issue mark',
  'pages mark',
  'date grain',
])

const GLUED: ReadonlySet<Parameter> = new Set<Parameter>(['author end', 'year end', 'title end', 'journal end'])

/** In the order of the parameters. What a style with a name asks for is right, also where most entries of the list have something else. */
export function deviationsOf(vector: readonly Feature[], house: HouseStyle, named: HouseStyle = {}): Deviation[] {
  const all = vector.flatMap((feature) => {
    const wanted = wantedFor(feature, house)
    return wanted === undefined || named[feature.parameter] === feature.value ? [] : [{ feature, wanted }]
  })
  const moved = all.some(({ feature }) => feature.parameter === 'year place')
  const forms = all.filter(({ feature }) => feature.parameter === 'author form')
  const joined = all.some(({ feature }) => feature.parameter === 'last author')
  const kept = all.filter(({ feature: { parameter, textStart } }) => {
    if (moved && AROUND_YEAR.has(parameter)) return false
    if (joined && parameter === 'last author mark') return false
    return parameter !== 'initials' || !forms.some(({ feature }) => feature.textStart <= textStart && feature.textEnd > textStart)
  })
  const rank = ({ feature }: Deviation) => PARAMETERS.indexOf(feature.parameter)
  return kept.sort((a, b) => rank(a) - rank(b) || a.feature.textStart - b.feature.textStart)
}

function wantedFor({ parameter, value }: Feature, house: HouseStyle): string | undefined {
  if (parameter === 'journal name') return house['journal form'] ?? 'abbreviated'
  if (parameter === 'et al cut') return cutDeviates(value, house[parameter]) ? house[parameter] : undefined
  const wanted = house[parameter]
  if (wanted === undefined || wanted === value) return undefined
  // A list that glues its fields together is no model.
  if (GLUED.has(parameter) && wanted === value.trimEnd()) return undefined
  return parameter === 'date grain' && wanted === 'month' ? undefined : wanted
}

function cutDeviates(value: string, house: string | undefined): boolean {
  if (house === undefined) return false
  const [cut, limit] = house.split(' of ').map(Number) as [number, number]
  const [kind, written] = value.split(' ')
  const names = Number(written)
  if (cut > 0) return kind === 'first' ? names !== cut : names >= limit
  return kind === 'first' && (USUAL_CUTS.includes(names) ? limit > SHORTENED_FROM : limit - 1 > names)
}
