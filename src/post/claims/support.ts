/** Is a qualifying citation near enough, and where (RULES.md 2.6 and 2.7)? */
import type { Block, Citation, Claim, Link, Post, Range, Sentence, Support } from '../types.ts'
import { isAnaphoric, isNaming, opensNewProposition, pointsBack, sharesTopic } from './cohesion.ts'
import type { Structure } from './lists.ts'
import { readsAsSource } from './source-links.ts'

export interface Supported {
  support: Support
  supportedBy: Range | undefined
  /** A marker that closes the section: support (`1:block`) on monographs and for clinicians only. */
  closedBy: Range | undefined
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
  /** Marker that closes the section under a heading, or stands on the heading. */
  closing: Map<Block, Citation>
  /** First qualifying citation of each row of a table, and of each cell of its header. */
  rows: Map<string, Citation>
  /** The work whose reference opens what follows, by block: "**Title.** Authors. 2004 [Abstract]", then paragraphs about it. */
  discussed: Map<Block, Range>
}

export function isQualifying(citation: Citation): boolean {
  if (citation.kind === 'link' || citation.kind === 'identifier' || citation.kind === 'key') return true
  if (citation.references.length > 0) return true
  return citation.link !== undefined && CITING.has(citation.link.kind)
}

const CITING: ReadonlySet<Link['kind']> = new Set(['scholarly', 'authority', 'other'])
const WEAK: ReadonlySet<Link['kind']> = new Set(['own-site', 'gloss', 'vendor'])

/** The sentence of the block that holds the offset. */
export function sentenceAt({ sentencesOf }: Evidence, block: Block, textOffset: number): Sentence | undefined {
  return sentencesOf.get(block)?.find(({ textStart, textEnd }) => textStart <= textOffset && textOffset < textEnd)
}

export function gatherEvidence(post: Post): Evidence {
  const evidence: Evidence = {
    qualifying: new Map(),
    dangling: new Map(),
    weak: new Map(),
    sentencesOf: new Map(),
    closing: new Map(),
    rows: new Map(),
    discussed: new Map(),
  }
  for (const sentence of post.sentences) {
    const list = evidence.sentencesOf.get(sentence.block)
    if (list) list.push(sentence)
    else evidence.sentencesOf.set(sentence.block, [sentence])
  }
  const holder = (block: Block, textStart: number) =>
    sentenceAt(evidence, block, textStart) ??
    evidence.sentencesOf.get(block)?.findLast((sentence) => sentence.textEnd <= textStart)
  for (const citation of post.citations) {
    const sentence = holder(citation.block, citation.textStart)
    if (!sentence) continue
    const qualifies = isQualifying(citation)
    const map = qualifies ? evidence.qualifying : evidence.dangling
    if (!map.has(sentence)) map.set(sentence, citation)
    const row = qualifies ? rowOf(citation.block) : undefined
    if (row !== undefined && !evidence.rows.has(row)) evidence.rows.set(row, citation)
  }
  for (const link of post.links) {
    if (!link.block || link.image || !WEAK.has(link.kind) || !readsAsSource(link)) continue
    const sentence = holder(link.block, link.textStart)
    if (sentence && !evidence.weak.has(sentence)) evidence.weak.set(sentence, link)
  }
  evidence.closing = closingMarks(post)
  evidence.discussed = discussedWorks(evidence)
  return evidence
}

export function supportOf(post: Post, sentence: Sentence, evidence: Evidence, structure: Structure): Supported {
  const { support, by } =
    inParagraph(sentence, evidence) ??
    byThread(post, sentence, evidence) ??
    byList(sentence, evidence, structure) ??
    byQuote(post, sentence, evidence) ??
    without(sentence, evidence)
  const closing = evidence.closing.get(sentence.block.section?.heading as Block)
  return { support, supportedBy: by && rangeOf(by), closedBy: closing && rangeOf(closing) }
}

/** What decides, and the citation or link it was decided by. */
interface Decision {
  support: Support
  by: Range | undefined
}

function rangeOf({ start, end }: Range): Range {
  return { start, end }
}

function found(support: Support, by: Range): Decision {
  return { support, by }
}

