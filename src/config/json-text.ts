/** JSON with comments and trailing commas, and where each key and entry stands: errors in a configuration name their line. */
export interface ParsedText {
  data: unknown
  /** Line, from 1, of a key or entry; of the nearest one around it when the path does not exist. */
  lineOf(path: readonly (string | number)[]): number
}

/** Input that does not parse. */
export class TextError extends Error {
  override name = 'TextError'
  /** From 1. */
  readonly line: number

  constructor(message: string, line: number) {
    super(message)
    this.line = line
  }
}

const SKIPPED = /(?:[\s\uFEFF]|\/\/[^\n\r]*|\/\*[\s\S]*?\*\/)+/y
const STRING = /"(?:[^"\\\n\r]|\\.)*"/y
const SCALAR = /[^\s,:{}[\]"/]+/y
const DEEPEST = 100

export function parseJsonText(text: string): ParsedText {
  const places = new Map<string, number>()
  let at = 0

  function lineAt(offset: number): number {
    return text.slice(0, offset).split(/\r\n?|\n/).length
  }

  function fail(expected: string): never {
    const shown = at >= text.length ? 'the end of the file' : JSON.stringify(text[at])
    throw new TextError(`Expected ${expected}, found ${shown}.`, lineAt(at))
  }

  function take(pattern: RegExp): string | undefined {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (match) at = pattern.lastIndex
    return match?.[0]
  }

  function next(): string | undefined {
    take(SKIPPED)
    return text[at]
  }

  function value(path: string, depth: number): unknown {
    const first = next()
    if (depth > DEEPEST) fail('less nesting')
    if (first === '{') return object(path, depth)
    if (first === '[') return list(path, depth)
    return first === '"' ? string() : scalar()
  }

  function object(path: string, depth: number): Record<string, unknown> {
    const entries: [string, unknown][] = []
    for (at++; next() !== '}'; separator('}')) {
      if (text[at] !== '"') fail('a key in double quotes or "}"')
      const start = at
      const key = string()
      const inside = `${path}/${key}`
      if (places.has(inside)) throw new TextError(`Remove one of the two keys "${key}".`, lineAt(start))
      places.set(inside, start)
      if (next() !== ':') fail(`":" after the key "${key}"`)
      at++
      entries.push([key, value(inside, depth + 1)])
    }
    at++
    return Object.fromEntries(entries)
  }

  function list(path: string, depth: number): unknown[] {
    const entries: unknown[] = []
    for (at++; next() !== ']'; separator(']')) {
      const inside = `${path}/${entries.length}`
      places.set(inside, at)
      entries.push(value(inside, depth + 1))
    }
    at++
    return entries
  }

  function separator(close: string): void {
    const found = next()
    if (found === ',') at++
    else if (found !== close) fail(`"," or "${close}"`)
  }

  function string(): string {
    const start = at
    const raw = take(STRING)
    if (raw === undefined) fail('a string that ends on its line')
    try {
      return JSON.parse(raw) as string
    } catch {
      throw new TextError(`Correct the escapes in ${raw}.`, lineAt(start))
    }
  }

  function scalar(): unknown {
    const start = at
    const raw = take(SCALAR)
    try {
      if (raw !== undefined) return JSON.parse(raw)
    } catch {
      // Told below, with its place.
    }
    at = start
    return fail('a value')
  }

  const data = value('', 0)
  if (next() !== undefined) fail('the end of the file')
  return { data, lineOf: (path) => lineAt(nearest(places, path)) }
}

function nearest(places: ReadonlyMap<string, number>, path: readonly (string | number)[]): number {
  for (let length = path.length; length > 0; length--) {
    const place = places.get(`/${path.slice(0, length).join('/')}`)
    if (place !== undefined) return place
  }
  return 0
}
