import type { Root } from 'mdast'
import { type MarkdownNode, textViewOfValue } from './text-view.ts'

type Position = NonNullable<MarkdownNode['position']>

/** Offsets that count a BOM. Parsers skip it and report one less, the same inside remark; this is the one place that mends it. */
export function shiftPositions(tree: Root, text: string): Root {
  if (text.charCodeAt(0) !== 0xfeff || tree.children.length === 0) return tree
  const shift = (node: MarkdownNode) => {
    if (node.position) {
      node.position.start.offset = (node.position.start.offset ?? 0) + 1
      node.position.end.offset = (node.position.end.offset ?? 0) + 1
    }
    if ('children' in node) for (const child of node.children) shift(child)
  }
  shift(tree)
  return tree
}

/** A copy, because a tree that somebody else made is never changed. */
export function adoptTree(tree: Root, text: string): Root {
  return mendPositions(structuredClone(tree), text)
}

/**
 * Gives a place to what mdast-util-gfm cuts out of texts when it looks for addresses a second time: text, link, text without a position.
 * Offsets only, as the parser counts them; lines and columns are those of the text that was cut.
 */
export function mendPositions(tree: Root, text: string): Root {
  mendChildren(tree, text.charCodeAt(0) === 0xfeff ? text.slice(1) : text)
  return tree
}

function mendChildren(parent: MarkdownNode, source: string): void {
  if (!('children' in parent)) return
  const children: MarkdownNode[] = parent.children
  for (let from = 0; from < children.length; from++) {
    if (children[from]!.position) {
      mendChildren(children[from]!, source)
      continue
    }
    let to = from + 1
    while (to < children.length && !children[to]!.position) to++
    const start = children[from - 1]?.position?.end ?? parent.position?.start
    const end = children[to]?.position?.start ?? parent.position?.end
    if (start && end) placeRun(children.slice(from, to), { start, end }, source)
    from = to - 1
  }
}

/** The pieces together are one text of the source between `start` and `end`. */
function placeRun(pieces: readonly MarkdownNode[], { start, end }: Position, source: string): void {
  const values = pieces.map(writtenIn)
  const { rangeOf } = textViewOfValue(source, start.offset ?? 0, end.offset ?? 0, values.join(''))
  let at = 0
  for (const [index, piece] of pieces.entries()) {
    const range = rangeOf(at, at + values[index]!.length)
    at += values[index]!.length
    place(piece, { start: { ...start, offset: range.start }, end: { ...end, offset: range.end } })
  }
}

function place(node: MarkdownNode, position: Position): void {
  node.position = { start: { ...position.start }, end: { ...position.end } }
  if ('children' in node) for (const child of node.children) place(child, position)
}

/** Text of a node with a line end counted as one character, as in a text view. */
function writtenIn(node: MarkdownNode): string {
  if ('value' in node) return node.value.replaceAll('\r\n', '\n')
  return 'children' in node ? node.children.map(writtenIn).join('') : ''
}
