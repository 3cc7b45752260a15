/**
 * How sure it is that a sentence is a claim: a logistic function over named signs, so that every figure can be explained.
 * The weights are in `data/claim-weights.json`; their signs are the cue families, the discourse signs and the ones named here.
 */
import list from '../../../data/claim-weights.json' with { type: 'json' }
import type { Sentence } from '../types.ts'
import { IMPERATIVES, type Reading, type Words } from './cues.ts'
import { hasFiniteVerb, isLeadIn } from './lists.ts'
import { namesCondition, namesIntervention, namesOutcome } from './naming.ts'
import type { Hit } from './patterns.ts'
import { compilePhrases, type PhraseSum } from './phrases.ts'
import { isDenied } from './polarity.ts'
import { rolesIn } from './roles.ts'
import type { Token } from './tokens.ts'
import { findEffect } from './verbs.ts'

/** In the shipped file phrases stand under their weight, several to a line. */
export const BETWEEN_PHRASES = ' | '
/** In front of the name of a weight: it is that of a phrase, not of a sign. */
export const PHRASE = '='

export type Weights = Readonly<Record<string, number>>

let weights: Weights = list.entries
/** Compiled at the first sentence. */
let sumPhrases: ReturnType<typeof compilePhrases> | undefined

/** Takes other weights than the shipped ones: for figures on posts that the shipped ones have seen. */
export function useWeights(entries: Weights): void {
  weights = entries
  const phrases = Object.entries(entries).filter(([name]) => name.startsWith(PHRASE))
  sumPhrases = compilePhrases(phrases.map(([name, weight]) => [name.slice(PHRASE.length), weight]))
}

export function useShippedWeights(): void {
  weights = list.entries
  sumPhrases = undefined
}

function shippedPhrases(): ReturnType<typeof compilePhrases> {
  const phrases = Object.entries(list.phrases).flatMap(([weight, names]) =>
    names.split(BETWEEN_PHRASES).map((name) => [name, Number(weight)] as const),
  )
  return compilePhrases(phrases)
}

export function weightOf(sign: string): number {
  return weights[sign] ?? 0
}

export function readPhrases(tokens: readonly Token[]): PhraseSum {
  sumPhrases ??= shippedPhrases()
  return sumPhrases(tokens)
}

/** What the surroundings of a sentence are about. */
export interface Context {
  /** Words about health in the paragraph, else in its heading or the title, else nowhere. */
  health: 'paragraph' | 'heading' | 'none'
  /** An intervention is named earlier in the paragraph, else in the heading or title. */
  topic: 'paragraph' | 'heading' | 'none'
}

const SHORT = 6
const LONG = 35
/** Shares of words about health. */
const DENSE = 0.25
const SPARSE = 0.08
const NEGATION_WINDOW = 6
/** Tokens behind an effect verb that may name what it acts on. */
const OBJECT = 8

/** The signs of a sentence: those of its words, and those of its place on the page. */
export function signsOf(reading: Reading, context: Context): Map<string, number> {
  const { sentence } = reading
  const signs = signsOfWords(reading, context)
  if (isLinkOnly(sentence)) signs.set('link-only', 1)
  if (isRunInHeading(sentence)) signs.set('heading-like', 1)
  if (isLeadIn(sentence)) signs.set('lead-in', 1)
  if (isBold(sentence)) signs.set('bold', 1)
  if (isTitle(sentence)) signs.set('title-case', 1)
  if (sentence.block.table) signs.set('cell', 1)
  else if (sentence.block.list) signs.set('item', 1)
  const isFirst = sentence.textStart < NEAR_EDGE
  const isLast = sentence.textEnd >= sentence.block.text.length - NEAR_EDGE
  if (isFirst !== isLast) signs.set(isFirst ? 'first' : 'last', 1)
  if (areCompounds(reading)) signs.set('compound', 1)
  return signs
}

/** Characters between a sentence and the edge of its block that may be markup. */
const NEAR_EDGE = 3

