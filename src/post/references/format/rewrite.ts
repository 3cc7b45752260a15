/**
 * One entry of a post in another style, as an edit of its source. Markers, labels and links stay; markup inside a title stays;
 * an entry that cannot be read as a whole, or would not read back the same, is left alone with the reason.
 */
import type { Link, Post, ReferenceEntry } from '../../types.ts'
import { findIdentifiers } from '../identifiers.ts'
import { journalKey } from '../journals.ts'
import { parseEntry } from '../parse-entry.ts'
import { leftOver, type TextSpan, unreadPart } from './gate.ts'
import { type FormatOptions, formatWork, type ReferenceStyle, type Work, workOf } from './index.ts'
import { fullRange } from './pages.ts'

export interface RewriteOptions {
  style: ReferenceStyle
  emphasis: FormatOptions['emphasis']
  dash: FormatOptions['dash']
  /** The `a` of `2019a`, where the list needs one. */
  letter: string
}

/** `text` is the whole entry without its marker, as it stands or as it should; `start` and `end` are where it stands. */
export interface Rewritten {
  start: number
  end: number
  text: string
  /** What the style leaves out of what the entry shows. */
  omitted: string[]
}

export interface NotRewritten {
  start: number
  end: number
  /** Offset into the source of the spot that `reason` is about. */
  offset: number
  reason: string
}

export function rewriteEntry(post: Post, entry: ReferenceEntry, options: RewriteOptions): Rewritten | NotRewritten {
  const { text, parsed } = entry
  const { start, end } = contentRange(post, entry)
  const refuse = (reason: string, textOffset = 0): NotRewritten => ({
    start,
    end,
    offset: textOffset < text.length ? entry.sourceOf(textOffset) : end,
    reason,
  })
  const unread = unreadPart(text, parsed, post.resources)
  if (unread) return refuse(unread.reason, unread.textOffset)
  const plan = placeLinks(post, entry, linksOf(entry))
  if (typeof plan === 'string') return refuse(plan)
  const rest = leftOver(text, parsed, plan.placed)
  if (rest) return refuse(rest.reason, rest.textOffset)
  const title = markedTitle(post, entry)
  if (title === undefined) return refuse('markup begins or ends inside the title', parsed.fields['title']!.textStart)
  if (NO_PLACE.test(post.text.slice(start, end))) return refuse('a comment, an image or an element with no place stands inside')
  if (!isBalanced(post.text.slice(start, end))) return refuse('markup begins or ends inside the entry')
  const work: Work = { ...workOf(text, parsed), letter: options.letter }
  if (isMarkedUp(post, entry, 'author')) return refuse('there is markup among the authors')
  if (plan.linkedIds.has('pmid')) work.pmid = undefined
  if (plan.linkedIds.has('pmcid')) work.pmcid = undefined
  if (plan.url) work.url = plan.url
  const format = { resources: post.resources, dash: options.dash }
  const plain = formatWork(work, options.style, format)
  if (!readsBack(work, plain, options.style, format))
    return refuse(`would not read back the same in ${options.style.toUpperCase()}`)
  const formatted = formatWork({ ...work, title }, options.style, {
    ...format,
    emphasis: options.emphasis,
    doi: plan.doi,
    title: plan.title,
  })
  const kept = plan.kept.filter((piece) => !(piece === plan.url && work.doi === undefined))
  const content = [formatted, ...kept].join(' ')
  return { start, end, text: plan.wrap(content), omitted: omittedBy(options.style, work) }
}

export function isRewritten(result: Rewritten | NotRewritten): result is Rewritten {
  return 'text' in result
}

/** The entry in the source without its marker: emphasis and links at its edges are part of it. */
export function contentRange(post: Post, entry: ReferenceEntry): { start: number; end: number } {
  let { start, end } = entry.rangeOf(0, entry.text.length)
  for (const link of entry.links) {
    if (link.start < start && link.end > start) start = link.start
    if (link.start < end && link.end > end) end = link.end
  }
  while (start > entry.start && /[*_]/.test(post.text[start - 1]!)) start--
  while (end < post.text.length && /[*_]/.test(post.text[end]!)) end++
  return { start, end }
}

interface EntryLink extends TextSpan {
  link: Link
  /** Markup in front of and behind the text of the link. */
  before: string
  behind: string
}

function linksOf(entry: ReferenceEntry): Omit<EntryLink, 'before' | 'behind'>[] {
  return entry.links
    .filter(({ image }) => !image)
    .map((link) => ({ link, textStart: link.textStart - entry.textStart, textEnd: link.textEnd - entry.textStart }))
}

interface LinkPlan {
  placed: TextSpan[]
  /** Source of what stays behind the entry. */
  kept: string[]
  linkedIds: Set<string>
  url: string | undefined
  doi: FormatOptions['doi']
  title: FormatOptions['title']
  wrap: (content: string) => string
}

