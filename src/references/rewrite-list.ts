/** A whole reference list in one style, with the citations in the text that depend on it: edits of the source, and what was left. */
import type { Edit } from '../lint/types.ts'
import type { ReferenceStyle } from '../post/references/format/index.ts'
import { contentRange, isRewritten, type NotRewritten, type Rewritten, rewriteEntry } from '../post/references/format/rewrite.ts'
import { foldName } from '../post/references/resolve.ts'
import type { Post, ReferenceEntry, References } from '../post/types.ts'
import { nameEdits, numberEdits, orderOfCitation, readInText, renumberEdits } from './in-text.ts'
import { compare, labelOf, lettersOf, type WorkLabel } from './labels.ts'

export interface RewrittenEntry {
  entry: ReferenceEntry
  /** Source before and after; equal when nothing changes. */
  before: string
  after: string
  omitted: string[]
}

export interface Untouched {
  entry: ReferenceEntry
  /** Offset into the source. */
  offset: number
  reason: string
}

export type InTextOutcome = 'none' | 'unchanged' | 'renumbered' | 'to-numbers' | 'to-names' | 'left'

export interface ListRewrite {
  edits: Edit[]
  changed: RewrittenEntry[]
  untouched: Untouched[]
  /** True when entries change places. */
  reordered: boolean
  inText: InTextOutcome
  /** Edits of the text around citations, part of `edits`. */
  citations: Edit[]
  /** Why citations stay as they are, and where. */
  obstacle: { offset: number; reason: string } | undefined
}

export interface ListOptions {
  style: ReferenceStyle
  /** Write italics where the style has them. */
  italics: boolean
}

interface Plan {
  outcome: InTextOutcome
  /** Listed entries in their new order. */
  order: ReferenceEntry[]
  citations: Edit[]
  letters: ReadonlyMap<number, string>
  /** Number of the first entry. */
  first: number
  obstacle?: ListRewrite['obstacle']
}

export function rewriteList(post: Post, { style, italics }: ListOptions): ListRewrite {
  const { entries, container } = post.references
  const listed = entries.filter(({ optional }) => !optional)
  const emphasis = italics ? emphasisOf(post, container) : undefined
  const dash = style === 'nlm' ? usualDash(entries) : undefined
  const rewritten = (plan: Plan) =>
    new Map(
      entries.map((entry) => {
        const own = /^\d{4}([a-z])$/.exec(labelOf(entry)?.year ?? '')?.[1] ?? ''
        const letter = plan.letters.get(entry.index) ?? (plan.outcome === 'to-numbers' ? '' : own)
        return [entry.index, rewriteEntry(post, entry, { style, emphasis, dash, letter })]
      }),
    )
  const plan = planFor(post, listed, style)
  const results = rewritten(plan)
  if (plan.outcome !== 'to-names' && plan.outcome !== 'to-numbers') return assemble(post, listed, plan, results)
  const left = listed.filter(({ index }) => !isRewritten(results.get(index)!))
  if (left.length * 2 <= listed.length) return assemble(post, listed, plan, results)
  const obstacle = { offset: left[0]!.start, reason: 'most entries stay in another style' }
  const stay: Plan = { ...plan, outcome: 'left', order: [...listed], citations: [], letters: new Map(), obstacle }
  return assemble(post, listed, stay, rewritten(stay))
}

function assemble(
  post: Post,
  listed: readonly ReferenceEntry[],
  plan: Plan,
  results: ReadonlyMap<number, Rewritten | NotRewritten>,
): ListRewrite {
  const { entries, container } = post.references
  const changed: RewrittenEntry[] = []
  const untouched: Untouched[] = []
  const contents = new Map<number, string>()
  for (const entry of entries) {
    const result = results.get(entry.index)!
    const before = post.text.slice(result.start, result.end)
    const after = isRewritten(result) ? result.text : before
    contents.set(entry.index, after)
    if (!isRewritten(result)) untouched.push({ entry, offset: result.offset, reason: result.reason })
    else if (after !== before) changed.push({ entry, before, after, omitted: result.omitted })
  }
  const edits: Edit[] = []
  const replace = (start: number, end: number, text: string) => {
    if (post.text.slice(start, end) !== text) edits.push({ start, end, text })
  }
  const newPlace = new Map(listed.map((slot, position) => [slot.index, plan.order[position]!]))
  for (const entry of entries) {
    const { start, end } = results.get(entry.index)!
    const marker = newMarker(post, container, plan, listed.indexOf(entry), entry)
    const content = contents.get((newPlace.get(entry.index) ?? entry).index)!
    if (marker === undefined) replace(start, end, content)
    else replace(entry.start, end, marker + content)
  }
  edits.push(...plan.citations)
  return {
    edits,
    changed,
    untouched,
    reordered: plan.order.some((entry, position) => entry !== listed[position]),
    inText: plan.outcome,
    citations: plan.citations,
    obstacle: plan.obstacle,
  }
}

