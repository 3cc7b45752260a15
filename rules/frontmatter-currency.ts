import { defineRule } from '../src/lint/define-rule.ts'
import type { Finding, RuleContext } from '../src/lint/types.ts'
import { addDays, compareDates, lastDay, monthsBetween } from '../src/post/dates.ts'
import {
  isDraft,
  isReadable,
  NEXT_REVIEW_KEYS,
  PUBLISHED_KEYS,
  plainKey,
  REVIEWED_KEYS,
  UPDATED_KEYS,
} from '../src/post/frontmatter-keys.ts'
import { type DateGroup, isLater, latest, type PageDate, pageDates } from '../src/post/page-dates.ts'
import type { Post } from '../src/post/types.ts'

export interface Options {
  /** Whole months since the newest date of the page. */
  maxAgeMonths: number
  /** Days before a limit from which it is announced. */
  warnDays: number
  keys: { published?: string[]; updated?: string[]; reviewed?: string[]; next?: string[] }
  evergreenKey: string
  /** The last change in version control counts as an update; the host reads it. */
  useGitDates: boolean
}

/** Keys that hold a date on one site and a person or publisher on the next. */
const NAMES_TOO = new Set(['published', 'created', 'updated', 'modified', 'reviewed', 'reviewby', 'updates'])
const CORRECT = 'Correct `{key}`: {problem}.'
const list = (description: string) => ({ type: 'array', items: { type: 'string' }, description })

export default defineRule<Options>({
  id: 'frontmatter-currency',
  family: 'frontmatter',
  purpose: 'dates are valid, ordered, not in the future, not stale',
  type: 'problem',
  severity: 'error',
  fix: 'suggestion',
  wave: 1,
  needs: ['clock'],
  contentOnly: true,
  standards: [
    { key: 'JAMA', status: 'checked' },
    { key: 'NHS', status: 'checked' },
    { key: 'HON', status: 'checked' },
  ],
  messages: {
    invalid: { text: CORRECT, note: 'A date that cannot be read is dropped or misread by the site generator.' },
    ambiguous: { text: CORRECT, note: 'Day and month change places between countries; YYYY-MM-DD has one reading.' },
    order: {
      text: 'Correct `{key}`: it is earlier than `{earlier}`.',
      note: 'A page cannot be reviewed or changed before it was published.',
    },
    future: { text: CORRECT, note: 'A date that has not come tells readers nothing about how current the page is.' },
    evidence: { text: CORRECT, note: 'The page was changed after this date, so it looks older than it is.' },
    stale: {
      text: 'Review this page: {key} is {months} months old (limit {max}).',
      note: 'Health information ages; readers and quality marks expect a regular review.',
    },
    due: { text: 'Review this page: {key} is {date}.', note: 'The page promises a review by this day.' },
    format: { text: 'Write `{key}` as {iso}.', severity: 'info', note: 'Site generators differ in the other forms they read.' },
  },
  schema: {
    type: 'object',
    properties: {
      maxAgeMonths: { type: 'integer', minimum: 1, description: 'Most whole months since the newest date of the page.' },
      warnDays: { type: 'integer', minimum: 0, description: 'Days before a limit from which it is announced as a warning.' },
      keys: {
        type: 'object',
        properties: {
          published: list('First publication.'),
          updated: list('Last change.'),
          reviewed: list('Last review.'),
          next: list('Next review.'),
        },
        additionalProperties: false,
        description: 'Frontmatter keys by meaning; a group that is left out keeps its usual names.',
      },
      evergreenKey: { type: 'string', description: 'A page with this key set to true is never stale.' },
      useGitDates: {
        type: 'boolean',
        description: 'Count the last change in version control as an update when no later date is given.',
      },
    },
    additionalProperties: false,
  },
  defaultOptions: { maxAgeMonths: 24, warnDays: 30, keys: {}, evergreenKey: 'evergreen', useGitDates: false },
  check(post, context) {
    const { frontmatter } = post
    if (!isReadable(frontmatter)) return
    const { keys } = context.options
    const dates = pageDates(post.text, frontmatter, {
      published: keys.published ?? PUBLISHED_KEYS,
      updated: keys.updated ?? UPDATED_KEYS,
      reviewed: keys.reviewed ?? REVIEWED_KEYS,
      next: keys.next ?? NEXT_REVIEW_KEYS,
    })
    // One date, one message: what is wrong with the value itself comes first, its age last.
    const seen = new Set<PageDate>()
    const report = (date: PageDate, finding: Omit<Finding, 'at'>) => {
      if (seen.has(date)) return
      seen.add(date)
      context.report({ at: date.range, ...finding })
    }
    for (const date of dates) checkValue(post, date, report)
    checkOrder(dates, report)
    if (!isDraft(frontmatter)) checkFuture(dates, context.settings.now, report)
    checkEvidence(post, dates, context.settings.now, report)
    if (frontmatter.data[context.options.evergreenKey] !== true && context.settings.pageType !== 'news')
      checkAge(post, dates, context, report)
    for (const date of dates) checkFormat(date, report)
  },
})

