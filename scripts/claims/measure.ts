/** Precision and recall of the claim rules on labelled posts, with bootstrap intervals over posts. */
import { presets } from '../../presets/index.ts'
import { rules } from '../../rules/index.ts'
import { resolve } from '../../src/config/resolve.ts'
import { lint } from '../../src/lint/lint.ts'
import { useShippedWeights, useWeights } from '../../src/post/claims/score.ts'
import type { Weights } from './fit.ts'
import type { GoldPost, GoldRow } from './gold.ts'

/** The rules of which exactly one reports a missing source (RULES.md 2.12). */
const SUPPORT_GROUP = new Set([
  'self-citation',
  'weak-source',
  'evidence-gesture',
  'anecdotal-evidence',
  'unsourced-statistic',
  'unsupported-claim',
])

export interface Judged {
  name: string
  right: number
  wrong: number
  missed: number
}

/** Counts of one post under a preset: rows that are not borderline, hit by a message or one of its related ranges. */
export function judge(
  { name, post, audience, pageType, rows }: GoldPost,
  preset: string,
  onHit?: (rule: string, row: GoldRow) => void,
): Judged {
  const config = resolve(
    { extends: preset, rules: { 'unsupported-claim': { maxPerUncitedPost: 0 } }, audience, pageType: { 'gold-page': pageType } },
    post.path ?? 'post.md',
    { rules, presets, now: '2026-11-27' },
  )
  post.frontmatter.data['type'] = 'gold-page'
  const found = lint(post, config).messages.filter(({ rule }) => SUPPORT_GROUP.has(rule))
  const places = found.flatMap(({ rule, start, related }) =>
    [start, ...related.map((each) => each.start)].map((place) => ({ rule, place })),
  )
  const counts = { name, right: 0, wrong: 0, missed: 0 }
  for (const row of rows) {
    if (row.borderline) continue
    const hits = places.filter(({ place }) => place >= row.start && place < row.end)
    if (hits.length > 0) counts[row.shouldFlag ? 'right' : 'wrong']++
    else if (row.shouldFlag) counts.missed++
    for (const rule of new Set(hits.map((hit) => hit.rule))) onHit?.(rule, row)
  }
  return counts
}

export interface Score {
  precision: number
  recall: number
  f1: number
}

export function scoreOf(counts: readonly Judged[]): Score {
  const sum = (key: 'right' | 'wrong' | 'missed') => counts.reduce((total, each) => total + each[key], 0)
  const precision = ratio(sum('right'), sum('right') + sum('wrong'))
  const recall = ratio(sum('right'), sum('right') + sum('missed'))
  return { precision, recall, f1: ratio(2 * precision * recall, precision + recall) }
}

export function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole
}

const RESAMPLES = 1000

/** 2.5 and 97.5 percentiles over posts drawn with replacement; a fixed seed, so that the page does not waver. */
export function interval(counts: readonly Judged[], of: keyof Score): [number, number] {
  let seed = 12345
  const random = () => {
    seed = (seed * 1103515245 + 12345) % 2147483648
    return seed / 2147483648
  }
  const values = Array.from({ length: RESAMPLES }, () => {
    const drawn = counts.map(() => counts[Math.floor(random() * counts.length)]!)
    return scoreOf(drawn)[of]
  }).sort((a, b) => a - b)
  return [values[Math.floor(RESAMPLES * 0.025)]!, values[Math.floor(RESAMPLES * 0.975)]!]
}

/** Runs with other weights than the shipped ones, for figures on posts the weights have not seen. */
export function withWeights<Result>(weights: Weights, run: () => Result): Result {
  useWeights(weights)
  try {
    return run()
  } finally {
    useShippedWeights()
  }
}
