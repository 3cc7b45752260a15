import { describe, expect, it } from 'vitest'
import type { Message, Severity } from '../../src/lint/types.ts'
import { type Budgets, GATE_DEFAULTS, type GatePage, type GateSettings, judge, type PageState } from '../../src/score/gate.ts'

function message(rule: string, severity: Severity = 'error', messageId = 'found'): Message {
  const place = { start: 0, end: 1, line: 3, column: 2, endLine: 3, endColumn: 3 }
  const rest = { note: null, actual: '', data: {}, related: [], fix: null, suggestions: [], url: '' }
  return { rule, messageId, severity, message: `Mend ${rule}.`, ...place, ...rest }
}

function state(
  total: number | undefined,
  more: { met?: number; claims?: number; words?: number; messages?: Message[] } = {},
): PageState {
  const { met = 4, claims = 10, words = 1000, messages = [] } = more
  return { score: { total, claims, jama: { met } } as PageState['score'], words, messages }
}

const page = (now: PageState, before?: PageState, news: Message[] = []): GatePage => ({ path: 'a.md', now, before, news })

function reasons(pages: GatePage[], settings: Partial<GateSettings> = {}, budgets: Budgets = {}, gone: Message[] = []): string[] {
  const { failures, passed } = judge(pages, gone, { ...GATE_DEFAULTS, ...settings }, budgets)
  expect(passed).toBe(failures.length === 0)
  return failures.map(({ check, message: text }) => `${check}: ${text}`)
}

describe('scores', () => {
  it.each<[string, GatePage, string[]]>([
    ['a new page', page(state(60)), []],
    ['a new page below', page(state(59)), ['score: Raise the score to 60: it is 59.']],
    ['a new page without its benchmarks', page(state(90, { met: 2 })), ['jama: Meet 3 of 4 JAMA benchmarks: 2 are.']],
    ['a new page without claims', page(state(undefined, { met: 0 })), []],
    ['a changed page', page(state(72), state(73)), []],
    ['a changed page that lost more', page(state(71), state(73)), ['score: Raise the score to 72: it was 73 and is 71.']],
    ['a changed page that fell below', page(state(59), state(60)), ['score: Raise the score to 60 again: it was 60 and is 59.']],
    ['a low page that stayed', page(state(30), state(30)), []],
    ['a low page that got worse', page(state(29), state(30)), ['score: Do not lower the score: it was 30 and is 29.']],
    ['a changed page without its benchmarks', page(state(80, { met: 0 }), state(80)), []],
    [
      'a page that got its first claims',
      page(state(40, { met: 4 }), state(undefined)),
      ['score: Raise the score to 60: it is 40.'],
    ],
    ['a page that lost its claims', page(state(undefined), state(80)), []],
  ])('%s', (_, subject, expected) => expect(reasons([subject])).toEqual(expected))

  it('follow the settings', () => {
    expect(reasons([page(state(65))], { minScore: 70 })).toHaveLength(1)
    expect(reasons([page(state(70), state(75))], { maxScoreDrop: 5 })).toEqual([])
  })
})

describe('findings', () => {
  it('fail when they are new errors; warnings only beyond their limit', () => {
    expect(reasons([page(state(80), state(80), [message('a'), message('b', 'warn')])])).toEqual(['errors: 3:2 Mend a. (a)'])
    expect(reasons([page(state(80), state(80), [message('a')])], { maxNewErrors: 1 })).toEqual([])
    expect(reasons([page(state(80), state(80), [message('b', 'warn')])], { maxWarnings: 0 })).toHaveLength(1)
  })

  it('of the calendar never fail, and are told', () => {
    const stale = message('frontmatter-currency', 'error', 'stale')
    const subject = page(state(80, { messages: [stale] }), undefined, [stale])
    expect(reasons([subject])).toEqual([])
    expect(judge([subject], [], GATE_DEFAULTS, {}).notes).toHaveLength(1)
  })

  it('may not be more in the repository, rule by rule; moved ones and those of deleted files count', () => {
    const settings = { maxNewErrors: 9 }
    const with_ = (...rules: string[]) => state(80, { messages: rules.map((rule) => message(rule)) })
    expect(reasons([page(with_('a', 'b'), with_('a', 'a'))], settings)).toEqual([
      'totals: Mend 1 of b: the repository has that many errors more.',
    ])
    expect(reasons([page(with_('a'), with_()), page(with_(), with_('a'))], settings)).toEqual([])
    expect(reasons([page(with_('a'))], settings, {}, [message('a')])).toEqual([])
    expect(reasons([page(state(80, { messages: [message('a', 'warn')] }))], settings)).toEqual([])
  })
})

describe('budgets', () => {
  const warnings = (number: number) => Array.from({ length: number }, () => message('hype', 'warn'))
  it.each<[string, Budgets, { claims?: number; words?: number }, number]>([
    ['per claim', { hype: { perClaim: 0.25 } }, { claims: 16 }, 4],
    ['per 1,000 words', { hype: { per1000Words: 2 } }, { words: 2500 }, 5],
    ['the smaller of both', { hype: { perClaim: 1, per1000Words: 2 } }, { claims: 10, words: 1500 }, 3],
    ['on a page of few claims', { hype: { perClaim: 0.1 } }, { claims: 7 }, 2],
    ['on a short page', { hype: { per1000Words: 0, floor: 1 } }, { words: 499 }, 1],
  ])('%s', (_, budgets, size, allowed) => {
    const subject = (number: number) => page(state(80, { ...size, messages: warnings(number) }))
    expect(reasons([subject(allowed)], {}, budgets)).toEqual([])
    expect(reasons([subject(allowed + 1)], {}, budgets)).toEqual([
      `budget: Mend some findings of hype: there are ${allowed + 1}, and the budget is ${allowed}.`,
    ])
  })

  it('spare an old page that did not get worse, and can be off', () => {
    const old = state(80, { messages: warnings(9) })
    const budgets: Budgets = { hype: { perClaim: 0.1 } }
    expect(reasons([page(old, old)], {}, budgets)).toEqual([])
    expect(reasons([page(state(80, { messages: warnings(10) }), old)], {}, budgets)).toHaveLength(1)
    expect(reasons([page(old)], {}, { hype: 'off' })).toEqual([])
  })
})
