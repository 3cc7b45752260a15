/** The guarantees of RULES.md 4.3 on pages that are written, read and judged in full. Plain language is held fixed: it is not compared. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { presets } from '../../presets/index.ts'
import { rules } from '../../rules/index.ts'
import { resolve } from '../../src/config/resolve.ts'
import { fullRuleSet, type PageScore, scorePost } from '../../src/score/index.ts'
import { NOW, post } from '../support.ts'

const RUNS = { numRuns: 25 }
const config = fullRuleSet(resolve({ extends: 'recommended' }, 'posts/a.md', { rules, presets, now: NOW }), rules)
const scoreOf = (text: string) => scorePost(post(text, { path: 'posts/a.md' }), config)
/** What is held against others: hundredths of points, so that rounding of a total hides nothing. */
const pointsOf = ({ components }: PageScore) =>
  components.reduce((sum, { name, points }) => sum + (name === 'plainLanguage' ? 0 : points), 0)
const hasPlain = ({ components }: PageScore) => components.some(({ name }) => name === 'plainLanguage')
const ROUNDING = 0.03

const CLAIMS = [
  'Riboflavin reduces the number of migraine attacks',
  'Zinc shortens colds by one day',
  'Vitamin D lowers the risk of falls in older adults',
  'Ginger relieves nausea after surgery',
  'Metformin causes diarrhoea in one of ten people',
  'Half of adults with back pain feel better after six weeks',
]
const WORKS = [
  'Smith J, Roy K. Riboflavin for migraine prophylaxis: a randomised controlled trial. Neurology. 2019;92(3):100-110. doi:10.5555/abc.1',
  'Lind P, Berg A. Zinc for the common cold: a systematic review. Headache. 2021;61(2):20-31. doi:10.5555/abc.2',
  'Moreau C, Diaz L. Vitamin D and falls: a cohort study. Age Ageing. 2018;47(4):200-208. doi:10.5555/abc.3',
  'Okafor N, Hale R. Ginger for nausea after surgery: a randomised trial. Anaesthesia. 2020;75(1):50-58. doi:10.5555/abc.4',
  'Novak J, Sato T. Metformin in daily practice: a narrative review. BMJ. 2017;356:j10. doi:10.5555/abc.5',
  'Adler M, Frost B. Course of back pain in adults. Spine. 2016;41(6):300-309. doi:10.5555/abc.6',
]
const FILLER = [
  'The ward has twelve beds.',
  'We moved into this house in spring.',
  'Bring your card and a pen.',
  'Parking is behind the house.',
  'Our staff speak three languages.',
]
const FAULTS = [
  'Riboflavin cures migraine for good.',
  'Studies show that zinc stops a cough.',
  'This amazing cream is a breakthrough.',
]

interface Page {
  /** Index into CLAIMS, and works by index. */
  claims: { claim: number; works: number[] }[]
  filler: number[]
  faults: number[]
  head: boolean
}

const works = fc.uniqueArray(fc.nat(WORKS.length - 1), { maxLength: 2 })
const page: fc.Arbitrary<Page> = fc.record({
  claims: fc.uniqueArray(fc.record({ claim: fc.nat(CLAIMS.length - 1), works }), {
    minLength: 2,
    maxLength: 5,
    selector: ({ claim }) => claim,
  }),
  filler: fc.uniqueArray(fc.nat(FILLER.length - 1), { maxLength: 3 }),
  faults: fc.uniqueArray(fc.nat(FAULTS.length - 1), { maxLength: 2 }),
  head: fc.boolean(),
})

const HEAD = `---
title: Questions from the ward
date: 2026-01-10
lastReviewed: 2026-02-01
author: {name: Ines Vogt, credentials: RD}
conflicts: none
---

`

/** Works are numbered as they are first cited, as a careful author does. */
function textOf({ claims, filler, faults, head }: Page): string {
  const order = [...new Set(claims.flatMap((claim) => claim.works))]
  const marks = (list: readonly number[]) =>
    list.length === 0
      ? ''
      : ` [${list
          .map((each) => order.indexOf(each) + 1)
          .sort((a, b) => a - b)
          .join(', ')}]`
  const paragraphs = [
    ...claims.map(({ claim, works: cited }) => `${CLAIMS[claim]}${marks(cited)}.`),
    ...faults.map((each) => FAULTS[each]),
    ...filler.map((each) => FILLER[each]),
  ]
  const list = order.map((each, index) => `${index + 1}. ${WORKS[each]}`)
  const references = list.length > 0 ? `\n## References\n\n${list.join('\n')}\n` : ''
  return `${head ? HEAD : ''}# Questions from the ward\n\n${paragraphs.join('\n\n')}\n${references}`
}

