/** What the elements of MDX mean for prose: which are blocks of their own, which stand inside a line. */
import type { MarkdownNode } from './text-view.ts'
import type { Zone } from './types.ts'

/** Zone of the text in elements that are not plain paragraphs. */
export const ELEMENT_ZONES: Record<string, Zone> = {
  td: 'table-cell',
  th: 'table-cell',
  li: 'list-item',
  blockquote: 'block-quote',
  figcaption: 'caption',
}

const INLINE = new Set([
  'text',
  'emphasis',
  'strong',
  'delete',
  'inlineCode',
  'break',
  'link',
  'linkReference',
  'image',
  'imageReference',
  'footnoteReference',
  'html',
  'inlineMath',
  'mdxTextExpression',
  'mdxJsxTextElement',
])
const INLINE_ELEMENT = /^(?:a|abbr|b|bdi|br|cite|code|dfn|em|i|kbd|mark|q|s|small|span|strong|sub|sup|time|u|var)$/

export function isInline(node: MarkdownNode): boolean {
  return INLINE.has(node.type) || (isElement(node) && !isBlockElement(node))
}

export function isElement(node: MarkdownNode): boolean {
  const type: string = node.type
  return type === 'mdxJsxFlowElement' || type === 'mdxJsxTextElement'
}

export function isBlockElement(node: MarkdownNode): boolean {
  return isElement(node) && !INLINE_ELEMENT.test(nameOf(node))
}

export function isExpression(node: MarkdownNode): boolean {
  const type: string = node.type
  return type === 'mdxTextExpression' || type === 'mdxFlowExpression'
}

export function nameOf(node: MarkdownNode): string {
  return 'name' in node && typeof node.name === 'string' ? node.name : ''
}

export function childrenOf(node: MarkdownNode): readonly MarkdownNode[] {
  return 'children' in node ? node.children : []
}

export function isBlank(node: MarkdownNode): boolean {
  return node.type === 'text' && node.value.trim() === ''
}
