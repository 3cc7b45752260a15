import { defineRule } from '../src/lint/define-rule.ts'
import { PAGE_TYPES } from '../src/lint/settings.ts'
import type { PageType } from '../src/lint/types.ts'
import { entriesCitedIn, pageDateOf, yearsOf } from '../src/post/cited-years.ts'
import { wholeHeading } from '../src/post/references/regions.ts'
import type { Post, ReferenceEntry, Sentence } from '../src/post/types.ts'

interface Options {
  years: number
  topics: PageType[]
}

const RECENCY =
  /\b(newest|latest|current|most recent|recent|up-to-date|new)\s+(?:[a-z-]{3,20}\s+){0,2}(?:guidelines?|evidence|figures|data|stud(?:y|ies)|research|recommendations?|reviews?|statistics|trials?|numbers|findings|estimates?)\b/gi

export default defineRule<Options>({
  id: 'source-currency',
  family: 'citations',
  purpose: '"current" claims have current sources',
  type: 'problem',
  severity: 'info',
  fix: 'none',
  wave: 1,
  needs: ['clock'],
  english: true,
  standards: [
    { key: 'DISCERN', status: 'checked' },
    { key: 'PIF', status: 'checked' },
  ],
  messages: {
    old: {
      text: 'Add a source from the last {years} years, or drop "{word}".',
      note: 'The newest work cited here is of {year}, the page of {page}.',
    },
    list: {
      text: 'Add a source from the last {years} years: the newest here is of {year}.',
      note: 'Treatments change; readers expect a page about them to know the newer evidence (DISCERN).',
    },
  },
  schema: {
    type: 'object',
    properties: {
      years: { type: 'integer', minimum: 1, description: 'Age of a source that is no longer current.' },
      topics: {
        type: 'array',
        items: { enum: [...PAGE_TYPES] },
        description: 'Page types whose newest source has to be current.',
      },
    },
  },
  defaultOptions: { years: 5, topics: ['treatment', 'monograph', 'supplement'] },
  check(post, { options, settings, report }) {
    const { years, topics } = options
    const page = pageYear(post, settings.now)
    for (const sentence of post.sentences) {
      const word = recencyWord(sentence)
      if (!word) continue
      const newest = newestYear(entriesCitedIn(post, sentence))
      if (newest === undefined || page - newest <= years) continue
      report({ at: word, message: 'old', data: { years, word: word.text, year: newest, page } })
    }
    const { entries, heading } = post.references
    const newest = newestYear(entries)
    if (!heading || newest === undefined || page - newest <= years || !topics.includes(settings.pageType)) return
    report({ at: wholeHeading(post.text, heading), message: 'list', data: { years, year: newest } })
  },
})

function recencyWord({ block, textStart, text }: Sentence) {
  RECENCY.lastIndex = 0
  const match = RECENCY.exec(text)
  const word = match?.[1]
  if (!match || word === undefined) return undefined
  const from = textStart + match.index
  return { ...block.rangeOf(from, from + word.length), text: word }
}

/** Newest date of the page, else today. */
function pageYear(post: Post, now: string): number {
  return Number((pageDateOf(post) ?? now).slice(0, 4))
}

/** `undefined` when an entry has no year. */
function newestYear(entries: readonly ReferenceEntry[]): number | undefined {
  const years = yearsOf(entries)
  return years.length > 0 ? Math.max(...years) : undefined
}
