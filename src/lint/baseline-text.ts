/**
 * The baseline as text: JSON with one entry per line, sorted, each line complete in itself, so that version control merges it line by line.
 * The last element is `null`: every entry ends with a comma, and none has to change when another comes or goes.
 */
import type { Baseline, BaselineEntry } from './baseline.ts'

const HEAD = '{"medlint":"baseline","version":1,"entries":['
const FOOT = 'null]}'
const NEWEST = 1

/** A baseline that cannot be read; `line` counts from 1. */
export class BaselineError extends Error {
  override name = 'BaselineError'
  readonly line: number | undefined

  constructor(message: string, line?: number) {
    super(message)
    this.line = line
  }
}

export function baselineText(baseline: Baseline): string {
  const lines = [...baseline].flatMap(([path, entries]) => entries.map((entry) => lineOf(path, entry)))
  return `${[HEAD, ...lines.sort(compare), FOOT].join('\n')}\n`
}

/** The fields that sort it come first. */
function lineOf(path: string, { rule, message, fingerprint, count, around, heading, value, related }: BaselineEntry): string {
  const optional = {
    ...(around === '' ? {} : { around }),
    ...(value === undefined ? {} : { value }),
    ...(related ? { related } : {}),
    ...(heading === '' ? {} : { heading }),
  }
  return `${JSON.stringify({ path, rule, message, fingerprint, count, ...optional })},`
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Throws a `BaselineError`. How the text is laid out does not matter. Lines that a merge left twice are one. */
export function parseBaseline(text: string): Baseline {
  const conflict = text.split('\n').findIndex((line) => /^(?:<{7}|={7}|>{7})(?:\s|$)/.test(line))
  if (conflict >= 0) {
    throw new BaselineError('Keep the lines of both sides of this merge and take out its marks.', conflict + 1)
  }
  let data: unknown
  try {
    data = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw new BaselineError(`Correct this baseline, or write it anew with --suppress-all: it is no JSON (${messageOf(error)}).`)
  }
  if (!isObject(data) || data['medlint'] !== 'baseline' || !Array.isArray(data['entries']))
    throw new BaselineError('Name another file: this is no baseline of medlint.')
  if (data['version'] !== NEWEST)
    throw new BaselineError('Update medlint, or write this baseline anew with --suppress-all: it is of another version.')
  const baseline = new Map<string, BaselineEntry[]>()
  const known = new Map<string, BaselineEntry>()
  for (const item of data['entries'] as unknown[]) {
    if (item === null) continue
    const { path, entry } = entryOf(item, text)
    const key = JSON.stringify([path, entry.rule, entry.message, entry.fingerprint, entry.around])
    const twin = known.get(key)
    if (twin) {
      Object.assign(twin, { count: Math.max(twin.count, entry.count), related: twin.related && entry.related })
      continue
    }
    known.set(key, entry)
    const entries = baseline.get(path)
    if (entries) entries.push(entry)
    else baseline.set(path, [entry])
  }
  return baseline
}

function entryOf(item: unknown, text: string): { path: string; entry: BaselineEntry } {
  const {
    path,
    rule,
    message,
    fingerprint,
    count = 1,
    around = '',
    heading = '',
    value,
    related = false,
  } = isObject(item) ? item : {}
  const isGood =
    [path, rule, message, fingerprint, around, heading].every((each) => typeof each === 'string') &&
    Number.isInteger(count) &&
    (count as number) > 0 &&
    (value === undefined || typeof value === 'number') &&
    typeof related === 'boolean'
  if (!isGood) {
    const at = text.split('\n').findIndex((line) => line.startsWith(JSON.stringify(item)))
    throw new BaselineError('Take out this entry, or write the baseline anew with --suppress-all.', at < 0 ? undefined : at + 1)
  }
  return { path: path as string, entry: { rule, message, fingerprint, count, around, heading, value, related } as BaselineEntry }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
