/** Kind and wording strength of a claim from its cues (RULES.md 2.4 and 2.8). */
import type { ClaimKind, Strength } from '../types.ts'
import type { Words } from './cues.ts'
import { namesCondition, namesIntervention, namesOutcome } from './naming.ts'
import type { Hit } from './patterns.ts'
import { weightOf } from './score.ts'
import type { Token } from './tokens.ts'

/** Kinds in the order of 2.4: the first that fits wins. */
const KIND_OF: readonly [ClaimKind, ReadonlySet<string>][] = [
  ['anecdote', new Set(['anecdote'])],
  ['provider', new Set(['provider'])],
  ['alternative', new Set(['alternative'])],
  ['safety', new Set(['safety', 'absence'])],
  ['efficacy', new Set(['efficacy', 'merit', 'capability', 'prevention', 'comparison', 'diagnosis', 'absolute'])],
  ['mechanism', new Set(['mechanism'])],
  ['cause', new Set(['association', 'cause'])],
  ['statistic', new Set(['quantity', 'prevalence'])],
  ['use', new Set(['use'])],
  ['evidence', new Set(['gesture', 'trial'])],
]

/** A cause verb beside a capability or a comparison ("can trigger", "higher risk than") speaks of the cause. */
const WEAK_BESIDE_CAUSE = new Set(['capability', 'comparison', 'diagnosis'])

/** Tokens behind a cause that may name what comes of it. */
const OUTCOME_AHEAD = 8
const LESS = new Set('less fewer lower reduced decrease decreased reduction loss improved improvement better'.split(' '))

/** What a treatment causes is a harm when it is an illness, a benefit when it is a function or look of the body. */
function judgeEffect(families: Set<string>, { family, from, to }: Hit, tokens: readonly Token[]): void {
  if (!tokens.slice(0, from).some(namesIntervention)) return
  const object = tokens.slice(to, to + OUTCOME_AHEAD)
  const ill = object.some(namesCondition)
  if (!ill && !object.some(namesOutcome)) return
  families.delete(family)
  const better = families.has('efficacy') || families.has('prevention') || object.some(({ text }) => LESS.has(text))
  families.add(ill && !better ? 'safety' : 'efficacy')
}

/** What a mechanism acts on is none yet that a reader feels. */
const INNER = new Set(
  'inflammation inflammatory immune immunity secretion signaling signalling expression absorption balance bacteria microbiota receptor receptors insulin hormone hormones'.split(
    ' ',
  ),
)

const RESULTS = new Set('significant significantly nnt nnts ratio superior inferior'.split(' '))

/** How many benefit from a treatment, or by how much a trial found them to, says what the treatment does. */
function isResult(kind: ClaimKind, tokens: readonly Token[]): boolean {
  if (kind === 'statistic') return tokens.some(namesIntervention) && tokens.some(namesOutcome)
  return kind === 'evidence' && tokens.some(({ text }) => RESULTS.has(text))
}

/** A condition, symptom, function or look of the body. */
function namesTarget(token: Token): boolean {
  return (namesCondition(token) || namesOutcome(token)) && !INNER.has(token.text)
}

/** "Is used to treat" names a use; the effect in it is not asserted. */
const WITHIN_USE = new Set(['efficacy', 'capability', 'merit', 'prevention', 'diagnosis'])
/** Tokens behind a use that may name what it is for. */
const USE_AHEAD = 3

export function kindOf({ cues, tokens }: Words): ClaimKind {
  const use = cues.find((cue) => cue.family === 'use')
  const asserted = cues.filter(
    ({ family, from }) => !use || !WITHIN_USE.has(family) || from < use.from || from > use.to + USE_AHEAD,
  )
  const families = new Set(asserted.map((cue) => cue.family))
  if (families.has('association') || families.has('cause')) for (const family of WEAK_BESIDE_CAUSE) families.delete(family)
  // An effect with no condition, symptom, function or appearance named is a mechanism.
  if (families.has('mechanism') && !tokens.some(namesTarget)) {
    for (const family of ['efficacy', 'capability', 'merit']) families.delete(family)
  }
  for (const cue of cues) if (cue.family === 'cause') judgeEffect(families, cue, tokens)
  for (const [kind, members] of KIND_OF)
    if ([...members].some((family) => families.has(family))) return isResult(kind, tokens) ? 'efficacy' : kind
  return 'efficacy'
}

const HEDGES = new Set(
  'may might could suggest suggests suggested suggesting appear appears appeared seem seems seemed thought believed linked associated possibly perhaps preliminary'.split(
    ' ',
  ),
)
const CAPABILITIES = new Set(
  'can help helps helped helping able ability capable capacity potential potentially promise promising probably likely candidate hope'.split(
    ' ',
  ),
)

/** The ladder of RULES.md 2.8. */
export const LADDER: Readonly<Record<Strength, number>> = { hedged: 1, capability: 2, asserted: 3, absolute: 4 }

export function strengthOf({ cues, tokens }: Words): Strength {
  if (cues.some((cue) => cue.family === 'absolute')) return 'absolute'
  const words = new Set(tokens.map((token) => token.text))
  if ([...HEDGES].some((word) => words.has(word))) return 'hedged'
  return [...CAPABILITIES].some((word) => words.has(word)) ? 'capability' : 'asserted'
}

/** Order of families in a message: those that made the kind, then what weighs most. */
export function rankOf(family: string, kind: ClaimKind): number {
  const decisive = KIND_OF.find(([each]) => each === kind)?.[1].has(family) ? 100 : family === 'nonspecific' ? -100 : 0
  return decisive + weightOf(family)
}
