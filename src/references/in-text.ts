/**
 * Citations in the text that follow the list: numbers renewed when entries change places, names turned into numbers and back.
 * Either every marker leads to its entry for certain, or none is touched and the reason is given.
 */
import type { Edit } from '../lint/types.ts'
import { foldName } from '../post/references/resolve.ts'
import type { Citation, Post, ReferenceEntry } from '../post/types.ts'
import { joinedNames, type WorkLabel } from './labels.ts'
import { numberList, renumbered } from './numbers.ts'

export type System = 'none' | 'numeric' | 'author-year' | 'other'

export interface InText {
  system: System
  /** Numbers or names, in the order of the text. */
  markers: Citation[]
  /** Why the markers cannot be changed, with the spot. */
  obstacle: { offset: number; reason: string } | undefined
}

export function readInText(post: Post, listed: readonly ReferenceEntry[]): InText {
  const numeric = post.citations.filter(({ kind }) => kind === 'numeric' || kind === 'superscript')
  const named = post.citations.filter(({ kind }) => kind === 'author-year').map((marker) => narrowed(post, marker))
  const keyed = post.citations.find(({ kind, references }) => (kind === 'footnote' || kind === 'key') && references.length > 0)
  if (keyed)
    return { system: 'other', markers: [], obstacle: { offset: keyed.start, reason: 'the text cites by footnote or key' } }
  const markers = [...numeric, ...named].sort((a, b) => a.start - b.start)
  if (markers.length === 0) return { system: 'none', markers, obstacle: hiddenName(post, listed, markers) }
  if (numeric.length > 0 && named.length > 0) {
    const minority = numeric.length < named.length ? numeric[0]! : named[0]!
    return { system: 'other', markers, obstacle: { offset: minority.start, reason: 'the text cites by number and by name' } }
  }
  if (numeric.length > 0) return { system: 'numeric', markers, obstacle: firstUnsureNumber(post, markers) }
  return { system: 'author-year', markers, obstacle: firstUnsureName(post, markers) ?? hiddenName(post, listed, markers) }
}

/** A name may also stand second in another entry: the first authors of the right year decide. */
function narrowed(post: Post, marker: Citation): Citation {
  const { author = '', year = '' } = marker
  const references = marker.references.filter((index) => {
    const entry = post.references.entries[index]!
    const name = firstName(entry)
    return name !== undefined && foldName(name) === foldName(author) && yearOf(entry) === Number(year.slice(0, 4))
  })
  return references.length === 0 ? marker : { ...marker, references }
}

function firstName({ csl }: ReferenceEntry): string | undefined {
  const [first] = csl.author ?? []
  return first && ('family' in first ? first.family : first.literal)
}

function yearOf({ csl }: ReferenceEntry): number | undefined {
  return csl.issued?.['date-parts'][0]?.[0]
}

function firstUnsureNumber(post: Post, markers: readonly Citation[]): InText['obstacle'] {
  for (const marker of markers) {
    const { start, numbers, references, link } = marker
    const shown = post.text.slice(start, marker.end)
    if (references.length !== new Set(numbers).size) return { offset: start, reason: `no entry for "${shown}"` }
    if (link) return { offset: start, reason: `"${shown}" is a link` }
  }
  return undefined
}

const FAMILY = "(?:\\p{Ll}{1,3} ){0,3}\\p{Lu}[\\p{L}\\p{M}'’-]+"
const CO_AUTHORS = `(?:,? et\\.? al\\.?|(?:, ${FAMILY}){0,8},? (?:&|and) ${FAMILY})?`

function firstUnsureName(post: Post, markers: readonly Citation[]): InText['obstacle'] {
  const { entries } = post.references
  for (const marker of markers) {
    const { block, textStart, textEnd, author = '', year = '', references } = marker
    const shown = block.text.slice(textStart, textEnd)
    const unsure = (reason: string) => ({ offset: marker.start, reason: `"${shown}" ${reason}` })
    if (references.length !== 1) return unsure(references.length === 0 ? 'leads to no entry' : 'may be one of several entries')
    const entry = entries[references[0]!]!
    const family = firstName(entry)
    if (family === undefined || foldName(family) !== foldName(author)) return unsure('names no first author of the list')
    if (yearOf(entry) !== Number(year.slice(0, 4))) return unsure('has another year than its entry')
    const whole = new RegExp(`^[([]?\\s*(?:${escaped(author)}${CO_AUTHORS},? )?[([]?${escaped(year)}\\s*[)\\];]?\\s*$`, 'u')
    if (!whole.test(shown)) return unsure('says more than name and year')
  }
  return groupsOf(post, markers).flatMap((group) => unclosed(post, group) ?? [])[0]
}

function unclosed(post: Post, group: readonly Citation[]): InText['obstacle'] {
  const shown = post.text.slice(group[0]!.start, group.at(-1)!.end)
  const closed = /^[([]/.test(shown) && /[)\]]$/.test(shown)
  return closed ? undefined : { offset: group[0]!.start, reason: `"${shown}" shares its brackets with other words` }
}

const WITH_YEAR = /[([][^()[\]]{0,240}\b(?:19|20)\d{2}[a-z]?\b[^()[\]]{0,60}[)\]]/g
const REACH = 80

