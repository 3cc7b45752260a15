import list from '../data/terms.json' with { type: 'json' }
import { defineRule } from '../src/lint/define-rule.ts'
import { rewordings } from '../src/post/changes.ts'
import { findTerms, ownTerms, type TermEntry, termList } from '../src/post/terms.ts'

interface Options {
  terms: Record<string, string[]>
  exceptions: string[]
}

const TERMS = termList(list.entries as TermEntry[])

export default defineRule<Options>({
  id: 'preferred-term',
  family: 'language',
  purpose: 'current, correct terms',
  type: 'suggestion',
  severity: 'warn',
  fix: 'suggestion',
  wave: 2,
  english: true,
  zones: ['paragraph', 'list-item', 'table-cell', 'footnote'],
  standards: [
    { key: 'AMA', status: 'partly' },
    { key: 'ICD', status: 'to-verify' },
    { key: 'MESH', status: 'to-verify' },
  ],
  messages: {
    term: { text: 'Write "{preferred}": "{term}" is {reason}.' },
  },
  schema: {
    type: 'object',
    properties: {
      terms: {
        type: 'object',
        additionalProperties: { type: 'array', items: { type: 'string', minLength: 1 }, minItems: 1 },
        description: 'Terms of your own, each with what to write instead.',
      },
      exceptions: { type: 'array', items: { type: 'string', minLength: 1 }, description: 'Terms you keep.' },
    },
  },
  defaultOptions: { terms: {}, exceptions: [] },
  check(post, { options, report }) {
    const kept = new Set(options.exceptions.map((term) => term.toLowerCase()))
    const lists = Object.keys(options.terms).length > 0 ? [ownTerms(options.terms), TERMS] : [TERMS]
    for (const { entry, block, textStart, textEnd, text, instead } of findTerms(post, lists)) {
      if (kept.has(text.toLowerCase())) continue
      report({
        at: block.rangeOf(textStart, textEnd),
        message: 'term',
        data: { preferred: instead[0]!, term: text, reason: entry.reason ?? 'outdated' },
        ...(entry.source === undefined ? {} : { note: `Source: ${entry.source}.` }),
        suggestions: rewordings(
          { block, textStart, textEnd },
          instead.map((words) => [{ textStart, textEnd, text: words }]),
        ),
      })
    }
  },
})
