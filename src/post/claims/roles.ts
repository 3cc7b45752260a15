/** Who acts on what: the order of treatment, effect and condition in a clause tells a claim from a list of words. */
import list from '../../../data/claim-cues.json' with { type: 'json' }
import type { Words } from './cues.ts'
import { isHealthWord, namesCondition, namesIntervention, namesOutcome } from './naming.ts'
import { type Hit, wordsOf } from './patterns.ts'
import { endsClause, type Token } from './tokens.ts'

const EXPOSURES = wordsOf(list.sets.exposure)
const ANAPHORS = new Set(['it', 'this', 'they', 'these', 'which', 'that', 'those', 'both'])

const EFFECT_FAMILIES = new Set([
  'efficacy',
  'merit',
  'capability',
  'prevention',
  'mechanism',
  'alternative',
  'nonspecific',
  'use',
])
const CAUSE_FAMILIES = new Set(['cause', 'association'])
const AHEAD = 8

/** Names of the roles found in the sentence: signs for and against a claim. */
export function rolesIn({ tokens, cues }: Words): Set<string> {
  const roles = new Set<string>()
  for (const hit of cues) {
    const subject = tokens.slice(clauseStart(tokens, hit.from), hit.from)
    const object = tokens.slice(hit.from + 1, Math.min(tokens.length, hit.to + AHEAD))
    if (EFFECT_FAMILIES.has(hit.family)) addEffect(roles, hit, subject, object)
    if (CAUSE_FAMILIES.has(hit.family)) addCause(roles, subject, object)
  }
  return roles
}

function addEffect(roles: Set<string>, { family }: Hit, subject: readonly Token[], object: readonly Token[]): void {
  const acted = object.some(namesCondition)
  const changed = object.some(namesOutcome)
  const agent = subject.some(namesIntervention)
  const taken = !agent && subject.some(({ text }) => ANAPHORS.has(text))
  if (family === 'use') {
    if (acted && agent) roles.add('treatment-for-condition')
    return
  }
  if (agent && acted) roles.add('treatment-acts-on-condition')
  else if (agent && changed) roles.add('treatment-acts-on-outcome')
  else if (agent && object.some(isHealthWord)) roles.add('treatment-acts-on-health')
  else if (taken && (acted || changed)) roles.add('it-acts')
  else if (acted) roles.add('acts-on-condition')
  else if (changed) roles.add('acts-on-outcome')
  if (!agent && object.some(namesIntervention) && subject.some(namesCondition)) roles.add('condition-by-treatment')
}

function addCause(roles: Set<string>, subject: readonly Token[], object: readonly Token[]): void {
  const exposed = subject.some((token) => EXPOSURES.has(token.text) || namesIntervention(token))
  const ill = object.some(namesCondition)
  if (exposed && ill) roles.add('exposure-causes-condition')
  else if (ill && subject.some(namesCondition)) roles.add('condition-causes-condition')
  else if (ill) roles.add('causes-condition')
}

function clauseStart(tokens: readonly Token[], from: number): number {
  for (let at = from - 1; at >= 0; at--) if (endsClause(tokens[at]!)) return at + 1
  return 0
}
