/** One post: parsed once, every fact computed on first use and kept. */
import { findAbbreviations } from './abbreviations.ts'
import { collectBlocks, collectComments, type RawBlock } from './blocks.ts'
import { findCitations } from './citations.ts'
import { findPassages } from './claims/absolutes.ts'
import { findFigures } from './claims/figures.ts'
import { findGestures } from './claims/gestures.ts'
import { findClaims, readAll } from './claims/index.ts'
import { gatherEvidence } from './claims/support.ts'
import { findStatements } from './disclosure/statements.ts'
import { parseFrontmatter } from './frontmatter.ts'
import { findImages } from './images.ts'
import { detectLanguage } from './language.ts'
import { classifyLink, hostOf } from './links.ts'
import { isFigureOfSpeech } from './other-figures.ts'
import { plainLists } from './packed-list.ts'
import { measureReadability } from './readability/index.ts'
import { idsOfUrl } from './references/identifiers.ts'
import { findReferences } from './references/index.ts'
import { collectSections } from './sections.ts'
import { splitSentences } from './sentence-splitter.ts'
import { endOf, startOf, type ViewLink } from './text-view.ts'
import { adoptTree, shiftPositions } from './tree.ts'
import type { Block, Citation, Link, Parse, Post, Project, Range, Resources, Sentence } from './types.ts'
import { CITATION_MARK, OPAQUE_MARK } from './types.ts'
import { findWords } from './words.ts'

export interface PostOptions {
  parse: Parse
  /** Relative to the project root, with `/`. `.mdx` selects MDX. */
  path?: string | undefined
  /** A ready tree, inside remark; `parse` is then not called. */
  tree?: Post['tree'] | undefined
  project?: Project | undefined
  resources?: Resources | undefined
  /** Language code, when the host knows it. */
  lang?: string | undefined
}

const NO_RESOURCES: Resources = () => undefined

export function createPost(text: string, options: PostOptions): Post {
  const { path, project = {} } = options
  const resources = plainLists(options.resources ?? NO_RESOURCES)
  const mdx = path?.toLowerCase().endsWith('.mdx') ?? false
  const post = { text, path, mdx, project, resources } as Post
  fact(post, 'tree', () => shiftPositions(options.tree ? adoptTree(options.tree, text) : options.parse(text, { mdx }), text))
  fact(post, 'frontmatter', () => parseFrontmatter(text))
  fact(post, 'blocks', () => completeBlocks(post))
  fact(post, 'sections', () => collectSections(post.blocks, text.length))
  fact(post, 'links', () => post.blocks.flatMap((block) => block.links))
  fact(post, 'images', () => findImages(post, bodyStart(post)))
  fact(post, 'references', () => findReferences(post))
  fact(post, 'citations', () => findCitations(post))
  fact(post, 'prose', () => proseOf(post))
  fact(post, 'sentences', () => sentencesOf(post))
  fact(post, 'study', () => readAll(post))
  fact(post, 'evidence', () => gatherEvidence(post))
  fact(post, 'passages', () => findPassages(post))
  fact(post, 'statements', () => findStatements(post))
  fact(post, 'claims', () => findClaims(post))
  fact(post, 'figures', () => findFigures(post).filter((figure) => !isFigureOfSpeech(figure)))
  fact(post, 'gestures', () => findGestures(post))
  fact(post, 'abbreviations', () => findAbbreviations(post))
  fact(post, 'readability', () => measureReadability(post.sentences, resources))
  fact(post, 'comments', () => collectComments(post.tree, bodyStart(post), mdx))
  fact(post, 'language', () => detectLanguage(post.blocks, options.lang ?? declaredLanguage(post), resources))
  fact(post, 'titleRange', () => titleRangeOf(post))
  fact(post, 'title', () => titleOf(post))
  return post
}

function fact<Key extends keyof Post>(post: Post, key: Key, compute: () => Post[Key]): void {
  Object.defineProperty(post, key, {
    configurable: true,
    enumerable: true,
    get() {
      const value = compute()
      Object.defineProperty(post, key, { value, enumerable: true })
      return value
    },
  })
}

