import { defineRule } from '../src/lint/define-rule.ts'
import { findEntries } from '../src/post/frontmatter-keys.ts'
import { globMatcher } from '../src/post/globs.ts'
import { metadataOf } from '../src/post/metadata-values.ts'
import type { Post } from '../src/post/types.ts'

interface Options {
  fields: string[]
  maxShare: number
  series: string[]
}

export default defineRule<Options>({
  id: 'shared-metadata',
  family: 'consistency',
  purpose: 'metadata are not copied between pages',
  type: 'problem',
  severity: 'warn',
  fix: 'none',
  wave: 2,
  scope: 'project',
  needs: ['project'],
  contentOnly: true,
  standards: [{ key: 'house rule', status: 'checked' }],
  messages: {
    shared: { text: 'Give this page its own {field}: {n} pages share it.' },
  },
  schema: {
    type: 'object',
    properties: {
      fields: { type: 'array', items: { type: 'string', minLength: 1 }, description: 'Frontmatter keys that are compared.' },
      maxShare: { type: 'integer', minimum: 1, description: 'Pages that may share a value; an address only one.' },
      series: {
        type: 'array',
        items: { type: 'string', minLength: 1 },
        description: 'Pages that belong together and may share all but their address: a glob, or a value of the key `series`.',
      },
    },
  },
  defaultOptions: { fields: ['date', 'image', 'featuredimage', 'description', 'path'], maxShare: 2, series: [] },
  check(post, { options, report }) {
    const { crossFile } = post.project
    if (!crossFile) return
    const inSeries = isInSeries(post, options.series)
    const own = metadataOf(post.text, post.path ?? '', options.fields)
    const { values } = crossFile(post.path ?? '', { values: Object.fromEntries(own.map(({ field, value }) => [field, value])) })
    for (const { field, value } of own) {
      const pages = values[field]?.[value] ?? []
      const allowed = field === 'path' ? 1 : options.maxShare
      if (pages.length <= allowed || (inSeries && field !== 'path')) continue
      const [entry] = findEntries(post.frontmatter, [field])
      if (entry) report({ at: entry.value, message: 'shared', data: { field, n: pages.length }, note: noteOf(pages, post.path) })
    }
  },
})

const MOST_NAMED = 3

function noteOf(pages: readonly string[], own: string | undefined): string {
  const others = pages.filter((path) => path !== own)
  const named = others.slice(0, MOST_NAMED).join(', ')
  return `Also in ${named}${others.length > MOST_NAMED ? ` and ${others.length - MOST_NAMED} more` : ''}.`
}

function isInSeries({ frontmatter, path = '' }: Post, series: readonly string[]): boolean {
  if (series.length === 0) return false
  const declared = frontmatter.data['series']
  const own = Array.isArray(declared) ? declared : [declared]
  return series.some((each) => own.includes(each) || globMatcher(each)(path))
}
