/** The guarantees of RULES.md 4.3, on generated pages. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  creditOf,
  evidenceShare,
  type ScoredClaim,
  type ScoredSource,
  type ScoredWork,
  type ScoreInput,
  score,
  workQuality,
} from '../../src/score/formula.ts'

const kind = fc.constantFrom<ScoredClaim['kind'][]>(
  'efficacy',
  'safety',
  'provider',
  'alternative',
  'anecdote',
  'statistic',
  'cause',
  'use',
  'evidence',
  'mechanism',
)
const tier = fc.constantFrom<ScoredSource['tier'][]>('A', 'B', 'C', 'D', 'E', 'F', 'G', undefined)
const source = fc.record({ tier, overstated: fc.boolean() })
const claim: fc.Arbitrary<ScoredClaim> = fc.record({ kind, sources: fc.array(source, { maxLength: 3 }), line: fc.constant(1) })
const work: fc.Arbitrary<ScoredWork> = fc.record({
  unmatched: fc.boolean(),
  incomplete: fc.boolean(),
  irregular: fc.boolean(),
  line: fc.constant(1),
})
const rule = fc.constantFrom(
  'absolute-claim',
  'unsafe-advice',
  'selective-outcome',
  'anecdotal-evidence',
  'evidence-gesture',
  'disparaging-comparison',
  'citation-plurality',
  'hype-language',
)
const finding = fc.record({ rule, line: fc.constant(1) })
const flags = <Name extends string>(...names: Name[]): fc.Arbitrary<Record<Name, boolean>> =>
  fc
    .tuple(...names.map(() => fc.boolean()))
    .map((values) => Object.fromEntries(names.map((name, index) => [name, values[index]])) as Record<Name, boolean>)
const plain = fc.record({
  grade: fc.double({ min: 3, max: 20, noNaN: true }),
  target: fc.constantFrom(8, 12),
  longSentences: fc.double({ min: 0, max: 1, noNaN: true }),
  abbreviations: fc.nat(9),
})
const page: fc.Arbitrary<ScoreInput> = fc.record({
  claims: fc.array(claim, { minLength: 1, maxLength: 40 }),
  identity: flags('name', 'credential', 'list', 'disclosure', 'dates', 'current'),
  balance: fc.option(
    fc.record({
      harm: fc.constantFrom('specific', 'minimised', 'none'),
      limits: fc.boolean(),
      alternatives: fc.boolean(),
      clinician: fc.boolean(),
    }),
    { nil: undefined },
  ),
  findings: fc.array(finding, { maxLength: 8 }),
  works: fc.array(work, { maxLength: 12 }),
  listMissing: fc.boolean(),
  plain: fc.option(plain, { nil: undefined }),
  audience: fc.constantFrom('patient', 'general', 'clinician'),
  missing: flags('author', 'reviewer', 'status', 'review'),
})
const totalOf = (input: ScoreInput) => score(input).total ?? -1
const GOOD_WORK: ScoredWork = { unmatched: false, incomplete: false, irregular: false, line: 1 }

/** Holds for every page and every place in it. */
function always(check: (input: ScoreInput, pick: number) => void): void {
  fc.assert(
    fc.property(page, fc.nat(), (input, pick) => check(input, pick)),
    { numRuns: 3000 },
  )
}
const replaced = <Item>(list: readonly Item[], at: number, ...items: Item[]) => [
  ...list.slice(0, at),
  ...items,
  ...list.slice(at + 1),
]

