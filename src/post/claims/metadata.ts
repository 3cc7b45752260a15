/** Claims in title and description, and whether the body makes them with a source (RULES.md 2.13). */
import { splitSentences } from '../sentence-splitter.ts'
import type { Post, Range, Strength } from '../types.ts'
import { valuesOf } from './absolutes.ts'
import { findCause } from './causes.ts'
import { readWords, type Words } from './cues.ts'
import { about } from './index.ts'
import { LADDER, strengthOf } from './kind.ts'
import { type Context, confidenceOf, isInstruction, readPhrases, signsOfWords } from './score.ts'
import { supportOf } from './support.ts'
import { type Token, tokenize } from './tokens.ts'
import { findEffect, isBaseForm, isPresent } from './verbs.ts'

export interface MetadataClaim extends Range {
  field: string
  text: string
  strength: Strength
  confidence: number
  /** Stems of the words that carry the meaning. */
  stems: ReadonlySet<string>
}

/** "Zinc: what helps", "Zinc | My Clinic", "Zinc - a guide". */
const PART = /:\s|\s[|–—-]\s|—/g
/** What asks, or announces an answer, states nothing. */
const OPEN =
  /^(?:how (?:to|it|they|this|these|we|you|do|does|much|many|long|often)|what|when|where|which|who|whether|is|are|can|could|do|does|did|should|will|would|a (?:guide|look)|everything|all about)\b/i
