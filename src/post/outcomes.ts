/** Outcomes and arms that a page introduces with a study, and significance, each with or without its result (Yavchitz 2016, on spin). */
import list from '../../data/scales.json' with { type: 'json' }
import type { Unit } from './claims/index.ts'
import { compileCues, compileList, type Hit, type Matcher } from './claims/patterns.ts'
import { isDenied } from './claims/polarity.ts'
import { isQuestion } from './claims/score.ts'
import { isAuthorsVoice } from './claims/tiers.ts'
import { type Token, tokenize, wordSet } from './claims/tokens.ts'
import { groupAt, type VerbGroup } from './claims/verbs.ts'
import type { Post, Range, Section } from './types.ts'

const NAMES = Object.keys(list.entries)
const OUTCOMES: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(list.entries).map(([name, words]) => [name, wordSet(words)]),
)
const findShipped = compileList(Object.fromEntries(NAMES.map((name) => [name, [patternOf(name)]])))

/** The words of a name as patterns have them. */
function patternOf(name: string): string {
  return tokenize(name)
    .filter(({ word, number }) => word || number)
    .map(({ form }) => form.written)
    .join(' ')
}

const MEASURING = wordSet(
  'measured assessed evaluated scored rated recorded tracked outcomes outcome endpoints questionnaires scales',
)
const STUDY = wordSet(
  'study trial trials studies researchers authors participants patients arm arms randomised randomized placebo baseline',
)

/** Scales a sentence says were measured, that nothing on the page comes back to while it does to others of the sentence. */
export function forgottenScales(post: Post, own: readonly string[]): VerbGroup[] {
  const findOwn: Matcher =
    own.length > 0 ? compileCues(Object.fromEntries(own.map((name) => [name, [patternOf(name)]]))) : () => []
  const find = (tokens: readonly Token[]) => [...findShipped(tokens), ...findOwn(tokens)]
  const { units } = post.study
  return units.flatMap((unit, index) => {
    const { sentence, tokens } = unit.reading
    if (!isIntroduction(post, unit)) return []
    const scales = firstOfEach(find(tokens)).filter((hit) => isName(groupAt(sentence, tokens, hit.from, hit.to).text))
    if (scales.length < 2) return []
    const rest = units.slice(index + 1)
    const forgotten = scales.filter(
      (scale) => !rest.some(({ reading }) => names(reading.tokens, scale, find, outcomeOf(scale, tokens))),
    )
    return forgotten.length === scales.length || linksToResults(post, sentence.block.section)
      ? []
      : forgotten.map(({ from, to }) => groupAt(sentence, tokens, from, to))
  })
}

function isIntroduction(post: Post, { reading: { sentence, tokens } }: Unit): boolean {
  if (isQuestion(tokens) || !isAuthorsVoice(sentence) || !tokens.some(({ text }) => MEASURING.has(text))) return false
  return tokens.some(({ text }) => STUDY.has(text)) || post.evidence.qualifying.has(sentence)
}

function firstOfEach(hits: readonly Hit[]): Hit[] {
  return hits.filter(({ family }, index) => hits.findIndex((other) => other.family === family) === index)
}

/** Scales are written in capitals; "ess" and "pass" are other words. */
function isName(text: string): boolean {
  return (text.match(/\p{Lu}/gu)?.length ?? 0) >= 2
}

/** Words for what a scale measures: those of the list, and the one in front of its parenthesis ("Sleep (PSQI)"). */
function outcomeOf({ family, from }: Hit, tokens: readonly Token[]): ReadonlySet<string> {
  const words = new Set(OUTCOMES.get(family))
  const before = tokens[from - 1]?.text === '(' ? tokens[from - 2] : undefined
  if (before?.word) words.add(before.text)
  return words
}

function names(tokens: readonly Token[], { family }: Hit, find: Matcher, outcome: ReadonlySet<string>): boolean {
  return tokens.some(({ text }) => outcome.has(text)) || find(tokens).some((hit) => hit.family === family)
}

function linksToResults({ links }: Post, section: Section | undefined): boolean {
  return links.some(
    ({ text, block }) => block?.section === section && /\b(?:full|all|complete|detailed) results\b|\bsupplement\b/i.test(text),
  )
}

const CONTROLS = wordSet(
  'placebo control controls sham comparison usual standard comparator waiting no other same each first second third one two both treatment intervention study active experimental',
)
const DESIGN = wordSet('followed compared randomised randomized assigned allocated enrolled recruited received')
const COMPARED = wordSet('groups arms both neither difference differences between')

