/** Data files beside the posts that rule options name: people with a profile, identifiers of one work, dates from version control. */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parse as parseYaml } from 'yaml'
import { ConfigError } from '../config/config-error.ts'
import type { ResolvedConfig } from '../config/types.ts'
import type { RetractionNotice } from '../post/types.ts'
import { reasonOf } from './files.ts'
import { noticeOf } from './retractions.ts'

export const DEFAULT_ID_MAP = '.medlint/ids.json'

/** The option of a rule that is on. */
export function optionOf({ rules }: ResolvedConfig, rule: string, option: string): unknown {
  const resolved = rules[rule]
  return resolved && resolved.level !== 'off' ? (resolved.options as Record<string, unknown>)[option] : undefined
}

export function isOn({ rules }: ResolvedConfig, rule: string): boolean {
  const resolved = rules[rule]
  return resolved !== undefined && resolved.level !== 'off'
}

/** Names and ids of the people in a YAML or JSON file: a list of names or objects, or objects by id. */
export function readPeople(folder: string, name: string): string[] {
  const data = readData(folder, name, 'profiles')
  const entries: [string | undefined, unknown][] = Array.isArray(data)
    ? data.map((one) => [undefined, one])
    : Object.entries(data)
  return entries.flatMap(([id, person]) => {
    if (typeof person === 'string') return id === undefined ? [person] : [id, person]
    const named = isObject(person) ? [person['id'], person['slug'], person['name'], person['title']] : []
    return [id, ...named].filter((value): value is string => typeof value === 'string' && value.trim() !== '')
  })
}

/** What is known of one work: `{"aliases": {"pmid": "29123456"}, "status": "retracted", "notices": [...], "checkedAt": "2026-05-01"}`. */
type LockRecord = Record<string, unknown>

/** Identifier -> identifier of the same work; `undefined` when the usual file is not there. */
export function readIdMap(folder: string, name: string): Record<string, string> | undefined {
  const idMap: Record<string, string> = {}
  const lock = readLock(folder, name)
  if (!lock) return undefined
  for (const [id, value] of lock) {
    if (typeof value === 'string') idMap[id] = value.toLowerCase()
    else if (isObject(value['aliases']))
      for (const alias of Object.values(value['aliases']))
        if (`${alias}`.toLowerCase() !== id) idMap[`${alias}`.toLowerCase()] = id
  }
  return idMap
}

/** Notices in the records of the same file; `undefined` when it is not there. */
export function readLockNotices(folder: string, name: string): Record<string, RetractionNotice> | undefined {
  const lock = readLock(folder, name)
  if (!lock) return undefined
  const notices: Record<string, RetractionNotice> = Object.create(null)
  for (const [id, value] of lock) {
    if (typeof value === 'string' || typeof value['status'] !== 'string') continue
    const latest: unknown = Array.isArray(value['notices']) ? value['notices'].at(-1) : undefined
    const { date, doi } = isObject(latest) ? latest : {}
    const text = (each: unknown) => (typeof each === 'string' ? each : undefined)
    const notice = noticeOf(value['status'], text(date), text(doi), text(value['checkedAt'])?.slice(0, 10))
    if (notice) notices[id] = notice
  }
  return notices
}

function readLock(folder: string, name: string): [id: string, value: string | LockRecord][] | undefined {
  if (name === DEFAULT_ID_MAP && !existsSync(path.resolve(folder, name))) return undefined
  const data = readData(folder, name, 'idMap')
  const pairs = Object.entries(data) as [string, string | LockRecord][]
  const odd = pairs.find(([, value]) => typeof value !== 'string' && !isObject(value))
  if (Array.isArray(data) || odd) {
    throw new ConfigError(
      `${name}: Write one object of identifiers, {"pmc7037429": "10.3390/…"}${odd ? `: "${odd[0]}" is no text` : ''}.`,
    )
  }
  return pairs.map(([id, value]) => [id.toLowerCase(), value])
}

/** Day of the last commit that touched a file, or `undefined` outside version control. */
export function lastCommitOf(folder: string): (name: string) => string | undefined {
  return (name) => {
    try {
      const options = {
        cwd: folder,
        encoding: 'utf8' as const,
        stdio: ['ignore', 'pipe', 'ignore'] as ['ignore', 'pipe', 'ignore'],
      }
      return execFileSync('git', ['log', '-1', '--format=%cs', '--', name], options).trim() || undefined
    } catch {
      return undefined
    }
  }
}

/** A YAML or JSON file that an option names. */
export function readData(folder: string, name: string, option: string): object {
  let data: unknown
  try {
    data = parseYaml(readFileSync(path.resolve(folder, name), 'utf8'))
  } catch (error) {
    const reason =
      error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('E')
        ? reasonOf(error)
        : `${error}`.split('\n')[0]
    throw new ConfigError(`${name}: Correct the file that "${option}" names: ${reason}.`)
  }
  if (typeof data !== 'object' || data === null)
    throw new ConfigError(`${name}: Write a list or an object into the file that "${option}" names.`)
  return data
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
