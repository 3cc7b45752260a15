/** Notices of retraction in files of the user: a JSON data set, or the CSV file of the Retraction Watch database that Crossref gives away. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { ConfigError } from '../config/config-error.ts'
import type { RetractionNotice } from '../post/types.ts'
import { reasonOf } from './files.ts'

type Notices = Record<string, RetractionNotice>

/** @throws ConfigError that names the file and what to write */
export function readRetractions(folder: string, name: string): Notices {
  let text: string
  try {
    text = readFileSync(path.resolve(folder, name), 'utf8')
  } catch (error) {
    throw new ConfigError(`${name}: Correct the file that "dataset" of retracted-source names: ${reasonOf(error)}.`)
  }
  return /\.csv$/i.test(name) ? fromCsv(text, name) : fromJson(text, name)
}

const SHAPE =
  '{"asOf": "2026-05-01", "entries": [{"doi": "10.…", "status": "retracted", "date": "2025-11-03", "notice": "10.…"}]}'

function fromJson(text: string, name: string): Notices {
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch (error) {
    throw new ConfigError(`${name}: Correct the JSON of this data set: ${error instanceof Error ? error.message : error}.`)
  }
  const { entries, asOf } = (typeof data === 'object' && data !== null ? data : {}) as { entries?: unknown; asOf?: unknown }
  if (!Array.isArray(entries)) throw new ConfigError(`${name}: Write the notices as ${SHAPE}: there is no list "entries".`)
  const notices: Notices = Object.create(null)
  for (const [index, entry] of entries.entries()) {
    const fields = (typeof entry === 'object' && entry !== null ? entry : {}) as Record<string, unknown>
    const ids = [fields['doi'], fields['pmid'], fields['pmcid']].filter((id) => id !== undefined && id !== null && id !== '')
    if (ids.length === 0 || typeof fields['status'] !== 'string')
      throw new ConfigError(`${name}: Give entry ${index + 1} a "status" and a "doi", "pmid" or "pmcid": ${SHAPE}.`)
    const { status, date, notice } = fields
    add(notices, ids.map(String), noticeOf(status, textOf(date), textOf(notice), textOf(asOf)))
  }
  return dated(notices)
}

/** Retraction, withdrawal, removal; expression of concern. Corrections and reinstatements are no reason to replace a source. */
export function noticeOf(status: string, date?: string, notice?: string, asOf?: string): RetractionNotice | undefined {
  const kind = /retract|withdr|remov/i.test(status) ? 'retracted' : /concern/i.test(status) ? 'concern' : undefined
  return kind && { status: kind, ...(date && { date }), ...(notice && { notice }), ...(asOf && { asOf }) }
}

function add(notices: Notices, ids: readonly string[], notice: RetractionNotice | undefined): void {
  if (!notice) return
  for (const raw of ids) {
    const id = idOf(raw)
    if (id === '' || id === '0' || id === 'unavailable') continue
    if (notices[id]?.status !== 'retracted') notices[id] = notice
  }
}

function idOf(raw: string): string {
  return raw
    .trim()
    .toLowerCase()
    .replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s?|pmid:\s?|pmcid:\s?)/, '')
}

/** A set without a date is as old as its newest notice. */
function dated(notices: Notices): Notices {
  let newest = ''
  for (const id in notices) {
    const { date = '' } = notices[id]!
    if (date > newest) newest = date
  }
  for (const id in notices) if (newest !== '') notices[id]!.asOf ??= newest
  return notices
}

const COLUMNS = ['OriginalPaperDOI', 'OriginalPaperPubMedID', 'RetractionNature', 'RetractionDate', 'RetractionDOI'] as const

function fromCsv(text: string, name: string): Notices {
  const rows = rowsOf(text)
  const header = rows.next().value ?? []
  const at = COLUMNS.map((column) => header.indexOf(column))
  const missing = COLUMNS.find((_, index) => at[index] === -1)
  if (missing)
    throw new ConfigError(`${name}: Give this file the columns of the Retraction Watch database: there is no "${missing}".`)
  const notices: Notices = Object.create(null)
  const reinstated: string[] = []
  for (const row of rows) {
    const [doi = '', pmid = '', nature = '', date = '', notice = ''] = at.map((column) => row[column] ?? '')
    if (/reinstat/i.test(nature)) reinstated.push(idOf(doi), idOf(pmid))
    const by = /^10\./.test(notice) ? notice : undefined
    add(notices, [doi, pmid], noticeOf(nature, dayOf(date), by))
  }
  for (const id of reinstated) delete notices[id]
  return dated(notices)
}

/** `1/24/2024 0:00` as `2024-01-24`. */
function dayOf(text: string): string | undefined {
  const match = /^(\d{1,2})\/(\d{1,2})\/(\d{4})/.exec(text)
  if (match) return `${match[3]}-${match[1]!.padStart(2, '0')}-${match[2]!.padStart(2, '0')}`
  return /^\d{4}-\d{2}-\d{2}/.exec(text)?.[0]
}

/** Rows of a CSV file (RFC 4180: quoted cells may hold commas, quotes and line breaks). */
function* rowsOf(text: string): Generator<string[], undefined> {
  let row: string[] = []
  const cell = /(?:"((?:[^"]|"")*)"|([^,\r\n"]*))(,|\r?\n|$)/gy
  cell.lastIndex = text.startsWith('\ufeff') ? 1 : 0
  while (cell.lastIndex < text.length) {
    const match = cell.exec(text)
    if (!match) return undefined
    row.push(match[1] === undefined ? match[2]! : match[1].replaceAll('""', '"'))
    if (match[3] === ',') continue
    yield row
    row = []
  }
  return undefined
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