/** "The magnesium arm and the placebo arm were followed": arms of an intervention that the rest of the section says nothing of. */
export function forgottenArms(post: Post): VerbGroup[] {
  const { units } = post.study
  return units.flatMap((unit, index) => {
    const { sentence, tokens } = unit.reading
    const arms = armsIn(tokens)
    if (arms.length < 2 || isQuestion(tokens) || !isAuthorsVoice(sentence) || !tokens.some(({ text }) => DESIGN.has(text)))
      return []
    if (!tokens.some(({ text }) => text === 'was' || text === 'were' || text === 'received')) return []
    if (tokens.some(({ number, text }) => text === '%' || (number && text.includes('.')))) return []
    const section = sentence.block.section
    const rest = units.slice(index + 1).filter(({ reading }) => reading.sentence.block.section === section)
    if (rest.some(({ reading }) => reading.tokens.some(({ text }) => COMPARED.has(text)))) return []
    return arms
      .filter(({ name }) => !CONTROLS.has(name) && !rest.some(({ reading }) => reading.tokens.some(({ text }) => text === name)))
      .map(({ from, to }) => groupAt(sentence, tokens, from, to))
  })
}

function armsIn(tokens: readonly Token[]): { name: string; from: number; to: number }[] {
  return tokens.flatMap(({ text }, at) => {
    const before = tokens[at - 1]
    if ((text !== 'arm' && text !== 'group') || !before?.word || tokens[at - 2]?.text !== 'the') return []
    return [{ name: before.text, from: at - 1, to: at + 1 }]
  })
}

const P_VALUE = /\bp\s?(?:-?values?\s?)?(?:was |of )?[=<>≤]\s?0?\.\d+/i
const P_VALUES = new RegExp(P_VALUE, 'gi')
const PAST = wordSet('was were showed found reported demonstrated produced had led reached')
/** Beside "significant" without a P value: a comparison in a study. */
const COMPARING = wordSet('placebo group groups arm arms trial study participants baseline control controls')
const NEGATION_WINDOW = 6

/** A statistical "significant" or a P value with no size of the effect in the sentence or the next one: the words, and its sentence. */
export function bareSignificance(post: Post): Range[] {
  const { units } = post.study
  return units.flatMap((unit, index) => {
    const { sentence, tokens } = unit.reading
    const at = tokens.findIndex(({ text }) => text === 'significant' || text === 'significantly' || text === 'significance')
    const masked = sentence.block.masked.slice(sentence.textStart, sentence.textEnd)
    const pValue = P_VALUE.exec(masked)
    if ((at < 0 && !pValue) || isQuestion(tokens) || !isAuthorsVoice(sentence) || !isReport(tokens, at)) return []
    if (at >= 0 && isDenied(tokens, at, NEGATION_WINDOW)) return []
    if (!pValue && !isStatistical(post, unit, at)) return []
    const next = units[index + 1]?.reading.sentence
    const behind = next && next.block === sentence.block ? next.block.masked.slice(next.textStart, next.textEnd) : ''
    if (hasSize(masked) || hasSize(behind)) return []
    if (at >= 0) return [groupAt(sentence, tokens, at, at + 1)]
    if (!pValue) return []
    const textStart = sentence.textStart + pValue.index
    return [sentence.block.rangeOf(textStart, textStart + pValue[0].length)]
  })
}

/** Conditions, definitions and thresholds: how statistics work, not what was found. */
const NO_FINDING = wordSet('if when would considered defined deemed set threshold cutoff level')
const INFINITIVE_WINDOW = 4

/** A finding of the past: neither a method nor an aim ("to produce a significant benefit"). */
function isReport(tokens: readonly Token[], at: number): boolean {
  if (!tokens.some(({ text }) => PAST.has(text)) || tokens.some(({ text }) => NO_FINDING.has(text))) return false
  return !tokens.slice(Math.max(0, at - INFINITIVE_WINDOW), Math.max(0, at)).some(({ text }) => text === 'to')
}

function isStatistical(post: Post, { reading: { sentence, tokens } }: Unit, at: number): boolean {
  if (tokens[at - 1]?.text === 'statistically') return true
  return post.evidence.qualifying.has(sentence) && tokens.some(({ text }) => COMPARING.has(text))
}

const NUMBER_WORD =
  /\b(?:from (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) to|half|halved|third|quarter|twice|double|doubled|tripled|(?:two|three|four|five|six|seven|eight|nine|ten)(?:fold|[- ](?:points?|kg|times|days|weeks|months|percent|more|fewer|of|in)))\b/i

/** Any figure besides P values, years and the size of a sample. */
function hasSize(text: string): boolean {
  const rest = text
    .replace(P_VALUES, ' ')
    .replace(/\bn\s?=\s?\d+/gi, ' ')
    .replace(/\b(?:19|20)\d\d\b/g, ' ')
    .replace(/\b[\p{L}]+-?\d+\b/gu, ' ')
  return /\d/.test(rest) || NUMBER_WORD.test(rest)
}