/** Names and years that look like a citation of an entry and are not read as one: group authors, several years. */
function hiddenName(post: Post, listed: readonly ReferenceEntry[], markers: readonly Citation[]): InText['obstacle'] {
  const names = listed.flatMap((entry) => {
    const name = firstName(entry)
    return name !== undefined && name.length > 2 ? [foldName(name)] : []
  })
  for (const block of post.prose) {
    if (listed.some(({ start, end }) => block.start < end && block.end > start)) continue
    for (const match of block.text.matchAll(WITH_YEAR)) {
      const start = match.index
      const end = start + match[0].length
      if (markers.some((marker) => marker.block === block && marker.textStart < end && marker.textEnd > start)) continue
      const around = foldName(block.text.slice(Math.max(0, start - REACH), end))
      if (names.some((name) => around.includes(name)))
        return { offset: block.sourceOf(start), reason: `"${match[0]}" may cite an entry` }
    }
  }
  return undefined
}

/** Markers that stand together: pieces of one bracket, or numbers side by side. */
export function groupsOf(post: Post, markers: readonly Citation[]): Citation[][] {
  const groups: Citation[][] = []
  for (const marker of markers) {
    const last = groups.at(-1)?.at(-1)
    const between = last && last.block === marker.block ? post.text.slice(last.end, marker.start) : undefined
    const joins =
      between !== undefined &&
      (marker.kind === 'author-year'
        ? /^[;,\s]*$/.test(between) && !/[)\]]$/.test(post.text.slice(last!.start, last!.end))
        : /^(?:<\/sup>)?[\s,]{0,2}(?:<sup>)?$/.test(between))
    if (joins) groups.at(-1)!.push(marker)
    else groups.push([marker])
  }
  return groups
}

/** Listed entries in the order in which the text first names them, then the others as they stand. */
export function orderOfCitation(markers: readonly Citation[], listed: readonly ReferenceEntry[]): ReferenceEntry[] {
  const cited = new Set<number>()
  const byNumber = new Map(listed.map((entry, position) => [entry.index, entry.number ?? position + 1]))
  for (const { references } of markers) {
    const inOrder = [...references].sort((a, b) => (byNumber.get(a) ?? 0) - (byNumber.get(b) ?? 0))
    for (const index of inOrder) cited.add(index)
  }
  const known = new Map(listed.map((entry) => [entry.index, entry]))
  const first = [...cited].flatMap((index) => known.get(index) ?? [])
  return [...first, ...listed.filter(({ index }) => !cited.has(index))]
}

/** Edits that give numeric markers the new numbers of their entries. */
export function renumberEdits(post: Post, markers: readonly Citation[], numberOf: ReadonlyMap<number, number>): Edit[] {
  return markers.flatMap(({ start, end, references }) => {
    const shown = post.text.slice(start, end)
    const text = renumbered(
      shown,
      references.map((index) => numberOf.get(index)!),
    )
    return text === shown ? [] : [{ start, end, text }]
  })
}

/** Edits that put numbers in the place of names: raised behind the point (AMA), or in brackets (NLM). */
export function numberEdits(
  post: Post,
  markers: readonly Citation[],
  numberOf: ReadonlyMap<number, number>,
  raised: boolean,
): Edit[] {
  return groupsOf(post, markers).map((group) => {
    const numbers = [...new Set(group.flatMap(({ references }) => references.map((index) => numberOf.get(index)!)))]
    let { start } = group[0]!
    let { end } = group.at(-1)!
    const list = numberList(numbers)
    // `[1](` would be a link.
    if (!raised) return { start, end, text: `[${list}]${post.text[end] === '(' ? ' ' : ''}` }
    while (/[ \u00a0]/.test(post.text[start - 1] ?? '') && /\S/.test(post.text[start - 2] ?? '')) start--
    const opensLine = /[\r\n]/.test(post.text[start - 1] ?? '\n')
    const mark = !opensLine && /[.,]/.test(post.text[end] ?? '') ? post.text[end]! : ''
    end += mark.length
    return { start, end, text: `${mark}<sup>${list}</sup>` }
  })
}

/** Edits that put author and year in the place of numbers. */
export function nameEdits(post: Post, markers: readonly Citation[], labels: ReadonlyMap<number, WorkLabel>): Edit[] {
  return groupsOf(post, markers).map((group) => {
    const found = [...new Set(group.flatMap(({ references }) => references))].map((index) => labels.get(index)!)
    let { start, end } = outerRange(post.text, group[0]!.start, group.at(-1)!.end)
    const before = post.text.slice(Math.max(0, start - 120), start)
    const [only] = found.length === 1 ? found : []
    if (only && endsWithName(before, only)) return { start, end, text: `${/\s$/.test(before) ? '' : ' '}(${only.year})` }
    const space = /[ \u00a0]*$/.exec(before)![0].length
    start -= space
    const previous = post.text[start - 1] ?? '\n'
    const mark =
      /[.,]/.test(previous) && !/\b(?:al|vs|e\.g|i\.e|Dr|St|No)\.$/.test(post.text.slice(Math.max(0, start - 6), start))
        ? previous
        : ''
    start -= mark.length
    const gap = /[\s([]/.test(post.text[start - 1] ?? '\n') ? '' : ' '
    return { start, end, text: `${gap}(${joinedNames(found)})${mark}` }
  })
}

/** With the tags or carets that raise the marker. */
function outerRange(source: string, start: number, end: number): { start: number; end: number } {
  const opening = /<sup>\s*$/.exec(source.slice(Math.max(0, start - 8), start))
  const closing = /^\s*<\/sup>/.exec(source.slice(end, end + 10))
  return opening && closing ? { start: start - opening[0].length, end: end + closing[0].length } : { start, end }
}

/** `Smith et al.` before the marker: the name is part of the sentence, and the year alone follows. */
function endsWithName(before: string, { family }: WorkLabel): boolean {
  const behind = `(?:,? et al\\.?,?| and colleagues|,? (?:&|and) ${FAMILY})?(?:['’]s)?\\s*$`
  return new RegExp(`(?<![\\p{L}])${escaped(family)}${behind}`, 'u').test(before)
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
}
