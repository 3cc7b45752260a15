/** Verb groups of a sentence, and what to write in their place. */
import list from '../../../data/claim-cues.json' with { type: 'json' }
import type { Range, Sentence } from '../types.ts'
import { CITATION_MARK } from '../types.ts'
import type { Reading } from './cues.ts'
import { inflect, wordsOf } from './patterns.ts'
import { isDenied } from './polarity.ts'
import { endsClause, type Token } from './tokens.ts'

/** Token indexes, `to` exclusive. */
export interface Place {
  from: number
  to: number
}

/** A verb with its modals and helpers. */
export interface VerbGroup extends Place, Range {
  text: string
}

const { sets } = list
const EFFECTS = [sets.effect, sets.mechanism, ['prevent~ protect~ promote~ increase~']].flat()
/** Forms that are mostly something else: a comparison, an aim, a nucleotide. */
const NO_EFFECTS = new Set(
  'target targets targeted targeting outperform outperforms surpass surpasses bind binds bound cross crosses crossed aid aids treated'.split(
    ' ',
  ),
)
const EFFECT_VERBS = new Set([...wordsOf(EFFECTS)].filter((word) => !NO_EFFECTS.has(word)))
const MODALS = new Set('can may might could will would'.split(' '))
const HELPERS = new Set('help helps helped to also effectively significantly greatly'.split(' '))
/** Words behind which a form of a verb is a noun, an adjective or an aim: "a boost", "to reduce", "has lower". */
const NOUN_SIGNS = new Set(
  'the a an of with in their its his her our your this that these those any no such to for by from per and or is are was were be been has have had much more less who which'.split(
    ' ',
  ),
)
/** What stands behind a verb without an object, or behind a noun. */
const NO_OBJECT = new Set(
  'in after with of over by for from to at on as is are was were and or than include includes can may during within between among through until when if'.split(
    ' ',
  ),
)
const DETERMINERS = new Set('the a an their its his her our your this these'.split(' '))
const NEGATION_WINDOW = 5

const PAST_FORMS = new Set('fought shrank shrunk sped bound'.split(' '))

/** Base form of every form of the effect verbs: `lowers` and `lowered` give `lower`. */
const BASES = new Map(EFFECTS.flatMap((line) => line.split(' ').flatMap(formsOf)))

function formsOf(word: string): [form: string, base: string][] {
  if (!word.endsWith('~')) return [[word, baseOf(word)]]
  const base = word.slice(0, -1)
  return inflect(word).map((form) => [form, base])
}

