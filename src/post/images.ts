/** Images of the body, as Markdown, HTML or MDX write them, with address and alternative text. */
import { visit } from './blocks.ts'
import { type Tag, tagsIn } from './html-tags.ts'
import { isElement } from './mdx-elements.ts'
import { endOf, type MarkdownNode, startOf } from './text-view.ts'
import type { Image, Post, Range } from './types.ts'

type Source = Pick<Post, 'tree' | 'text'>

/** Components that stand for one image in the common site generators. */
const IMAGE_ELEMENT = /^(?:img|Image|Img|StaticImage|GatsbyImage|NextImage)$/

export function findImages(post: Source, bodyStart: number): Image[] {
  const images: Image[] = []
  const definitions = new Map<string, Definition>()
  visit(post.tree, (node) => {
    if (node.type === 'definition' && !definitions.has(node.identifier))
      definitions.set(node.identifier, { url: node.url, start: startOf(node), end: endOf(node) })
  })
  visit(post.tree, (node) => {
    if (startOf(node) < bodyStart) return
    if (node.type === 'image' || node.type === 'imageReference') images.push(fromMarkdown(post.text, node, definitions))
    else for (const tag of elementTags(post.text, node)) if (IMAGE_ELEMENT.test(tag.name)) images.push(fromTag(tag))
  })
  return images.sort((a, b) => a.start - b.start)
}

/** Start tags that a node of HTML or MDX holds; children of an MDX element are nodes of their own. */
export function elementTags(source: string, node: MarkdownNode): Tag[] {
  const start = startOf(node)
  if (node.type === 'html') return tagsIn(source, start, endOf(node))
  if (!isElement(node)) return []
  const tag = tagsIn(source, start, endOf(node))[0]
  return tag && tag.start === start ? [tag] : []
}

interface Definition extends Range {
  url: string
}

function fromMarkdown(
  source: string,
  node: Extract<MarkdownNode, { type: 'image' | 'imageReference' }>,
  definitions: ReadonlyMap<string, Definition>,
): Image {
  const start = startOf(node)
  const end = endOf(node)
  const alt = node.alt ?? ''
  const definition = node.type === 'imageReference' ? definitions.get(node.identifier) : undefined
  const altEnd = endOfLabel(source, start + 1, end)
  const url = node.type === 'image' ? node.url : (definition?.url ?? '')
  const within = definition ?? { start: altEnd, end }
  // A reference's label stands in front of the address, and may read like it.
  const from = definition ? endOfLabel(source, within.start, within.end) : within.start
  const at = url === '' ? -1 : source.slice(from, within.end).indexOf(url)
  const attributes = ATTRIBUTES.exec(source.slice(end, end + LONGEST_ATTRIBUTES))?.[0] ?? ''
  return {
    start,
    end,
    form: 'markdown',
    url,
    urlRange: at < 0 ? undefined : { start: from + at, end: from + at + url.length },
    alt,
    altRange: altEnd > start + 2 ? trimmed(source, start + 2, altEnd - 1) : undefined,
    decorative: /\b(?:fig-)?alt\s*=|\.decorative\b|\brole="?(?:presentation|none)\b/.test(attributes),
  }
}

/** Attributes of Pandoc and Quarto behind an image: `{fig-alt="…"}`. */
const ATTRIBUTES = /^\{[^{}]*\}/
const LONGEST_ATTRIBUTES = 1000

/** Offset behind the `]` that closes the `[` at `start`. */
function endOfLabel(source: string, start: number, end: number): number {
  let depth = 0
  for (let at = start; at < end; at++) {
    if (source[at] === '\\') at++
    else if (source[at] === '[') depth++
    else if (source[at] === ']' && --depth === 0) return at + 1
  }
  return start
}

function fromTag({ start, end, attributes, spread }: Tag): Image {
  const alt = attributes.get('alt')
  const src = attributes.get('src')
  const role = attributes.get('role')?.value
  const hidden = attributes.get('aria-hidden')
  const named = attributes.has('aria-label') || attributes.has('aria-labelledby')
  return {
    start,
    end,
    form: 'element',
    url: src?.value ?? '',
    urlRange: src?.value ? src.at : undefined,
    // An expression, or attributes out of sight, may hold any text.
    alt: alt ? (alt.value ?? (alt.at.end > alt.at.start + 'alt'.length ? undefined : '')) : spread || named ? undefined : '',
    altRange: alt?.value ? alt.at : undefined,
    decorative:
      alt?.value === '' || role === 'presentation' || role === 'none' || (hidden !== undefined && hidden.value !== 'false'),
  }
}

function trimmed(source: string, start: number, end: number): Range | undefined {
  let from = start
  let to = end
  while (from < to && /\s/.test(source[from]!)) from++
  while (to > from && /\s/.test(source[to - 1]!)) to--
  return to > from ? { start: from, end: to } : undefined
}
