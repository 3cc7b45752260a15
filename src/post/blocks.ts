/** Blocks: every run of inline content an author edits as one, in source order, with its text view. */
import type { Root, TableCell } from 'mdast'
import { type Definitions, endOf, type MarkdownNode, startOf, type TextView, textViewOf, textViewOfValue } from './text-view.ts'
import type { Block, BodyComment, Zone } from './types.ts'

/** A block before the facts that need the rest of the post are there. */
export interface RawBlock extends Pick<Block, 'index' | 'zone' | 'start' | 'end' | 'quoteDepth' | 'depth' | 'list' | 'table'> {
  view: TextView
}

interface Walk {
  text: string
  /** Nodes before this offset are frontmatter. */
  bodyStart: number
  definitions: Definitions
  blocks: RawBlock[]
  lists: number
  tables: number
}

interface Context {
  zone: Zone
  list: Block['list']
  listDepth: number
  quoteDepth: number
}

export function collectBlocks(tree: Root, text: string, bodyStart: number): RawBlock[] {
  const walk: Walk = { text, bodyStart, definitions: definitionsOf(tree), blocks: [], lists: 0, tables: 0 }
  walkChildren(walk, tree, { zone: 'paragraph', list: undefined, listDepth: 0, quoteDepth: 0 })
  return walk.blocks
}

function definitionsOf(tree: Root): Definitions {
  let urls: Map<string, string> | undefined
  return (identifier) => {
    if (!urls) {
      urls = new Map()
      const found = urls
      visit(tree, (node) => {
        if (node.type === 'definition' && !found.has(node.identifier)) found.set(node.identifier, node.url)
      })
    }
    return urls.get(identifier)
  }
}

export function visit(
  node: MarkdownNode,
  visitor: (node: MarkdownNode, parent: MarkdownNode | undefined) => void,
  parent?: MarkdownNode,
): void {
  visitor(node, parent)
  if ('children' in node) for (const child of node.children) visit(child, visitor, node)
}

function walkChildren(walk: Walk, parent: MarkdownNode, context: Context): void {
  if (!('children' in parent)) return
  for (const node of parent.children) {
    if (endOf(node) <= walk.bodyStart && walk.bodyStart > 0) continue
    walkNode(walk, node, context)
  }
}

function walkNode(walk: Walk, node: MarkdownNode, context: Context): void {
  switch (node.type) {
    case 'paragraph':
      addBlock(walk, node, context.zone, node.children, context)
      return addCaptions(walk, node, context)
    case 'heading':
      return addBlock(walk, node, 'heading', node.children, context)
    case 'blockquote':
      return walkChildren(walk, node, { ...context, zone: 'block-quote', quoteDepth: context.quoteDepth + 1 })
    case 'list': {
      const id = walk.lists++
      const depth = context.listDepth + 1
      for (const [item, child] of node.children.entries()) {
        const list = { id, item, ordered: node.ordered === true, depth, first: true }
        walkChildren(walk, child, {
          ...context,
          zone: context.quoteDepth > 0 ? 'block-quote' : 'list-item',
          list,
          listDepth: depth,
        })
      }
      return
    }
    case 'table': {
      const id = walk.tables++
      const headers = (node.children[0]?.children ?? []).map(
        (cell) => textViewOf(cell.children, walk.text, walk.definitions).text,
      )
      for (const [row, tableRow] of node.children.entries()) {
        for (const [column, cell] of tableRow.children.entries()) {
          addCell(walk, cell, { id, row, column, header: headers[column] ?? '' }, context)
        }
      }
      return
    }
    case 'footnoteDefinition':
      return walkChildren(walk, node, { ...context, zone: 'footnote' })
    default:
      return walkChildren(walk, node, context)
  }
}

function addBlock(walk: Walk, node: MarkdownNode, zone: Zone, children: readonly MarkdownNode[], context: Context): void {
  const view = textViewOf(children, walk.text, walk.definitions)
  const first = children[0]
  const last = children.at(-1)
  if (!first || !last) return
  const block = makeBlock(walk, view, zone, startOf(first), endOf(last), context)
  if (context.list) {
    block.list = { ...context.list }
    context.list.first = false
  }
  if (node.type === 'heading') block.depth = node.depth
}

function addCell(walk: Walk, cell: TableCell, table: NonNullable<Block['table']>, context: Context): void {
  const first = cell.children[0]
  const last = cell.children.at(-1)
  if (!first || !last) return
  const view = textViewOf(cell.children, walk.text, walk.definitions)
  makeBlock(walk, view, 'table-cell', startOf(first), endOf(last), context).table = table
}

/** Alternative text of images: `![text](...)`. */
function addCaptions(walk: Walk, paragraph: MarkdownNode, context: Context): void {
  visit(paragraph, (node) => {
    if (node.type !== 'image' || !node.alt) return
    const start = startOf(node) + 2
    const end = walk.text.indexOf('](', start)
    if (end < 0 || end > endOf(node)) return
    makeBlock(walk, textViewOfValue(walk.text, start, end, node.alt), 'caption', start, end, context)
  })
}

function makeBlock(walk: Walk, view: TextView, zone: Zone, start: number, end: number, context: Context): RawBlock {
  const { quoteDepth } = context
  const block: RawBlock = {
    index: walk.blocks.length,
    zone,
    start,
    end,
    quoteDepth,
    depth: 0,
    list: undefined,
    table: undefined,
    view,
  }
  walk.blocks.push(block)
  return block
}

const HTML_COMMENT = /<!--([\s\S]*?)-->/g
const MDX_COMMENT = /^\s*\/\*([\s\S]*?)\*\/\s*$/

/** Comments of the body with the range of what follows them: the next block, or the next inline node. */
export function collectComments(tree: Root, bodyStart: number, mdx: boolean): BodyComment[] {
  const comments: BodyComment[] = []
  visit(tree, (node, parent) => {
    if (startOf(node) < bodyStart || !parent || !('children' in parent)) return
    for (const comment of commentsIn(node, mdx)) {
      const siblings: readonly MarkdownNode[] = parent.children
      const next = siblings
        .slice(siblings.indexOf(node) + 1)
        .find((sibling) => commentsIn(sibling, mdx).length === 0 && !isBlank(sibling))
      comments.push({ ...comment, next: next && { start: startOf(next), end: endOf(next) } })
    }
  })
  return comments
}

function isBlank(node: MarkdownNode): boolean {
  return node.type === 'text' && node.value.trim() === ''
}

function commentsIn(node: MarkdownNode, mdx: boolean): { start: number; end: number; text: string }[] {
  const type: string = node.type
  if (type === 'html' && 'value' in node) {
    const offset = startOf(node)
    return [...node.value.matchAll(HTML_COMMENT)].map((match) => ({
      start: offset + match.index,
      end: offset + match.index + match[0].length,
      text: match[1]!.trim(),
    }))
  }
  if (mdx && (type === 'mdxFlowExpression' || type === 'mdxTextExpression') && 'value' in node) {
    const match = MDX_COMMENT.exec(String(node.value))
    return match ? [{ start: startOf(node), end: endOf(node), text: match[1]!.trim() }] : []
  }
  return []
}
