/** What CI lets through (RULES.md 5): new and changed pages by rule, untouched ones never. Pure: hosts bring both texts of a page as facts. */
import type { Message } from '../lint/types.ts'
import type { PageScore } from './index.ts'

export interface GateSettings {
  /** Least score of a new page; a changed page that had it must not fall below. */
  minScore: number
  /** JAMA benchmarks a new page meets in full, of 4. */
  minJama: number
  /** Points a changed page may lose. */
  maxScoreDrop: number
  maxNewErrors: number
  /** New warnings; undefined: any number. */
  maxWarnings: number | undefined
}

export const GATE_DEFAULTS: GateSettings = { minScore: 60, minJama: 3, maxScoreDrop: 1, maxNewErrors: 0, maxWarnings: undefined }

/** Rates per rule, so that long pages are not punished; `floor` is the number that is always allowed on short ones. */
export interface Budget {
  perClaim?: number
  per1000Words?: number
  floor?: number
}
export type Budgets = Readonly<Record<string, Budget | 'off'>>

const FEWEST_CLAIMS = 8
const FEWEST_WORDS = 500
const FLOOR = 2

/** One text of a page. */
export interface PageState {
  score: PageScore
  words: number
  /** What is not suppressed by a comment, old findings too. */
  messages: readonly Message[]
}

export interface GatePage {
  path: string
  now: PageState
  /** Undefined: the page is new. */
  before: PageState | undefined
  /** Messages of now that are neither in the text before nor in the baseline. */
  news: readonly Message[]
}

export interface GateFailure {
  /** Undefined: of the whole change. */
  path: string | undefined
  check: 'errors' | 'warnings' | 'score' | 'jama' | 'budget' | 'totals'
  message: string
}

export interface GateVerdict {
  passed: boolean
  failures: GateFailure[]
  /** Reported, but no reason to fail: what the calendar did. */
  notes: GateFailure[]
  pages: { path: string; state: 'new' | 'changed'; before: number | null; now: number | null; jama: number }[]
}

/** Messages that come by themselves when days pass: no change is to blame (RULES.md 5.4). */
const OF_THE_CLOCK: Readonly<Record<string, readonly string[]>> = {
  'frontmatter-currency': ['stale', 'due', 'future'],
  'source-currency': ['old', 'list'],
}

export function isOfTheClock({ rule, messageId }: Message): boolean {
  return OF_THE_CLOCK[rule]?.includes(messageId) ?? false
}

/** `gone`: messages of files that were deleted. */
export function judge(
  pages: readonly GatePage[],
  gone: readonly Message[],
  settings: GateSettings,
  budgets: Budgets,
): GateVerdict {
  const failures = [
    ...pages.flatMap((page) => [...scoreFailures(page, settings), ...budgetFailures(page, budgets)]),
    ...newFailures(pages, 'error', settings.maxNewErrors),
    ...newFailures(pages, 'warn', settings.maxWarnings),
    ...totalFailures(pages, gone),
  ]
  const notes = pages.flatMap(({ path, news }) => news.filter(isOfTheClock).map((message) => said(path, message)))
  return {
    passed: failures.length === 0,
    failures,
    notes,
    pages: pages.map(({ path, now, before }) => ({
      path,
      state: before ? 'changed' : 'new',
      before: before?.score.total ?? null,
      now: now.score.total ?? null,
      jama: now.score.jama.met,
    })),
  }
}

function scoreFailures({ path, now, before }: GatePage, { minScore, minJama, maxScoreDrop }: GateSettings): GateFailure[] {
  const { total, jama } = now.score
  // Without claims there is nothing to score.
  if (total === undefined) return []
  const fail = (check: GateFailure['check'], message: string) => [{ path, check, message }]
  const old = before?.score.total
  if (old === undefined) {
    return [
      ...(total < minScore ? fail('score', `Raise the score to ${minScore}: it is ${total}.`) : []),
      ...(jama.met < minJama ? fail('jama', `Meet ${minJama} of 4 JAMA benchmarks: ${jama.met} are.`) : []),
    ]
  }
  if (old < minScore) return total < old ? fail('score', `Do not lower the score: it was ${old} and is ${total}.`) : []
  if (total < minScore) return fail('score', `Raise the score to ${minScore} again: it was ${old} and is ${total}.`)
  return old - total > maxScoreDrop
    ? fail('score', `Raise the score to ${old - maxScoreDrop}: it was ${old} and is ${total}.`)
    : []
}

/** Errors have no budget. */
function budgetFailures({ path, now, before }: GatePage, budgets: Budgets): GateFailure[] {
  return Object.entries(budgets).flatMap(([rule, budget]): GateFailure[] => {
    if (budget === 'off') return []
    const count = countOf(now, rule)
    const allowed = allowedBy(budget, now)
    const wasWorse = before !== undefined && count <= countOf(before, rule)
    if (count <= allowed || wasWorse) return []
    return [
      { path, check: 'budget', message: `Mend some findings of ${rule}: there are ${count}, and the budget is ${allowed}.` },
    ]
  })
}

function countOf({ messages }: PageState, rule: string): number {
  return messages.filter((message) => message.rule === rule && message.severity !== 'error').length
}

function allowedBy({ perClaim, per1000Words, floor = FLOOR }: Budget, { score, words }: PageState): number {
  const rates = [
    ...(perClaim === undefined ? [] : [score.claims < FEWEST_CLAIMS ? floor : perClaim * score.claims]),
    ...(per1000Words === undefined ? [] : [words < FEWEST_WORDS ? floor : (per1000Words * words) / 1000]),
  ]
  return Math.floor(rates.length === 0 ? floor : Math.min(...rates))
}

function newFailures(pages: readonly GatePage[], severity: 'error' | 'warn', limit: number | undefined): GateFailure[] {
  if (limit === undefined) return []
  const found = pages.flatMap(({ path, news }) =>
    news.filter((message) => message.severity === severity && !isOfTheClock(message)).map((message) => said(path, message)),
  )
  return found.length > limit ? found : []
}

function said(path: string, { line, column, message, rule, severity }: Message): GateFailure {
  return { path, check: severity === 'error' ? 'errors' : 'warnings', message: `${line}:${column} ${message} (${rule})` }
}

/** Untouched pages do not change the totals of the repository, so that these rise by what the touched ones add. */
function totalFailures(pages: readonly GatePage[], gone: readonly Message[]): GateFailure[] {
  const rise = new Map<string, number>()
  const count = (messages: readonly Message[], by: number) => {
    for (const message of messages) {
      if (message.severity === 'error' && !isOfTheClock(message)) rise.set(message.rule, (rise.get(message.rule) ?? 0) + by)
    }
  }
  for (const { now, before } of pages) {
    count(now.messages, 1)
    if (before) count(before.messages, -1)
  }
  count(gone, -1)
  return [...rise]
    .filter(([, by]) => by > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([rule, by]) => ({
      path: undefined,
      check: 'totals',
      message: `Mend ${by} of ${rule}: the repository has that many errors more.`,
    }))
}
