/** Decap and Netlify CMS `config.yml`: which fields a collection asks for, and which collection a post belongs to. */
import { type Document, isNode, LineCounter, parseDocument } from 'yaml'
import type { CmsCollection, CmsField, CmsSchema } from '../post/types.ts'

type Path = (string | number)[]

/** Complains about one place of the file: `config.yml:12: ...`. */
type Complain = (path: Path, message: string) => never

/** Anchors are common in these files; more copies than this are an attack. */
const MAXIMUM_ALIASES = 1000

/**
 * @param source name of the file, for messages
 * @throws Error with file and line when the file is no such schema
 */
export function parseCmsConfig(text: string, source: string): CmsSchema {
  const lines = new LineCounter()
  const parsed = parseDocument(text, { lineCounter: lines, prettyErrors: false, merge: true, logLevel: 'silent' })
  const complain: Complain = (path, message) => {
    throw new Error(`${source}:${lineOf(parsed, lines, path)}: ${message}`)
  }
  const [error] = parsed.errors
  if (error) throw new Error(`${source}:${lines.linePos(error.pos[0]).line}: ${error.message}`)
  let data: unknown
  try {
    data = parsed.toJS({ maxAliasCount: MAXIMUM_ALIASES })
  } catch (reason) {
    throw new Error(`${source}:1: ${reason instanceof Error ? reason.message : 'unreadable aliases'}`)
  }
  const collections = isObject(data) ? data['collections'] : undefined
  if (!Array.isArray(collections)) return complain([], '`collections` must be a list.')
  return { source, collections: collections.flatMap((item, index) => readCollection(item, ['collections', index], complain)) }
}

/** Line of a path, or of the nearest part of it that exists. */
function lineOf(parsed: Document.Parsed, lines: LineCounter, path: Path): number {
  for (let length = path.length; length > 0; length--) {
    const node = parsed.getIn(path.slice(0, length), true)
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line
  }
  return 1
}

/** A folder collection is one collection, each file of a file collection is its own. */
function readCollection(item: unknown, path: Path, complain: Complain): CmsCollection[] {
  if (!isObject(item)) return complain(path, 'a collection must be an object.')
  const name = textOf(item['name']) ?? complain(path, 'a collection needs a `name`.')
  if (Array.isArray(item['files'])) {
    return item['files'].map((file: unknown, index) => {
      const place = [...path, 'files', index]
      if (!isObject(file)) return complain(place, 'a file must be an object.')
      const at = textOf(file['file']) ?? complain(place, 'a file needs its path in `file`.')
      const fields = readFields(file['fields'], [...place, 'fields'], complain)
      return { name: `${name}/${textOf(file['name']) ?? at}`, files: [trimPath(at)], fields }
    })
  }
  const folder = textOf(item['folder']) ?? complain(path, `collection "${name}" needs \`folder\` or \`files\`.`)
  const fields = readFields(item['fields'], [...path, 'fields'], complain)
  const filter = isObject(item['filter']) ? item['filter'] : undefined
  const field = textOf(filter?.['field'])
  return [
    {
      name,
      folder: trimPath(folder),
      fields,
      ...(field !== undefined && filter?.['value'] !== undefined ? { filter: { field, value: filter['value'] } } : {}),
    },
  ]
}

function readFields(items: unknown, path: Path, complain: Complain): CmsField[] {
  if (!Array.isArray(items)) return complain(path, '`fields` must be a list.')
  return items.map((item: unknown, index) => readField(item, [...path, index], complain))
}

function readField(item: unknown, path: Path, complain: Complain): CmsField {
  if (!isObject(item)) return complain(path, 'a field must be an object.')
  const name = textOf(item['name']) ?? complain(path, 'a field needs a `name`.')
  const field: CmsField = { name, widget: textOf(item['widget']) ?? 'string', required: item['required'] !== false }
  if (item['default'] !== undefined) field.default = item['default']
  if (Array.isArray(item['options'])) field.options = item['options'].map(optionValue)
  if (item['fields'] !== undefined) field.fields = readFields(item['fields'], [...path, 'fields'], complain)
  return field
}

function optionValue(option: unknown): string {
  return String(isObject(option) ? option['value'] : option)
}

/**
 * The collection a post belongs to: by its folder or file, told apart by hidden defaults (`templateKey: blog-post`) and filters.
 * Without a known path the hidden `templateKey` alone decides. `undefined` when nothing or more than one thing fits.
 */
export function collectionFor(
  schema: CmsSchema,
  path: string | undefined,
  data: Record<string, unknown>,
): CmsCollection | undefined {
  const place = path === undefined ? undefined : trimPath(path)
  const ranked: { collection: CmsCollection; rank: number }[] = []
  for (const collection of schema.collections) {
    const where = rankOfPlace(collection, place)
    const marks = marksOf(collection)
    const agreeing = marks.filter(({ field, value }) => same(data[field], value))
    const contradicted = marks.some(({ field, value }) => data[field] !== undefined && !same(data[field], value))
    const named = agreeing.some(({ field }) => field === 'templateKey')
    if (contradicted || (where === 0 && !named)) continue
    ranked.push({ collection, rank: where * 100 + agreeing.length })
  }
  ranked.sort((a, b) => b.rank - a.rank)
  const [first, second] = ranked
  return first && first.rank !== second?.rank ? first.collection : undefined
}

/** Listed files win over folders, deep folders over their parents; 0 when the path is elsewhere. */
function rankOfPlace({ folder, files }: CmsCollection, path: string | undefined): number {
  if (path === undefined) return 0
  if (files) return files.includes(path) ? 10_000 : 0
  return folder !== undefined && (folder === '' || path.startsWith(`${folder}/`)) ? folder.length + 1 : 0
}

function marksOf({ fields, filter }: CmsCollection): { field: string; value: unknown }[] {
  const hidden = fields.filter((field) => field.widget === 'hidden' && isPlain(field.default))
  const marks = hidden.map((field) => ({ field: field.name, value: field.default }))
  return filter ? [...marks, filter] : marks
}

function isPlain(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}

function same(written: unknown, wanted: unknown): boolean {
  const values = Array.isArray(written) ? (written as unknown[]) : [written]
  return values.some((value) => isPlain(value) && String(value) === String(wanted))
}

function trimPath(path: string): string {
  return path
    .replaceAll('\\', '/')
    .replace(/^(?:\.?\/)+/, '')
    .replace(/\/+$/, '')
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : typeof value === 'number' ? String(value) : undefined
}