const INVITATION =
  /^(?:learn|discover|find out|see|read|explore|understand|explains?|here(?:'|’)s)\s+(?:about\s+)?(?:why|that)\s+/i

/** The surest claim of each value, if it is as likely a claim as `least` asks for. */
export function claimsInMetadata(post: Post, fields: readonly string[], least: number): MetadataClaim[] {
  const title = about(post.title)
  return valuesOf(post, fields).flatMap(({ key, value, passage }) => {
    const whole = about(value)
    const context: Context = {
      health: whole.health || title.health ? 'heading' : 'none',
      topic: whole.topic || title.topic ? 'heading' : 'none',
    }
    let surest: MetadataClaim | undefined
    for (const { start, end } of clausesOf(value)) {
      const text = value.slice(start, end)
      const words = readWords(tokenize(value, start, end))
      const confidence = confidenceIn(words, text, context)
      if (confidence < least || confidence <= (surest?.confidence ?? 0)) continue
      const stems = stemsOf(words.tokens)
      surest = { ...passage.rangeOf(start, end), field: key, text, strength: strengthOf(words), confidence, stems }
    }
    return surest ? [surest] : []
  })
}

/** How sure it is that a clause of metadata claims something; 0 when it has not the form of a statement. */
function confidenceIn(words: Words, text: string, context: Context): number {
  if (isPlain(words, text)) return 1
  const signs = signsOfWords(words, context)
  // Every title is short, and its main verb is often one that no list of finite verbs holds.
  for (const sign of ['short', 'verbless']) signs.delete(sign)
  return isStated(words, signs) ? confidenceOf(signs, readPhrases(words.tokens).sum) : 0
}

/** Statements of a value, from their first word to their last. */
function clausesOf(value: string): Range[] {
  return splitSentences(value).flatMap((sentence) => {
    const text = value.slice(sentence.start, sentence.end)
    if (/\?\W*$/.test(text)) return []
    const borders = [...text.matchAll(PART)].map(({ 0: mark, index }) => ({ from: index, to: index + mark.length }))
    const parts = [...borders, { from: text.length, to: text.length }].map(({ from }, index) => ({
      start: index === 0 ? 0 : borders[index - 1]!.to,
      end: from,
    }))
    return parts.flatMap(({ start, end }) => {
      const part = text.slice(start, end)
      const invitation = INVITATION.exec(part)?.[0].length ?? 0
      const words = tokenize(part, invitation).filter(({ word, number }) => word || number)
      if (words.length === 0 || part.includes('?') || OPEN.test(part.slice(words[0]!.start))) return []
      const offset = sentence.start + start
      return [{ start: offset + words[0]!.start, end: offset + words.at(-1)!.end }]
    })
  })
}

const ROLES = [
  'treatment-acts-on-condition',
  'treatment-acts-on-outcome',
  'treatment-acts-on-health',
  'it-acts',
  'acts-on-condition',
  'acts-on-outcome',
]
const MERITS = new Set(['merit', 'comparison', 'safety', 'absolute'])
const COPULA = new Set(['is', 'are'])
const PREDICATE = 6
/** What a page says of itself or of what it doubts: topics, not effects. */
const SELF = new Set(
  'doubt doubts guide guides article page post covers covering explores explains reviews overview including'.split(' '),
)

/**
 * Titles are full of nouns ("weight-loss data and safety limits") and calls ("Boost your mood"). Only a statement counts: something that
 * acts on something, causes something, or is good or safe.
 */
function isStated({ tokens, cues }: Words, signs: ReadonlyMap<string, number>): boolean {
  if (tokens.some(({ text }) => SELF.has(text)) || isCall(tokens)) return false
  if (signs.has('exposure-causes-condition') && !signs.has('definition') && findCause(tokens)) return true
  const good = cues.some(
    ({ family, from }) =>
      MERITS.has(family) && tokens.slice(Math.max(1, from - PREDICATE), from + 1).some(({ text }) => COPULA.has(text)),
  )
  if (good && !signs.has('caveat')) return true
  const effect = findEffect(tokens)
  return (
    effect !== undefined &&
    isPresent(tokens, effect) &&
    !isInfinitive(tokens, effect.from) &&
    ROLES.some((role) => signs.has(role))
  )
}

const SWORN = /\b(?:swears? by|cured (?:me|my|him|her)|how (?:i|he|she) (?:beat|cured|healed|reversed))\b/i

/** Needs no weighing: somebody swears by it, or "trials confirm that ..." about health. */
function isPlain({ tokens, cues, health }: Words, text: string): boolean {
  if (SWORN.test(text)) return true
  return health.length > 0 && cues.some(({ family, to }) => family === 'gesture' && tokens[to]?.text === 'that')
}

/** Starts with a bare verb: "Learn ...", "Relieve bloating". */
function isCall(tokens: readonly Token[]): boolean {
  return isInstruction(tokens) || isBaseForm(tokens[0]?.text ?? '')
}

const JOINING = new Set(['and', 'or', ','])
const LONGEST_JOIN = 8

/** "Ways to boost fertility and increase ...": the second verb hangs on the same "to". */
function isInfinitive(tokens: readonly Token[], from: number): boolean {
  if (!JOINING.has(tokens[from - 1]?.text ?? '')) return false
  return tokens.slice(Math.max(0, from - LONGEST_JOIN), from).some(({ text }) => text === 'to')
}

const SMALL_WORDS = new Set(
  'that this with from your their them they these those what when where which while than then into also more most very some many have been were will would could should about over under after before only just does'.split(
    ' ',
  ),
)
/** Cut to this length so that "lowers" and "lowering" meet. */
const STEM = 5

function stemsOf(tokens: readonly Token[]): Set<string> {
  const words = tokens.filter(({ word, text }) => word && text.length > 3 && !SMALL_WORDS.has(text))
  return new Set(words.map(({ text }) => text.slice(0, STEM)))
}

/** A sentence of the body that shares enough words, has a source, and is worded at least as strongly. */
export function isBorneOut(post: Post, { stems, strength }: MetadataClaim, similarity: number): boolean {
  const { units, structure } = post.study
  return units.some(({ reading }) => {
    if (shareOf(stems, stemsOf(reading.tokens)) < similarity || LADDER[strengthOf(reading)] < LADDER[strength]) return false
    return supportOf(post, reading.sentence, post.evidence, structure).support.startsWith('1')
  })
}

/** Share of `stems` that stand in `others` as well. */
function shareOf(stems: ReadonlySet<string>, others: ReadonlySet<string>): number {
  const shared = [...stems].filter((stem) => others.has(stem)).length
  return stems.size === 0 ? 0 : shared / stems.size
}
