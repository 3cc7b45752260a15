/** The cue families and discourse signs of `data/claim-cues.json`, compiled once, and one reading of a sentence with them. */
import list from '../../../data/claim-cues.json' with { type: 'json' }
import type { Sentence } from '../types.ts'
import { healthPlaces } from './context.ts'
import { compileCues, type Hit, wordsOf } from './patterns.ts'
import { type Token, tokenize } from './tokens.ts'

const findCues = compileCues({ ...list.families, ...list.discourse }, list.sets)
const DISCOURSE = new Set(Object.keys(list.discourse))
const EFFECTS = wordsOf(list.sets.effect)
export const IMPERATIVES = wordsOf(list.sets.imperative)

/** What one sentence holds, by place in its tokens. Offsets of tokens are text offsets of the block. */
export interface Reading {
  sentence: Sentence
  tokens: Token[]
  cues: Hit[]
  discourse: Hit[]
  /** Token indexes of words about health. */
  health: number[]
}

/** Words in front of which an -ed or bare form is an adjective or noun: "the reduced dose", "a boost". */
const NOUN_SIGNS = new Set('the a an of with in their your its his her our this that these those from by any some such no and'.split(' '))
/** How far behind an effect word the thing it acts on may stand, in tokens. */
const OBJECT_AHEAD = 9
const OBJECT_BEHIND = 8

export function readSentence(sentence: Sentence): Reading {
  const tokens = tokenize(sentence.block.masked, sentence.textStart, sentence.textEnd)
  const health = healthPlaces(tokens)
  const cues: Hit[] = []
  const discourse: Hit[] = []
  for (const hit of findCues(tokens)) {
    if (DISCOURSE.has(hit.family)) discourse.push(hit)
    else if (hit.family === 'efficacy' && hit.to === hit.from + 1 && EFFECTS.has(tokens[hit.from]!.text)) {
      if (isNoun(tokens, hit.from)) continue
      cues.push(hasObject(hit, health) ? hit : { ...hit, family: 'nonspecific' })
    } else cues.push(hit)
  }
  return { sentence, tokens, cues, discourse, health }
}

function isNoun(tokens: readonly Token[], index: number): boolean {
  const word = tokens[index]!.text
  const before = tokens[index - 1]
  return !word.endsWith('ing') && before !== undefined && NOUN_SIGNS.has(before.text) && !(before.text === 'and' || before.text === 'that')
}

function hasObject(hit: Hit, health: readonly number[]): boolean {
  return health.some((place) => (place >= hit.to && place < hit.to + OBJECT_AHEAD) || (place < hit.from && place > hit.from - OBJECT_BEHIND))
}
