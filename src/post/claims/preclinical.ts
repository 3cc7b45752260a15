/** Animal and laboratory findings: does the text say that it reports one, and does it go on to people (RULES.md 3.2, preclinical-claim)? */
import type { Block, Post, Sentence } from '../types.ts'
import type { Reading } from './cues.ts'
import { isNegator } from './polarity.ts'
import type { Source } from './tiers.ts'
import type { Token } from './tokens.ts'
import { effectIn, groupAt, type VerbGroup, withObject } from './verbs.ts'

const LABEL =
  /\b(?:animals?|mice|mouse|murine|rats?|rodents?|rabbits?|pigs?|piglets|dogs?|canine|cats?|feline|sheep|horses?|equine|monkeys?|primates?|zebrafish|flies|drosophila|nematodes?|worms?|hamsters?|chickens?|pre-?clinical(?:ly)?|non-?clinical|laborator(?:y|ies)|lab|test[- ]tubes?|in[- ]vitro|in[- ]vivo|ex[- ]vivo|petri|in an? dish|cell[- ](?:lines?|cultures?|models?|studies|based)|cultured|experimental(?:ly)? models?)\b/i

/** The label stands in the sentence or elsewhere in its paragraph, in the lead-in of its list, or in the heading. */
export function isLabelled(post: Post, sentence: Sentence, markers: readonly string[]): boolean {
  const { block } = sentence
  const leadIn = post.study.structure.leadInOf.get(sentence)
  return [withoutAsides(block), leadIn?.text ?? '', block.section?.title ?? ''].some((text) => names(text, markers))
}

/** A link in brackets is a source; its title labels nothing for those who read on. */
function withoutAsides({ masked, links }: Block): string {
  let text = masked
  for (const { textStart, textEnd } of links) {
    const isAside = masked.lastIndexOf('(', textStart) > masked.lastIndexOf(')', textStart)
    if (isAside) text = text.slice(0, textStart) + ' '.repeat(textEnd - textStart) + text.slice(textEnd)
  }
  return text
}

function names(text: string, markers: readonly string[]): boolean {
  if (LABEL.test(text)) return true
  const lower = text.toLowerCase()
  return markers.some((marker) => lower.includes(marker.toLowerCase()))
}

/** Where a finding was made, for a message: "seen in mice". */
export function placeOf({ name, cue }: Source): string {
  if (/\b(?:mice|mouse|murine)\b/i.test(cue)) return 'mice'
  if (/\brats?\b/i.test(cue)) return 'rats'
  if (name === 'a laboratory study') return 'the laboratory'
  return name === 'an animal study' ? 'animals' : 'animals or the laboratory'
}

const FINDING =
  /\b(?:in (?:\w+ )?(?:mice|rats|rodents|rabbits|pigs|monkeys|zebrafish|hamsters|(?:laboratory|lab) animals)|in an? (?:petri )?dish|in (?:the|a) (?:laboratory|lab|test[- ]tube)|in[- ]vitro(?![- ]fertili)|(?:animal|mouse|rat|rodent|laboratory|lab|cell|pre-?clinical) (?:studies|study|experiments?|models?|tests|research))\b/i
const CONCLUSION_WORDS = new Set(['so', 'therefore', 'thus', 'hence', 'means', 'meaning'])
/** "So much", "thus far": no conclusion; and "so that" is an aim. */
const NO_CONCLUSION = new Set('far much many long called as well'.split(' '))
const PEOPLE = new Set('you your yours people patients humans human us our women men'.split(' '))
const DOUBTS = new Set(
  'may might could perhaps possibly suggest suggests whether would should if hope hopes not yet need needs needed'.split(' '),
)
const PROMISES = new Set(['will', 'can'])
const LONGEST_CONCLUSION = 18

/** The effect on people that a sentence, or its next one, draws from a finding in animals or the laboratory. */
export function conclusionFrom(post: Post, reading: Reading): VerbGroup | undefined {
  const { sentence, tokens } = reading
  const found = FINDING.exec(sentence.text)
  if (!found) return undefined
  const behind = tokens.findIndex(({ start }) => start >= sentence.textStart + found.index + found[0].length)
  const own = behind < 0 ? undefined : conclusionIn(reading, behind)
  if (own) return own
  const next = post.study.units[sentence.index + 1]?.reading
  if (!next || next.sentence.block !== sentence.block || !concludesFirst(next.tokens)) return undefined
  return conclusionIn(next, 0)
}

/** "So it ...", "Therefore ...", "This means that ...". */
function concludesFirst(tokens: readonly Token[]): boolean {
  return tokens.slice(0, 2).some(({ text }) => CONCLUSION_WORDS.has(text))
}

function concludes(word: string, next: string): boolean {
  return !NO_CONCLUSION.has(next) && !(word === 'so' && next === 'that')
}

function conclusionIn(reading: Reading, start: number): VerbGroup | undefined {
  const { sentence, tokens } = reading
  const at = tokens.findIndex(
    ({ text }, index) => index >= start && CONCLUSION_WORDS.has(text) && concludes(text, tokens[index + 1]?.text ?? ''),
  )
  if (at < 0) return undefined
  const clause = tokens.slice(at + 1, at + 1 + LONGEST_CONCLUSION)
  if (!clause.some(({ text }) => PEOPLE.has(text)) || clause.some((token) => DOUBTS.has(token.text) || isNegator(token)))
    return undefined
  const promise = tokens.findIndex(({ text }, index) => index > at && index < at + LONGEST_CONCLUSION && PROMISES.has(text))
  const verb =
    promise > 0 && promise + 2 < tokens.length ? groupAt(sentence, tokens, promise, promise + 2) : effectIn(reading, at + 1)
  return verb && withObject(reading, verb)
}
