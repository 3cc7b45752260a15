/** Lead-ins and what they lead into: list items and table cells that cannot stand alone (RULES.md 2.1, U3 and U4). */
import list from '../../../data/claim-cues.json' with { type: 'json' }
import type { Block, Post, Sentence } from '../types.ts'
import type { Reading } from './cues.ts'
import { wordsOf } from './patterns.ts'
import type { Token } from './tokens.ts'

export interface Structure {
  /** Lead-in sentence of an item. */
  leadInOf: Map<Sentence, Sentence>
  /** Sentences of the items of a lead-in. */
  itemsOf: Map<Sentence, Sentence[]>
}

const LEAD_IN = /(?:[:;]|\b(?:as follows|the following)[.:]?)\s*$/i

export function isLeadIn(sentence: Sentence): boolean {
  return LEAD_IN.test(sentence.text)
}

/** Ties every list to the lead-in right above it; items of nested lists belong to the outer lead-in as well. */
export function findStructure(post: Post): Structure {
  const structure: Structure = { leadInOf: new Map(), itemsOf: new Map() }
  let previous: Sentence | undefined
  let leadIn: Sentence | undefined
  let heading: Block | undefined
  for (const sentence of post.sentences) {
    const { block } = sentence
    if (block.section?.heading !== heading) {
      heading = block.section?.heading
      previous = undefined
      leadIn = undefined
    }
    if (!isItem(block)) leadIn = undefined
    else if (previous && !isItem(previous.block)) leadIn = isLeadIn(previous) || block.table ? previous : undefined
    if (leadIn && isItem(block)) {
      structure.leadInOf.set(sentence, leadIn)
      const items = structure.itemsOf.get(leadIn)
      if (items) items.push(sentence)
      else structure.itemsOf.set(leadIn, [sentence])
    }
    previous = sentence
  }
  return structure
}

function isItem(block: Block): boolean {
  return block.list !== undefined || block.table !== undefined
}

const { sets } = list
const FINITE = new Set([
  ...wordsOf(sets.be),
  ...wordsOf(sets.have),
  ...wordsOf(sets.modal),
  ...wordsOf(sets.do),
  ...[sets.effect, sets.broad, sets.mechanism, sets.harm, sets.imperative].flatMap((lines) =>
    [...wordsOf(lines)].flatMap(thirdPerson),
  ),
  ...'shows suggests indicates confirms proves demonstrates found showed reports reported suggested means lasts occurs occur happens remains remain begins seems appears appear seem contains contain needs need wants comes goes came went became becomes feels felt looks helped'.split(
    ' ',
  ),
  ...'includes include lets leads lead led causes caused results involves involve works work requires require consists depends plays play acts act carries varies vary tends tend belongs rises rise falls fell arises affects affect suffers experiences experience reduced improved increased decreased continues represents differs exists exist think believe know say said called known'.split(
    ' ',
  ),
])

function thirdPerson(word: string): string[] {
  return word.endsWith('ing') || word.endsWith('ed') || word.endsWith('s')
    ? word.endsWith('s') && !word.endsWith('ss')
      ? [word]
      : []
    : [`${word}s`]
}

/** Forms that are a verb behind a plural, and something else elsewhere: "most seizures resolve". */
const BARE = new Set([
  ...[sets.effect, sets.broad, sets.mechanism, sets.harm].flatMap((lines) => [...wordsOf(lines)]).filter(isBare),
  ...'resolve contribute recover respond persist last report agree differ grow spread improve decline emerge vanish'.split(' '),
])

function isBare(word: string): boolean {
  return !/(?:ing|ed|s)$/.test(word) || word.endsWith('ss')
}

function isPlural(token: Token | undefined): boolean {
  return token?.word === true && /[^sui]s$/.test(token.text)
}

/** A clause of its own: a finite verb behind a subject. */
export function hasFiniteVerb(tokens: readonly Token[]): boolean {
  return tokens.some(
    (token, index) =>
      index > 0 && token.word && (FINITE.has(token.text) || (BARE.has(token.text) && isPlural(tokens[index - 1]))),
  )
}

/** An item or cell that cannot stand alone. A label with a value ("Average loss: 12 %") stands for a sentence. */
export function isFragment({ sentence, tokens }: Reading, isInstruction: boolean): boolean {
  if (!isItem(sentence.block) || isInstruction) return false
  if (hasFiniteVerb(tokens)) return false
  const colon = tokens.findIndex((token) => token.text === ':')
  const value = colon > 0 && tokens.slice(colon + 1).some((token) => token.number)
  return sentence.block.table !== undefined || !value
}