function planFor(post: Post, listed: readonly ReferenceEntry[], style: ReferenceStyle): Plan {
  const stay: Plan = {
    outcome: 'unchanged',
    order: [...listed],
    citations: [],
    letters: new Map(),
    first: firstNumber(post, listed),
  }
  const { system, markers, obstacle } = readInText(post, listed)
  if (system === 'none' && !obstacle) return { ...stay, outcome: 'none' }
  if (obstacle) return { ...stay, outcome: 'left', obstacle }
  const wantsNames = style === 'apa'
  const order = wantsNames ? alphabetical(listed) : orderOfCitation(markers, listed)
  const converts = wantsNames ? system === 'numeric' : system === 'author-year'
  const moves = order.some((entry, position) => entry !== listed[position])
  if (!converts && !moves) return stay
  const fixed = whatHolds(post, listed)
  if (fixed) return { ...stay, outcome: 'left', obstacle: fixed }
  if (!converts && wantsNames) return { ...stay, order }
  const numberOf = new Map(order.map((entry, position) => [entry.index, stay.first + position]))
  if (!converts) return { ...stay, outcome: 'renumbered', order, citations: renumberEdits(post, markers, numberOf) }
  if (!wantsNames) {
    if (DEFINITION.test(post.text))
      return {
        ...stay,
        outcome: 'left',
        obstacle: { offset: post.text.search(DEFINITION), reason: 'this definition would turn numbers into links' },
      }
    return { ...stay, outcome: 'to-numbers', order, citations: numberEdits(post, markers, numberOf, style === 'ama') }
  }
  return toNames(post, listed, order, markers, stay)
}

/** An ordered list keeps its markers, which need not begin with 1. */
function firstNumber(post: Post, [entry]: readonly ReferenceEntry[]): number {
  return post.references.container === 'unordered' ? 1 : (entry?.number ?? 1)
}

function toNames(
  post: Post,
  listed: readonly ReferenceEntry[],
  order: ReferenceEntry[],
  markers: ReturnType<typeof readInText>['markers'],
  stay: Plan,
): Plan {
  const letters = lettersOf(listed)
  const labels = new Map<number, WorkLabel>()
  for (const entry of listed) {
    const label = labelOf(entry)
    const letter = letters.get(entry.index)
    if (
      letter !== undefined &&
      !isRewritten(rewriteEntry(post, entry, { style: 'apa', emphasis: undefined, dash: undefined, letter }))
    )
      return { ...stay, outcome: 'left', obstacle: { offset: entry.start, reason: 'this entry needs a letter behind its year' } }
    if (label) labels.set(entry.index, letter === undefined ? label : { ...label, year: label.year.slice(0, 4) + letter })
  }
  const unnamed = markers.flatMap(({ references }) => references).find((index) => !labels.has(index))
  if (unnamed !== undefined)
    return {
      ...stay,
      outcome: 'left',
      obstacle: { offset: post.references.entries[unnamed]!.start, reason: 'author and year of this entry are not certain' },
    }
  return { ...stay, outcome: 'to-names', order, citations: nameEdits(post, markers, labels), letters }
}

/** `[1]: https://...` makes a link of every `[1]`. */
const DEFINITION = /^ {0,3}\[\d{1,3}\]:/m

/** APA: by the names as they stand, then the year; a work without authors by its title. */
function alphabetical(listed: readonly ReferenceEntry[]): ReferenceEntry[] {
  const keys = new Map(listed.map((entry) => [entry.index, sortKey(entry)]))
  return [...listed].sort((a, b) => compare(keys.get(a.index)!, keys.get(b.index)!) || a.index - b.index)
}

