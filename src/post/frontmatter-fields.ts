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
const DATE_NAMES = [...PUBLISHED_KEYS, ...UPDATED_KEYS]
const ALIASES = new Map<string, readonly string[]>([
  ['date', DATE_NAMES],
  ['description', DESCRIPTION_KEYS],
  ['tags', ['tag', 'keywords', 'topics']],
  ['author', ['authors']],
  ['authors', ['author']],
])
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
  const fields = collection ? fieldsOf(collection.fields, frontmatter, '') : []
  const asked = fields.filter(({ required, widget }) => required && !SILENT_WIDGETS.has(widget)).map(({ path }) => path)
  for (const key of new Set([...required, ...asked])) {
    const entries = findEntries(frontmatter, [key, ...(ALIASES.get(key) ?? [])]).filter(
      // `published: true` is a switch, not a date.
      ({ path, data }) => path === key || typeof data !== 'boolean',
    )
    const given = entries.find(({ data }) => !isEmptyValue(data)) ?? entries[0]
    if (given) reach.push(given)
    else if (key !== 'date' || !DATED_FILE.test(fileName)) missing.push(key)
  }
  for (const { path } of fields) {
    const entry = frontmatter.entries.get(path)
    if (entry && !isEmptyValue(entry.data)) reach.push(entry)
  }
  return { missing, reach }
}

interface FieldAt {
  path: string
  required: boolean
  widget: string
}

/** Fields of a schema with their paths in this page; those of an object only when the object is there. `body` is the text below. */
function fieldsOf(fields: readonly CmsField[], frontmatter: Frontmatter, prefix: string): FieldAt[] {
  return fields.flatMap(({ name, required, widget, fields: inner }) => {
    const path = `${prefix}${name}`
    if (path === 'body') return []
    const { data } = frontmatter.entries.get(path) ?? {}
    const own = { path, required, widget }
    if (inner && Array.isArray(data)) {
      return [{ ...own, required: false }, ...data.flatMap((_, index) => fieldsOf(inner, frontmatter, `${path}.${index}.`))]
    }
    if (inner && typeof data === 'object' && data !== null) {
      return [{ ...own, required: false }, ...fieldsOf(inner, frontmatter, `${path}.`)]
    }
    return [own]
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

const WIDGETS = new Map<string, Kind>([
  ['string', TEXT],
  ['text', TEXT],
  ['markdown', TEXT],
  ['datetime', DATE],
  ['date', DATE],
  ['list', LIST],
  ['boolean', TRUTH],
  ['number', NUMBER],
  ['object', OBJECT],
])

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
  return WIDGETS.get(widget) ?? ANY
}

const DATE_KEYS = new Set(DATE_NAMES.map(plainKey))
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
