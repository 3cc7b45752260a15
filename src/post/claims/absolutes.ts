/** Wording that promises certainty, or denies all risk, with its polarity resolved; the words are in `data/absolute-wording.json`. */
import list from '../../../data/absolute-wording.json' with { type: 'json' }
import { quotationsOf } from '../readability/index.ts'
import type { Block, Post, Range, Sentence } from '../types.ts'
import { isHealthWord, namesIntervention } from './naming.ts'
import { type CueFamilies, compileCues, compileList, type Matcher } from './patterns.ts'
import { isDenied } from './polarity.ts'
import { isQuestion } from './score.ts'
import { type Token, tokenize } from './tokens.ts'

/** A stretch of text an author edits as one: a sentence, a heading, a caption, a value of the frontmatter. */
export interface Passage {
  tokens: Token[]
  /** Set for body passages; headings and captions are blocks without a sentence. */
  block: Block | undefined
  sentence: Sentence | undefined
  rangeOf(textStart: number, textEnd: number): Range
  textOf(textStart: number, textEnd: number): string
}

export interface Wording extends Range {
  passage: Passage
  text: string
  /** Token indexes. */
  from: number
  to: number
  /** Wording that promises less, to put in its place. */
  instead: readonly string[]
}

const FRONTMATTER_KEYS = ['title', 'description', 'summary', 'excerpt']
const WHOLE_BLOCKS = new Set(['heading', 'caption'])

/** Sentences, headings, captions, and title and description of the frontmatter. */
export function findPassages(post: Post): Passage[] {
  return [...valuesOf(post, FRONTMATTER_KEYS).map(({ passage }) => passage), ...bodyPassages(post)]
}

function bodyPassages(post: Post): Passage[] {
  const sentences = post.study.units.map(({ reading }) => passageOf(reading.sentence.block, reading.tokens, reading.sentence))
  const blocks = post.blocks.filter(({ zone, section }) => WHOLE_BLOCKS.has(zone) && (!section || section.kind === 'body'))
  return [...sentences, ...blocks.map((block) => passageOf(block, tokenize(block.masked)))]
}

function passageOf(block: Block, tokens: Token[], sentence?: Sentence): Passage {
  return {
    tokens,
    block,
    sentence,
    rangeOf: block.rangeOf,
    textOf: (from, to) => block.text.slice(from, to),
  }
}

/** Texts of the frontmatter with the key each stands under. They are read as they stand in the source, so that places are exact. */
export function valuesOf(
  { frontmatter, text }: Post,
  keys: readonly string[],
): { key: string; value: string; passage: Passage }[] {
  return keys.flatMap((key) => {
    const entry = frontmatter.entries.get(key)
    if (!entry || typeof entry.data !== 'string') return []
    const { start, end } = entry.value
    const value = text.slice(start, end)
    const passage: Passage = {
      tokens: tokenize(value),
      block: undefined,
      sentence: undefined,
      rangeOf: (from, to) => ({ start: start + from, end: start + to }),
      textOf: (from, to) => value.slice(from, to),
    }
    return [{ key, value, passage }]
  })
}

/** A pattern list ready to use. */
export interface WordingList {
  find: Matcher
  instead: readonly (readonly string[])[]
}

export const ABSOLUTE: WordingList = {
  find: compileList(numbered(list.absolute.map(({ pattern }) => pattern)), list.sets),
  instead: list.absolute.map(({ instead }) => instead),
}
export const SAFETY: WordingList = ownList(list.safety)
export const NATURAL: WordingList = ownList(list.natural)

/** A list of ours in the notation of the cue lists, without other wording to put in its place. */
export function ownList(patterns: readonly string[]): WordingList {
  return { find: compileList(numbered(patterns), list.sets), instead: [] }
}

/** Own terms of a user, compared word by word in lower case. */
export function termsList(terms: readonly string[]): WordingList {
  const patterns = terms.map((term) =>
    tokenize(term)
      .map(({ text }) => text)
      .join(' '),
  )
  return { find: compileCues(numbered(patterns.filter((pattern) => pattern !== '')), list.sets), instead: [] }
}

/** Each pattern is a family of its own, so that a hit tells which one it is. */
function numbered(patterns: readonly string[]): CueFamilies {
  return Object.fromEntries(patterns.map((pattern, index) => [String(index), [pattern]]))
}

/** Where the words of `wordings` are meant: not denied within `window` tokens, asked, or somebody else's. The longest of several at a place. */
export function findWordings(passage: Passage, wordings: readonly WordingList[], window: number): Wording[] {
  const { tokens } = passage
  const hits: Pick<Wording, 'from' | 'to' | 'instead'>[] = []
  for (const { find, instead } of wordings)
    for (const { family, from, to } of find(tokens)) hits.push({ from, to, instead: instead[Number(family)] ?? [] })
  if (hits.length === 0 || isQuestion(tokens)) return []
  hits.sort((a, b) => a.from - b.from || b.to - a.to)
  const found: Wording[] = []
  let end = 0
  for (const { from: first, to, instead } of hits) {
    const from = CARRIES.has(tokens[first]!.text) ? first + 1 : first
    if (from < end || isLessThanWhole(tokens, from) || isDenied(tokens, from, window) || isQuoted(passage, tokens[from]!))
      continue
    end = to
    const textStart = tokens[from]!.start
    const textEnd = tokens[to - 1]!.end
    found.push({ ...passage.rangeOf(textStart, textEnd), passage, text: passage.textOf(textStart, textEnd), from, to, instead })
  }
  return found
}

/** Verbs that make "no risk" a statement about the subject; not part of the wording. */
const CARRIES = new Set('has have carries carry poses pose with involves'.split(' '))
const ALMOST = new Set('virtually practically nearly almost about around approximately roughly to over'.split(' '))

/** "95 % effective", "nearly 100 % effective". */
function isLessThanWhole(tokens: readonly Token[], from: number): boolean {
  const { number, text } = tokens[from]!
  return number && (text !== '100' || ALMOST.has(tokens[from - 1]?.text ?? ''))
}

const QUOTE = /["“'‘]/

/** Somebody else's words, or words held at a distance. */
function isQuoted({ block }: Passage, { start, end }: Token): boolean {
  if (!block) return false
  if (QUOTE.test(block.text[start - 1] ?? '')) return true
  return block.quoteDepth > 0 || quotationsOf(block).some(({ textStart, textEnd }) => textStart <= start && end <= textEnd)
}

export function isAboutHealth({ tokens }: Passage): boolean {
  return tokens.some(isHealthWord)
}

/** A treatment, food or behaviour is named here, before in the paragraph, or in heading or title. */
export function isAboutTreatment(post: Post, { tokens, sentence }: Passage): boolean {
  if (tokens.some(namesIntervention)) return true
  if (sentence) return post.study.units[sentence.index]!.context.topic !== 'none'
  return tokenize(post.title).some(namesIntervention)
}

const SOME = new Set('some many most others few may might often usually generally typically sometimes occasionally'.split(' '))
const SOME_WINDOW = 5

/** "Some people experience ...", "it may ...": a report about some, not a promise to all. */
export function isOfSome(tokens: readonly Token[], from: number, others: ReadonlySet<string> = SOME): boolean {
  return tokens.slice(Math.max(0, from - SOME_WINDOW), from).some(({ text }) => SOME.has(text) || others.has(text))
}
