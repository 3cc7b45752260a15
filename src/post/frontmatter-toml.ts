/** TOML frontmatter: data from smol-toml, places from a scan of the (then known to be valid) text. */
import { parse, TomlDate, TomlError } from 'smol-toml'
import { nothing, type ParsedBody } from './frontmatter.ts'
import type { Frontmatter, FrontmatterEntry, FrontmatterProblem, Range } from './types.ts'

export function parseTomlBody(text: string, body: Range): ParsedBody {
  // A lone carriage return is a line end in Markdown, not in this parser.
  const source = text.slice(body.start, body.end).replace(/\r(?!\n)/g, '\n')
  let data: Record<string, unknown>
  try {
    data = parse(source)
  } catch (error) {
    return nothing([explain(error, source, body.start)])
  }
  const scan: Scan = { source, at: 0, shift: body.start, places: new Map(), comments: [] }
  scanDocument(scan)
  const entries = new Map<string, FrontmatterEntry>()
  for (const [path, { key, value }] of scan.places) entries.set(path, { path, key, value, data: undefined })
  const written = withWrittenDates(data, '', entries, text) as Record<string, unknown>
  return { data: written, entries, problems: [], comments: scan.comments }
}

const YAML_LINE = /^[ \t]*["']?[\p{L}_][\p{L}\p{N}_-]*["']?[ \t]*:/u
const TOKEN = /"[^\r\n]*|'[^\r\n]*|[^\s,[\]{}]+|\S/uy

/** Words and place of what the parser found. */
function explain(error: unknown, source: string, shift: number): FrontmatterProblem {
  if (!(error instanceof TomlError)) return problem(0, 0, 'Simplify the frontmatter: it is nested too deep.')
  const offset = offsetOf(source, error.line, error.column)
  const lineStart = source.lastIndexOf('\n', offset - 1) + 1
  const line = /^[^\r\n]*/.exec(source.slice(lineStart))![0]
  const atLine = (message: string) => {
    const start = lineStart + line.length - line.trimStart().length
    return problem(start, Math.max(start, lineStart + line.trimEnd().length), message)
  }
  const reason = /^Invalid TOML document: ([^\n.]*)/.exec(error.message)?.[1] ?? 'it cannot be read'
  if (YAML_LINE.test(line)) return atLine('Write `key = value`: TOML takes an equals sign, not a colon.')
  if (/\bredefine\b/.test(reason)) return atLine('Remove this line, or rename its key: the key stands above already.')
  if (/[\r\n]/.test(source[offset] ?? '\n') && /["']/.test(line)) return atLine('Close the quotation mark on this line.')
  const message = `Mend the TOML of the frontmatter: ${reason}.`
  TOKEN.lastIndex = offset
  const token = TOKEN.exec(source)?.[0].trimEnd() ?? ''
  return token === '' ? atLine(message) : problem(offset, offset + token.length, message)

  function problem(start: number, end: number, text: string): FrontmatterProblem {
    return { start: start + shift, end: end + shift, message: text, fatal: true }
  }
}

/** Fills in the data of the entries and turns dates back into what the author wrote. */
function withWrittenDates(value: unknown, path: string, entries: Map<string, FrontmatterEntry>, text: string): unknown {
  const entry = entries.get(path)
  let result = value
  if (value instanceof TomlDate) result = entry ? text.slice(entry.value.start, entry.value.end) : value.toISOString()
  else if (Array.isArray(value))
    result = value.map((item, index) => withWrittenDates(item, join(path, String(index)), entries, text))
  else if (typeof value === 'object' && value !== null) {
    const pairs = Object.entries(value).map(([key, item]) => [key, withWrittenDates(item, join(path, key), entries, text)])
    result = Object.fromEntries(pairs) as Record<string, unknown>
  }
  if (entry) entry.data = result
  return result
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`
}

/** Lines and columns count from 1. */
function offsetOf(source: string, line: number, column: number): number {
  let start = 0
  for (let count = 1; count < line; count++) {
    const next = source.indexOf('\n', start)
    if (next < 0) break
    start = next + 1
  }
  return Math.min(start + Math.max(column - 1, 0), source.length)
}

interface Scan {
  source: string
  at: number
  shift: number
  places: Map<string, { key: Range; value: Range }>
  comments: Frontmatter['comments']
}

const SPACE = /[ \t]*/y
const SPACE_AND_LINES = /[ \t\r\n]*/y
const COMMENT = /#([^\r\n]*)/y
const KEY_PART = /"(?:[^"\\\r\n]|\\.)*"|'[^'\r\n]*'|[^\s.=\]"']+/y
const STRING = /"""(?:[^\\]|\\[\s\S])*?"{3,5}(?!")|'''[\s\S]*?'{3,5}(?!')|"(?:[^"\\\r\n]|\\.)*"|'[^'\r\n]*'/y
/** A bare value, with the space inside `2026-01-02 10:00:00`. */
const BARE = /\d{4}-\d{2}-\d{2} \d{2}:[^\s,\]}#]*|[^\s,\]}#]+/y

function scanDocument(scan: Scan): void {
  const counts = new Map<string, number>()
  let table = ''
  while (scan.at < scan.source.length) {
    const before = scan.at
    skipGaps(scan)
    if (scan.source.startsWith('[', scan.at)) table = scanHeader(scan, counts)
    else if (scan.at < scan.source.length) scanPair(scan, table)
    if (scan.at === before) return
  }
}

/** `[table]` or `[[list of tables]]`; gives the path of the keys below. */
function scanHeader(scan: Scan, counts: Map<string, number>): string {
  const list = scan.source.startsWith('[[', scan.at)
  const start = scan.at
  scan.at += list ? 2 : 1
  const names = scanKey(scan).names
  take(scan, SPACE)
  scan.at += list ? 2 : 1
  let path = ''
  names.forEach((name, index) => {
    path = join(path, name)
    const count = counts.get(path)
    if (list && index === names.length - 1) {
      counts.set(path, (count ?? -1) + 1)
      path = join(path, String(counts.get(path)))
    } else if (count !== undefined) path = join(path, String(count))
  })
  place(scan, path, { start, end: scan.at }, { start, end: scan.at })
  return path
}

function scanPair(scan: Scan, table: string): void {
  const { names, key } = scanKey(scan)
  take(scan, SPACE)
  scan.at += 1
  take(scan, SPACE)
  const path = names.reduce(join, table)
  const value = scanValue(scan, path)
  place(scan, path, key, value)
}

function scanKey(scan: Scan): { names: string[]; key: Range } {
  take(scan, SPACE)
  const start = scan.at
  const names: string[] = []
  let end = start
  for (;;) {
    const part = take(scan, KEY_PART)
    if (part === '') break
    names.push(part.startsWith('"') ? unescapeKey(part) : part.replace(/^'|'$/g, ''))
    end = scan.at
    take(scan, SPACE)
    if (scan.source[scan.at] !== '.') break
    scan.at += 1
    take(scan, SPACE)
  }
  return { names, key: { start, end } }
}

/** The parser itself decodes a quoted key. */
function unescapeKey(quoted: string): string {
  return Object.keys(parse(`${quoted}=0`))[0] ?? ''
}

function scanValue(scan: Scan, path: string): Range {
  const start = scan.at
  const first = scan.source[start]
  if (first === '[') scanArray(scan, path)
  else if (first === '{') scanInlineTable(scan, path)
  else take(scan, first === '"' || first === "'" ? STRING : BARE)
  return { start, end: scan.at }
}

function scanArray(scan: Scan, path: string): void {
  scan.at += 1
  for (let index = 0; ; index++) {
    skipGaps(scan)
    if (scan.source[scan.at] === ']' || scan.at >= scan.source.length) break
    const item = join(path, String(index))
    const value = scanValue(scan, item)
    place(scan, item, { start: value.start, end: value.start }, value)
    skipGaps(scan)
    if (scan.source[scan.at] !== ',') break
    scan.at += 1
  }
  scan.at += 1
}

function scanInlineTable(scan: Scan, path: string): void {
  scan.at += 1
  for (;;) {
    skipGaps(scan)
    if (scan.source[scan.at] === '}' || scan.at >= scan.source.length) break
    scanPair(scan, path)
    skipGaps(scan)
    if (scan.source[scan.at] !== ',') break
    scan.at += 1
  }
  scan.at += 1
}

function skipGaps(scan: Scan): void {
  for (;;) {
    take(scan, SPACE_AND_LINES)
    const start = scan.at
    const comment = take(scan, COMMENT)
    if (comment === '') return
    scan.comments.push({ start: start + scan.shift, end: scan.at + scan.shift, text: comment.slice(1) })
  }
}

function take(scan: Scan, pattern: RegExp): string {
  pattern.lastIndex = scan.at
  const text = pattern.exec(scan.source)?.[0] ?? ''
  scan.at += text.length
  return text
}

function place({ places, shift }: Scan, path: string, key: Range, value: Range): void {
  const moved = ({ start, end }: Range) => ({ start: start + shift, end: end + shift })
  places.set(path, { key: moved(key), value: moved(value) })
}
