/** Data sets of regulators that a configuration names (RULES.md 7.3), checked so that a wrong entry is an error and not a silent gap. */
import { ConfigError } from '../config/config-error.ts'
import type { DataSets } from '../post/disclosure/data-sets.ts'
import { readData } from './project-data.ts'

type Name = keyof DataSets

/** Fields of an entry: `words` are a text or a list of texts; a question mark makes one optional. */
const FIELDS: Record<Name, Record<string, 'words' | 'words?' | readonly string[] | 'text' | 'date'>> = {
  approvals: {
    products: 'words',
    conditions: 'words?',
    region: ['us', 'eu', 'uk'],
    status: ['approved', 'investigational', 'not-approved'],
    source: 'text',
    date: 'date',
  },
  'authorised-claims': { nutrients: 'words', effects: 'words', regions: 'words' },
}

const DATE = /^\d{4}-\d{2}-\d{2}$/

/** `name`: path of the file, relative to `folder`; `option`: the rule option that names it. */
export function readDataSet<Kind extends Name>(
  kind: Kind,
  folder: string,
  name: string,
  option: string,
): NonNullable<DataSets[Kind]> {
  const data = readData(folder, name, option) as Record<string, unknown>
  const wrong = (text: string) => new ConfigError(`${name}: ${text}`)
  if (typeof data['asOf'] !== 'string' || !DATE.test(data['asOf']))
    throw wrong('Add "asOf": the day it was last checked, "YYYY-MM-DD".')
  if (typeof data['source'] !== 'string' || data['source'].trim() === '')
    throw wrong('Add "source": where the entries come from.')
  if (!Array.isArray(data['entries'])) throw wrong('Add "entries": a list.')
  const entries = data['entries'].map((entry: unknown, index) => {
    const problem = problemOf(entry, FIELDS[kind])
    if (problem !== undefined) throw wrong(`Correct entry ${index + 1}: ${problem}.`)
    return withLists(entry as Record<string, unknown>, FIELDS[kind])
  })
  return { asOf: data['asOf'], source: data['source'], complete: data['complete'] === true, entries } as unknown as NonNullable<
    DataSets[Kind]
  >
}

function problemOf(entry: unknown, fields: (typeof FIELDS)[Name]): string | undefined {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return 'write an object'
  const values = entry as Record<string, unknown>
  for (const [field, shape] of Object.entries(fields)) {
    const value = values[field]
    if (shape === 'words?' && value === undefined) continue
    if (shape === 'words' || shape === 'words?') {
      const list = Array.isArray(value) ? value : [value]
      if (list.length === 0 || list.some((each) => !isText(each))) return `"${field}" is a text or a list of texts`
    } else if (shape === 'text' ? !isText(value) : shape === 'date' && !(typeof value === 'string' && DATE.test(value)))
      return shape === 'text' ? `add "${field}"` : `write "${field}" as "YYYY-MM-DD"`
    else if (Array.isArray(shape) && !shape.includes(value)) return `"${field}" is one of ${shape.join(', ')}`
  }
  return undefined
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== ''
}

/** Words as the rules compare them: a list, lower case, hyphens as spaces. */
function withLists(entry: Record<string, unknown>, fields: (typeof FIELDS)[Name]): Record<string, unknown> {
  const result = { ...entry }
  for (const [field, shape] of Object.entries(fields)) {
    if ((shape !== 'words' && shape !== 'words?') || entry[field] === undefined) continue
    const list = Array.isArray(entry[field]) ? (entry[field] as string[]) : [entry[field] as string]
    result[field] = list.map((each) =>
      each
        .toLowerCase()
        .replace(/[-‐‑\s]+/g, ' ')
        .trim(),
    )
  }
  return result
}
