import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import rule from '../../rules/frontmatter-currency.ts'
import { expectReports, expectSilent, lint } from '../support.ts'

const page = (lines: string, body = 'Body text in plain English for the language of the page.') =>
  `---\n${lines}\n---\n\n${body}\n`
const now = '2026-06-01'
const textsOf = (text: string, setup = {}) =>
  lint(rule, text, { now, ...setup }).map(({ message, severity }) => `${severity}: ${message}`)

describe('values', () => {
  it('reports days that do not exist', () => {
    expect(expectReports(rule, page('date: 2026-01-01\nnextReview: ⟦2026-02-30⟧'), { now })[0]!.message).toBe(
      'Correct `nextReview`: there is no day "2026-02-30".',
    )
    expectReports(rule, page('date: "⟦2026-13-01⟧"'), { now })
    expectReports(rule, page('date: ⟦31/04/2026⟧'), { now })
  })

  it('reports a date with two readings and offers both', () => {
    const [message] = expectReports(rule, page('date: ⟦03/04/2026⟧'), { now })
    expect(message!.message).toBe('Correct `date`: "03/04/2026" is 2026-04-03 or 2026-03-04.')
    expect(message!.suggestions.map(({ edits }) => edits[0]!.text)).toEqual(['2026-04-03', '2026-03-04'])
  })

  it('reports words in place of a date, not month names of other languages', () => {
    expectReports(rule, page('date: ⟦last spring⟧'), { now })
    expectSilent(rule, page('lang: es\ndate: 3 de mayo de 2026'), { now, strict: true })
  })

  it('takes a name in a key that can hold one for a name', () => {
    expectSilent(rule, page('reviewed: S. Haddad\npublished: Clinic Press\nreviewBy: J. Novak'), { now, strict: true })
    expectReports(rule, page('reviewed: ⟦week 9⟧'), { now })
    expectReports(rule, page('lastReviewed: ⟦recently⟧'), { now })
  })

  it.each(['2026-03-04T11:01:41.234Z', '2026-03-04 10:00:00 +0100', '2026-03', '2026'])('accepts %s', (date) =>
    expectSilent(rule, page(`date: ${date}`), { now, strict: true }),
  )

  it.each(['March 4, 2026', '4 Mar 2026', 'Wed, 04 Mar 2026 08:00:00 GMT', '2026/03/04', '20260304', '04.03.2026'])(
    'suggests ISO for %s',
    (date) => {
      const text = page(`date: "${date}"`)
      const [message] = lint(rule, text, { now })
      expect([message!.severity, message!.actual, message!.message]).toEqual(['info', date, 'Write `date` as 2026-03-04.'])
      expect(message!.suggestions[0]!.edits[0]).toEqual({ start: message!.start, end: message!.end, text: '2026-03-04' })
    },
  )

  it('leaves placeholders and generated dates to others', () => {
    for (const date of ['TODO', 'today', '"{{ date }}"', 'true', '[]'])
      expectSilent(rule, page(`date: ${date}`), { now, strict: true })
  })
})

describe('order', () => {
  it('reports a review before publication', () => {
    const [message] = expectReports(rule, page('date: 2025-03-01\nlastReviewed: ⟦2025-01-15⟧'), { now })
    expect(message!.message).toBe('Correct `lastReviewed`: it is earlier than `date`.')
    expect(message!.related).toHaveLength(1)
    expectReports(rule, page('lastReviewed: 2026-01-10\nnextReview: ⟦2025-12-01⟧'), { now })
    expectReports(rule, page('date:\n  created: 2026-01-10\n  updated: ⟦2025-12-01⟧'), { now })
  })

  it('counts the same day or month as in order', () => {
    expectSilent(rule, page('date: 2026-03-01T20:00:00Z\nupdated: 2026-03-01'), { now, strict: true })
    expectSilent(rule, page('date: 2026-03-20\nupdated: 2026-03'), { now, strict: true })
  })
})