const isOfPage = (group: DateGroup) => group !== 'next'

type Report = (date: PageDate, finding: Omit<Finding, 'at'>) => void

function checkValue(post: Post, date: PageDate, report: Report): void {
  const { key, written, reading, range } = date
  if (reading.kind === 'ambiguous') {
    const problem = `"${written}" is ${reading.readings[0]} or ${reading.readings[1]}`
    const suggestions = reading.readings.map((iso) => ({ title: `Write ${iso}`, edits: [{ ...range, text: iso }] }))
    report(date, { message: 'ambiguous', data: { key, problem }, suggestions })
  } else if (reading.kind === 'impossible')
    report(date, { message: 'invalid', data: { key, problem: `there is no day "${written}"` } })
  // Month names of other languages are no mistake, nor is a name in `reviewed`.
  else if (
    reading.kind === 'unreadable' &&
    (post.language === 'en' || !/\p{L}/u.test(written)) &&
    (/\d/.test(written) || !NAMES_TOO.has(plainKey(key)))
  )
    report(date, { message: 'invalid', data: { key, problem: `"${written}" is not a date` } })
}

function checkOrder(dates: PageDate[], report: Report): void {
  const [published] = dates
    .filter(({ group, iso }) => group === 'published' && iso !== undefined)
    .sort((a, b) => (a.iso! < b.iso! ? -1 : 1))
  for (const date of dates) {
    const { group, key, iso } = date
    if (iso === undefined || group === 'published') continue
    const reviewed = group === 'next' ? latest(dates, (each) => each === 'reviewed') : undefined
    const earlier = reviewed ?? published
    if (!earlier?.iso || compareDates(iso, earlier.iso) >= 0) continue
    report(date, {
      message: 'order',
      data: { key, earlier: earlier.key },
      related: [{ ...earlier.range, message: `\`${earlier.key}\`` }],
    })
  }
}

function checkFuture(dates: PageDate[], now: string, report: Report): void {
  // Where the author lives it may be tomorrow already.
  const tomorrow = addDays(now, 1)
  for (const date of dates) {
    if (date.group === 'next' || date.iso === undefined || compareDates(date.iso, tomorrow) <= 0) continue
    report(date, { message: 'future', data: { key: date.key, problem: 'it lies in the future' } })
  }
}

function checkEvidence(post: Post, dates: PageDate[], now: string, report: Report): void {
  const page = latest(dates, isOfPage)
  if (!page) return
  const later = post.references.entries.filter((entry) => isLater(entry, page.iso, now))
  if (later.length === 0) return
  const related = later.slice(0, 5).map(({ start, end }) => ({ start, end, message: 'Read or published later.' }))
  report(page, { message: 'evidence', data: { key: page.key, problem: 'a reference is newer than the page' }, related })
}

function checkAge(post: Post, dates: PageDate[], { options, settings }: RuleContext<Options>, report: Report): void {
  const { now } = settings
  const soon = addDays(now, options.warnDays)
  const next = latest(dates, (group) => group === 'next')
  const page = latest(dates, isOfPage)
  const changed = options.useGitDates && post.path !== undefined ? post.project.lastChanged?.(post.path) : undefined
  const since = page && changed !== undefined && changed > lastDay(page.iso) ? changed : page?.iso
  const isOld = (day: string) => since !== undefined && monthsBetween(since, day) >= options.maxAgeMonths
  const due = (lower: number) => next && report(next, { message: 'due', data: { key: next.key, date: next.iso }, lower })
  const stale = (lower: number) =>
    page &&
    since !== undefined &&
    report(page, {
      message: 'stale',
      data: { key: page.key, months: monthsBetween(since, now), max: options.maxAgeMonths },
      lower,
    })

  // One call for a review: what is over the limit before what will be.
  if (next && lastDay(next.iso) < now) due(0)
  else if (isOld(now)) stale(0)
  else if (next && lastDay(next.iso) <= soon) due(1)
  else if (isOld(soon)) stale(1)
}

function checkFormat(date: PageDate, report: Report): void {
  const { key, reading, range } = date
  if (reading.kind !== 'date' || reading.standard) return
  const { iso } = reading
  report(date, {
    message: 'format',
    data: { key, iso },
    suggestions: [{ title: `Write ${iso}`, edits: [{ ...range, text: iso }] }],
  })
}
