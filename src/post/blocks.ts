/** Blocks: every run of inline content an author edits as one, in source order, with its text view. */
import type { Root, TableCell } from 'mdast'
import { childrenOf, ELEMENT_ZONES, isBlank, isBlockElement, isElement, isExpression, isInline, nameOf } from './mdx-elements.ts'
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
  /** Inside an MDX `<table>`: the cell last seen; shared by its rows. */
  table: ElementTable | undefined
  /** Inside an MDX `<ul>` or `<ol>`; shared by its items. */
  elementList: { id: number; ordered: boolean; items: number } | undefined
  listDepth: number
  quoteDepth: number
}

export function collectBlocks(tree: Root, text: string, bodyStart: number): RawBlock[] {
  const walk: Walk = { text, bodyStart, definitions: definitionsOf(tree), blocks: [], lists: 0, tables: 0 }
  walkChildren(walk, tree, {
    zone: 'paragraph',
    list: undefined,
    table: undefined,
    elementList: undefined,
    listDepth: 0,
    quoteDepth: 0,
  })
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
      return addInline(walk, node, node.children, context)
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
      return isElement(node) ? walkElement(walk, node, context) : walkChildren(walk, node, context)
  }
}

interface ElementTable {
  id: number
  row: number
  column: number
  headers: string[]
}

/** An MDX element. Parsers differ in whether its inline children stand in a paragraph: here they are one block either way. */
function walkElement(walk: Walk, element: MarkdownNode, context: Context): void {
  const inside = elementContext(walk, nameOf(element), context)
  let inline: MarkdownNode[] = []
  for (const child of childrenOf(element)) {
    if (isInline(child)) {
      inline.push(child)
      continue
    }
    addInline(walk, element, inline, inside)
    inline = []
    walkNode(walk, child, inside)
  }
  addInline(walk, element, inline, inside)
}

function elementContext(walk: Walk, name: string, context: Context): Context {
  const { table } = context
  if (name === 'table') return { ...context, table: { id: walk.tables++, row: -1, column: -1, headers: [] } }
  if (table && name === 'tr') {
    table.row++
    table.column = -1
  } else if (table && (name === 'td' || name === 'th')) table.column++
  if (name === 'ul' || name === 'ol') {
    const elementList = { id: walk.lists++, ordered: name === 'ol', items: 0 }
    return { ...context, elementList, listDepth: context.listDepth + 1 }
  }
  const zone = ELEMENT_ZONES[name]
  const { elementList, listDepth } = context
  if (name === 'li' && elementList) {
    const list = { id: elementList.id, item: elementList.items++, ordered: elementList.ordered, depth: listDepth, first: true }
    return { ...context, zone: 'list-item', list, elementList: undefined }
  }
  return zone ? { ...context, zone } : context
}

/** A block of inline nodes; elements that stand alone (`<tr><td>1</td><td>2</td></tr>`) are blocks each. */
function addInline(walk: Walk, parent: MarkdownNode, nodes: readonly MarkdownNode[], context: Context): void {
  const written = nodes.filter((node) => !isBlank(node))
  if (written.some(isBlockElement) && written.every((node) => isElement(node) || isExpression(node))) {
    for (const node of written) walkNode(walk, node, context)
    return
  }
  const first = nodes.findIndex((node) => !isBlank(node))
  if (first < 0) return
  const last = nodes.findLastIndex((node) => !isBlank(node))
  addBlock(walk, parent, context.zone, nodes.slice(first, last + 1), context)
  for (const node of written) addCaptions(walk, node, context)
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
  const { table } = context
  if (zone !== 'table-cell' || !table) return
  if (table.row === 0) table.headers[table.column] = view.text
  block.table = { id: table.id, row: table.row, column: table.column, header: table.headers[table.column] ?? '' }
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