describe('the clock', () => {
  it('reports the future, with a day for time zones, but not on drafts', () => {
    expectReports(rule, page('date: ⟦2026-07-01⟧'), { now })
    expectSilent(rule, page('date: 2026-06-02'), { now, strict: true })
    expectSilent(rule, page('date: 2026-07-01\ndraft: true'), { now, strict: true })
  })

  it('reports stale pages at their newest date', () => {
    expectReports(rule, page('date: 2019-01-01\nlastReviewed: ⟦2022-04-01⟧'), { now })
    expect(textsOf(page('lastReviewed: 2022-04-01'))).toEqual([
      'error: Review this page: lastReviewed is 50 months old (limit 24).',
    ])
    expectSilent(rule, page('lastReviewed: 2026-01-10'), { now, strict: true })
    expect(textsOf(page('date: 2025-01-01'), { options: { maxAgeMonths: 12 } })).toEqual([
      'error: Review this page: date is 17 months old (limit 12).',
    ])
  })

  it('warns before the limit', () => {
    expect(textsOf(page('date: 2024-06-20'))).toEqual(['warn: Review this page: date is 23 months old (limit 24).'])
    expect(textsOf(page('date: 2024-06-20'), { options: { warnDays: 5 } })).toEqual([])
    expect(textsOf(page('date: 2024-06-01'))).toEqual(['error: Review this page: date is 24 months old (limit 24).'])
    expect(textsOf(page('date: 2024-07-05'))).toEqual([])
  })

  it('reports a review that is due', () => {
    expect(textsOf(page('date: 2026-01-01\nnextReview: 2026-05-20'))).toEqual([
      'error: Review this page: nextReview is 2026-05-20.',
    ])
    expect(textsOf(page('date: 2026-01-01\nnextReview: 2026-06-20'))).toEqual([
      'warn: Review this page: nextReview is 2026-06-20.',
    ])
    expect(textsOf(page('date: 2026-01-01\nnextReview: 2026-12-20'))).toEqual([])
    expect(textsOf(page('date: 2026-01-01\nnextReview: 2026-06-20'), { options: { warnDays: 5 } })).toEqual([])
  })

  it('lets no coming review hide that the page is stale', () => {
    expect(textsOf(page('date: 2022-01-01\nnextReview: 2026-06-20'))).toEqual([
      'error: Review this page: date is 53 months old (limit 24).',
    ])
    expect(textsOf(page('date: 2022-01-01\nnextReview: 2026-05-20'))).toEqual([
      'error: Review this page: nextReview is 2026-05-20.',
    ])
  })

  it('spares evergreen pages and news', () => {
    expectSilent(rule, page('date: 2012-01-01\nevergreen: true'), { now, strict: true })
    expectSilent(rule, page('date: 2012-01-01\ntimeless: true'), { now, strict: true, options: { evergreenKey: 'timeless' } })
    expectSilent(rule, page('date: 2012-01-01\ntype: news'), { now, strict: true })
  })

  it('counts changes in version control when asked to', () => {
    const setup = { path: 'posts/a.md', project: { lastChanged: () => '2026-04-01' } }
    expectSilent(rule, page('date: 2012-01-01'), { now, strict: true, options: { useGitDates: true }, ...setup })
    expect(textsOf(page('date: 2012-01-01'), setup)).toHaveLength(1)
    expect(textsOf(page('date: 2012-01-01'), { options: { useGitDates: true } })).toHaveLength(1)
  })

  it('reports the seed post', () => {
    const seed = readFileSync(new URL('../../fixtures/posts/stem-cell-exosome-treatment.md', import.meta.url), 'utf8')
    expect(lint(rule, seed, { now }).map(({ actual, messageId }) => [actual, messageId])).toEqual([
      ['2022-08-26T11:01:41.234Z', 'stale'],
    ])
  })
})

describe('evidence', () => {
  const references = (entry: string) => `Text.[1]\n\n## References\n\n1. ${entry}`
  const web = 'World Health Organization. Asthma. https://who.example/asthma. Accessed 3 May 2026.'
  const paper = (year: number) =>
    `Vogt I, Okoye T. Spacers in children. Lung Journal. ${year};12(3):100-110. doi:10.5555/lung.${year}`

  it('reports a page older than what it read', () => {
    const [message] = expectReports(rule, page('updated: ⟦2026-04-01⟧', references(web)), { now })
    expect(message!.message).toBe('Correct `updated`: a reference is newer than the page.')
    expect(message!.related).toHaveLength(1)
    expectSilent(rule, page('updated: 2026-05-03', references(web)), { now, strict: true })
  })

  it.each([
    'Accessed: May 3, 2026.',
    'Retrieved May 3, 2026, from https://who.example/asthma',
    '[cited 2026 May 3]. Available from: https://who.example/asthma',
    'Accessed 2026-05-03.',
  ])('reads "%s"', (words) => {
    expectReports(rule, page('updated: ⟦2026-04-01⟧', references(`World Health Organization. Asthma. ${words}`)), { now })
  })

  it('compares years, and knows that issues are dated ahead', () => {
    expectReports(rule, page('date: ⟦2025-02-01⟧', references(paper(2026))), { now })
    expectSilent(rule, page('date: 2025-11-01', references(paper(2026))), { now, strict: true })
    expectSilent(rule, page('date: 2025-02-01', references(paper(2025))), { now, strict: true })
  })
})

it('takes other keys for each meaning, and keeps the others', () => {
  const keys = { updated: ['geaendert'], reviewed: ['geprueft'], next: ['pruefen'] }
  const text = page('date: 2026-03-01\ngeprueft: 2026-02-01\ngeaendert: 2026-01-01\npruefen: 2026-05-01')
  expect(textsOf(text, { options: { keys } })).toEqual([
    'error: Correct `geprueft`: it is earlier than `date`.',
    'error: Correct `geaendert`: it is earlier than `date`.',
    'error: Review this page: pruefen is 2026-05-01.',
  ])
  expect(textsOf(page('stand: 2020-01-01\ndate: 2026-01-01'), { options: { keys: { published: ['stand'] } } })).toHaveLength(1)
})
