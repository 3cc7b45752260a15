import { defineRule } from '../src/lint/define-rule.ts'
import { type DoiForm, isOwnText, kindName, type ListHabits, problemOf } from '../src/post/references/identifier-problems.ts'
import type { Post, ReferenceEntry } from '../src/post/types.ts'

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
    for (const { entry, first, mention } of duplicates(post)) {
      const n = first.number ?? first.index + 1
      const equal = wordsOf(entry) === wordsOf(first)
      const what = equal ? 'work' : 'identifier'
      const related = [{ start: first.start, end: first.end, message: `The same ${what} stands here.` }]
      // A footnote may name a work again on purpose.
      report({
        at: { start: mention.start, end: mention.end },
        message: equal ? 'duplicate' : 'shared',
        data: { n },
        related,
        lower: entry.label === undefined ? 0 : 1,
      })
    }
  },
})

function habitsOf(post: Post, { form, autolink }: Options): ListHabits {
  const { entries } = post.references
  let wrapped = 0
  let bare = 0
  let periods = 0
  let ends = 0
  let urls = 0
  let prefixed = 0
  for (const entry of entries) {
    for (const mention of entry.identifiers) {
      if (mention.kind !== 'doi') continue
      const isUrl = /^https?:/i.test(mention.raw)
      if (isUrl) post.text[mention.start - 1] === '<' ? wrapped++ : bare++
      if (isOwnText(post.text, entry, mention)) isUrl ? urls++ : prefixed++
      if (mention.linked || mention.end < entry.end - 2) continue
      ends++
      if (post.text[mention.end] === '.') periods++
    }
  }
  return {
    form: form === 'auto' ? majority(urls, prefixed) : form,
    wrapped: autolink && wrapped > bare,
    finalPeriods: ends >= 3 && periods === ends,
  }
}

/** So many times the other form makes a form the habit of a list. */
const CLEAR = 3

function majority(urls: number, prefixed: number): DoiForm {
  if (urls >= CLEAR && urls >= CLEAR * prefixed) return 'url'
  return prefixed >= CLEAR && prefixed >= CLEAR * urls ? 'doi-prefix' : 'auto'
}

const IDENTIFYING = new Set(['doi', 'pmid', 'pmcid'])

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

/** The second and later entries of one work, by the identifier that gives it away. */
function duplicates(
  post: Post,
): { entry: ReferenceEntry; first: ReferenceEntry; mention: ReferenceEntry['identifiers'][number] }[] {
  const seen = new Map<string, ReferenceEntry>()
  const found: ReturnType<typeof duplicates> = []
  for (const entry of post.references.entries) {
    let reported = entry.optional
    for (const mention of entry.identifiers) {
      if (!IDENTIFYING.has(mention.kind) || mention.value === undefined) continue
      const name = `${mention.kind}:${mention.value}`
      const first = seen.get(name)
      if (!first) seen.set(name, entry)
      else if (first !== entry && !reported) {
        found.push({ entry, first, mention })
        reported = true
      }
    }
  }
  return found
}
