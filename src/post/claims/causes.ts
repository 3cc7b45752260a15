/** Verbs that state a cause, as opposed to words of association (RULES.md 2.10, row "cause"). */
import list from '../../../data/claim-cues.json' with { type: 'json' }
import type { Reading } from './cues.ts'
import { healthPlaces } from './cues.ts'
import { namesCondition, namesOutcome } from './naming.ts'
import { compileList, type Matcher, wordsOf } from './patterns.ts'
import { isDenied } from './polarity.ts'
import { isQuestion } from './score.ts'
import type { Tier } from './tiers.ts'
import type { Token } from './tokens.ts'
import { groupAt, type Place, type VerbGroup } from './verbs.ts'

const PEOPLE = wordsOf(list.sets.people)
const VERBS = compileList({
  cause: [
    'cause|causes|caused',
    'lead|leads|led to',
    'result|results|resulted in',
    'contribute|contributes|contributed to',
    'trigger|triggers|triggered',
    'worsen|worsens|worsened',
    'aggravates|aggravated',
    'protects|protect against|from',
    'prevents|prevent',
    'is|are caused|triggered by',
    'is|are responsible for',
  ],
  make: ['make|makes'],
})

/** Words behind which the same form is a noun, an aim, or background about the thing just named. */
const NO_VERB_BEHIND = new Set(
  'the a an of all common main leading major principal important significant root possible known no other these this their its to for any each every same similar better best by and or should would'.split(
    ' ',
  ),
)
/** A bare "cause" or "trigger" is a verb behind a plural or a modal alone. */
const BARE = new Set(['cause', 'trigger', 'prevent', 'worsen'])
const MODAL = /^(?:can|will|does|do|did|not|also|often)$/
/** "Drugs that can prevent it" describes drugs in passing. */
const RELATIVES = new Set(['that', 'which', 'who'])
const NOUN_AHEAD = new Set(['of', 'for', 'by', 'is', 'was', 'mortality', 'death', 'in'])
const HEDGES = new Set('may might could possibly perhaps seems appears seem appear likely doubt what whether'.split(' '))
/** What a study leads to in its field says nothing of health. */
const ABSTRACT = new Set(
  'discovery concern concerns understanding literature knowledge consideration evidence debate interest research discussion body use'.split(
    ' ',
  ),
)
/** What people can be made, besides what words about health say. */
const STATES = new Set(
  'depressed anxious ill sick fat fatter thin tired obese overweight unhappy happier healthier aggressive restless'.split(' '),
)
/** What an infection or a gene does belongs to the name of a disease, not to what a study could show. */
const DEFINING = new Set(
  'bacteria bacterium bacterial virus viruses viral fungus fungi fungal parasite parasites infection gene genes mutation mutations'.split(
    ' ',
  ),
)
const NEGATION_WINDOW = 6
const HEDGE_WINDOW = 5
const OBJECT_AHEAD = 8

/** Designs that watch without changing anything, single cases, and opinions: none shows a cause. */
export const OBSERVING: ReadonlySet<Tier> = new Set(['C', 'D', 'F'])

/** The first verb of `own` or of the built-in ones that is stated as a cause of something of health. */
export function causeIn({ sentence, tokens }: Reading, own?: Matcher): VerbGroup | undefined {
  const place = isQuestion(tokens) ? undefined : findCause(tokens, own)
  return place && groupAt(sentence, tokens, place.from, place.to)
}

/** As `causeIn`, by place in the tokens. */
export function findCause(tokens: readonly Token[], own?: Matcher): Place | undefined {
  const hits = [...VERBS(tokens), ...(own?.(tokens) ?? [])].sort((a, b) => a.from - b.from)
  return hits.find(({ family, from, to }) => isStated(tokens, from, to) && actsOnHealth(tokens, to, family))
}

function isStated(tokens: readonly Token[], from: number, to: number): boolean {
  const before = tokens[from - 1]
  const subject = before && MODAL.test(before.text) ? tokens[from - 2] : before
  if (subject && RELATIVES.has(subject.text)) return false
  if (tokens[0]!.text === 'whether') return false
  if (tokens.slice(Math.max(0, from - OBJECT_AHEAD), to + OBJECT_AHEAD).some(({ text: near }) => DEFINING.has(near))) return false
  if (!before?.word || NO_VERB_BEHIND.has(before.text) || isDenied(tokens, from, NEGATION_WINDOW)) return false
  if (tokens.slice(Math.max(0, from - HEDGE_WINDOW), from).some(({ text }) => HEDGES.has(text))) return false
  if (to > from + 1) return true
  const { text } = tokens[from]!
  if (BARE.has(text) && !before.text.endsWith('s') && !MODAL.test(before.text)) return false
  return !NOUN_AHEAD.has(tokens[to]?.text ?? '')
}

function actsOnHealth(tokens: readonly Token[], to: number, family: string): boolean {
  const object = tokens.slice(to, to + OBJECT_AHEAD)
  // "Makes teenagers depressed", not "makes a difference".
  if (family === 'make' && !PEOPLE.has(object[0]?.text ?? '')) return false
  if (object.some(({ text }) => ABSTRACT.has(text))) return false
  return (
    healthPlaces(object).length > 0 ||
    object.some((token) => namesCondition(token) || namesOutcome(token) || STATES.has(token.text))
  )
}
