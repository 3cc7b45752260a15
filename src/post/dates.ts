/** Dates as authors write them in frontmatter. Calendar days only: a time of day or a zone never changes the day that is written. */

export interface CalendarDate {
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`, as precise as it was written. */
  iso: string
  precision: 'day' | 'month' | 'year'
}

export type DateReading =
  | (CalendarDate & { kind: 'date'; standard: boolean })
  /** Day and month can be swapped; both readings, day first in `readings[0]`. */
  | { kind: 'ambiguous'; readings: [string, string] }
  /** Shaped like a date, but no such day exists. */
  | { kind: 'impossible' }
  | { kind: 'unreadable' }

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const TIME = '(?:[T ,]+(?:at )?\\d{1,2}:\\d{2}.*)?'
const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?(?:Z|UTC|[+-]\d{2}:?\d{2}))?)?$/i
const YEAR_FIRST = new RegExp(`^(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})${TIME}$`, 'i')
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/
const YEAR_MONTH = /^(\d{4})[-/.](\d{1,2})$/
const MONTH_FIRST = /^(\d{1,2})[-/.](\d{4})$/
const YEAR = /^(\d{4})$/
const YEAR_LAST = new RegExp(`^(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4})${TIME}$`, 'i')
const WEEKDAY = '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? )?'
const DAY_MONTH = new RegExp(
  `^${WEEKDAY}(\\d{1,2})(?:st|nd|rd|th)?[ -](?:of )?${MONTH},?[ -](\\d{4})(?: \\d{1,2}:\\d{2}.*)?$`,
  'i',
)
const MONTH_DAY = new RegExp(`^${WEEKDAY}${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})${TIME}$`, 'i')
const YEAR_MONTH_DAY = new RegExp(`^(\\d{4}) ${MONTH} (\\d{1,2})$`, 'i')
const MONTH_YEAR = new RegExp(`^${MONTH},? (\\d{4})$`, 'i')

/** Reads ISO 8601, year-first, day-first and month-first dates, also with English month names. */
export function readDate(written: string): DateReading {
  const text = written.trim().replace(/\s+/g, ' ')
  let match = ISO.exec(text)
  if (match) return dayOf(match[1]!, match[2]!, match[3]!, true)
  match = YEAR_FIRST.exec(text) ?? COMPACT.exec(text)
  if (match) return dayOf(match[1]!, match[2]!, match[3]!, false)
  match = YEAR_MONTH.exec(text)
  if (match) return monthOf(match[1]!, match[2]!, /^\d{4}-\d{2}$/.test(text))
  match = MONTH_FIRST.exec(text)
  if (match) return monthOf(match[2]!, match[1]!, false)
  match = YEAR.exec(text)
  if (match)
    return isYear(match[1]!) ? { kind: 'date', iso: match[1]!, precision: 'year', standard: true } : { kind: 'unreadable' }
  match = YEAR_LAST.exec(text)
  if (match) return swappable(match[1]!, match[3]!, match[4]!, match[2]!)
  match = DAY_MONTH.exec(text)
  if (match) return dayOf(match[3]!, numberOf(match[2]!), match[1]!, false)
  match = MONTH_DAY.exec(text)
  if (match) return dayOf(match[3]!, numberOf(match[1]!), match[2]!, false)
  match = YEAR_MONTH_DAY.exec(text)
  if (match) return dayOf(match[1]!, numberOf(match[2]!), match[3]!, false)
  match = MONTH_YEAR.exec(text)
  if (match) return monthOf(match[2]!, numberOf(match[1]!), false)
  return { kind: 'unreadable' }
}

function numberOf(month: string): string {
  return String(MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1)
}

/** `25/03/2026` has one reading; dots are day first wherever they are used. */
function swappable(first: string, second: string, year: string, separator: string): DateReading {
  const dayFirst = dayOf(year, second, first, false)
  if (separator === '.') return dayFirst
  const monthFirst = dayOf(year, first, second, false)
  if (dayFirst.kind !== 'date') return monthFirst
  if (monthFirst.kind !== 'date' || monthFirst.iso === dayFirst.iso) return dayFirst
  return { kind: 'ambiguous', readings: [dayFirst.iso, monthFirst.iso] }
}

function dayOf(year: string, month: string, day: string, standard: boolean): DateReading {
  const found = monthOf(year, month, standard)
  if (found.kind !== 'date') return found
  const last = daysIn(Number(year), Number(month))
  if (Number(day) < 1 || Number(day) > last) return { kind: 'impossible' }
  return { kind: 'date', iso: `${found.iso}-${day.padStart(2, '0')}`, precision: 'day', standard }
}

function monthOf(year: string, month: string, standard: boolean): DateReading {
  if (!isYear(year) || Number(month) < 1 || Number(month) > 12) return { kind: 'impossible' }
  return { kind: 'date', iso: `${year}-${month.padStart(2, '0')}`, precision: 'month', standard }
}

function isYear(year: string): boolean {
  return Number(year) >= 1900 && Number(year) < 2200
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** Negative when `a` is earlier. Dates of different precision that can be the same day count as equal. */
export function compareDates(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  const [left, right] = [a.slice(0, length), b.slice(0, length)]
  return left === right ? 0 : left < right ? -1 : 1
}

/** Last day a date can mean: `2026-02` is 2026-02-28. */
export function lastDay(iso: string): string {
  if (iso.length === 10) return iso
  const year = iso.slice(0, 4)
  const month = iso.length === 7 ? iso.slice(5) : '12'
  return `${year}-${month}-${daysIn(Number(year), Number(month))}`
}

/** Whole months from one day to a later one; `from` may be less precise and then counts from its last day. */
export function monthsBetween(from: string, to: string): number {
  const [year = 0, month = 0, day = 0] = lastDay(from).split('-').map(Number)
  const [toYear = 0, toMonth = 0, toDay = 0] = to.split('-').map(Number)
  const atMonthEnd = toDay === daysIn(toYear, toMonth)
  return (toYear - year) * 12 + toMonth - month - (toDay < day && !atMonthEnd ? 1 : 0)
}

/** The day `days` later (or earlier, when negative). */
export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}