/** End of the frontmatter block; 0 without one. */
function bodyStart(post: Post): number {
  return post.frontmatter.format === 'none' ? 0 : post.frontmatter.end
}

function completeBlocks(post: Post): Block[] {
  const raw = collectBlocks(post.tree, post.text, bodyStart(post))
  let byBlock: Map<Block, Citation[]> | undefined
  const citationsIn = (block: Block) => {
    if (!byBlock) {
      byBlock = new Map()
      for (const citation of post.citations) {
        const list = byBlock.get(citation.block)
        if (list) list.push(citation)
        else byBlock.set(citation.block, [citation])
      }
    }
    return byBlock.get(block) ?? []
  }
  const sectionsOf = () => post.sections
  return raw.map((block) => completeBlock(post, block, citationsIn, sectionsOf))
}

function completeBlock(
  post: Post,
  raw: RawBlock,
  citationsIn: (block: Block) => Citation[],
  sections: () => Post['sections'],
): Block {
  const block = new CompleteBlock(raw, citationsIn, sections)
  block.links = raw.view.links.map((link) => toLink(post, block, link))
  return block
}

/** A class, since a long post has thousands of blocks and sentences: accessors of an object literal are made anew for each. */
class CompleteBlock implements Block {
  readonly index: number
  readonly zone: Block['zone']
  readonly start: number
  readonly end: number
  readonly text: string
  readonly tokens: Block['tokens']
  readonly emphasis: Block['emphasis']
  readonly raised: Block['raised']
  readonly quoteDepth: number
  readonly depth: number
  readonly list: Block['list']
  readonly table: Block['table']
  readonly sourceOf: Block['sourceOf']
  readonly rangeOf: Block['rangeOf']
  links: Link[] = []
  quoted: Block['quoted']
  readonly #citationsIn: (block: Block) => Citation[]
  readonly #sections: () => Post['sections']
  #masked: string | undefined
  #section: Block['section'] | null = null

  constructor(raw: RawBlock, citationsIn: (block: Block) => Citation[], sections: () => Post['sections']) {
    const { text, tokens, emphasis, raised, sourceOf, rangeOf } = raw.view
    this.index = raw.index
    this.zone = raw.zone
    this.start = raw.start
    this.end = raw.end
    this.text = text
    this.tokens = tokens
    this.emphasis = emphasis
    this.raised = raised
    this.quoteDepth = raw.quoteDepth
    this.depth = raw.depth
    this.list = raw.list
    this.table = raw.table
    this.sourceOf = sourceOf
    this.rangeOf = rangeOf
    this.#citationsIn = citationsIn
    this.#sections = sections
  }

  get masked(): string {
    this.#masked ??= mask(this, this.#citationsIn(this))
    return this.#masked
  }

  get section(): Block['section'] {
    if (this.#section === null) this.#section = sectionAt(this.#sections(), this.start)
    return this.#section
  }
}

function sectionAt(sections: Post['sections'], offset: number): Block['section'] {
  let low = 0
  let high = sections.length - 1
  if (high < 0 || sections[0]!.start > offset) return undefined
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (sections[middle]!.start <= offset) low = middle
    else high = middle - 1
  }
  return sections[low]
}

function mask(block: Block, citations: readonly Citation[]): string {
  const { text } = block
  const spans: { from: number; to: number; mark: string }[] = []
  for (const token of block.tokens) {
    if (token.type === 'link') continue
    spans.push({ from: token.textStart, to: token.textEnd, mark: token.type === 'citation' ? CITATION_MARK : OPAQUE_MARK })
  }
  for (const citation of citations) {
    if (citation.kind === 'link' || citation.kind === 'identifier') continue
    spans.push({ from: citation.textStart, to: citation.textEnd, mark: CITATION_MARK })
  }
  if (spans.length === 0) return text
  spans.sort((a, b) => a.from - b.from || b.to - a.to)
  let masked = ''
  let at = 0
  for (const { from, to, mark } of spans) {
    if (to <= at) continue
    const start = Math.max(from, at)
    masked += text.slice(at, start) + mark.repeat(to - start)
    at = to
  }
  return masked + text.slice(at)
}