describe('the score', () => {
  it('G1: never falls when a claim gets a further good citation, of whatever tier', () => {
    fc.assert(
      fc.property(page, fc.nat(), source, (input, pick, added) => {
        const at = pick % input.claims.length
        const old = input.claims[at]!
        const claims = replaced(input.claims, at, { ...old, sources: [...old.sources, added] })
        expect(totalOf({ ...input, claims, works: [...input.works, GOOD_WORK] })).toBeGreaterThanOrEqual(totalOf(input))
        expect(totalOf({ ...input, claims })).toBeGreaterThanOrEqual(totalOf(input))
      }),
      { numRuns: 3000 },
    )
  })

  it('G2: never falls when a finding is repaired or an unsupported claim is deleted', () => {
    always((input, pick) => {
      const before = totalOf(input)
      const repaired: Partial<ScoreInput>[] = [
        { findings: replaced(input.findings, pick % Math.max(1, input.findings.length)) },
        { missing: { author: false, reviewer: false, status: false, review: false } },
        { identity: { name: true, credential: true, list: true, disclosure: true, dates: true, current: true } },
        { works: input.works.map((each, index) => (index === pick % input.works.length ? GOOD_WORK : each)) },
        { listMissing: false },
      ]
      for (const change of repaired) expect(totalOf({ ...input, ...change })).toBeGreaterThanOrEqual(before)
      const claims = input.claims.filter(({ sources }, index) => sources.length > 0 || index !== pick % input.claims.length)
      if (claims.length > 0) expect(totalOf({ ...input, claims })).toBeGreaterThanOrEqual(before)
    })
  })

  it('G3: never falls when a source is replaced by a better one', () => {
    const order = ['G', 'F', 'C', 'B', 'A'] as const
    // Which tier forbids the wording: those of RULES.md 2.10 never forbid more than a worse one.
    fc.assert(
      fc.property(page, fc.nat(), fc.nat(4), fc.nat(4), fc.boolean(), fc.boolean(), (input, pick, a, b, first, second) => {
        const at = pick % input.claims.length
        const [low, high] = [Math.min(a, b), Math.max(a, b)]
        const withTier = (index: number, overstated: boolean) =>
          totalOf({
            ...input,
            claims: replaced(input.claims, at, { ...input.claims[at]!, sources: [{ tier: order[index], overstated }] }),
          })
        expect(withTier(high, first && second)).toBeGreaterThanOrEqual(withTier(low, first))
      }),
      { numRuns: 3000 },
    )
  })

  it('G4: never falls when a claim moves down the ladder of strength', () => {
    always((input, pick) => {
      const at = pick % input.claims.length
      const old = input.claims[at]!
      const claims = replaced(input.claims, at, { ...old, sources: old.sources.map((each) => ({ ...each, overstated: false })) })
      expect(totalOf({ ...input, claims })).toBeGreaterThanOrEqual(totalOf(input))
    })
  })

  it('G5: never rises when a well supported claim is cut with its work, and no defect with it', () => {
    always((input, pick) => {
      const at = pick % input.claims.length
      const cut = input.claims[at]!
      if (input.claims.length < 2 || cut.sources.length === 0 || creditOf(cut) < evidenceShare(input.claims)) return
      const works = input.works.findIndex((each) => workQuality(each) === 1)
      const shorter = {
        ...input,
        claims: replaced(input.claims, at),
        works: works < 0 ? input.works : replaced(input.works, works),
      }
      expect(totalOf(shorter)).toBeLessThanOrEqual(totalOf(input))
    })
  })

  it('G6: never rises when an unsupported claim or a finding is added', () => {
    fc.assert(
      fc.property(page, kind, finding, (input, added, fault) => {
        const before = totalOf(input)
        expect(totalOf({ ...input, claims: [...input.claims, { kind: added, sources: [], line: 1 }] })).toBeLessThanOrEqual(
          before,
        )
        expect(totalOf({ ...input, findings: [...input.findings, fault] })).toBeLessThanOrEqual(before)
      }),
      { numRuns: 3000 },
    )
  })

  it('G9: leaves a component that does not apply out of both sums', () => {
    always((input) => {
      const all = score({ ...input, balance: undefined, plain: undefined })
      expect(all.components.map(({ name }) => name)).toEqual(['evidence', 'identity', 'restraint', 'references'])
      const points = all.components.reduce((sum, each) => sum + each.points, 0)
      expect(all.total).toBeLessThanOrEqual(Math.floor((100 * points) / 75 + 0.1))
      if (!all.cap) expect(all.total).toBeGreaterThanOrEqual(Math.floor((100 * points) / 75 - 0.1))
    })
  })

  it('G10: never charges more for an unknown tier than for tier F', () => {
    const credit = (name: ScoredSource['tier']) =>
      creditOf({ kind: 'use', line: 1, sources: [{ tier: name, overstated: false }] })
    expect(credit(undefined)).toBeGreaterThanOrEqual(credit('F'))
  })

  it('G11: is the same for the same page', () =>
    always((input) => {
      expect(score(input)).toEqual(score(structuredClone(input)))
    }))

  it('stays between 0 and 100, under its caps, with the letter of its total', () => {
    always((input) => {
      const { total = 0, letter, cap, jama } = score(input)
      expect(total).toBeGreaterThanOrEqual(0)
      expect(total).toBeLessThanOrEqual(cap?.limit ?? 100)
      if (input.findings.some((each) => each.rule === 'absolute-claim')) expect(total).toBeLessThanOrEqual(59)
      if (input.missing.author || input.missing.reviewer) expect(total).toBeLessThanOrEqual(79)
      if (input.missing.review) expect(total).toBeLessThanOrEqual(89)
      expect(letter).toBe(total >= 90 ? 'A' : total >= 80 ? 'B' : total >= 70 ? 'C' : total >= 60 ? 'D' : 'F')
      expect(jama.met).toBe([jama.authorship, jama.attribution, jama.disclosure, jama.currency].filter(Boolean).length)
    })
  })

  const perfect: ScoreInput = {
    claims: [1, 2, 3].map((line) => ({ kind: 'efficacy', sources: [{ tier: 'A', overstated: false }], line })),
    identity: { name: true, credential: true, list: true, disclosure: true, dates: true, current: true },
    balance: { harm: 'specific', limits: true, alternatives: true, clinician: true },
    findings: [],
    works: [GOOD_WORK],
    listMissing: false,
    plain: { grade: 8, target: 12, longSentences: 0, abbreviations: 0 },
    audience: 'general',
    missing: { author: false, reviewer: false, status: false, review: false },
  }

  it.each<[string, Partial<ScoreInput>, number]>([
    ['nothing', {}, 100],
    [
      'one claim of three without a source',
      { claims: [...perfect.claims.slice(1), { kind: 'efficacy', sources: [], line: 9 }] },
      90,
    ],
    ['an opinion as the only source', { claims: [{ kind: 'use', sources: [{ tier: 'F', overstated: true }], line: 1 }] }, 81],
    [
      'two appeals to evidence',
      {
        findings: [
          { rule: 'evidence-gesture', line: 1 },
          { rule: 'evidence-gesture', line: 2 },
        ],
      },
      96,
    ],
    ['praise without end', { findings: Array.from({ length: 20 }, () => ({ rule: 'hype-language', line: 1 })) }, 97],
    ['a list of which half is not cited', { works: [GOOD_WORK, { ...GOOD_WORK, unmatched: true }] }, 97],
    ['no list', { listMissing: true }, 90],
    ['two grades too hard', { plain: { grade: 14, target: 12, longSentences: 0, abbreviations: 0 } }, 97],
    [
      'the same for clinicians',
      { audience: 'clinician', plain: { grade: 14, target: 12, longSentences: 0, abbreviations: 0 } },
      99,
    ],
    ['no statement of conflicts', { identity: { ...perfect.identity, disclosure: false } }, 95],
    ['a cap', { findings: [{ rule: 'absolute-claim', line: 1 }] }, 59],
  ])('a page that lacks nothing but %s', (_, change, total) => {
    expect(totalOf({ ...perfect, ...change })).toBe(total)
  })

  it('says "few claims" of one or two, and rates none without any', () => {
    expect(score({ ...perfect, claims: perfect.claims.slice(1) })).toMatchObject({ note: 'few claims', total: 100 })
    expect(score({ ...perfect, claims: [] })).toMatchObject({
      note: 'no claims',
      total: undefined,
      letter: undefined,
      cap: undefined,
    })
  })
})
