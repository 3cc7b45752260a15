/** What becomes of the order of a list and of the citations that point into it. */
import type { Edit } from '../lint/types.ts'
import type { ReferenceStyle } from '../post/references/format/index.ts'
import { contentRange, isRewritten, rewriteEntry } from '../post/references/format/rewrite.ts'
import { foldName } from '../post/references/resolve.ts'
import type { Post, ReferenceEntry } from '../post/types.ts'
import { nameEdits, numberEdits, orderOfCitation, readInText, renumberEdits } from './in-text.ts'
import { compare, labelOf, lettersOf, type WorkLabel } from './labels.ts'

export type InTextOutcome = 'none' | 'unchanged' | 'renumbered' | 'to-numbers' | 'to-names' | 'left'

/** Why something stays as it is; `offset` into the source. */
export interface Hindrance {
  offset: number
  reason: string
}

export interface Plan {
  outcome: InTextOutcome
  /** Listed entries in their new order. */
  order: ReferenceEntry[]
  citations: Edit[]
  letters: ReadonlyMap<number, string>
  /** Number of the first entry. */
  first: number
  obstacle?: Hindrance | undefined
}

export function planFor(post: Post, listed: readonly ReferenceEntry[], style: ReferenceStyle): Plan {
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
  const glued = listed.find((entry, position) => {
    const next = listed[position + 1]
    return (
      next !== undefined &&
      post.references.container === 'paragraphs' &&
      !BREAK.test(post.text.slice(contentRange(post, entry).end, next.start))
    )
  })
  if (glued)
    return {
      ...stay,
      outcome: 'left',
      obstacle: { offset: glued.start, reason: 'only the number parts this entry from the next' },
    }
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

/** A new paragraph or a hard line break. */
const BREAK = /\n[ \t>]*\r?\n|(?: {2,}|\\|<br ?\/?>)[ \t]*\r?\n/

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
function whatHolds(post: Post, listed: readonly ReferenceEntry[]): Hindrance | undefined {
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
