import { defineRule } from '../src/lint/define-rule.ts'
import { emptyRiskSections, linksToHarms, treatmentInTitle, treatmentName, weigh } from '../src/post/balance.ts'

interface Options {
  minRiskTerms: number
  ratio: number
}

/** Fewer sentences on benefits promote nothing; on a page of no declared type they may be asides. */
const LEAST_BENEFITS = 4
const LEAST_ON_ARTICLES = 6

export default defineRule<Options>({
  id: 'balanced-risk',
  family: 'disclosure',
  purpose: 'benefits come with risks',
  type: 'problem',
  severity: 'warn',
  fix: 'none',
  wave: 2,
  english: true,
  contentOnly: true,
  pageTypes: ['article', 'treatment', 'monograph', 'supplement', 'story'],
  standards: [
    { key: 'DISCERN', clause: 'question 11', status: 'checked' },
    { key: 'EQIP', status: 'checked' },
    { key: 'HYPE', status: 'checked' },
  ],
  messages: {
    none: {
      text: 'Name the risks of {intervention}: {benefits} sentences on benefits, {risks} on harm.',
      note: 'Nobody can decide on a treatment who knows one side only (DISCERN).',
    },
    empty: {
      text: 'Name the risks here, or remove "{heading}".',
      note: 'A section on risks that names none tells readers there are none.',
    },
    ratio: {
      text: 'Say more of the risks of {intervention}: {benefits} sentences on benefits, {risks} on harm.',
      note: 'More than {ratio} sentences on benefits for each on harm read as promotion.',
    },
  },
  schema: {
    type: 'object',
    properties: {
      minRiskTerms: { type: 'integer', minimum: 1, description: 'Different harms a page has to name.' },
      ratio: { type: 'number', exclusiveMinimum: 0, description: 'Most sentences on benefits for each on harm.' },
    },
  },
  defaultOptions: { minRiskTerms: 2, ratio: 8 },
  check(post, { options, settings, report }) {
    for (const { heading, title } of emptyRiskSections(post))
      report({ at: heading.rangeOf(0, heading.text.length), message: 'empty', data: { heading: title } })
    // Of other articles nobody knows whether they are about a treatment.
    if ((settings.pageType === 'article' && treatmentInTitle(post) === undefined) || linksToHarms(post)) return
    const { benefits, harms, terms } = weigh(post)
    if (benefits.length < (settings.pageType === 'article' ? LEAST_ON_ARTICLES : LEAST_BENEFITS)) return
    const { ratio } = options
    const data = { intervention: treatmentName(post), benefits: benefits.length, risks: harms.length, ratio }
    const related = benefits.slice(0, 3).map(({ start, end }) => ({ start, end, message: 'A benefit' }))
    if (terms.size < options.minRiskTerms) report({ at: post.titleRange, message: 'none', data, related })
    else if (benefits.length > ratio * harms.length) report({ at: post.titleRange, message: 'ratio', data, related })
  },
})
