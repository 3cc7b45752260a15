import { defineRule } from '../src/lint/define-rule.ts'
import type { Suggestion } from '../src/lint/types.ts'
import { pageDateOf } from '../src/post/cited-years.ts'
import { monthsBetween } from '../src/post/dates.ts'
import { findRelativeTimes, type RelativeTime } from '../src/post/relative-times.ts'

interface Options {
  maxGapYears: number
  phrases: string[]
}

export default defineRule<Options>({
  id: 'relative-time',
  family: 'consistency',
  purpose: 'time words stay true',
  type: 'problem',
  severity: 'warn',
  fix: 'suggestion',
  wave: 2,
  needs: ['clock'],
  english: true,
  standards: [{ key: 'house rule', status: 'checked' }],
  messages: {
    cited: {
      text: 'Write the year instead of "{phrase}".',
      note: 'The newest work cited here is of {year}, the page of {page}.',
    },
    old: {
      text: 'Write the year instead of "{phrase}".',
      note: 'The page is of {page}; readers count from the day they read it.',
    },
  },
  schema: {
    type: 'object',
    properties: {
      maxGapYears: { type: 'integer', minimum: 0, description: 'Age of a page in years up to which its time words hold.' },
      phrases: {
        type: 'array',
        items: { type: 'string', minLength: 3 },
        description: 'Further words for a time that do not stay true.',
      },
    },
  },
  defaultOptions: { maxGapYears: 3, phrases: [] },
  check(post, { options, settings, report }) {
    const found = findRelativeTimes(post, options.phrases)
    if (found.length === 0) return
    const date = pageDateOf(post)
    const page = Number((date ?? settings.now).slice(0, 4))
    const age = date === undefined || settings.pageType === 'news' ? 0 : monthsBetween(date, settings.now) / 12
    for (const time of found) {
      const { start, end, text: phrase, years, cited, stale } = time
      const newest = Math.max(...cited)
      if (cited.length > 0 && page - newest > years)
        report({
          at: { start, end },
          message: 'cited',
          data: { phrase, year: newest, page },
          suggestions: suggestionFor(time, spanOf(cited)),
        })
      else if (stale && age > Math.max(options.maxGapYears, years))
        report({
          at: { start, end },
          message: 'old',
          data: { phrase, page },
          suggestions: time.exact === undefined ? [] : suggestionFor(time, `in ${page - time.exact}`),
        })
    }
  },
})

function spanOf(years: readonly number[]): string {
  const [first, last] = [Math.min(...years), Math.max(...years)]
  return first === last ? `in ${first}` : `from ${first} to ${last}`
}

/** Words that the year takes the place of; "newly approved" is more than a time. */
const REPLACEABLE = /^(?:(?:earlier |later |early |late )?(?:this|last) \w+|(?:more )?recently|(?:in|over|during|within) .*)$/i

function suggestionFor({ start, end, text }: RelativeTime, year: string): Suggestion[] {
  if (!REPLACEABLE.test(text)) return []
  const written = /^\p{Lu}/u.test(text) ? year[0]!.toUpperCase() + year.slice(1) : year
  return [{ title: `Write "${written}"`, edits: [{ start, end, text: written }] }]
}