/** Every cue is part of a compound: "a low-risk group", "self-healing concrete", "quick onset/offset". */
function areCompounds({ cues, tokens, sentence: { block } }: Reading): boolean {
  const isJoint = (at: number) => /[-‐‑/]/.test(block.masked.charAt(at))
  return (
    cues.length > 0 &&
    cues.every(({ from, to }) => to - from === 1 && (isJoint(tokens[from]!.start - 1) || isJoint(tokens[from]!.end)))
  )
}

export function signsOfWords(reading: Words, context: Context): Map<string, number> {
  const { tokens, cues, discourse, health } = reading
  const signs = new Map<string, number>()
  for (const { family } of cues) signs.set(family, 1)
  for (const { family } of discourse) signs.set(family, 1)
  const families = new Set(cues.map((hit) => hit.family))
  families.delete('nonspecific')
  const separate = separateCues(cues)
  if (separate >= 2) signs.set('two-cues', 1)
  if (separate >= 3) signs.set('three-cues', 1)
  if (families.size >= 2) signs.set('two-families', 1)
  if (families.size === 0) signs.set('no-family', 1)
  else if (reading.intervention) signs.set('family-and-intervention', 1)
  else if (context.topic !== 'none') signs.set('family-and-topic', 1)
  for (const role of rolesIn(reading)) signs.set(role, 1)
  if (health.length >= 1) signs.set('health', 1)
  if (health.length >= 3) signs.set('much-health', 1)
  if (health.length === 0) signs.set(`health-in-${context.health}`, 1)
  if (health.length > tokens.length * DENSE) signs.set('dense', 1)
  else if (health.length < tokens.length * SPARSE) signs.set('sparse', 1)
  if (reading.intervention) signs.set('intervention', 1)
  else signs.set(`topic-in-${context.topic}`, 1)
  if (ANAPHORS.has(tokens[0]?.text ?? '')) signs.set('anaphor', 1)
  const voice = voiceOf(tokens)
  if (voice) signs.set(voice, 1)
  const words = tokens.filter((token) => token.word).length
  if (words < SHORT) signs.set('short', 1)
  if (words >= LONG) signs.set('long', 1)
  if (isQuestion(tokens)) signs.set('question', 1)
  if (isInstruction(tokens)) signs.set(signs.has('purpose') || families.has('capability') ? 'advice' : 'instruction', 1)
  if (!hasFiniteVerb(tokens)) signs.set('verbless', 1)
  if (isDefinition(tokens))
    signs.set([...families].some((family) => ASSERTING.has(family)) ? 'definition' : 'plain-definition', 1)
  if (cues.some(({ from }) => isDenied(tokens, from, NEGATION_WINDOW))) signs.set('denied', 1)
  addEffect(signs, tokens)
  return signs
}

/** A stated effect verb, who brings it about and what it acts on. */
function addEffect(signs: Map<string, number>, tokens: readonly Token[]): void {
  const effect = findEffect(tokens)
  if (!effect) return
  signs.set('effect-verb', 1)
  const object = tokens.slice(effect.to, effect.to + OBJECT)
  if (object.some((token) => namesCondition(token) || namesOutcome(token))) signs.set('effect-on-condition', 1)
  if (tokens.slice(0, effect.from).some(namesIntervention)) signs.set('effect-of-treatment', 1)
}

/** Cues that do not overlap; words that say something of everything do not count. */
function separateCues(cues: readonly Hit[]): number {
  let count = 0
  let end = 0
  for (const { family, from, to } of cues.toSorted((a, b) => a.from - b.from)) {
    if (family === 'nonspecific' || from < end) continue
    count++
    end = to
  }
  return count
}

const SPEAKER = new Set(['i', 'my', 'me'])
const PUBLISHER = new Set(['we', 'our', 'us'])
const OTHER_PERSON = new Set(['he', 'she', 'his', 'her'])

/** Who speaks or is spoken of: a person's story, a publisher, somebody else. */
function voiceOf(tokens: readonly Token[]): string | undefined {
  const speaks = (words: ReadonlySet<string>) => tokens.some(({ text }) => words.has(text))
  return speaks(SPEAKER) ? 'speaker' : speaks(PUBLISHER) ? 'publisher' : speaks(OTHER_PERSON) ? 'other-person' : undefined
}

