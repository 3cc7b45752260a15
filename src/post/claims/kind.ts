/** Kind and wording strength of a claim from its cues (RULES.md 2.4 and 2.8). */
import type { ClaimKind, Strength } from '../types.ts'
import type { Words } from './cues.ts'
import { namesCondition, namesOutcome } from './naming.ts'
import { weightOf } from './score.ts'

/** Kinds in the order of 2.4: the first that fits wins. */
const KIND_OF: readonly [ClaimKind, ReadonlySet<string>][] = [
  ['anecdote', new Set(['anecdote'])],
  ['provider', new Set(['provider'])],
  ['alternative', new Set(['alternative'])],
  ['safety', new Set(['safety'])],
  ['efficacy', new Set(['efficacy', 'merit', 'capability', 'prevention', 'comparison', 'diagnosis', 'absolute'])],
  ['mechanism', new Set(['mechanism'])],
  ['cause', new Set(['association', 'cause'])],
  ['statistic', new Set(['quantity', 'prevalence'])],
  ['use', new Set(['use'])],
  ['evidence', new Set(['gesture', 'trial'])],
]

/** A cause verb beside a capability or a comparison ("can trigger", "higher risk than") speaks of the cause. */
const WEAK_BESIDE_CAUSE = new Set(['capability', 'comparison', 'diagnosis'])

export function kindOf({ cues, tokens }: Words): ClaimKind {
  const families = new Set(cues.map((cue) => cue.family))
  if (families.has('association') || families.has('cause')) for (const family of WEAK_BESIDE_CAUSE) families.delete(family)
  // An effect with no condition, symptom, function or appearance named is a mechanism.
  if (families.has('mechanism') && !tokens.some((token) => namesCondition(token) || namesOutcome(token))) {
    for (const family of ['efficacy', 'capability', 'merit']) families.delete(family)
  }
  for (const [kind, members] of KIND_OF) if ([...members].some((family) => families.has(family))) return kind
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
