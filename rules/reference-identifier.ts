import { defineRule } from '../src/lint/define-rule.ts'
import { findDuplicates } from '../src/post/references/duplicates.ts'
import { type DoiForm, habitsOf, kindName, problemOf } from '../src/post/references/identifier-problems.ts'
import type { ReferenceEntry } from '../src/post/types.ts'

interface Options {
  form: DoiForm
  autolink: boolean
}

export default defineRule<Options>({
  id: 'reference-identifier',
  family: 'references',
  purpose: 'identifiers are well formed and unique',
  type: 'problem',
  severity: 'warn',
  fix: 'safe',
  wave: 1,
  standards: [
    { key: 'AMA', status: 'partly' },
    { key: 'CROSSREF', clause: 'DOI display guidelines', status: 'partly' },
  ],
  messages: {
    form: {
      text: 'Write the identifier as "{form}".',
      note: 'One exact form keeps identifiers clickable and comparable (Crossref display guidelines).',
    },
    shape: { text: 'Check this {kind}: {reason}.', note: 'A mistyped identifier leads nowhere, or to another work.' },
    limit: { text: 'Check this {kind}: no record has so high a number.', severity: 'info' },
    duplicate: { text: 'Remove this duplicate of entry {n}.', note: 'One work has one entry.' },
    shared: {
      text: 'Correct one of the two: entry {n} has the same identifier.',
      note: 'The entries differ, so one identifier was probably mistyped; if both are one work, keep one entry.',
    },
  },
  schema: {
    type: 'object',
    properties: {
      form: {
        enum: ['auto', 'url', 'doi-prefix'],
        description: 'Form of DOIs; `auto` is the form of most of the list, where one is clear.',
      },
      autolink: { type: 'boolean', description: 'Bare addresses beside `<...>` siblings are wrapped too.' },
    },
  },
  defaultOptions: { form: 'auto', autolink: true },
  check(post, { options, report }) {
    const habits = habitsOf(post, options)
    for (const entry of post.references.entries) {
      for (const mention of entry.identifiers) {
        const problem = problemOf(post.text, entry, mention, habits)
        if (!problem) continue
        const { at, message, form, safe, reason } = problem
        const edits = form === undefined ? [] : [{ ...at, text: form }]
        const shown = message === 'shape' && form !== undefined ? 'form' : message
        report({
          at,
          message: shown,
          data: { form: form ?? '', kind: kindName(mention.kind), reason },
          ...(safe ? { fix: edits } : form === undefined ? {} : { suggestions: [{ title: `Write "${form}"`, edits }] }),
        })
      }
    }
    for (const { entry, first, mention } of findDuplicates(post.references.entries, post.project.idMap)) {
      const n = first.number ?? first.index + 1
      const equal = mention === undefined || wordsOf(entry) === wordsOf(first)
      const what = equal ? 'work' : 'identifier'
      const related = [{ start: first.start, end: first.end, message: `The same ${what} stands here.` }]
      // A footnote may name a work again on purpose.
      const { start, end } = mention ?? entry.fields['title'] ?? entry
      report({
        at: { start, end },
        message: equal ? 'duplicate' : 'shared',
        data: { n },
        related,
        lower: entry.label === undefined ? 0 : 1,
      })
    }
  },
})

const LABELS = /\b(?:doi|pmid|pmcid)\b/g

/** What an entry says besides its identifiers. */
function wordsOf({ text, identifiers }: ReferenceEntry): string {
  const rest = identifiers.reduce((left, { raw }) => left.replaceAll(raw, ' '), text)
  return (
    rest
      .toLowerCase()
      .replace(LABELS, ' ')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).join(' ')
}
