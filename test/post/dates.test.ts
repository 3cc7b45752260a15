import { describe, expect, it } from 'vitest'
import { addDays, compareDates, lastDay, monthsBetween, readDate } from '../../src/post/dates.ts'

const isoOf = (text: string) => {
  const reading = readDate(text)
  return reading.kind === 'date' ? reading.iso : reading.kind
}

describe('readDate', () => {
  it.each([
    ['2026-01-31', '2026-01-31'],
    ['2024-02-29', '2024-02-29'],
    ['2025-02-29', 'impossible'],
    ['2026-00-10', 'impossible'],
    ['2022-08-26T11:01:41.234Z', '2022-08-26'],
    ['2022-08-26T23:30:00-05:00', '2022-08-26'],
    ['2022-8-6', '2022-08-06'],
    ['25/03/2026', '2026-03-25'],
    ['03/25/2026', '2026-03-25'],
    ['03/03/2026', '2026-03-03'],
    ['03/04/2026', 'ambiguous'],
    ['03.04.2026', '2026-04-03'],
    ['1st September 2026', '2026-09-01'],
    ['Sept 5 2026', '2026-09-05'],
    ['2026 May 3', '2026-05-03'],
    ['May 2026', '2026-05'],
    ['05/2026', '2026-05'],
    ['13/2026', 'impossible'],
    ['February 30, 2026', 'impossible'],
    ['0026-01-01', 'impossible'],
    ['12345', 'unreadable'],
    ['soon', 'unreadable'],
    ['', 'unreadable'],
  ])('%s is %s', (text, expected) => expect(isoOf(text)).toBe(expected))

  it('stays fast on long nonsense', () => {
    const start = performance.now()
    for (const text of [`1 ${' '.repeat(50_000)}x`, '1/'.repeat(50_000), `May ${'1'.repeat(50_000)}`]) readDate(text)
    expect(performance.now() - start).toBeLessThan(200)
  })
})

describe('arithmetic', () => {
  it('compares by the coarser of two dates', () => {
    expect(compareDates('2026-03', '2026-03-20')).toBe(0)
    expect(compareDates('2025', '2026-03-20')).toBe(-1)
  })
  it('counts whole months', () => {
    expect(monthsBetween('2024-06-02', '2026-06-01')).toBe(23)
    expect(monthsBetween('2024-06-01', '2026-06-01')).toBe(24)
    expect(monthsBetween('2026-01-31', '2026-02-28')).toBe(1)
    expect(monthsBetween('2025', '2026-12-31')).toBe(12)
  })
  it('knows the end of months and days later', () => {
    expect(lastDay('2024-02')).toBe('2024-02-29')
    expect(lastDay('2024')).toBe('2024-12-31')
    expect(addDays('2026-02-27', 3)).toBe('2026-03-02')
  })
})
