import { describe, expect, it } from 'vitest'
import rule from '../../rules/relative-time.ts'
import { applyEdits } from '../../src/lint/fixes.ts'
import { expectReports, expectSilent, lint } from '../support.ts'

const page = (date: string, text: string, years: number[] = []) =>
  `---\ndate: ${date}\n---\n\n${text}\n${years.length > 0 ? '\n## References\n\n' : ''}${years
    .map((year, index) => `${index + 1}. Park S. Splints at night. J Hand. ${year};4(2):11-15.\n`)
    .join('')}`

describe('relative-time', () => {
  it('compares with the works that the sentence cites, and offers their years', () => {
    const marked = page('2026-03-01', '⟦Recently⟧, two trials [1, 2] compared splints.', [2015, 2018])
    const [message] = expectReports(rule, marked)
    expect([message!.message, message!.severity]).toEqual(['Write the year instead of "Recently".', 'warn'])
    expect(message!.note).toContain('2018')
    const text = marked.replace(/[⟦⟧]/g, '')
    expect(applyEdits(text, message!.suggestions[0]!.edits)).toContain('\nFrom 2015 to 2018, two trials')
  })

  it.each([
    ['a work of the time', 'This year a trial [1] compared splints.', [2026]],
    ['a work of the span', 'In the past two decades one survey [1] counted falls.', [2008]],
    ['a newer work among them', 'In the last five years two trials [1, 2] ended.', [2010, 2023]],
    ['a work without a year', 'This year a trial [1] compared splints.', []],
  ])('is silent with %s', (_, text, years) => {
    expectSilent(rule, page('2026-03-01', text as string, years as number[]), { strict: true })
  })

  it('counts the years of a span', () => {
    const marked = page('2026-03-01', '⟦In the last five years⟧ one trial [1] ended.', [2019])
    const [message] = expectReports(rule, marked)
    expect(message!.suggestions[0]!.title).toBe('Write "In 2019"')
  })

  it.each([
    'Measles came back ⟦this year⟧.',
    'Cases rose ⟦last year⟧.',
    'The ⟦just published⟧ guideline says rest.',
    '⟦Recently⟧, splints were tested at night.',
    'Splints have ⟦recently⟧ been tested at night.',
  ])('knows that a page of 2020 is old: %s', (text) => void expectReports(rule, page('2020-03-01', text)))

  it('offers the year of the page where the words name one', () => {
    const [message] = lint(rule, page('2020-03-01', 'Cases rose late last year.'))
    expect(message!.suggestions.map(({ title }) => title)).toEqual(['Write "in 2019"'])
    expect(lint(rule, page('2020-03-01', 'The newly approved drops sting.'))[0]!.suggestions).toEqual([])
  })

  it.each([
    'If you had a fever recently, tell the nurse.',
    'Patients treated in the past five years were asked.',
    'The recently treated skin is red.',
    'In 2019 the drops were newly approved.',
    'Were they recently approved?',
    '> "This year we won."',
    'The label was last changed by the maker.',
    'Newly diagnosed epilepsy needs a scan.',
  ])('leaves "%s" alone', (text) => expectSilent(rule, page('2015-03-01', text), { strict: true }))

  it('gives longer words more time', () => {
    const text = 'In recent years, kombucha became popular.'
    expectSilent(rule, page('2022-03-01', text), { strict: true })
    expect(lint(rule, page('2020-03-01', text))).toHaveLength(1)
    expectSilent(rule, page('2020-03-01', text), { options: { maxGapYears: 10 }, strict: true })
    expectSilent(rule, page('2020-03-01', 'Cases rose this year.'), { pageType: 'news', strict: true })
  })

  it('does not guess the age of a page without a date', () => {
    expectSilent(rule, 'Cases rose this year.', { strict: true })
    expect(
      lint(rule, page('x', 'This year a trial [1] compared splints.', [2019]).replace('date: x\n', 'title: A\n')),
    ).toHaveLength(1)
  })

  it('takes phrases of its own', () => {
    expectReports(rule, page('2020-03-01', 'The ⟦brand new⟧ drops sting.'), { options: { phrases: ['brand new'] } })
  })
})