function toLink(post: Post, block: Block, link: ViewLink): Link {
  const { url, textStart, textEnd, image } = link
  const ids = idsOfUrl(url)
  const start = startOf(link.node)
  const end = endOf(link.node)
  const at = url === '' ? -1 : post.text.slice(start, end).lastIndexOf(url)
  return {
    start,
    end,
    block,
    url,
    ids,
    image,
    textStart,
    textEnd,
    text: block.text.slice(textStart, textEnd),
    host: hostOf(url),
    kind: image ? 'media' : classifyLink(url, ids, post.project.ownDomains ?? []),
    urlRange: at < 0 ? undefined : { start: start + at, end: start + at + url.length },
  }
}

const PROSE_ZONES = new Set(['paragraph', 'list-item', 'table-cell', 'block-quote', 'footnote'])

function proseOf(post: Post): Block[] {
  const { entries } = post.references
  const listed = entries.length > 0 ? entries.map(({ start, end }) => ({ start, end })).sort((a, b) => a.start - b.start) : []
  let next = 0
  return post.blocks.filter((block) => {
    if (!PROSE_ZONES.has(block.zone) || block.text.trim() === '') return false
    if (block.section && block.section.kind !== 'body') return false
    while (next < listed.length && listed[next]!.end <= block.start) next++
    const entry = listed[next]
    return !entry || entry.start > block.start
  })
}

function sentencesOf({ text, prose }: Post): Sentence[] {
  const sentences: Sentence[] = []
  for (const block of prose) {
    const { masked } = block
    for (const { start: textStart, end: textEnd } of splitSentences(masked)) {
      const { start, end } = trimmed(text, block.rangeOf(textStart, textEnd))
      // Code that holds nothing but white space.
      if (start === end) continue
      sentences.push(new BlockSentence(sentences.length, block, textStart, textEnd, start, end, masked))
    }
  }
  return sentences
}

class BlockSentence implements Sentence {
  readonly index: number
  readonly block: Block
  readonly textStart: number
  readonly textEnd: number
  readonly start: number
  readonly end: number
  readonly zone: Sentence['zone']
  readonly text: string
  measured: Sentence['measured']
  readonly #masked: string
  #words: Sentence['words'] | undefined

  constructor(index: number, block: Block, textStart: number, textEnd: number, start: number, end: number, masked: string) {
    this.index = index
    this.block = block
    this.textStart = textStart
    this.textEnd = textEnd
    this.start = start
    this.end = end
    this.zone = block.zone
    this.text = block.text.slice(textStart, textEnd)
    this.#masked = masked
  }

  get words(): Sentence['words'] {
    this.#words ??= findWords(this.#masked, this.textStart, this.textEnd)
    return this.#words
  }
}

/** A code span may end in white space, which belongs to no sentence. */
function trimmed(source: string, { start, end }: Range): Range {
  let last = end
  while (last > start && /\s/.test(source[last - 1]!)) last--
  return { start, end: last }
}

function declaredLanguage(post: Post): string | undefined {
  const { data } = post.frontmatter
  const value = data['lang'] ?? data['language'] ?? data['locale']
  return typeof value === 'string' && /^[a-z]{2,3}(?:[-_][a-z0-9]+)*$/i.test(value.trim()) ? value : undefined
}

function titleRangeOf(post: Post): Range {
  const entry = post.frontmatter.entries.get('title')
  if (entry && typeof entry.data === 'string' && entry.data.trim() !== '') return entry.value
  const heading = post.blocks.find((block) => block.zone === 'heading')
  if (heading && heading.text !== '') return heading.rangeOf(0, heading.text.length)
  return firstLine(post.text, bodyStart(post))
}

/** First line with text at or behind `from`. */
function firstLine(text: string, from: number): Range {
  const match = /[^\s\uFEFF][^\r\n]*/g
  match.lastIndex = from
  const found = match.exec(text)
  return found ? { start: found.index, end: found.index + found[0].trimEnd().length } : { start: 0, end: 0 }
}

function titleOf(post: Post): string {
  const { data } = post.frontmatter
  if (typeof data['title'] === 'string' && data['title'].trim() !== '') return data['title']
  return post.blocks.find((block) => block.zone === 'heading')?.text ?? ''
}