/** Where each link of the entry goes; a sentence when one has no place. */
function placeLinks(
  post: Post,
  entry: ReferenceEntry,
  links: readonly Omit<EntryLink, 'before' | 'behind'>[],
): LinkPlan | string {
  const { text, parsed } = entry
  const plan: LinkPlan = {
    placed: [],
    kept: [],
    linkedIds: new Set(),
    url: undefined,
    doi: undefined,
    title: undefined,
    wrap: (content) => content,
  }
  const ends = ['page', 'volume', 'issue', 'container-title', 'title'].map((name) => parsed.fields[name]?.textEnd ?? 0)
  const coreEnd = Math.max(...ends, parsed.fields['issued']?.textEnd ?? 0)
  const identifiers = findIdentifiers(text)
  const first = identifiers.find(({ kind, value }) => kind === 'doi' && value !== undefined)
  const title = parsed.fields['title']
  for (const found of links) {
    const { link, textStart, textEnd } = found
    const inner = entry.rangeOf(textStart, textEnd)
    const before = post.text.slice(link.start, inner.start)
    const behind = post.text.slice(inner.end, link.end)
    // An address that is its own link, with or without angle brackets.
    const isBare = before === '' || before === '<'
    const identifier = identifiers.find(({ start, end }) => start >= textStart && end <= textEnd)
    if (textStart <= 2 && textEnd >= text.trimEnd().length - 1 && textEnd - textStart > 40) {
      plan.wrap = (content) => before + content + behind
    } else if (
      title &&
      textStart >= title.textStart - 2 &&
      textStart <= title.textStart &&
      textEnd >= title.textEnd &&
      textEnd <= title.textEnd + 2
    ) {
      plan.title = (shown) => before + shown + behind
    } else if (textStart < coreEnd) {
      return `a link covers "${text.slice(textStart, textEnd).slice(0, 40)}"`
    } else if (identifier && identifier === first) {
      if (!isBare) plan.doi = (form) => before + form + behind
      else if (before === '<') plan.doi = (form) => (form.startsWith('https:') ? `<${form}>` : form)
    } else {
      const source = post.text.slice(link.start, link.end)
      const label = identifier && /(?:(?:PubMed )?PMID|(?:PubMed Central )?PMCID): ?$/.exec(text.slice(0, textStart))?.[0]
      if (identifier && (identifier.kind === 'pmid' || identifier.kind === 'pmcid') && !isBare)
        plan.linkedIds.add(identifier.kind)
      if (isBare && identifier?.kind === 'doi') continue
      const bracketed = text[textStart - 1] === '[' && text[textEnd] === ']'
      const piece = `${label ?? ''}${bracketed ? `[${source}]` : source}`
      plan.kept.push(piece)
      if (isBare && identifier?.kind === 'url') plan.url ??= piece
      plan.placed.push({ textStart: textStart - (label?.length ?? 0), textEnd })
    }
  }
  return plan
}

/** What the new text could not keep: comments, images, and tags other than those of emphasis, raised letters and links. */
const NO_PLACE = /<!--|\{\/\*|!\[|<(?!\/?(?:i|em|b|strong|sup|sub|cite|p)>|\/a>|a [^<>]*href|https?:)[a-z/][^<>]*>/i

/** The title as the source has it, with the emphasis inside it; `undefined` when some of it only begins or ends there. */
function markedTitle(post: Post, entry: ReferenceEntry): string | undefined {
  const { textStart, textEnd } = entry.parsed.fields['title']!
  let { start, end } = entry.rangeOf(textStart, textEnd)
  const balanced = () => isBalanced(post.text.slice(start, end)) && bracketsOf(post.text.slice(start, end)) === 0
  if (!balanced()) while (/[*_]/.test(post.text[start - 1] ?? '')) start--
  if (!balanced()) while (/[*_]/.test(post.text[end] ?? '')) end++
  if (!balanced()) return undefined
  return post.text.slice(start, end).replace(/[ \t]*\r?\n[ \t>]*/g, ' ')
}

const DESTINATION = /\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s"[^"]*")?\)|<https?:[^<>\s]*>|https?:\/\/[^\s<>\])]+/g

/** Emphasis and tags that begin here end here. */
function isBalanced(source: string): boolean {
  const bare = source.replace(/\\[\\*_<>[\]]/g, '').replace(DESTINATION, (match) => (match.startsWith(']') ? ']' : ''))
  const stars = bare.match(/\*/g)?.length ?? 0
  const underscores = bare.match(/(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu)?.join('').length ?? 0
  const opening = bare.match(/<[a-z][^<>/]*>/gi)?.length ?? 0
  const closing = bare.match(/<\/[a-z][^<>]*>/gi)?.length ?? 0
  return stars % 2 === 0 && underscores % 2 === 0 && opening === closing
}

/** Opening less closing ones, but for those that are escaped. */
function bracketsOf(source: string): number {
  const bare = source.replace(/\\[[\]]/g, '')
  return bare.split('[').length - bare.split(']').length
}

function isMarkedUp(post: Post, entry: ReferenceEntry, field: string): boolean {
  const range = entry.fields[field]
  return range !== undefined && /[*_<[\\`]/.test(post.text.slice(range.start, range.end))
}

/** The new text holds the same work, and would be written the same way again. */
function readsBack(work: Work, plain: string, style: ReferenceStyle, options: FormatOptions): boolean {
  const parsed = parseEntry(plain)
  const again = workOf(plain, parsed)
  if (parsed.confidence < 0.9 || formatWork(again, style, options) !== plain) return false
  const pages = (value: string | undefined) => value && fullRange(value, '-').toLowerCase()
  return (
    again.title === work.title?.replace(/[.]$/, '') &&
    journalKey(again.container ?? '') !== '' &&
    again.year === work.year &&
    again.letter === work.letter &&
    again.volume === work.volume &&
    again.issue === work.issue &&
    again.supplement === work.supplement &&
    pages(again.pages) === pages(work.pages) &&
    again.doi === work.doi
  )
}

function omittedBy(style: ReferenceStyle, { doi, pmid, pmcid, monthAndDay, epub }: Work): string[] {
  if (style === 'nlm') return []
  const ids = doi === undefined ? [] : [pmid && `PMID ${pmid}`, pmcid]
  return [...ids, monthAndDay, epub && `Epub ${epub}`].filter((part): part is string => Boolean(part))
}