/** Of the forms that are listed one by one; only those of the present are put into other words. */
function baseOf(word: string): string {
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`
  if (word.endsWith('sses')) return word.slice(0, -2)
  return word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word
}

export function groupAt({ block }: Sentence, tokens: readonly Token[], from: number, to: number): VerbGroup {
  const { start: textStart } = tokens[from]!
  const { end: textEnd } = tokens[to - 1]!
  return { ...block.rangeOf(textStart, textEnd), from, to, text: block.text.slice(textStart, textEnd) }
}

/** The first effect verb from token `start` that is stated, with its modals: not denied, no noun, no aim. */
export function effectIn({ sentence, tokens }: Reading, start = 1): VerbGroup | undefined {
  const place = findEffect(tokens, start)
  const group = place && groupAt(sentence, tokens, place.from, place.to)
  // "SURPASS" is the name of a trial.
  return group && group.text === group.text.toUpperCase() ? undefined : group
}

/** As `effectIn`, by place in the tokens. */
export function findEffect(tokens: readonly Token[], start = 1): Place | undefined {
  for (let at = Math.max(1, start); at < tokens.length; at++) {
    if (!EFFECT_VERBS.has(tokens[at]!.text)) continue
    const from = startOfGroup(tokens, at)
    if (isVerb(tokens, from, at) && !isDenied(tokens, from, NEGATION_WINDOW)) return { from, to: at + 1 }
  }
  return undefined
}

/** "may help to reduce": modals and helpers belong to the verb. */
function startOfGroup(tokens: readonly Token[], at: number): number {
  let from = at
  while (from > 1 && HELPERS.has(tokens[from - 1]!.text)) from--
  if (MODALS.has(tokens[from - 1]!.text)) return from - 1
  // "To reduce pain" names an aim; "helps to reduce pain" does not.
  while (from < at && !tokens[from]!.text.startsWith('help')) from++
  return from
}

/** A form that ends in -s or -ed behind a subject, a bare form behind a plural or a helper; and something it acts on. */
function isVerb(tokens: readonly Token[], from: number, at: number): boolean {
  const { text } = tokens[at]!
  const next = tokens[at + 1]
  if (text.endsWith('ing') || !(next?.word || next?.number) || NO_OBJECT.has(next.text) || next.text.endsWith('ly')) return false
  if (/^(?:doubt|concern|question)/.test(next.text)) return false
  if (MODALS.has(tokens[from]!.text)) return tokens[from]!.text !== 'would'
  // "An increased risk" and "increased the risk".
  if (text.endsWith('ed') && !DETERMINERS.has(next.text)) return false
  const before = tokens[from - 1]
  if (!before?.word || NOUN_SIGNS.has(before.text)) return false
  return from < at || text !== baseOfForm(text) || before.text.endsWith('s')
}

function baseOfForm(word: string): string {
  return BASES.get(word) ?? word
}

const OBJECT_ENDS = new Set(
  'in by with when if and or via through after before during within among as so than for from on at without under over compared'.split(
    ' ',
  ),
)
const LONGEST_OBJECT = 8

/** The group with what it acts on: up to a preposition, a citation or the end of the clause. */
export function withObject({ sentence, tokens }: Reading, group: VerbGroup): VerbGroup {
  let to = group.to
  while (to < tokens.length && to - group.to < LONGEST_OBJECT) {
    const token = tokens[to]!
    const gap = sentence.block.masked.slice(tokens[to - 1]!.end, token.start)
    if (!(token.word || token.number) || endsClause(token) || OBJECT_ENDS.has(token.text) || gap.includes(CITATION_MARK)) break
    to++
  }
  return groupAt(sentence, tokens, group.from, to)
}

/** True for a form of the present, also behind a modal: what it says holds in general. */
export function isPresent(tokens: readonly Token[], { from }: Place): boolean {
  const { text } = tokens[from]!
  return !text.endsWith('ed') && !PAST_FORMS.has(text)
}

const DIRECTIONS: Readonly<Record<string, string>> = {
  lower: 'lower',
  reduce: 'lower',
  decrease: 'lower',
  improve: 'better',
  enhance: 'better',
  increase: 'higher',
  raise: 'higher',
  shorten: 'shorter',
}

/** "may lower" for "lowers", "can lower" and "will lower". */
export function hedged(tokens: readonly Token[], { from, to }: Place, modal: 'may' | 'can' = 'may'): string {
  const words = tokens.slice(from, to).map(({ text }) => text)
  const rest = MODALS.has(words[0]!) ? words.slice(1) : words
  return [modal, ...rest.map((word) => (word.startsWith('help') ? 'help' : baseOfForm(word)))].join(' ')
}

/** "is linked to lower" for "lowers": for studies that only observe. */
export function associated(tokens: readonly Token[], { from, to }: Place): string | undefined {
  const verb = tokens[to - 1]!.text
  const direction = DIRECTIONS[baseOfForm(verb)]
  const next = tokens[to]?.text ?? ''
  // "Lowers the risk" and "significantly lowers" do not take it: "is linked to lower the risk".
  if (!direction || to - from > 1 || DETERMINERS.has(next) || tokens[from - 1]?.text.endsWith('ly')) return undefined
  return `${verb.endsWith('s') ? 'is' : 'are'} linked to ${direction}`
}

/** An effect verb without ending, as in "boost your mood". */
export function isBaseForm(word: string): boolean {
  return BASES.get(word) === word
}

export function isModal(word: string): boolean {
  return MODALS.has(word)
}
