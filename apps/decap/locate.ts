/**
 * Finds findings in the editor's DOM. Both modes of the CMS are Slate: the raw mode shows one block for each line of the source, the rich mode
 * shows the text without its markup, where a finding is looked up by its words.
 */
import type { Finding } from './protocol.ts'
import { isInBody } from './protocol.ts'

interface Shown {
  text: string
  /** Of the text before `text[start]`. */
  pieces: { start: number; node: Text }[]
}

const EDITOR = '[data-slate-editor]'
/** Placeholders of empty lines hold a character that is not in the text. */
const NOT_TEXT = '[data-slate-zero-width]'
const BLOCKS = 'p, h1, h2, h3, h4, h5, h6, li, td, th, pre, blockquote, [data-slate-node=element]'

/** Ranges by finding; a finding that is not shown, or not in the body, has none. */
export function rangesOf(findings: readonly Finding[], body: string, host: Element): Map<Finding, Range> {
  const editor = host.querySelector(EDITOR)
  if (!editor) return new Map()
  const shown = shownText(editor)
  const isSource = shown.text === body
  const ranges = new Map<Finding, Range>()
  for (const finding of findings) {
    if (!isInBody(finding.place)) continue
    const { start, end, actual } = finding.place
    const words = isSource ? actual : spoken(actual)
    if (words.trim() === '') continue
    const at = isSource ? start : positionOf(words, shown.text, count(words, spoken(body.slice(0, start))))
    if (at < 0) continue
    const range = rangeAt(shown, at, isSource ? end : at + words.length)
    if (range) ranges.set(finding, range)
  }
  return ranges
}

/** The editor's text, one line feed between blocks. */
function shownText(editor: Element): Shown {
  const pieces: Shown['pieces'] = []
  let text = ''
  let block: Element | null | undefined
  const walker = document.createTreeWalker(editor, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement
    const own = parent?.closest(BLOCKS) ?? editor
    if (block !== undefined && own !== block) text += '\n'
    block = own
    if (parent?.closest(NOT_TEXT)) continue
    pieces.push({ start: text.length, node: node as Text })
    text += (node as Text).data
  }
  return { text, pieces }
}

function rangeAt({ pieces }: Shown, start: number, end: number): Range | undefined {
  const first = pieceAt(pieces, start)
  const last = pieceAt(pieces, end - 1)
  if (!first || !last) return undefined
  const range = document.createRange()
  range.setStart(first.node, Math.min(start - first.start, first.node.length))
  range.setEnd(last.node, Math.min(end - last.start, last.node.length))
  return range
}

function pieceAt(pieces: Shown['pieces'], offset: number) {
  return pieces.findLast(({ start }) => start <= offset)
}

/** Markdown without the marks that the rich mode does not show. */
function spoken(markdown: string): string {
  return markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^(?:#{1,6}|>|[-*+]|\d+[.)])\s+/gm, '')
    .replace(/\\([^\w\s])|[*_`~]+/g, '$1')
}

function positionOf(words: string, text: string, skip: number): number {
  let at = text.indexOf(words)
  for (let left = skip; left > 0 && at >= 0; left--) at = text.indexOf(words, at + 1)
  return at
}

function count(words: string, text: string): number {
  let found = 0
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) found += 1
  return found
}
