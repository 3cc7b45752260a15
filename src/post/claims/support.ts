/** Is a qualifying citation near enough, and where (RULES.md 2.6 and 2.7)? */
import type { Block, Citation, Link, Post, Range, Sentence, Support } from '../types.ts'
import { isAnaphoric, isNaming, opensNewProposition, pointsBack, sharesTopic } from './cohesion.ts'
import type { Structure } from './lists.ts'

export interface Supported {
  support: Support
  supportedBy: Range | undefined
}

/** Citations and links of a post by the sentence that holds them. */
export interface Evidence {
  /** First qualifying citation of each sentence. */
  qualifying: Map<Sentence, Citation>
  /** Markers that lead nowhere. */
  dangling: Map<Sentence, Citation>
  /** Links that cannot support: own site, encyclopaedia, shop. */
  weak: Map<Sentence, Link>
  /** Sentences of each block, in order. */
  sentencesOf: Map<Block, Sentence[]>
}

export function isQualifying(citation: Citation): boolean {
  if (citation.kind === 'link' || citation.kind === 'identifier' || citation.kind === 'key') return true
  if (citation.references.length > 0) return true
  return citation.link !== undefined && CITING.has(citation.link.kind)
}

const CITING: ReadonlySet<Link['kind']> = new Set(['scholarly', 'authority', 'other'])
const WEAK: ReadonlySet<Link['kind']> = new Set(['own-site', 'gloss', 'vendor'])

export function gatherEvidence(post: Post): Evidence {
  const evidence: Evidence = { qualifying: new Map(), dangling: new Map(), weak: new Map(), sentencesOf: new Map() }
  for (const sentence of post.sentences) {
    const list = evidence.sentencesOf.get(sentence.block)
    if (list) list.push(sentence)
    else evidence.sentencesOf.set(sentence.block, [sentence])
  }
  const holder = (block: Block, textStart: number) => {
    const sentences = evidence.sentencesOf.get(block)
    return (
      sentences?.find((sentence) => sentence.textStart <= textStart && textStart < sentence.textEnd) ??
      sentences?.findLast((sentence) => sentence.textEnd <= textStart)
    )
  }
  for (const citation of post.citations) {
    const sentence = holder(citation.block, citation.textStart)
    if (!sentence) continue
    const map = isQualifying(citation) ? evidence.qualifying : evidence.dangling
    if (!map.has(sentence)) map.set(sentence, citation)
  }
  for (const link of post.links) {
    if (!link.block || link.image || !WEAK.has(link.kind)) continue
    const sentence = holder(link.block, link.textStart)
    if (sentence && !evidence.weak.has(sentence)) evidence.weak.set(sentence, link)
  }
  return evidence
}

export function supportOf(post: Post, sentence: Sentence, evidence: Evidence, structure: Structure): Supported {
  return (
    inParagraph(sentence, evidence) ??
    byThread(post, sentence, evidence) ??
    byList(post, sentence, evidence, structure) ??
    byQuote(post, sentence, evidence) ??
    byBlock(post, sentence, evidence) ??
    without(sentence, evidence)
  )
}

function found(support: Support, citation: Citation): Supported {
  return { support, supportedBy: { start: citation.start, end: citation.end } }
}

function inParagraph(sentence: Sentence, { qualifying, sentencesOf }: Evidence): Supported | undefined {
  const own = qualifying.get(sentence)
  if (own) return found('1:same', own)
  const around = sentencesOf.get(sentence.block) ?? []
  const index = around.indexOf(sentence)
  const next = around.slice(index + 1).find((other) => !isNaming(other))
  const after = next && qualifying.get(next)
  if (next && after && sharesTopic(sentence, next)) return found('1:next', after)
  return byAnaphor(around, index, qualifying)
}

/** One of the two sentences before has it, and every sentence from there on takes it up. */
function byAnaphor(
  around: readonly Sentence[],
  index: number,
  qualifying: ReadonlyMap<Sentence, Citation>,
): Supported | undefined {
  let steps = 0
  for (let at = index; at > 0 && steps < 2; at--) {
    const sentence = around[at]!
    if (!isNaming(sentence) || at === index) {
      if (!isAnaphoric(sentence) || opensNewProposition(sentence)) return undefined
      steps++
    }
    const before = qualifying.get(around[at - 1]!)
    if (before) return found('1:prev', before)
  }
  return undefined
}

