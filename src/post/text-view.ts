/**
 * The text view of inline Markdown: what a reader sees, with a map from every character back to the source.
 *
 * mdast gives a text node's value and its place, not which source character made which character of the value. The two are walked
 * side by side: escapes lose their backslash, character references shrink, line ends lose the prefix of the next line.
 */
import type { Root, RootContent } from 'mdast'
import type { Token } from './types.ts'

export type MarkdownNode = Root | RootContent

export interface ViewLink {
  node: MarkdownNode
  url: string
  textStart: number
  textEnd: number
  image: boolean
}

export interface TextView {
  text: string
  tokens: Token[]
  links: ViewLink[]
  emphasis: { textStart: number; textEnd: number; strong: boolean }[]
  /** Text ranges inside `<sup>`. */
  raised: { textStart: number; textEnd: number }[]
  sourceOf(textOffset: number): number
  rangeOf(textStart: number, textEnd: number): { start: number; end: number }
}

/** URL of a reference-style link's definition. */
export type Definitions = (identifier: string) => string | undefined

interface Builder extends Omit<TextView, 'sourceOf' | 'rangeOf'> {
  source: string
  definitions: Definitions
  /** Segment i covers text `[textStarts[i], textStarts[i + 1])`; a segment maps 1:1 unless its lengths differ. */
  textStarts: number[]
  sourceStarts: number[]
  sourceLengths: number[]
  openHtml: { name: string; textStart: number; url: string; node: MarkdownNode }[]
}

export function textViewOf(nodes: readonly MarkdownNode[], source: string, definitions: Definitions): TextView {
  const builder = newBuilder(source, definitions)
  for (const node of nodes) addNode(builder, node)
  addTextTokens(builder)
  return finish(builder, nodes[0] ? startOf(nodes[0]) : 0)
}

function newBuilder(source: string, definitions: Definitions): Builder {
  const positions = { textStarts: [], sourceStarts: [], sourceLengths: [] }
  return { source, definitions, text: '', tokens: [], links: [], emphasis: [], raised: [], openHtml: [], ...positions }
}

/** View of a plain stretch of source that stands for `value` (an image's alternative text, a frontmatter value). */
export function textViewOfValue(source: string, start: number, end: number, value: string): TextView {
  const builder = newBuilder(source, () => undefined)
  addAligned(builder, start, end, value)
  return finish(builder, start)
}

/** `origin` is the source offset of an empty view. */
function finish(builder: Builder, origin: number): TextView {
  const { textStarts, sourceStarts, sourceLengths, text } = builder
  const segmentAt = (offset: number) => {
    let low = 0
    let high = textStarts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (textStarts[middle]! <= offset) low = middle
      else high = middle - 1
    }
    return low
  }
  const textLengthOf = (segment: number) => (textStarts[segment + 1] ?? text.length) - textStarts[segment]!
  const sourceOf = (offset: number) => {
    if (textStarts.length === 0) return origin
    if (offset >= text.length) return endOf(text.length - 1)
    const segment = segmentAt(offset)
    const inside = textLengthOf(segment) === sourceLengths[segment] ? offset - textStarts[segment]! : 0
    return sourceStarts[segment]! + inside
  }
  const endOf = (offset: number) => {
    const segment = segmentAt(offset)
    const exact = textLengthOf(segment) === sourceLengths[segment]
    return sourceStarts[segment]! + (exact ? offset - textStarts[segment]! + 1 : sourceLengths[segment]!)
  }
  const rangeOf = (textStart: number, textEnd: number) => {
    const start = sourceOf(textStart)
    return { start, end: textEnd > textStart ? Math.max(start, endOf(textEnd - 1)) : start }
  }
  const { tokens, links, emphasis, raised } = builder
  return { text, tokens, links, emphasis, raised, sourceOf, rangeOf }
}

function addNode(builder: Builder, node: MarkdownNode): void {
  switch (node.type) {
    case 'text':
      return addAligned(builder, startOf(node), endOf(node), node.value)
    case 'inlineCode':
      return addInside(builder, node, node.value, 'code')
    case 'emphasis':
    case 'strong': {
      const textStart = builder.text.length
      for (const child of node.children) addNode(builder, child)
      builder.emphasis.push({ textStart, textEnd: builder.text.length, strong: node.type === 'strong' })
      return
    }
    case 'link':
    case 'linkReference':
      return addLink(builder, node)
    case 'image':
      builder.links.push({ node, url: node.url, textStart: builder.text.length, textEnd: builder.text.length, image: true })
      return
    case 'imageReference':
      return
    case 'break':
      return add(builder, '\n', startOf(node), endOf(node) - startOf(node))
    case 'footnoteReference': {
      const textStart = builder.text.length
      add(builder, builder.source.slice(startOf(node), endOf(node)), startOf(node), endOf(node) - startOf(node))
      builder.tokens.push({ type: 'citation', textStart, textEnd: builder.text.length })
      return
    }
    case 'html':
      return addHtml(builder, node, node.value)
    default:
      return addOther(builder, node)
  }
}

