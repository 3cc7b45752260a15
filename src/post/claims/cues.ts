/** The cue families and discourse signs of `data/claim-cues.json`, compiled once, and one reading of a sentence with them. */
import list from '../../../data/claim-cues.json' with { type: 'json' }
import type { Sentence } from '../types.ts'
import { isHealthWord, namesIntervention } from './naming.ts'
import { compileList, type Hit, wordsOf } from './patterns.ts'
import { type Token, tokensOf } from './tokens.ts'

const findCues = compileList({ ...list.families, ...list.discourse }, list.sets)
const DISCOURSE = new Set(Object.keys(list.discourse))
/** Verbs that are a cue only with something of health to act on. */
const EFFECTS = wordsOf([...list.sets.effect, ...list.sets.broad, ...list.sets.mechanism, ...list.sets.harm, 'prevent~'])
export const IMPERATIVES = wordsOf(list.sets.imperative)

/** What a stretch of text holds, by place in its tokens. */
export interface Words {
  tokens: Token[]
  cues: Hit[]
  discourse: Hit[]
  /** Token indexes of words about health. */
  health: number[]
  /** Names a treatment, food, behaviour, test ... */
  intervention: boolean
}

/** The words of one sentence. Offsets of tokens are text offsets of the block. */
export interface Reading extends Words {
  sentence: Sentence
}

/** Names that look like a verb: "AIDS", "CALMs". Verbs in capitals ("it CURES") are said aloud. */
const ACRONYM = /^(?:AIDS|\p{Lu}{2,}s)$/u

/** Words in front of which an -ed or bare form is an adjective or noun: "the reduced dose", "a boost". */
const NOUN_SIGNS = new Set(
  'the a an of with in their your its his her our this that these those from by any some such no and'.split(' '),
)
/** How far behind an effect word the thing it acts on may stand, in tokens. */
const OBJECT_AHEAD = 9
const OBJECT_BEHIND = 8

export function readSentence(sentence: Sentence): Reading {
  const { tokens, cues, discourse, health, intervention } = readWords(tokensOf(sentence))
  return { sentence, tokens, cues, discourse, health, intervention }
}

export function readWords(tokens: Token[]): Words {
  const health = healthPlaces(tokens)
  const cues: Hit[] = []
  const discourse: Hit[] = []
  for (const hit of findCues(tokens)) {
    if (DISCOURSE.has(hit.family)) {
      // ", also called B2," names in passing; the sentence says something else.
      if (hit.family !== 'naming' || tokens[hit.from - 1]?.text !== ',') discourse.push(hit)
    } else if (isCue(hit, tokens, health)) cues.push(isAdjective(hit, tokens) ? { ...hit, family: 'change' } : hit)
  }
  return { tokens, cues, discourse, health, intervention: tokens.some(namesIntervention) }
}

/** Cues of claims alone, without a sentence around them. */
export function claimCues(tokens: readonly Token[]): Hit[] {
  const health = healthPlaces(tokens)
  return findCues(tokens).filter((hit) => !DISCOURSE.has(hit.family) && isCue(hit, tokens, health))
}

/** Verbs like "reduce", and what something can do or help with, need a word about health nearby. */
function isCue(hit: Hit, tokens: readonly Token[], health: readonly number[]): boolean {
  if (hit.family === 'capability') return hasObject(hit, health)
  if (hit.family === 'cause' && isNounResult(tokens, hit.from)) return false
  if (hit.to === hit.from + 1 && ACRONYM.test(tokens[hit.from]!.form.text)) return false
  if (hit.to > hit.from + 1 || !EFFECTS.has(tokens[hit.from]!.text)) return true
  if (isPluralNoun(tokens, hit.from)) return false
  return !isNoun(tokens, hit.from) && hasObject(hit, health)
}

function isNoun(tokens: readonly Token[], index: number): boolean {
  const word = tokens[index]!.text
  const before = tokens[index - 1]
  return (
    !word.endsWith('ing') &&
    before !== undefined &&
    NOUN_SIGNS.has(before.text) &&
    !(before.text === 'and' || before.text === 'that')
  )
}

/** "Reduced mobility" at the start of a clause names a state; the weight of it is its own. */
function isAdjective({ from, to }: Hit, tokens: readonly Token[]): boolean {
  const { text } = tokens[from]!
  if (to > from + 1 || !text.endsWith('ed') || !EFFECTS.has(text)) return false
  const before = tokens[from - 1]
  const next = tokens[from + 1]
  return !before?.word && next?.word === true && !NOUN_SIGNS.has(next.text)
}

const NOUN_RESULTS = new Set(['result', 'results'])

/** "Reported the results in 2017" and "results in 2 days" name no cause. */
function isNounResult(tokens: readonly Token[], index: number): boolean {
  if (!NOUN_RESULTS.has(tokens[index]!.text)) return false
  return NOUN_SIGNS.has(tokens[index - 1]?.text ?? '') || (tokens[index + 2]?.number === true && isTime(tokens, index + 3))
}

const TIMES = new Set('second seconds minute minutes min hour hours day days week weeks month months'.split(' '))

/** "2 days", "1-2 days". */
function isTime(tokens: readonly Token[], index: number): boolean {
  const at = tokens[index]?.number ? index + 1 : index
  return TIMES.has(tokens[at]?.text ?? '')
}

/** Forms in -s that are also the plural of a noun: "AV blocks", "sleep aids". */
const PLURALS = new Set(
  'aids blocks controls supports balances targets stops cuts cures boosts triggers causes changes keeps impacts'.split(' '),
)
/** What stands behind a plural noun, and not behind a verb with an object. */
const BEHIND_NOUN = new Set(
  'and or are is were was may can should must in for of with to such like include have that which as at by from on during'.split(
    ' ',
  ),
)

function isPluralNoun(tokens: readonly Token[], index: number): boolean {
  if (!PLURALS.has(tokens[index]!.text)) return false
  const next = tokens[index + 1]
  return !next?.word || BEHIND_NOUN.has(next.text)
}

/** Token indexes of words about health. */
export function healthPlaces(tokens: readonly Token[]): number[] {
  const places: number[] = []
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]!
    if (isHealthWord(token) && token.text.length > 2) places.push(index)
  }
  return places
}

/** The thing acted on stands behind the verb, or in front of a passive one. */
function hasObject(hit: Hit, health: readonly number[]): boolean {
  return health.some(
    (place) => (place >= hit.to && place < hit.to + OBJECT_AHEAD) || (place < hit.from && place > hit.from - OBJECT_BEHIND),
  )
}