/** "This trial", "the brace group": the work cited last in the same section. */
function byThread(post: Post, sentence: Sentence, { qualifying }: Evidence): Supported | undefined {
  if (!pointsBack(sentence)) return undefined
  const section = sentence.block.section
  for (let index = sentence.index - 1; index >= 0; index--) {
    const other = post.sentences[index]!
    if (other.block.section !== section) return undefined
    const citation = qualifying.get(other)
    if (citation) return found('1:thread', citation)
  }
  return undefined
}

function byList(
  post: Post,
  sentence: Sentence,
  { qualifying }: Evidence,
  { leadInOf, itemsOf }: Structure,
): Supported | undefined {
  const leadIn = leadInOf.get(sentence)
  const above = leadIn && qualifying.get(leadIn)
  if (above) return found('1:leadin', above)
  const header = headerCitation(post, sentence.block)
  if (header) return found('1:leadin', header)
  for (const item of itemsOf.get(sentence) ?? []) {
    const citation = qualifying.get(item)
    if (citation) return found('1:items', citation)
  }
  return undefined
}

function headerCitation(post: Post, { table }: Block): Citation | undefined {
  if (!table || table.row === 0) return undefined
  return post.citations.find(
    ({ block }) => block.table?.id === table.id && block.table.row === 0 && block.table.column === table.column,
  )
}

const ATTRIBUTION = /^\s*(?:[—–―-]|~|source:|from:)/i

/** The last line of the quotation names its source. */
function byQuote(post: Post, { block }: Sentence, { qualifying, sentencesOf }: Evidence): Supported | undefined {
  if (block.quoteDepth === 0) return undefined
  for (let index = block.index; index < post.blocks.length; index++) {
    const other = post.blocks[index]!
    if (other.quoteDepth === 0) return undefined
    if (other.zone === 'caption') continue
    const line = sentencesOf
      .get(other)
      ?.find((sentence) => ATTRIBUTION.test(sentence.text) || other.text.slice(0, sentence.textStart).includes('—'))
    const citation = line && qualifying.get(line)
    if (citation) return found('1:quote', citation)
  }
  return undefined
}

/** Markers that may close a section: a number, a name with a year, or a link with both as its text. */
function closes({ kind, link }: Citation): boolean {
  return (
    kind === 'numeric' ||
    kind === 'superscript' ||
    kind === 'footnote' ||
    kind === 'author-year' ||
    (link !== undefined && /(?:19|20)\d\d|^\[?\d+\]?$/.test(link.text))
  )
}

/** A marker on the heading, or behind the last words of the section. */
function byBlock(post: Post, { block }: Sentence, { qualifying }: Evidence): Supported | undefined {
  const { section } = block
  if (!section) return undefined
  const marks = blockCitations(post, qualifying).get(section.heading)
  return marks ? found('1:block', marks) : undefined
}

const cache = new WeakMap<Post, Map<Block, Citation>>()

function blockCitations(post: Post, qualifying: ReadonlyMap<Sentence, Citation>): Map<Block, Citation> {
  const known = cache.get(post)
  if (known) return known
  const marks = new Map<Block, Citation>()
  for (const citation of post.citations)
    if (citation.block.zone === 'heading' && isQualifying(citation) && closes(citation)) marks.set(citation.block, citation)
  for (const [index, sentence] of post.sentences.entries()) {
    const heading = sentence.block.section?.heading
    if (!heading || marks.has(heading) || post.sentences[index + 1]?.block.section?.heading === heading) continue
    const last = qualifying.get(sentence)
    if (last && closes(last)) marks.set(heading, last)
  }
  cache.set(post, marks)
  return marks
}

const REASONS: Partial<Record<Link['kind'], Support>> = { 'own-site': '0:self', gloss: '0:gloss', vendor: '0:vendor' }

function without(sentence: Sentence, { weak, dangling }: Evidence): Supported {
  const link = weak.get(sentence)
  if (link) return { support: REASONS[link.kind] ?? '0:none', supportedBy: { start: link.start, end: link.end } }
  const marker = dangling.get(sentence)
  return marker
    ? { support: '0:dangling', supportedBy: { start: marker.start, end: marker.end } }
    : { support: '0:none', supportedBy: undefined }
}
