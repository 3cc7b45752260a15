/** Scores of many pages together, and against those of an earlier run. Pure. */
import type { ComponentName } from './formula.ts'
import { COMPONENTS } from './formula.ts'
import type { PageScore } from './index.ts'

export interface ScoredPage extends PageScore {
  path: string
}

export interface ScoreSummary {
  pages: number
  rated: number
  /** Of the rated pages, to tenths; null without any. */
  mean: number | null
  median: number | null
  letters: Record<'A' | 'B' | 'C' | 'D' | 'F', number>
}

/** A page as an earlier run had it. */
export type FormerPage = Pick<ScoredPage, 'path' | 'total' | 'components'>

export interface FormerRun {
  formula: number
  now: string
  pages: readonly FormerPage[]
}

/** A rated page whose total is another than it was. */
export interface ScoreChange {
  path: string
  before: number
  now: number
}

export interface Comparison {
  /** Date of the earlier run. */
  since: string
  /** Of the pages rated then; null without any. */
  mean: number | null
  /** The greatest loss first. */
  changes: ScoreChange[]
  /** Paths that one of the runs alone has rated. */
  added: string[]
  gone: string[]
}

export function summaryOf(pages: readonly ScoredPage[]): ScoreSummary {
  const totals = totalsOf(pages)
  const letters = { A: 0, B: 0, C: 0, D: 0, F: 0 }
  for (const { letter } of pages) if (letter) letters[letter]++
  const middle = (totals.length - 1) / 2
  const median = totals.length === 0 ? null : (totals[Math.floor(middle)]! + totals[Math.ceil(middle)]!) / 2
  return { pages: pages.length, rated: totals.length, mean: meanOf(totals), median, letters }
}

export function compare(pages: readonly ScoredPage[], former: FormerRun): Comparison {
  const before = ratedByPath(former.pages)
  const now = ratedByPath(pages)
  const changes = [...now].flatMap(([path, total]): ScoreChange[] => {
    const old = before.get(path)
    return old === undefined || old === total ? [] : [{ path, before: old, now: total }]
  })
  return {
    since: former.now,
    mean: meanOf(totalsOf(former.pages)),
    changes: changes.sort((a, b) => a.now - a.before - (b.now - b.before) || (a.path < b.path ? -1 : 1)),
    added: [...now.keys()].filter((path) => !before.has(path)),
    gone: [...before.keys()].filter((path) => !now.has(path)),
  }
}

/** Rated pages per ten points: 0 to 9, 10 to 19, ... 90 to 100. */
export function distributionOf(pages: readonly FormerPage[]): number[] {
  const bins = Array.from({ length: 10 }, () => 0)
  for (const total of totalsOf(pages)) bins[Math.min(9, Math.floor(total / 10))]!++
  return bins
}

/** Share of the points of each component that rated pages have on average, 0 to 1; components of no page are left out. */
export function sharesOf(pages: readonly FormerPage[]): Map<ComponentName, number> {
  const rated = pages.filter(({ total }) => total !== undefined)
  const shares = COMPONENTS.map((name): [ComponentName, number[]] => {
    const own = rated.flatMap(({ components }) => components.filter((each) => each.name === name))
    return [name, own.map(({ points, available }) => points / available)]
  })
  return new Map(
    shares.flatMap(([name, own]) => (own.length === 0 ? [] : [[name, own.reduce((sum, each) => sum + each, 0) / own.length]])),
  )
}

function ratedByPath(pages: readonly FormerPage[]): Map<string, number> {
  return new Map(pages.flatMap(({ path, total }) => (total === undefined ? [] : [[path, total] as const])))
}

/** In ascending order. */
function totalsOf(pages: readonly FormerPage[]): number[] {
  return pages.flatMap(({ total }) => total ?? []).sort((a, b) => a - b)
}

function meanOf(totals: readonly number[]): number | null {
  return totals.length === 0 ? null : Math.round((10 * totals.reduce((sum, each) => sum + each, 0)) / totals.length) / 10
}
