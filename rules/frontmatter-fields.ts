import { collectionFor } from '../src/config/cms-schema.ts'
import { defineRule } from '../src/lint/define-rule.ts'
import type { Finding } from '../src/lint/types.ts'
import { expectedValue, missingFields } from '../src/post/frontmatter-fields.ts'
import { insertKeys } from '../src/post/frontmatter-insert.ts'
import { findEntries, isDraft, isReadable } from '../src/post/frontmatter-keys.ts'
import { fileNameOf, pathKeyOf } from '../src/post/page-path.ts'
import type { FrontmatterEntry, Post, Range } from '../src/post/types.ts'

export interface Options {
  /** Keys every page needs. */
  required: string[]
  /** Keys of pages with this template, in place of `required`. */
  byTemplate: Record<string, string[]>
  /** Content-management schema; read by the host. */
  schemaFrom: string | null
  /** Whether `path` or `slug` has to end with the name of the file. */
  pathMatchesFile: 'off' | 'info'
  /** What becomes of reports on drafts. */
  draft: 'lower' | 'skip' | 'report'
}

const TEMPLATE_KEYS = ['templateKey', 'template', 'layout', 'type', 'pageType']
/** Checked when they are there, required or not. */
const KNOWN_KEYS = ['title', 'description', 'date', 'tags', 'categories', 'keywords', 'draft']
const TO_INFO = 2

export default defineRule<Options>({
  id: 'frontmatter-fields',
  family: 'frontmatter',
  purpose: 'required keys are present, typed and not empty',
  type: 'problem',
  severity: 'error',
  fix: 'suggestion',
  wave: 1,
  contentOnly: true,
  standards: [{ key: 'PIF', status: 'checked' }],
  messages: {
    missing: { text: 'Add `{key}` to the frontmatter.', note: 'Lists, search results and feeds are built from these keys.' },
    value: { text: 'Write {expected} as the value of `{key}`.', note: 'An empty or wrong value is as good as none.' },
    duplicate: {
      text: 'Remove the second `{key}` from the frontmatter.',
      note: 'Some site generators refuse the page, others silently take one of the two.',
    },
    secondBlock: {
      text: 'Merge this second frontmatter block into the first.',
      note: 'Site generators read only one and print the other.',
    },
    path: {
      text: 'Make `{key}` end with the name of the file: "{name}".',
      severity: 'info',
      note: 'Pages are found faster when address and file agree.',
    },
  },
  schema: {
    type: 'object',
    properties: {
      required: { type: 'array', items: { type: 'string' }, description: 'Keys every page needs; dots reach into objects.' },
      byTemplate: {
        type: 'object',
        additionalProperties: { type: 'array', items: { type: 'string' } },
        description: 'Keys by template, in place of `required`.',
      },
      schemaFrom: {
        type: ['string', 'null'],
        description: 'Decap or Netlify CMS `config.yml` whose required fields are asked for as well.',
      },
      pathMatchesFile: { enum: ['off', 'info'], description: 'Whether `path` or `slug` has to end with the name of the file.' },
      draft: { enum: ['lower', 'skip', 'report'], description: 'Reports on drafts: as info, not at all, or as on other pages.' },
    },
    additionalProperties: false,
  },
  defaultOptions: {
    required: ['title', 'description', 'date'],
    byTemplate: {},
    schemaFrom: null,
    pathMatchesFile: 'info',
    draft: 'lower',
  },
  check(post, { options, report }) {
    const { frontmatter } = post
    if (!isReadable(frontmatter)) return
    const draft = isDraft(frontmatter)
    if (draft && options.draft === 'skip') return
    const lower = draft && options.draft === 'lower' ? { lower: TO_INFO } : {}
    const tell = (finding: Finding) => report({ ...finding, ...lower })

    for (const { start, end, duplicateOf } of frontmatter.problems) {
      const at = { start, end }
      if (!duplicateOf) tell({ at, message: 'secondBlock' })
      else
        tell({
          at,
          message: 'duplicate',
          data: { key: nameAt(post, at) },
          related: [{ ...duplicateOf, message: 'The first one.' }],
        })
    }
    const collection = post.project.cmsSchema && collectionFor(post.project.cmsSchema, post.path, frontmatter.data)
    const required = templateOf(post, options.byTemplate) ?? options.required
    const { missing, reach } = missingFields(frontmatter, required, collection, fileNameOf(post.path))
    if (missing.length > 0) {
      // A key inside an object has no line of its own that could be inserted.
      const plain = missing.filter((key) => !key.includes('.'))
      const suggestions =
        plain.length > 0 ? [{ title: `Insert ${plain.join(', ')}`, edits: [insertKeys(post.text, frontmatter, plain)] }] : []
      tell({ at: frontmatter.opening, message: 'missing', data: { key: missing.join(', ') }, suggestions })
    }
    for (const entry of new Set([...reach, ...findEntries(frontmatter, KNOWN_KEYS)])) {
      const expected = expectedValue(entry, collection)
      if (expected) tell({ at: placeOf(entry), message: 'value', data: { key: entry.path, expected } })
    }
    const path = options.pathMatchesFile === 'info' ? pathKeyOf(post) : undefined
    if (path) tell({ at: path.entry.value, message: 'path', data: { key: path.entry.path, name: path.name } })
  },
})

/** Keys that the template of the page asks for. */
function templateOf({ frontmatter }: Post, byTemplate: Options['byTemplate']): string[] | undefined {
  const templates = findEntries(frontmatter, TEMPLATE_KEYS).map(({ data }) => String(data))
  const known = templates.find((template) => Object.hasOwn(byTemplate, template))
  return known === undefined ? undefined : byTemplate[known]
}

function nameAt({ text }: Post, { start, end }: Range): string {
  return text.slice(start, end).replace(/^["']|["']$/g, '')
}

/** A value that is not there cannot be shown; its key can. */
function placeOf({ key, value }: FrontmatterEntry): Range {
  return value.end > value.start ? value : key
}
