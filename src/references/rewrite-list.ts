/** A whole reference list in one style, with the citations in the text that depend on it: edits of the source, and what was left. */
import type { Edit } from '../lint/types.ts'
import type { ReferenceStyle } from '../post/references/format/index.ts'
import { emphasisOf, usualDash } from '../post/references/format/list-habits.ts'
import { contentRange, isRewritten, type NotRewritten, type Rewritten, rewriteEntry } from '../post/references/format/rewrite.ts'
import type { Post, ReferenceEntry, References } from '../post/types.ts'
import { labelOf } from './labels.ts'
import { type Hindrance, type InTextOutcome, type Plan, planFor } from './plan.ts'

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
  obstacle: Hindrance | undefined
}

export interface ListOptions {
  style: ReferenceStyle
  /** Write italics where the style has them. */
  italics: boolean
}

export function rewriteList(post: Post, { style, italics }: ListOptions): ListRewrite {
  const { entries } = post.references
  const listed = entries.filter(({ optional }) => !optional)
  const emphasis = italics ? emphasisOf(post) : undefined
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
