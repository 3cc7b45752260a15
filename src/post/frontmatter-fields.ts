/** Which keys a page lacks, and what a value should be instead of what it is. */
import {
  DESCRIPTION_KEYS,
  findEntries,
  isEmptyValue,
  isPlaceholder,
  isTemplate,
  PUBLISHED_KEYS,
  plainKey,
  UPDATED_KEYS,
} from './frontmatter-keys.ts'
import type { CmsCollection, CmsField, Frontmatter, FrontmatterEntry } from './types.ts'

/** Other names under which a key counts as given. */
const ALIASES: Record<string, readonly string[]> = {
  date: [...PUBLISHED_KEYS, ...UPDATED_KEYS],
  description: DESCRIPTION_KEYS,
  tags: ['tag', 'keywords', 'topics'],
  author: ['authors'],
  authors: ['author'],
}
/** Widgets whose value is never typed by a person, or that always have one. */
const SILENT_WIDGETS = new Set(['hidden', 'boolean', 'compute', 'uuid'])
/** Jekyll and Hugo read the date from the name of the file. */
const DATED_FILE = /^\d{4}-\d{2}-\d{2}[-_]/

export interface Missing {
  missing: string[]
  /** Entries that stand for a required key, to be looked at as closely as the required ones. */
  reach: FrontmatterEntry[]
}

export function missingFields(
  frontmatter: Frontmatter,
  required: readonly string[],
  collection: CmsCollection | undefined,
  fileName: string,
): Missing {
  const missing: string[] = []
  const reach: FrontmatterEntry[] = []
  const asked = collection ? requiredOf(collection.fields, frontmatter, '') : []
  for (const key of new Set([...required, ...asked])) {
    const entries = findEntries(frontmatter, [key, ...(ALIASES[key] ?? [])])
    const given = entries.find(({ data }) => !isEmptyValue(data)) ?? entries[0]
    if (given) reach.push(given)
    else if (key !== 'date' || !DATED_FILE.test(fileName)) missing.push(key)
  }
  return { missing, reach }
}

/** Required fields of a schema; those of an object only when the object is there. `body` is the text below the frontmatter. */
function requiredOf(fields: readonly CmsField[], frontmatter: Frontmatter, prefix: string): string[] {
  return fields.flatMap((field) => {
    const path = `${prefix}${field.name}`
    if (path === 'body' || SILENT_WIDGETS.has(field.widget)) return []
    const { data } = frontmatter.entries.get(path) ?? {}
    if (!field.fields) return field.required ? [path] : []
    if (Array.isArray(data)) return data.flatMap((_, index) => requiredOf(field.fields!, frontmatter, `${path}.${index}.`))
    if (typeof data === 'object' && data !== null) return requiredOf(field.fields, frontmatter, `${path}.`)
    return field.required ? [path] : []
  })
}

/** What to write instead of the present value; undefined when it will do. */
export function expectedValue(entry: FrontmatterEntry, collection: CmsCollection | undefined): string | undefined {
  const { path, data } = entry
  if (typeof data === 'string' && isTemplate(data)) return undefined
  const field =
    collection &&
    fieldAt(
      collection.fields,
      path.split('.').filter((part) => !/^\d+$/.test(part)),
    )
  const kind = field ? kindOf(field) : knownKind(path)
  if (isEmptyValue(data) || (typeof data === 'string' && isPlaceholder(data))) return kind.expected
  return kind.accepts(data) ? undefined : kind.expected
}

function fieldAt(fields: readonly CmsField[], [name, ...rest]: string[]): CmsField | undefined {
  const field = fields.find((each) => each.name === name)
  return rest.length > 0 && field ? fieldAt(field.fields ?? [], rest) : field
}

interface Kind {
  expected: string
  accepts: (data: unknown) => boolean
}

const TEXT: Kind = { expected: 'text', accepts: (data) => typeof data === 'string' || typeof data === 'number' }
/** Whether the day exists is the business of `frontmatter-currency`. */
const DATE: Kind = { expected: 'a date (YYYY-MM-DD)', accepts: (data) => typeof data !== 'boolean' }
const LIST: Kind = { expected: 'at least one entry', accepts: (data) => Array.isArray(data) || typeof data === 'string' }
const TRUTH: Kind = { expected: 'true or false', accepts: (data) => typeof data === 'boolean' }
const NUMBER: Kind = {
  expected: 'a number',
  accepts: (data) =>
    typeof data === 'number' || (typeof data === 'string' && data.trim() !== '' && Number.isFinite(Number(data))),
}
const OBJECT: Kind = { expected: 'an object with keys', accepts: (data) => typeof data === 'object' }
const ANY: Kind = { expected: 'something', accepts: () => true }

const WIDGETS: Record<string, Kind> = {
  string: TEXT,
  text: TEXT,
  markdown: TEXT,
  datetime: DATE,
  date: DATE,
  list: LIST,
  boolean: TRUTH,
  number: NUMBER,
  object: OBJECT,
}

function kindOf(field: CmsField): Kind {
  const { widget, options } = field
  if (widget === 'select' && options) {
    const known = new Set(options)
    const values = (data: unknown): unknown[] => (Array.isArray(data) ? (data as unknown[]) : [data])
    return {
      expected: `one of: ${options.join(', ')}`,
      accepts: (data) => values(data).every((value) => known.has(String(value))),
    }
  }
  return WIDGETS[widget] ?? ANY
}

const DATE_KEYS = new Set(ALIASES['date']!.map(plainKey))
const TEXT_KEYS = new Set(['title', ...DESCRIPTION_KEYS].map(plainKey))
const LIST_KEYS = new Set(['tags', 'categories', 'keywords', 'topics'])

function knownKind(path: string): Kind {
  const key = plainKey(path)
  if (TEXT_KEYS.has(key)) return TEXT
  if (key === 'updates') return ANY
  if (DATE_KEYS.has(key)) return DATE
  if (LIST_KEYS.has(key)) return LIST
  return key === 'draft' ? TRUTH : ANY
}
