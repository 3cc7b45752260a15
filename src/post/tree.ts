import type { Root } from 'mdast'
import type { MarkdownNode } from './text-view.ts'

/**
 * Offsets that count a BOM. Parsers skip it and report one less, the same inside remark; this is the one place that mends it.
 * A tree that somebody else owns is copied, never changed.
 */
export function shiftPositions(tree: Root, text: string): Root {
  if (text.charCodeAt(0) !== 0xfeff || tree.children.length === 0) return tree
  const copy = structuredClone(tree)
  const shift = (node: MarkdownNode) => {
    if (node.position) {
      node.position.start.offset = (node.position.start.offset ?? 0) + 1
      node.position.end.offset = (node.position.end.offset ?? 0) + 1
    }
    if ('children' in node) for (const child of node.children) shift(child)
  }
  shift(copy)
  return copy
}