function sortKey({ csl, text }: ReferenceEntry): string {
  const names = (csl.author ?? []).map((name) =>
    'family' in name ? `${name.family} ${(name.given ?? '').replace(/[^\p{L}]+/gu, '')}` : name.literal,
  )
  const shown = names.length > 0 ? names.join(' , ') : (csl.title ?? text)
  return `${foldName(shown).replace(/[^\p{L}\p{N}, ]+/gu, '')} ! ${csl.issued?.['date-parts'][0]?.[0] ?? 9999} ${foldName(csl.title ?? '')}`
}

/** What forbids that entries change places: other things in the list, anchors, a list that is no plain one. */
function whatHolds(post: Post, listed: readonly ReferenceEntry[]): ListRewrite['obstacle'] {
  const { container } = post.references
  const [first] = listed
  if (!first || container === 'footnotes' || container === 'html' || container === 'frontmatter' || container === 'none')
    return { offset: first?.start ?? 0, reason: 'the list is no Markdown list or paragraphs' }
  for (const [position, entry] of listed.entries()) {
    const { start, end } = contentRange(post, entry)
    if (entry.label !== undefined) return { offset: entry.start, reason: 'the list has labels' }
    if (!MARKER_ONLY.test(post.text.slice(entry.start, start)))
      return { offset: entry.start, reason: 'something stands before this entry' }
    const next = listed[position + 1]
    const behind = next ? post.text.slice(end, next.start) : NESTED.exec(post.text.slice(end, end + 400))
    if (typeof behind === 'string' ? !/^[\s>\\.]*$/.test(behind) : behind)
      return { offset: end, reason: 'something stands between the entries' }
  }
  return undefined
}

const MARKER_ONLY = /^(?:[-*+]|\d{1,9}[.)])?[ \t]*(?:\[ \][ \t]+)?(?:\\?\[\d{1,3}\\?\]:?|\(\d{1,3}\)|\d{1,3}[.)])?[ \t]*$/
/** An indented line behind the last entry. */
const NESTED = /^[^\n]*\n(?:[ \t]*\n)*(?: {2,}|\t)[^\s]/

/** The marker of an entry when the text cites in another way from now on. */
function newMarker(
  post: Post,
  container: References['container'],
  { outcome, first }: Plan,
  position: number,
  entry: ReferenceEntry,
): string | undefined {
  if (position < 0 || (outcome !== 'to-names' && outcome !== 'to-numbers')) return undefined
  const { start } = contentRange(post, entry)
  const marker = post.text.slice(entry.start, start)
  if (outcome === 'to-names') {
    if (container === 'ordered') return '- '
    return marker.replace(/(?:\\?\[\d{1,3}\\?\]:?|\(\d{1,3}\)|(?<=[-*+][ \t]+|^)\d{1,3}[.)])[ \t]*/, '')
  }
  if (container === 'ordered') return undefined
  return container === 'unordered' ? `${first + position}. ` : `[${first + position}] `
}

/** The mark that the list has for emphasis. */
function emphasisOf(post: Post, container: References['container']): '*' | '_' | 'html' {
  if (container === 'html') return 'html'
  const { start, end } = post.references
  const list = post.text.slice(start, end).replace(/https?:\/\/\S+/g, '')
  const underscores = list.match(/(?<![\p{L}\p{N}_])_[^_\s][^_\n]*_(?![\p{L}\p{N}_])/gu)?.length ?? 0
  const stars = list.match(/(?<![\p{L}\p{N}*])\*[^*\s][^*\n]*\*(?!\*)/gu)?.length ?? 0
  return underscores > stars ? '_' : '*'
}

/** Manuals differ about the dash of page ranges, so the list keeps its own. */
function usualDash(entries: readonly ReferenceEntry[]): '-' | '–' {
  const pages = entries.flatMap(({ fields, parsed, text }) => {
    const page = parsed.fields['page']
    return fields['page'] && page ? [text.slice(page.textStart, page.textEnd)] : []
  })
  const long = pages.filter((page) => /[\u2012-\u2015]/.test(page)).length
  return long * 2 > pages.filter((page) => /[-\u2010-\u2015]/.test(page)).length ? '–' : '-'
}
