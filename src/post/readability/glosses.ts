/** Hard words a sentence explains itself: "dysphagia (trouble swallowing)", "high blood pressure (hypertension)". */
import type { Resources, Sentence } from '../types.ts'
import { wordFacts } from './word-facts.ts'

/** Words in front of a gloss that it may explain: "orthostatic hypotension (...)". */
const HEAD_WORDS = 3
const RARE_BELOW = 3.5
/** A gloss is three times as common as what it explains, or more: half a unit of the Zipf scale. */
const EASIER = 0.5
const MAX_TERM_WORDS = 4
/** Shorter words stand in any explanation: "of", "in the". */
const SHORTEST_TELLING_WORD = 4
const ABBREVIATION = /^\p{Lu}[\p{Lu}\d-]*s?$/u

/** Indexes of the words of the sentence that a gloss in brackets covers, and of abbreviations in brackets. */
export function glossedWords(sentence: Sentence, resources: Resources): Set<number> {
  const glossed = new Set<number>()
  const frequency = resources('frequency')
  if (frequency === undefined) return glossed
  const facts = wordFacts(sentence, frequency)
  const isRare = (index: number) => facts[index]!.zipf.some((value) => value < RARE_BELOW)
  const rarest = (indexes: number[]) => Math.min(...indexes.flatMap((index) => facts[index]!.zipf))
  for (const { before, inside } of bracketsOf(sentence)) {
    const words = inside.map((index) => sentence.words[index]!)
    if (words.every(({ text }) => ABBREVIATION.test(text))) {
      for (const index of inside) glossed.add(index)
      continue
    }
    const head = before.slice(-HEAD_WORDS).filter(isRare)
    const rareInside = inside.filter(isRare)
    if (rareInside.length === 0 || (head.length > 0 && rarest(rareInside) > rarest(head) + EASIER))
      for (const index of head) glossed.add(index)
    else if (head.length === 0 && inside.length <= MAX_TERM_WORDS) for (const index of rareInside) glossed.add(index)
  }
  return glossed
}

function bracketsOf({ text, textStart, words }: Sentence): { before: number[]; inside: number[] }[] {
  const found: { before: number[]; inside: number[] }[] = []
  let open = text.indexOf('(')
  while (open >= 0) {
    const close = text.indexOf(')', open)
    if (close < 0) break
    const before: number[] = []
    const inside: number[] = []
    for (const [index, word] of words.entries()) {
      if (word.textEnd <= textStart + open) before.push(index)
      else if (word.textStart > textStart + open && word.textEnd <= textStart + close) inside.push(index)
    }
    if (inside.length > 0) found.push({ before, inside })
    open = text.indexOf('(', close)
  }
  return found
}

const DEFINES =
  /^(?:['’]s)?["”’*]*,?\s(?:(?:is|are)\s(?:an?|the|when|where|what|one)\b|means?\b|refers? to\b|happens? when\b|occurs? when\b)/
const NAMES_IT = /\b(?:called|known as|termed|named|medical (?:name|term|word)|means?|that is|in other words)\b[^.;]{0,30}$/i
const OPENS_GLOSS = /^["”’]?\s?\((?=[^()]*[a-z]+[^()]*[ ,)])/
const INSIDE_BRACKETS = /\p{L}[^()]*\((?:also |or |medically )?["“‘]?$/u

/**
 * True when the sentence explains the term between two text offsets: it defines or names it, a bracket stands behind or around it, or a
 * word of `plain` stands within `window` words.
 */
export function isExplained(sentence: Sentence, textStart: number, textEnd: number, plain: string, window: number): boolean {
  const { block, words } = sentence
  const before = block.text.slice(sentence.textStart, textStart)
  const after = block.text.slice(textEnd, sentence.textEnd)
  if (DEFINES.test(after) || NAMES_IT.test(before) || OPENS_GLOSS.test(after) || INSIDE_BRACKETS.test(before)) return true
  const wanted = new Set(plain.split(' ').filter((word) => word.length >= SHORTEST_TELLING_WORD))
  const first = words.findIndex((word) => word.textStart >= textStart)
  const behind = words.findIndex((word) => word.textStart >= textEnd)
  const near = [...words.slice(Math.max(0, first - window), first), ...(behind < 0 ? [] : words.slice(behind, behind + window))]
  return near.some(({ form }) => wanted.has(form.lower))
}
