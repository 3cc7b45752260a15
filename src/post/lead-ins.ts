/** Sentences that announce a list: with the wrong mark at their end, or without the list. */
import { visit } from './blocks.ts'
import { isBlank } from './mdx-elements.ts'
import { endOf, type MarkdownNode, startOf } from './text-view.ts'
import type { Block, Post, Range } from './types.ts'

type Source = Pick<Post, 'tree' | 'blocks' | 'text'>

interface Paragraph {
  block: Block
  next: MarkdownNode | undefined
}

/** Paragraphs outside of lists with what follows them. */
function paragraphs({ tree, blocks }: Source): Paragraph[] {
  const byStart = new Map(blocks.filter(({ zone }) => zone !== 'caption').map((block) => [block.start, block]))
  const found: Paragraph[] = []
  visit(tree, (node, parent) => {
    if (node.type !== 'paragraph' || !parent || !('children' in parent) || parent.type === 'listItem') return
    const first = node.children.find((child) => !isBlank(child))
    const block = first && byStart.get(startOf(first))
    if (!block || (block.section && block.section.kind !== 'body')) return
    const siblings: readonly MarkdownNode[] = parent.children
    found.push({ block, next: siblings.slice(siblings.indexOf(node) + 1).find((sibling) => !isComment(sibling)) })
  })
  return found
}

function isComment(node: MarkdownNode): boolean {
  return node.type === 'html' && /^<!--[\s\S]*?-->$/.test(node.value.trim())
}

/** A sentence with a full stop leads in only when it says so. */
const LEADS_IN =
  /(?:\b(?:the following|as follows|such as|including|includes?|listed below|shown below|(?:these|following)(?: \p{L}+){1,3})|\bthe (?:steps|symptoms|signs|reasons|causes|items|options|points|things) (?:are|below))\.$/iu
/** What is named may stand in the text already: "Both of these options work." */
const REFERS_BACK =
  /\b(?:all|both|each|any|some|many|most|one|none|neither|either) of (?:these|the following)\b|\b(?:in|for|of|on|to|with|by|from|at|like|about) these\b/i

/** The last mark of lead-ins that end with `;`, or with a full stop although a list is announced. */
export function leadIns(post: Source): Range[] {
  const found: Range[] = []
  if (!post.blocks.some(({ list }) => list)) return found
  for (const { block, next } of paragraphs(post)) {
    if (next?.type !== 'list') continue
    const text = block.text.trimEnd()
    const sentence = text.slice(lastSentence(text))
    if (!text.endsWith(';') && !(LEADS_IN.test(sentence) && !REFERS_BACK.test(sentence))) continue
    if (block.tokens.some(({ type, textEnd }) => type !== 'link' && textEnd >= text.length)) continue
    const mark = block.rangeOf(text.length - 1, text.length)
    // The `;` of a character reference is no mark.
    if (post.text.slice(mark.start, mark.end) === text.at(-1)) found.push(mark)
  }
  return found
}

function lastSentence(text: string): number {
  const before = text.slice(0, -1)
  return Math.max(before.lastIndexOf('. '), before.lastIndexOf('! '), before.lastIndexOf('? '), before.lastIndexOf('\n')) + 1
}

const ANNOUNCES = /\bas follows(?=\s*[.:]?\s*$)/i
/** What can be the list: anything but prose. */
const PROSE = new Set(['paragraph', 'heading', 'thematicBreak'])
/** Items written as paragraphs. */
const ITEM = /^(?:\(?[\divx]{1,4}[.):]|\(?[a-z][.)]|[-–—•*·✓✔☐>]|first(?:ly)?\b|step\b|\p{Extended_Pictographic})/iu

/** "as follows" at the end of a paragraph that nothing follows. */
export function announcedLists(post: Source): Range[] {
  if (!post.blocks.some(({ text }) => ANNOUNCES.test(text))) return []
  return paragraphs(post).flatMap(({ block, next }) => {
    const phrase = ANNOUNCES.exec(block.text)
    if (!phrase || (next && !PROSE.has(next.type))) return []
    if (next?.type === 'heading' && (block.section === undefined || next.depth > block.section.depth)) return []
    // Behind a colon a formula, or steps in prose, may be what was announced.
    if (next?.type === 'paragraph' && (block.text.trimEnd().endsWith(':') || isItem(post, next))) return []
    return [block.rangeOf(phrase.index, phrase.index + phrase[0].length)]
  })
}

function isItem({ text }: Source, node: Extract<MarkdownNode, { type: 'paragraph' }>): boolean {
  const first = node.children.find((child) => !isBlank(child))
  if (first?.type !== 'text') return true
  return ITEM.test(text.slice(startOf(node), endOf(node)).trim())
}