function addOther(builder: Builder, node: MarkdownNode): void {
  const type: string = node.type
  if (type === 'mdxJsxTextElement' || type === 'mdxJsxFlowElement') {
    const name = 'name' in node && typeof node.name === 'string' ? node.name : ''
    if (name === 'br') return add(builder, '\n', startOf(node), endOf(node) - startOf(node))
    const textStart = builder.text.length
    addChildren(builder, node)
    closeElement(builder, node, name, textStart, jsxAttribute(node, 'href'))
    return
  }
  if (type === 'mdxTextExpression') return
  if (type === 'inlineMath') return addInside(builder, node, 'value' in node ? String(node.value) : '', 'math')
  addChildren(builder, node)
}

function addChildren(builder: Builder, node: MarkdownNode): void {
  if (!('children' in node)) return
  for (const child of node.children) addNode(builder, child)
}

function jsxAttribute(node: MarkdownNode, name: string): string {
  const attributes = 'attributes' in node && Array.isArray(node.attributes) ? node.attributes : []
  for (const attribute of attributes) {
    if (attribute.type === 'mdxJsxAttribute' && attribute.name === name && typeof attribute.value === 'string')
      return attribute.value
  }
  return ''
}

function addLink(builder: Builder, node: Extract<MarkdownNode, { type: 'link' | 'linkReference' }>): void {
  const url = node.type === 'link' ? node.url : (builder.definitions(node.identifier) ?? '')
  const textStart = builder.text.length
  for (const child of node.children) addNode(builder, child)
  const textEnd = builder.text.length
  builder.links.push({ node, url, textStart, textEnd, image: false })
  const text = builder.text.slice(textStart, textEnd)
  const bare = URL_LIKE.test(text) || text === url || `mailto:${text}` === url
  builder.tokens.push({ type: bare ? 'url' : 'link', textStart, textEnd })
}

