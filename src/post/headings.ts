/** How headings are marked: bold all over, at which level. */
import { visit } from './blocks.ts'
import { isBlank } from './mdx-elements.ts'
import { endOf, type MarkdownNode, startOf } from './text-view.ts'
import type { Block, Post, Range } from './types.ts'

export interface BoldHeading {
  /** The emphasis with its marks. */
  at: Range
  /** Edits that remove the marks alone; `undefined` where the text could then mean something else. */
  edits: { start: number; end: number; text: '' }[] | undefined
}

/** Headings whose whole text is bold. An id in braces behind it does not count. */
export function boldHeadings({ tree, text }: Pick<Post, 'tree' | 'text'>): BoldHeading[] {
  const found: BoldHeading[] = []
  visit(tree, (node) => {
    if (node.type !== 'heading') return
    const outer = onlyChild(node)
    if (!outer || !isEmphasis(outer)) return
    const edits: { start: number; end: number; text: '' }[] = []
    let inner: MarkdownNode = outer
    while (isEmphasis(inner)) {
      const first: MarkdownNode | undefined = inner.children[0]
      const last = inner.children.at(-1)
      if (!first || !last) return
      // Italics stay: they may mark the name of a species.
      if (inner.type === 'strong') {
        edits.push({ start: startOf(inner), end: startOf(first), text: '' }, { start: endOf(last), end: endOf(inner), text: '' })
      }
      if (inner.children.length > 1 || !isEmphasis(first)) break
      inner = first
    }
    if (edits.length === 0) return
    const content = text.slice(edits.at(-2)!.end, edits.at(-1)!.start)
    const atx = text[startOf(node)] === '#'
    // Without marks in front, the line under a setext heading could turn into a list or a quotation.
    const safe = content.trim() === content && (atx ? !content.endsWith('#') : /^\p{L}/u.test(content))
    found.push({ at: { start: startOf(outer), end: endOf(outer) }, edits: safe ? edits : undefined })
  })
  return found
}

type Emphasis = Extract<MarkdownNode, { type: 'strong' | 'emphasis' }>

function isEmphasis(node: MarkdownNode): node is Emphasis {
  return node.type === 'strong' || node.type === 'emphasis'
}

const HEADING_ID = /^\s*\{#[^{}]*\}\s*$/

function onlyChild(heading: Extract<MarkdownNode, { type: 'heading' }>): MarkdownNode | undefined {
  const written = heading.children.filter((node) => !isBlank(node) && !(node.type === 'text' && HEADING_ID.test(node.value)))
  return written.length === 1 ? written[0] : undefined
}

export interface SkippedLevel {
  heading: Block
  before: number
  expected: number
  /** Range of the `#` marks; `undefined` for setext headings and those with parts of their own. */
  marks: Range | undefined
}

/** Headings more than one level below the one before. Headings of HTML in between make it unknown. */
export function skippedLevels({ sections, text }: Pick<Post, 'sections' | 'text'>): SkippedLevel[] {
  const found: SkippedLevel[] = []
  for (const [index, { heading, depth }] of sections.entries()) {
    const before = sections[index - 1]
    if (!before || depth <= before.depth + 1) continue
    if (/<h[1-6]\b/i.test(text.slice(before.heading.end, heading.start))) continue
    const line = text.slice(text.lastIndexOf('\n', heading.start) + 1, heading.start)
    const marks = /#+(?=[ \t]+\S*$)/.exec(line)
    const start = heading.start - line.length + (marks?.index ?? 0)
    const hasParts = (sections[index + 1]?.depth ?? 0) > depth
    found.push({
      heading,
      before: before.depth,
      expected: before.depth + 1,
      marks: marks && !hasParts ? { start, end: start + marks[0].length } : undefined,
    })
  }
  return found
}
