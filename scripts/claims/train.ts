/** Fits `data/claim-weights.json` to the claim gold: our own labels; only the weights ship. */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Unit } from '../../src/post/claims/index.ts'
import { phrasesOf } from '../../src/post/claims/phrases.ts'
import { BETWEEN_PHRASES, PHRASE } from '../../src/post/claims/score.ts'
import { type Example, fitWeights, type Weights } from './fit.ts'
import { type GoldPost, type GoldRow, readGold, readLabelled, unitsOf } from './gold.ts'
import { PRIOR } from './prior.ts'

/** Hold the weights of rare signs near the prior and those of rare phrases near 0; chosen by leaving one repository out. */
const SIGN_PENALTY = 8
const PHRASE_PENALTY = 30
/** Rarer phrases are left out before the fit, and all but so many after it: the others weigh next to nothing. */
const LEAST_USES = 4
const MOST_PHRASES = 2000
/** Rows on which two careful editors could differ count half. */
const BORDERLINE_WEIGHT = 0.5
/** Sentences drawn from what looked like a claim are harder than those of whole posts and not in proportion to them. */
const SAMPLED_WEIGHT = 0.4
/** A missed claim weighs a little more than a false one; more than this flags too many questions of patients. */
const CLAIM_WEIGHT = 1.1

export interface LabelledUnit {
  gold: GoldPost
  row: GoldRow
  unit: Unit | undefined
}

export function labelledUnits(posts: readonly GoldPost[]): LabelledUnit[] {
  return posts.flatMap((gold) => {
    const units = unitsOf(gold)
    return gold.rows.map((row, index) => ({ gold, row, unit: units[index] }))
  })
}

export function fitClaims(labelled: readonly LabelledUnit[]): Weights {
  const examples = labelled.flatMap(({ gold, row, unit }): Example[] => {
    if (!unit) return []
    const phrases = [...phrasesOf(unit.reading.tokens)].map((phrase) => [PHRASE + phrase, 1] as const)
    const signs = new Map([...unit.signs, ...phrases])
    const weight =
      (row.borderline ? BORDERLINE_WEIGHT : 1) * (row.isClaim ? CLAIM_WEIGHT : 1) * (gold.sampled ? SAMPLED_WEIGHT : 1)
    return [{ signs, label: row.isClaim ? 1 : 0, weight }]
  })
  const penalties = {
    penaltyOf: (name: string) => (name.startsWith(PHRASE) ? PHRASE_PENALTY : SIGN_PENALTY),
    priorOf: (name: string) => PRIOR[name] ?? 0,
  }
  const frequent = withPhrases(examples, frequentPhrases(examples))
  const first = fitWeights(frequent, penalties)
  const kept = Object.keys(first)
    .filter((name) => name.startsWith(PHRASE))
    .sort((a, b) => Math.abs(first[b]!) - Math.abs(first[a]!))
    .slice(0, MOST_PHRASES)
  return fitWeights(withPhrases(frequent, new Set(kept)), penalties)
}

function frequentPhrases(examples: readonly Example[]): Set<string> {
  const uses = new Map<string, number>()
  for (const { signs } of examples) for (const name of signs.keys()) uses.set(name, (uses.get(name) ?? 0) + 1)
  return new Set([...uses.keys()].filter((name) => uses.get(name)! >= LEAST_USES && !name.includes('|')))
}

function withPhrases(examples: readonly Example[], phrases: ReadonlySet<string>): Example[] {
  const isKept = (name: string) => !name.startsWith(PHRASE) || phrases.has(name)
  return examples.map((example) => ({ ...example, signs: new Map([...example.signs].filter(([name]) => isKept(name))) }))
}

/** Everything the weights may see. */
export function trainingPosts(shared: string, root: string): GoldPost[] {
  return [...readGold(shared, 'gold'), ...readGold(shared, 'gold-extra'), ...readLabelled(shared, root)]
}

function rounded(weight: number): number {
  return Math.round(weight * 100) / 100
}

/** Phrases by weight, the loudest against a claim first. */
function byWeight(weights: Weights): Record<string, string> {
  const phrases = Object.keys(weights).filter((name) => name.startsWith(PHRASE) && rounded(weights[name]!) !== 0)
  phrases.sort((a, b) => weights[a]! - weights[b]! || (a < b ? -1 : 1))
  const groups = new Map<string, string[]>()
  for (const name of phrases) {
    const weight = rounded(weights[name]!).toFixed(2)
    groups.set(weight, [...(groups.get(weight) ?? []), name.slice(PHRASE.length)])
  }
  return Object.fromEntries([...groups].map(([weight, names]) => [weight, names.sort().join(BETWEEN_PHRASES)]))
}

export function train(shared: string, root: string): string {
  const labelled = labelledUnits(trainingPosts(shared, root))
  const weights = fitClaims(labelled)
  const list = {
    version: 1,
    asOf: new Date().toISOString().slice(0, 10),
    source: 'logistic regression on the medlint claim gold and bench/labels/claims.json (own labels); npm run train claims',
    licence: 'MIT',
    entries: Object.fromEntries(
      Object.entries(weights)
        .filter(([name]) => !name.startsWith(PHRASE))
        .map(([name, value]) => [name, rounded(value)]),
    ),
    phrases: byWeight(weights),
  }
  writeFileSync(path.join(root, 'data/claim-weights.json'), `${JSON.stringify(list, null, 2)}\n`)
  return `${labelled.length} labelled units, ${Object.keys(weights).length} weights written to data/claim-weights.json`
}