const ANAPHORS = new Set(['it', 'this', 'they', 'these', 'such', 'its', 'their', 'those'])

function isLinkOnly({ block, textStart, textEnd }: Sentence): boolean {
  return block.links.some((link) => link.textStart <= textStart + 2 && link.textEnd >= textEnd - 2)
}

/** Longest bold line taken for a heading, in characters. */
const LONGEST_HEADING = 80

function isRunInHeading({ block, textStart, textEnd, text }: Sentence): boolean {
  if (text.length > LONGEST_HEADING || /[.!]$/.test(text)) return false
  return block.emphasis.some((span) => span.strong && span.textStart <= textStart && span.textEnd >= textEnd)
}

function isBold({ block, textStart, textEnd }: Sentence): boolean {
  return block.emphasis.some((span) => span.strong && span.textStart <= textStart && span.textEnd >= textEnd - 2)
}

const CAPITALISED = /^\p{Lu}/u
const MOSTLY = 0.6
const SHORTEST_TITLE = 4

/** The name of an article or a section: most words start with a capital. */
function isTitle({ words }: Sentence): boolean {
  let capitals = 0
  for (const { text } of words) if (CAPITALISED.test(text)) capitals++
  return words.length >= SHORTEST_TITLE && capitals > words.length * MOSTLY
}

/** `phrases`: the sum of `readPhrases`. */
export function confidenceOf(signs: ReadonlyMap<string, number>, phrases: number): number {
  let sum = weightOf('bias') + phrases
  for (const [sign, value] of signs) sum += weightOf(sign) * value
  return 1 / (1 + Math.exp(-sum))
}

/** Calibrated levels of RULES.md 2.5. */
export function levelOf(confidence: number): 'high' | 'medium' | 'low' {
  return confidence >= 0.8 ? 'high' : confidence >= 0.6 ? 'medium' : 'low'
}

export function isQuestion(tokens: readonly Token[]): boolean {
  return tokens.slice(-3).some((token) => token.text === '?')
}

/** Longest label in front of a colon or dash, in tokens: "Stay active: walk daily". */
const LONGEST_LABEL = 6

/** Starts with a bare verb, also behind a label. */
export function isInstruction(tokens: readonly Token[]): boolean {
  const border = tokens
    .slice(0, LONGEST_LABEL)
    .findIndex((token) => token.text === ':' || token.text === '—' || token.text === '–')
  const start = border >= 0 && border + 1 < tokens.length ? border + 1 : 0
  const first = tokens[start]?.text === 'please' ? tokens[start + 1] : tokens[start]
  if (!first || !IMPERATIVES.has(first.text)) return false
  const second = tokens[tokens.indexOf(first) + 1]
  return (
    second !== undefined &&
    second.text !== 'is' &&
    second.text !== 'are' &&
    second.text !== 'can' &&
    second.text !== 'may' &&
    second.text !== ':'
  )
}

/** Families that say what something is good or bad for: "X is a safe remedy" defines nothing. */
const ASSERTING = new Set([
  'efficacy',
  'merit',
  'capability',
  'prevention',
  'safety',
  'absence',
  'absolute',
  'comparison',
  'use',
  'alternative',
])
const COPULA = new Set(['is', 'are', 'was', 'were'])
const ARTICLE = new Set(['a', 'an', 'the', 'one', 'any'])
const LAST_SUBJECT_WORD = 9
/** An adjective or two and their noun. */
const LONGEST_NOUN = 3
const PLURAL = /[^suia]s$/

/** "X is a ...", "Xs are tiny Ys": the copula comes early, and an article or a plural noun follows. */
function isDefinition(tokens: readonly Token[]): boolean {
  const at = tokens.findIndex((token) => COPULA.has(token.text))
  if (at <= 0 || at > LAST_SUBJECT_WORD) return false
  if (ARTICLE.has(tokens[at + 1]?.text ?? '')) return true
  if (tokens[at]!.text !== 'are') return false
  return tokens.slice(at + 1, at + 1 + LONGEST_NOUN).some(({ text, word }) => word && PLURAL.test(text))
}
