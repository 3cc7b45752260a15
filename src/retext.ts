/**
 * `medlint/retext`: runs any retext plugin on medlint's sentences. Positions are right where remark-retext's are not (behind character
 * references, escapes, in block quotes), and tables are read.
 */
import type { Root as MarkdownRoot } from 'mdast'
import type { Paragraph, Root, SentenceContent, Sentence as SentenceNode, Word as WordNode } from 'nlcst'
import { type PluggableList, type Processor, unified } from 'unified'
import type { VFile } from 'vfile'
import './cli/register-host.ts'
import { currentHost } from './lint/host.ts'
import { type Lines, lineIndex } from './lint/lines.ts'
import { createPost } from './post/post.ts'
import type { Block, Post, Sentence } from './post/types.ts'
import { CITATION_MARK, OPAQUE_MARK } from './post/types.ts'

/** retext plugins (`[retextReadability, [retextSpell, {dictionary}]]`) or a processor that holds them. */
export type RetextOptions = PluggableList | Processor

export default function medlintRetext(options: RetextOptions) {
  const processor = Array.isArray(options) ? unified().use(options) : options
  processor.freeze()
  return async (tree: MarkdownRoot, file: VFile): Promise<undefined> => {
    const text = String(file)
    const post = createPost(text, { parse: () => tree, tree, path: file.path, resources: currentHost()?.resources })
    await processor.run(toNlcst(post), file)
  }
}

/** The prose of a post as a retext tree: a paragraph per block, our sentences, our words. */
export function toNlcst(post: Post): Root {
  const lines = lineIndex(post.text)
  const paragraphs: Paragraph[] = []
  let block: Block | undefined
  for (const sentence of post.sentences) {
    if (sentence.block !== block) {
      block = sentence.block
      paragraphs.push({ type: 'ParagraphNode', children: [], position: positionOf(lines, block.start, block.end) })
    }
    paragraphs.at(-1)!.children.push(toSentence(sentence, lines))
  }
  return { type: 'RootNode', children: paragraphs, position: positionOf(lines, 0, post.text.length) }
}

function toSentence(sentence: Sentence, lines: Lines): SentenceNode {
  const children: SentenceContent[] = []
  let at = sentence.textStart
  for (const word of sentence.words) {
    children.push(...between(sentence, at, word.textStart, lines))
    children.push(toWord(sentence.block, word.textStart, word.textEnd, lines))
    at = word.textEnd
  }
  children.push(...between(sentence, at, sentence.textEnd, lines))
  return { type: 'SentenceNode', children, position: positionOf(lines, sentence.start, sentence.end) }
}

function toWord(block: Block, start: number, end: number, lines: Lines): WordNode {
  const position = placeOf(block, start, end, lines)
  return { type: 'WordNode', children: [{ type: 'TextNode', value: block.text.slice(start, end), position }], position }
}

const PIECE = new RegExp(
  `\\s+|[${CITATION_MARK}${OPAQUE_MARK}]+|[\\p{P}\\p{S}]|[^\\s${CITATION_MARK}${OPAQUE_MARK}\\p{P}\\p{S}]+`,
  'gu',
)

/** White space, punctuation, symbols; citations, code and URLs as source nodes, which retext plugins leave alone. */
function between({ block }: Sentence, start: number, end: number, lines: Lines): SentenceContent[] {
  if (start >= end) return []
  return [...block.masked.slice(start, end).matchAll(PIECE)].map((match) => {
    const from = start + match.index
    const to = from + match[0].length
    const type = pieceType(match[0])
    return { type, value: block.text.slice(from, to), position: placeOf(block, from, to, lines) } as SentenceContent
  })
}

function pieceType(piece: string): 'WhiteSpaceNode' | 'SourceNode' | 'PunctuationNode' | 'SymbolNode' {
  if (/^\s/.test(piece)) return 'WhiteSpaceNode'
  if (piece[0] === CITATION_MARK || piece[0] === OPAQUE_MARK) return 'SourceNode'
  return /^\p{P}/u.test(piece) ? 'PunctuationNode' : 'SymbolNode'
}

function placeOf(block: Block, start: number, end: number, lines: Lines) {
  const range = block.rangeOf(start, end)
  return positionOf(lines, range.start, range.end)
}

function positionOf(lines: Lines, start: number, end: number) {
  return { start: { ...lines.pointAt(start), offset: start }, end: { ...lines.pointAt(end), offset: end } }
}
