/** Fits `data/claim-weights.json` to the claim gold: our own labels; only the weights ship. */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Unit } from '../../src/post/claims/index.ts'
import { type Example, fitWeights, type Weights } from './fit.ts'
import { type GoldPost, type GoldRow, readGold, readLabelled, unitsOf } from './gold.ts'
import { PRIOR } from './prior.ts'

/** Holds the weights of rare signs near the prior; chosen by leaving one repository out. */
const PENALTY = 8
/** Rows on which two careful editors could differ count half. */
const BORDERLINE_WEIGHT = 0.5

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
  const examples = labelled.flatMap(({ row, unit }): Example[] => {
    if (!unit) return []
    return [{ signs: unit.signs, label: row.isClaim ? 1 : 0, weight: row.borderline ? BORDERLINE_WEIGHT : 1 }]
  })
  return fitWeights(examples, PENALTY, PRIOR)
}

/** Everything the weights may see. */
export function trainingPosts(shared: string, root: string): GoldPost[] {
  return [...readGold(shared, 'gold'), ...readGold(shared, 'gold-extra'), ...readLabelled(shared, root)]
}

export function train(shared: string, root: string): string {
  const labelled = labelledUnits(trainingPosts(shared, root))
  const weights = fitClaims(labelled)
  const list = {
    version: 1,
    asOf: new Date().toISOString().slice(0, 10),
    source: 'logistic regression on the medlint claim gold and bench/labels/claims.json (own labels); npm run train claims',
    licence: 'MIT',
    entries: Object.fromEntries(Object.entries(weights).map(([name, value]) => [name, Math.round(value * 1000) / 1000])),
  }
  writeFileSync(path.join(root, 'data/claim-weights.json'), `${JSON.stringify(list, null, 2)}\n`)
  return `${labelled.length} labelled units, ${Object.keys(weights).length} weights written to data/claim-weights.json`
}
