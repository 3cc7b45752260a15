/**
 * What a message is about, without places: it stays the same when other parts of the file change, and changes when its own text does
 * (RULES.md 5.2). Pure, so that every host recognises the same message.
 */
import { type Block, CITATION_MARK, type FrontmatterEntry, type Post, type Range, type Sentence } from '../post/types.ts'
import { shortHash, textHash } from './text-hash.ts'
import type { Message } from './types.ts'

export interface Print {
  /** Hash of the normalised sentence, heading, reference ..., or of frontmatter key and value. */
  fingerprint: string
  /** Short hashes of the sentence before and behind, which tell equal sentences apart; outside of sentences, of the title. */
  around: string
  /** Nearest heading, for people who read a list of these. */
  heading: string
}

export interface MessagePrint extends Print {
  rule: string
  message: string
  /** Of a metric rule: what it measured. More is worse. */
  value: number | undefined
  /** The places a message lists besides its own: the same finding, told once. */
  related: Print[]
}

/** `metricOf`: the key of a rule's message data that holds what it measures. */
export function printsOf(
  post: Post,
  messages: readonly Message[],
  metricOf: (rule: string) => string | undefined,
): MessagePrint[] {
  if (messages.length === 0) return []
  const printOf = printer(post)
  return messages.map((message): MessagePrint => {
    const { rule, messageId, data, related } = message
    const metric = metricOf(rule)
    const value = metric === undefined ? undefined : Number(data[metric])
    const print = printOf(message, metric === undefined ? wordsOf(data) : '')
    const others = metric === undefined ? related.map((range) => printOf(range, '')) : []
    const known = new Set([print.fingerprint])
    const unlike = others.filter(({ fingerprint }) => !known.has(fingerprint) && known.add(fingerprint))
    return { rule, message: messageId, ...print, value: Number.isFinite(value) ? value : undefined, related: unlike }
  })
}

/** Where there is no text to go by, what is missing tells messages apart: the names in their data, but no numbers. */
function wordsOf(data: Message['data']): string {
  return Object.values(data)
    .filter((value) => typeof value === 'string' && !/^\d/.test(value))
    .join('\n')
}

function printer(post: Post): (range: Range, words: string) => Print {
  const sentences = post.sentences.toSorted((a, b) => a.start - b.start)
  const blocks = post.blocks.toSorted((a, b) => a.start - b.start)
  const title = titleHash(post)
  const texts = new Map<Sentence, string>()
  const textOf = (sentence: Sentence | undefined): string => {
    if (!sentence) return ''
    const known = texts.get(sentence) ?? plain(sentence.block, sentence.textStart, sentence.textEnd)
    texts.set(sentence, known)
    return known
  }
  const sentencesAt = ({ start, end }: Range) => {
    const first = lastAt(sentences, start)
    if (first < 0 || sentences[first]!.end < start || (sentences[first]!.end === start && start !== end)) return undefined
    return { first, last: Math.max(first, lastAt(sentences, end - 1)) }
  }
  return (range, words) => {
    const { start } = range
    if (isOfPage(range, post)) return pagePrint(post, words)
    if (start < post.frontmatter.end && post.frontmatter.format !== 'none') {
      const entry = entryAt(post, start)
      return entry ? print(`${entry.path}=${normal(JSON.stringify(entry.data) ?? '')}`, title, '') : pagePrint(post, words)
    }
    const found = sentencesAt(range)
    if (found) {
      const { first, last } = found
      const text = sentences
        .slice(first, last + 1)
        .map(textOf)
        .join('\n')
      const around = `${shortHash(textOf(sentences[first - 1]))} ${shortHash(textOf(sentences[last + 1]))}`
      return print(text, around, sentences[first]!.block.section?.title ?? '')
    }
    const block = blocks[lastAt(blocks, start)]
    if (block && block.end >= start) return print(plain(block, 0, block.text.length), title, block.section?.title ?? '')
    return print(normal(lineAt(post.text, start)), title, '')
  }
}

/** Where rules report what is missing, or what they measured of the page. */
function isOfPage({ start, end }: Range, { frontmatter, titleRange }: Post): boolean {
  return end === 0 || [frontmatter.opening, titleRange].some((place) => place.start === start && place.end === end)
}

function print(text: string, around: string, heading: string): Print {
  return { fingerprint: textHash(text), around, heading }
}

/** Of a message about the page as a whole. */
function pagePrint(post: Post, words: string): Print {
  return print(`page\n${words}`, titleHash(post), '')
}

function titleHash({ title }: Post): string {
  return shortHash(normal(title))
}

/** The innermost key and value that hold the offset. */
function entryAt({ frontmatter }: Post, offset: number): FrontmatterEntry | undefined {
  const size = ({ key, value }: FrontmatterEntry) => Math.max(key.end, value.end) - key.start
  let best: FrontmatterEntry | undefined
  for (const entry of frontmatter.entries.values()) {
    if (entry.key.start > offset || Math.max(entry.key.end, entry.value.end) < offset) continue
    if (!best || size(entry) < size(best)) best = entry
  }
  return best
}

/** Index of the last range that starts at or before the offset; -1 when there is none. */
function lastAt(ranges: readonly Range[], offset: number): number {
  let low = 0
  let high = ranges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (ranges[middle]!.start <= offset) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** The text view without citation markers, normalised. */
function plain({ text, masked }: Block, from: number, to: number): string {
  let result = ''
  for (let at = from; at < to; at++) if (masked[at] !== CITATION_MARK) result += text[at]
  return normal(result)
}

/** NFC, lower case, white space folded; none before punctuation, where a marker stood. */
function normal(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/ (?=[.,;:!?])/g, '')
    .trim()
}

function lineAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1
  const end = text.indexOf('\n', offset)
  return text.slice(start, end < 0 ? text.length : end)
}