function inParagraph(sentence: Sentence, { qualifying, sentencesOf }: Evidence): Decision | undefined {
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
): Decision | undefined {
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

/** "This trial", "the brace group": the work cited last in the same section; or the work whose reference stands above. */
function byThread(post: Post, sentence: Sentence, { qualifying, discussed }: Evidence): Decision | undefined {
  const discussing = discussed.get(sentence.block)
  if (discussing) return found('1:thread', discussing)
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

const VERSION_OF_WORK = /^\W*(?:abstract|full text|full article|article|pdf|html|medline|pubmed|pmc|journal)\W*$/i
const YEAR = /\b(?:19|20)\d\d\b/
const LONGEST_ENTRY = 600

/** A paragraph that is the reference of one work: its versions as links, or a bold title with year and link. */
function isEntry({ links, text, emphasis }: Block): boolean {
  if (text.length > LONGEST_ENTRY || links.length === 0) return false
  if (links.some((link) => VERSION_OF_WORK.test(link.text))) return true
  const titled = emphasis.some(({ strong, textStart, textEnd }) => strong && textStart <= 2 && textEnd - textStart > 30)
  return titled && YEAR.test(text)
}

/** Year, volume and pages of an article: "2007;22(5):456-467". */
const PLACE_IN_JOURNAL = /\b(?:19|20)\d\d ?; ?\d{1,4} ?(?:\([^)\n]{1,20}\))? ?: ?[A-Za-z]?\d+/
const ABSTRACT = /^\W*abstract\b/i

/** A reference written out in the running text: where it says in which journal. */
function writtenOut(block: Block): Range | undefined {
  const match = PLACE_IN_JOURNAL.exec(block.text)
  return match ? block.rangeOf(match.index, match.index + match[0].length) : undefined
}

/** Paragraphs under the reference of a work are about it, up to the next heading or reference; so is an abstract behind or under one. */
function discussedWorks({ sentencesOf, qualifying }: Evidence): Map<Block, Range> {
  const discussed = new Map<Block, Range>()
  let section: Block['section']
  let current: Range | undefined
  let above: Range | undefined
  for (const [block, sentences] of sentencesOf) {
    if (block.section !== section) {
      current = undefined
      above = undefined
    }
    section = block.section
    const cited = isEntry(block) ? sentences.map((sentence) => qualifying.get(sentence)).find((citation) => citation) : undefined
    const written = writtenOut(block)
    if (written) discussed.set(block, written)
    else if (above && ABSTRACT.test(block.text)) discussed.set(block, above)
    else if (cited) current = cited
    else if (current) discussed.set(block, current)
    above = written
  }
  return discussed
}

function byList(sentence: Sentence, { qualifying, rows }: Evidence, { leadInOf, itemsOf }: Structure): Decision | undefined {
  const leadIn = leadInOf.get(sentence)
  const above = leadIn && qualifying.get(leadIn)
  if (above) return found('1:leadin', above)
  const row = citationOfRow(sentence.block, rows)
  if (row) return row
  for (const item of itemsOf.get(sentence) ?? []) {
    const citation = qualifying.get(item)
    if (citation) return found('1:items', citation)
  }
  return undefined
}

/** A row of a table, or one cell of its header: what a citation there speaks for. */
function rowOf({ table }: Block): string | undefined {
  if (!table) return undefined
  return table.row === 0 ? `${table.id}:0:${table.column}` : `${table.id}:${table.row}`
}

/** Cells of a row say one thing together: a citation in one of them, often in a column of sources, is there for all. */
function citationOfRow(block: Block, rows: ReadonlyMap<string, Citation>): Decision | undefined {
  const { table } = block
  if (!table || table.row === 0) return undefined
  const inRow = rows.get(`${table.id}:${table.row}`)
  if (inRow) return found('1:row', inRow)
  const inHeader = rows.get(`${table.id}:0:${table.column}`)
  return inHeader && found('1:leadin', inHeader)
}

const ATTRIBUTION = /^\s*(?:[—–―-]|~|source:|from:)/i

/** The last line of the quotation names its source. */
function byQuote(post: Post, { block }: Sentence, { qualifying, sentencesOf }: Evidence): Decision | undefined {
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

const BEHIND_CLOSING = /^[\s\])}.:;,]*$/

/** A marker behind the last words of its paragraph: a number, a name with a year, or a link with both as its text. */
function closes({ kind, link, block, textEnd }: Citation): boolean {
  if (!BEHIND_CLOSING.test(block.text.slice(textEnd))) return false
  if (kind === 'numeric' || kind === 'superscript' || kind === 'footnote' || kind === 'author-year') return true
  return link !== undefined && /(?:19|20)\d\d|^\[?\d+\]?$/.test(link.text)
}

/** By heading: a marker on it, or one behind the last paragraph of its section; lists under that paragraph belong to it. */
function closingMarks(post: Post): Map<Block, Citation> {
  const lastIn = new Map(post.citations.filter(isQualifying).map((citation) => [citation.block, citation]))
  const marks = new Map<Block, Citation>()
  for (const [block, citation] of lastIn) if (block.zone === 'heading' && closes(citation)) marks.set(block, citation)
  const decided = new Set<Block>(marks.keys())
  for (const { block } of post.sentences.toReversed()) {
    const heading = block.section?.heading
    if (!heading || decided.has(heading) || block.list || block.table) continue
    decided.add(heading)
    const last = lastIn.get(block)
    if (last && closes(last)) marks.set(heading, last)
  }
  return marks
}

const REASONS: Partial<Record<Link['kind'], Support>> = { 'own-site': '0:self', gloss: '0:gloss', vendor: '0:vendor' }

function without(sentence: Sentence, { weak, dangling }: Evidence): Decision {
  const link = weak.get(sentence)
  if (link) return { support: REASONS[link.kind] ?? '0:none', by: link }
  const marker = dangling.get(sentence)
  return { support: marker ? '0:dangling' : '0:none', by: marker }
}

/** True when a qualifying citation stands in the sentence. */
export function isCited(post: Post, sentence: Sentence): boolean {
  return post.evidence.qualifying.has(sentence)
}

/** True when at least one qualifying citation stands anywhere in the body. */
/** A source is near enough; one that closes the section counts where pages are read by block (RULES.md 2.7, `1:block`). */
export function isSupported({ support, closedBy }: Pick<Claim, 'support' | 'closedBy'>, byBlock: boolean): boolean {
  return support.startsWith('1') || (byBlock && closedBy !== undefined)
}

export function citesAnything(post: Post): boolean {
  return post.evidence.qualifying.size > 0
}

/** How near a citation has to be: RULES.md 2.7, option `window`. */
export type Window = 'strict' | 'default' | 'paragraph' | 'section'

/** Any qualifying citation in the paragraph, or in the section. */
export function isCitedWithin(post: Post, { block }: Sentence, window: 'paragraph' | 'section'): boolean {
  const { qualifying } = post.evidence
  for (const { block: other } of qualifying.keys()) {
    if (other === block || (window === 'section' && other.section === block.section)) return true
  }
  return false
}
