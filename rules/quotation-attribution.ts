import { defineRule } from '../src/lint/define-rule.ts'
import { findQuotations, type Quotation } from '../src/post/quotations.ts'

interface Options {
  minWords: number
  calloutMarkers: string[]
}

export default defineRule<Options>({
  id: 'quotation-attribution',
  family: 'citations',
  purpose: 'a quotation names its source',
  type: 'problem',
  severity: 'warn',
  fix: 'none',
  wave: 1,
  english: true,
  standards: [
    { key: 'AMA', status: 'partly' },
    { key: 'ICMJE', status: 'partly' },
  ],
  messages: {
    nameless: {
      text: 'Name the source of this quotation.',
      note: 'Readers have to know whose words these are before they can weigh them.',
    },
  },
  schema: {
    type: 'object',
    properties: {
      minWords: { type: 'integer', minimum: 1, description: 'Shorter quotations are terms.' },
      calloutMarkers: { type: 'array', items: { type: 'string' }, description: 'First words of block quotes that are notes.' },
    },
  },
  defaultOptions: { minWords: 4, calloutMarkers: ['Note', 'Tip', 'Important', 'Warning', '[!'] },
  check(post, { options, report }) {
    for (const quotation of findQuotations(post)) {
      if (
        quotation.words < options.minWords ||
        quotation.attributed ||
        !quotation.claims ||
        isCallout(quotation, options.calloutMarkers)
      )
        continue
      report({ at: quotation, message: 'nameless' })
    }
  },
})

function isCallout({ text, form }: Quotation, markers: readonly string[]): boolean {
  if (form !== 'block') return false
  const first = text.replace(/^[^\p{L}[]+/u, '').toLowerCase()
  return markers.some((marker) => first.startsWith(marker.toLowerCase()))
}