const URL_LIKE = /^(?:https?:\/\/|www\.)\S+$/i
const TAG = /^<(\/?)([a-z][a-z0-9]*)\b/i
const HREF = /\bhref\s*=\s*["']?([^"'\s>]+)/i

function addHtml(builder: Builder, node: MarkdownNode, value: string): void {
  const tag = TAG.exec(value)
  if (!tag) return
  const name = tag[2]!.toLowerCase()
  if (name === 'br') return add(builder, '\n', startOf(node), endOf(node) - startOf(node))
  if (tag[1] === '') {
    builder.openHtml.push({ name, textStart: builder.text.length, url: HREF.exec(value)?.[1] ?? '', node })
    return
  }
  for (let index = builder.openHtml.length - 1; index >= 0; index--) {
    const open = builder.openHtml[index]!
    if (open.name !== name) continue
    builder.openHtml.length = index
    closeElement(builder, open.node, name, open.textStart, open.url)
    return
  }
}

function closeElement(builder: Builder, node: MarkdownNode, name: string, textStart: number, url: string): void {
  const textEnd = builder.text.length
  if (name === 'sup') builder.raised.push({ textStart, textEnd })
  if (name === 'b' || name === 'strong' || name === 'i' || name === 'em') {
    builder.emphasis.push({ textStart, textEnd, strong: name === 'b' || name === 'strong' })
  }
  if (name !== 'a' || url === '') return
  builder.links.push({ node, url, textStart, textEnd, image: false })
  builder.tokens.push({ type: URL_LIKE.test(builder.text.slice(textStart, textEnd)) ? 'url' : 'link', textStart, textEnd })
}

/** Content between markers of unknown width (backticks, dollars). */
function addInside(builder: Builder, node: MarkdownNode, value: string, type: Token['type']): void {
  const start = startOf(node)
  const end = endOf(node)
  const inside = value === '' ? -1 : builder.source.slice(start, end).indexOf(value)
  const textStart = builder.text.length
  if (inside < 0) add(builder, value.replaceAll(/\s+/g, ' '), start, end - start)
  else add(builder, value.replaceAll(/\s/g, ' '), start + inside, value.length)
  builder.tokens.push({ type, textStart, textEnd: builder.text.length })
}

/** URLs and template shortcodes that the parser took for text. */
const NOT_PROSE =
  /https?:\/\/[^\s<>"]+|\bwww\.[^\s<>"]+|\{\{[<%]?[^{}]{0,400}[>%]?\}\}|\{%[^{}%]{0,400}%\}|\{[:#.][^{}\n]{0,200}\}/gi

function addTextTokens(builder: Builder): void {
  if (!builder.text.includes('http') && !builder.text.includes('{') && !builder.text.includes('www.')) return
  for (const match of builder.text.matchAll(NOT_PROSE)) {
    const textStart = match.index
    const textEnd = textStart + trimmedLength(match[0])
    const known = builder.tokens.some(
      (token) => token.type !== 'link' && token.textStart <= textStart && token.textEnd >= textEnd,
    )
    if (!known) builder.tokens.push({ type: match[0].startsWith('{') ? 'shortcode' : 'url', textStart, textEnd })
  }
}

function trimmedLength(text: string): number {
  let length = text.length
  while (length > 1 && '.,;:!?)\'"'.includes(text[length - 1]!) && !(text[length - 1] === ')' && text.includes('('))) length--
  return length
}

function add(builder: Builder, text: string, sourceStart: number, sourceLength: number): void {
  if (text === '') return
  const last = builder.textStarts.length - 1
  const exact = text.length === sourceLength
  if (exact && last >= 0) {
    const lastLength = builder.text.length - builder.textStarts[last]!
    const follows = builder.sourceStarts[last]! + builder.sourceLengths[last]! === sourceStart
    if (follows && lastLength === builder.sourceLengths[last]) {
      builder.sourceLengths[last] = lastLength + sourceLength
      builder.text += text
      return
    }
  }
  builder.textStarts.push(builder.text.length)
  builder.sourceStarts.push(sourceStart)
  builder.sourceLengths.push(sourceLength)
  builder.text += text
}

const REFERENCE = /&(?:#[xX][\da-fA-F]{1,6}|#\d{1,7}|[a-zA-Z][a-zA-Z\d]{1,31});/y
const AMPERSAND = new Set(['&amp;', '&AMP;', '&#38;', '&#x26;', '&#X26;'])
/** What parsers replace by U+FFFD: NUL and halves of a surrogate pair. */
const REPLACED = /^[\0\uD800-\uDFFF]$/
const ESCAPABLE = /[!-/:-@[-`{-~]/

function addAligned(builder: Builder, start: number, end: number, value: string): void {
  const { source } = builder
  if (end - start === value.length && source.startsWith(value, start) && !value.includes('\r')) {
    const text = value.includes('\n') ? value.replaceAll('\n', ' ') : value
    return add(builder, text, start, value.length)
  }
  let at = start
  let index = 0
  while (index < value.length) {
    const character = value[index]!
    if (character === '\n' || character === '\r') {
      const lineEnd = findLineEnd(source, at, end)
      add(builder, ' ', lineEnd, 1)
      index += character === '\r' && value[index + 1] === '\n' ? 2 : 1
      at = skipLinePrefix(source, lineEnd, end, writtenQuotes(value, index))
      continue
    }
    const here = source[at]
    if (here === '&') {
      REFERENCE.lastIndex = at
      const reference = REFERENCE.exec(source)?.[0]
      if (reference && (character !== '&' || AMPERSAND.has(reference))) {
        const length = isHighSurrogate(character) ? 2 : 1
        add(builder, value.slice(index, index + length), at, reference.length)
        at += reference.length
        index += length
        continue
      }
    }
    if (here === '\\' && ESCAPABLE.test(source[at + 1] ?? '') && source[at + 1] === character) {
      add(builder, character, at + 1, 1)
      at += 2
      index++
      continue
    }
    if (here === character || (character === '\uFFFD' && REPLACED.test(here ?? ''))) {
      add(builder, character, at, 1)
      at++
      index++
      continue
    }
    const found = source.indexOf(character, at)
    if (found < 0 || found >= end) {
      add(builder, value.slice(index).replaceAll(/\s/g, ' '), Math.min(at, end), Math.max(0, end - at))
      return
    }
    at = found
  }
}

function isHighSurrogate(character: string): boolean {
  const code = character.charCodeAt(0)
  return code >= 0xd800 && code < 0xdc00
}

function findLineEnd(source: string, at: number, end: number): number {
  let index = at
  while (index < end && source[index] !== '\n' && source[index] !== '\r') index++
  return index
}

/** Start of what the next line says; `written`: how many `>` in front of it are text of the author (far indented), not marks of a quote. */
function skipLinePrefix(source: string, lineEnd: number, end: number, written: number): number {
  let index = lineEnd + (source[lineEnd] === '\r' && source[lineEnd + 1] === '\n' ? 2 : 1)
  while (index < end && (source[index] === ' ' || source[index] === '\t' || source[index] === '>')) index++
  for (let left = written; left > 0 && index > lineEnd; ) if (source[--index] === '>') left--
  return index
}

/** `>` that a line of the value starts with. */
function writtenQuotes(value: string, start: number): number {
  let quotes = 0
  for (let index = start; value[index] === '>' || (quotes > 0 && /[ \t]/.test(value[index] ?? '')); index++) {
    if (value[index] === '>') quotes++
  }
  return quotes
}

export function startOf(node: MarkdownNode): number {
  return node.position?.start.offset ?? 0
}

export function endOf(node: MarkdownNode): number {
  return node.position?.end.offset ?? 0
}
