/** Lists of terms with what to write instead, and where the author uses one: not in a quotation, a title, a name, nor talked about. */

import { isHealthWord } from './claims/naming.ts'
import { compileCues, compileList, type Matcher } from './claims/patterns.ts'
import { type Token, tokenize } from './claims/tokens.ts'
import { isMentioned, isOthersBlock, isOthersWords } from './others-words.ts'
import type { Block, Post, Sentence } from './types.ts'
import { isWorkTitle } from './work-titles.ts'

export interface TermEntry {
  /** In the notation of the cue lists. */
  patterns: readonly string[]
  /** `{last}`: the last word of what was found. */
  instead: readonly string[]
  /** Words of which one has to stand in front or behind, and words that may not; marks count. */
  before?: string
  next?: string
  notBefore?: string
  notNext?: string
  /** A health word has to follow closely. */
  health?: boolean
  /** The term holds a name, so capitals do not make it one of something else. */
  name?: boolean
  /** Only one word of the pattern is wrong: 1 the first, -1 the last, -2 the one before the last token. */
  report?: 1 | -1 | -2
  reason?: string
  /** The body that recommends it. */
  source?: string
  policy?: string
  identity?: string
}

export interface TermList {
  find: Matcher
  entries: readonly TermEntry[]
}

export interface TermMention {
  entry: TermEntry
  sentence: Sentence
  /** Named or quoted, not used. */
  mentioned: boolean
  block: Block
  textStart: number
  textEnd: number
  text: string
  /** What to write, as fits the capitals of what stands there. */
  instead: string[]
}

const HEALTH_WINDOW = 5

/** A list of ours. */
export function termList(entries: readonly TermEntry[]): TermList {
  return { find: compileList(Object.fromEntries(entries.map(({ patterns }, index) => [String(index), patterns]))), entries }
}

/** Terms of a user: what to write for each. */
export function ownTerms(terms: Readonly<Record<string, readonly string[]>>): TermList {
  const entries = Object.entries(terms).map(([term, instead]): TermEntry => {
    const pattern = tokenize(term)
      .map(({ text }) => text)
      .join(' ')
    return { patterns: pattern === '' ? [] : [pattern], instead, reason: 'not a term of this site', name: true }
  })
  return { find: compileCues(Object.fromEntries(entries.map(({ patterns }, index) => [String(index), patterns]))), entries }
}

/** In order; of several at one place the longest. `withMentions`: also where a term is talked about. */
export function findTerms(post: Post, lists: readonly TermList[], withMentions = false): TermMention[] {
  const found: TermMention[] = []
  for (const { reading } of post.study.units) {
    const { sentence, tokens } = reading
    const hits = lists.flatMap(({ find, entries }) =>
      find(tokens).map((hit) => ({ ...hit, entry: entries[Number(hit.family)]! })),
    )
    if (hits.length === 0 || isOthersBlock(sentence.block) || isWorkTitle(sentence)) continue
    hits.sort((a, b) => a.from - b.from || b.to - a.to)
    let end = 0
    for (const { from, to, entry } of hits) {
      if (from < end || !fits(entry, tokens, from, to)) continue
      const { block } = sentence
      const first = entry.report === undefined || entry.report > 0 ? from : to + entry.report
      const textStart = tokens[first]!.start
      const textEnd = tokens[entry.report === undefined ? to - 1 : first]!.end
      const text = block.text.slice(textStart, textEnd)
      if (isOthersWords(block, textStart, textEnd)) continue
      const mentioned = isMentioned(block, textStart, textEnd)
      if (mentioned && !withMentions) continue
      if (!entry.name && isName(block, tokens, from, to)) continue
      if (
        entry.reason !== undefined &&
        isGivenToo(entry, block.text.slice(sentence.textStart, textStart) + block.text.slice(textEnd, sentence.textEnd))
      )
        continue
      end = to
      const last = block.text.slice(tokens[to - 1]!.start, textEnd)
      found.push({
        sentence,
        mentioned,
        entry,
        block,
        textStart,
        textEnd,
        text,
        instead: entry.instead.map((words) => cased(words.replace('{last}', last), entry.name && from > 0 ? '' : text)),
      })
    }
  }
  return found
}

function fits(
  { before, next, notBefore, notNext, health }: TermEntry,
  tokens: readonly Token[],
  from: number,
  to: number,
): boolean {
  const previous = tokens[from - 1]?.text ?? '.'
  const following = tokens[to]?.text ?? '.'
  if (before !== undefined && !holds(before, previous)) return false
  if (next !== undefined && !holds(next, following)) return false
  if (notBefore !== undefined && holds(notBefore, previous)) return false
  if (notNext !== undefined && holds(notNext, following)) return false
  return !health || tokens.slice(to, to + HEALTH_WINDOW).some(isHealthWord)
}

const holds = (words: string, word: string) => ` ${words} `.includes(` ${word} `)

/** A capital inside the sentence, or capitals throughout: an organisation, a law, a trial. */
function isName({ text }: Block, tokens: readonly Token[], from: number, to: number): boolean {
  const before = tokens[from - 1]
  return tokens.slice(from, to).some(({ start, word }, index) => {
    const first = index === 0 && (before === undefined || !(before.word || before.number))
    return word && !first && /\p{Lu}/u.test(text[start]!)
  })
}

/** "Formerly monkeypox, now mpox": the reader is told both. */
function isGivenToo({ instead }: TermEntry, rest: string): boolean {
  const lower = rest.toLowerCase()
  return instead.some((words) => lower.includes(words.toLowerCase()))
}

function cased(words: string, written: string): string {
  return /^\p{Lu}\P{Lu}*$/u.test(written.split(/[\s-]/, 1)[0]!) ? words[0]!.toUpperCase() + words.slice(1) : words
}