function holds(check: (given: Page, pick: number) => void): void {
  fc.assert(fc.property(page, fc.nat(), check), RUNS)
}

function notLower(after: PageScore, before: PageScore): void {
  expect(pointsOf(after)).toBeGreaterThanOrEqual(pointsOf(before) - ROUNDING)
  // Where plain language is not measured the totals, with their caps, can be held against each other as well.
  if (!hasPlain(after) && !hasPlain(before)) expect(after.total).toBeGreaterThanOrEqual(before.total!)
}

describe('the score of a written page', () => {
  it('G1: never falls when a claim gets a further citation that is listed and complete', () => {
    holds((given, pick) => {
      const at = pick % given.claims.length
      const added = WORKS.findIndex((_, index) => !given.claims[at]!.works.includes(index))
      const claims = given.claims.map((each, index) => (index === at ? { ...each, works: [...each.works, added] } : each))
      notLower(scoreOf(textOf({ ...given, claims })), scoreOf(textOf(given)))
    })
  })

  it('G2: never falls when an unsupported claim or a fault is taken out', () => {
    holds((given, pick) => {
      const before = scoreOf(textOf(given))
      const claims = given.claims.filter((each, index) => each.works.length > 0 || index !== pick % given.claims.length)
      if (claims.length > 0) notLower(scoreOf(textOf({ ...given, claims })), before)
      notLower(scoreOf(textOf({ ...given, faults: given.faults.slice(1) })), before)
    })
  })

  it('G5: never rises when neutral text is cut, and the faults stay', () => {
    holds((given) => notLower(scoreOf(textOf(given)), scoreOf(textOf({ ...given, filler: [] }))))
  })

  it('G5: never rises when a claim with the best of sources is cut with its works', () => {
    holds((given, pick) => {
      // A trial and a review, so that no other claim has better ones.
      const claims = given.claims.map((each, index) => (index === pick % given.claims.length ? { ...each, works: [0, 1] } : each))
      const cut = claims.filter((_, index) => index !== pick % given.claims.length)
      notLower(scoreOf(textOf({ ...given, claims })), scoreOf(textOf({ ...given, claims: cut })))
    })
  })

  it('G6: never rises when an unsupported claim or a fault is added', () => {
    holds((given, pick) => {
      const before = scoreOf(textOf(given))
      const unused = CLAIMS.findIndex((_, index) => given.claims.every(({ claim }) => claim !== index))
      notLower(before, scoreOf(textOf({ ...given, claims: [...given.claims, { claim: unused, works: [] }] })))
      const fault = pick % FAULTS.length
      if (!given.faults.includes(fault)) notLower(before, scoreOf(textOf({ ...given, faults: [...given.faults, fault] })))
    })
  })

  it('G7: never changes when neutral text without claims is added', () => {
    holds((given) => {
      const after = scoreOf(textOf({ ...given, filler: FILLER.map((_, index) => index) }))
      const before = scoreOf(textOf(given))
      expect(pointsOf(after)).toBeCloseTo(pointsOf(before), 5)
      expect(after).toMatchObject({ jama: before.jama, cited: before.cited, claims: before.claims })
    })
  })

  it('G11: is the same twice, and every lost point names a rule and lines of the page', () => {
    holds((given) => {
      const text = textOf(given)
      const result = scoreOf(text)
      expect(scoreOf(text)).toEqual(result)
      const missing = result.components.filter(({ points, available }) => points < available).map(({ name }) => name)
      expect(result.lost.map(({ component }) => component).sort()).toEqual(missing.sort())
      const last = text.split('\n').length
      for (const { causes } of result.lost) {
        expect(causes).not.toEqual([])
        for (const { rule, lines } of causes) {
          expect(Object.keys(rules)).toContain(rule)
          expect(lines).not.toEqual([])
          for (const line of lines) expect(line >= 1 && line <= last).toBe(true)
        }
      }
    })
  })
})
