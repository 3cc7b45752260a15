/** YAML frontmatter with the exact place of every key and value. */
import { isMap, isPair, isScalar, isSeq, Lexer, type Node, type Pair, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml'
import { nothing, type ParsedBody } from './frontmatter.ts'
import { explainCharacter, explainThrown, explainYaml } from './frontmatter-yaml-problem.ts'
import type { Frontmatter, FrontmatterEntry, FrontmatterProblem, Range } from './types.ts'

/** The core schema has no timestamps, so dates stay as written. Duplicate keys are found here, with the place of the first. */
const OPTIONS = { merge: true, uniqueKeys: false, prettyErrors: false, logLevel: 'silent' } as const
/** Aliases that would unfold into more nodes than this are refused. */
const MAXIMUM_ALIASES = 100
const MAXIMUM_DEPTH = 100
/** `- - - ...` on one line, and indentation nobody types. */
const STACKED_INDICATORS = /(?:[?:-][ \t]+){100}|^[ ]{300}/m
const [OPEN_BRACKET, CLOSE_BRACKET, OPEN_BRACE, CLOSE_BRACE] = [0x5b, 0x5d, 0x7b, 0x7d]

/** `braces`: the body is the inside of an object. */
export function parseYamlBody(text: string, body: Range, { braces = false } = {}): ParsedBody {
  // A lone carriage return is a line end in Markdown, not in this parser.
  const inside = text.slice(body.start, body.end).replace(/\r(?!\n)/g, '\n')
  const source = braces ? `{${inside}}` : inside
  const shift = body.start - (braces ? 1 : 0)
  if (isTooDeep(source)) return nothing([explainThrown(undefined, source, shift)])
  try {
    const parsed = parseDocument(source, OPTIONS)
    const problem = explainCharacter(source, shift) ?? explainYaml(source, parsed, shift)
    if (problem) return nothing([problem])
    const walk: Walk = { source, shift, entries: new Map(), problems: [] }
    const data = (parsed.toJS({ maxAliasCount: MAXIMUM_ALIASES }) ?? {}) as Record<string, unknown>
    rangeOf(parsed.contents, data, '', walk)
    return { data, entries: walk.entries, problems: walk.problems, comments: commentsOf(source, shift) }
  } catch (error) {
    return nothing([explainThrown(error, source, shift)])
  }
}

/**
 * The parser recurses, and running out of stack there can end the whole process, not just throw. Brackets in strings count too;
 * nobody writes a hundred of them that stay open.
 */
function isTooDeep(source: string): boolean {
  if (STACKED_INDICATORS.test(source)) return true
  let depth = 0
  for (let at = 0; at < source.length; at++) {
    const code = source.charCodeAt(at)
    if (code === OPEN_BRACKET || code === OPEN_BRACE) {
      if (++depth > MAXIMUM_DEPTH) return true
    } else if ((code === CLOSE_BRACKET || code === CLOSE_BRACE) && depth > 0) depth--
  }
  return false
}

interface Walk {
  source: string
  shift: number
  entries: Map<string, FrontmatterEntry>
  problems: FrontmatterProblem[]
}

/** Place of a value in the YAML source; records the entries below it. A block ends with the last character of its last item. */
function rangeOf(node: unknown, data: unknown, prefix: string, walk: Walk): Range {
  const [start, end] = (node as Node | null)?.range ?? [0, 0]
  if (isMap(node) || isSeq(node)) {
    const last = isMap(node) ? collectMap(node, data, prefix, walk) : collectSequence(node, data, prefix, walk)
    return { start, end: node.flow ? end : last }
  }
  if (isScalar(node) && node.type?.startsWith('BLOCK_'))
    return { start, end: start + walk.source.slice(start, end).trimEnd().length }
  return { start, end }
}

function collectMap(map: YAMLMap, data: unknown, prefix: string, walk: Walk): number {
  const seen = new Map<string, Range>()
  const values = (typeof data === 'object' && data !== null ? data : {}) as Record<string, unknown>
  let last = map.range?.[0] ?? 0
  for (const pair of map.items) {
    const [start = last, end = start] = (pair.key as Node | null)?.range ?? []
    const key = { start, end }
    const name = nameOf(pair)
    const path = `${prefix}${name}`
    const value = pair.value ? rangeOf(pair.value, values[name], `${path}.`, walk) : { start: key.end, end: key.end }
    last = Math.max(key.end, value.end)
    const merged = name === '<<' && !(name in values)
    for (const each of merged ? mergedNames(values, map) : [name]) {
      const first = merged ? undefined : seen.get(name)
      if (first)
        walk.problems.push({ ...moved(key, walk), message: `Remove the second \`${name}\`.`, fatal: false, duplicateOf: first })
      else if (!merged) seen.set(name, moved(key, walk))
      record(walk, `${prefix}${each}`, key, value, values[each])
    }
  }
  return last
}

/** Names that `<<` brings in and the map does not write itself. */
function mergedNames(values: Record<string, unknown>, map: YAMLMap): string[] {
  const own = new Set(map.items.map(nameOf))
  return Object.keys(values).filter((name) => !own.has(name))
}

function collectSequence(sequence: YAMLSeq, data: unknown, prefix: string, walk: Walk): number {
  let last = sequence.range?.[0] ?? 0
  sequence.items.forEach((item, index) => {
    const path = `${prefix}${index}`
    const value = Array.isArray(data) ? (data[index] as unknown) : undefined
    // `[a: b]` holds a pair without a map around it.
    const range = isPair(item) ? pairRange(item) : rangeOf(item, value, `${path}.`, walk)
    record(walk, path, { start: range.start, end: range.start }, range, value)
    last = Math.max(last, range.end)
  })
  return last
}

function pairRange({ key, value }: Pair): Range {
  const start = (key as Node | null)?.range?.[0] ?? 0
  return { start, end: (value as Node | null)?.range?.[1] ?? (key as Node | null)?.range?.[1] ?? start }
}

function nameOf({ key }: Pair): string {
  if (isScalar(key)) {
    const { value } = key
    // The merge key is a symbol.
    return typeof value === 'symbol' ? (value.description ?? '') : value === null || value === undefined ? '' : String(value)
  }
  return String(key)
}

function record(walk: Walk, path: string, key: Range, value: Range, data: unknown): void {
  walk.entries.set(path, { path, key: moved(key, walk), value: moved(trimmed(value, walk), walk), data })
}

/** Other white space than a plain space is text to YAML, but nothing one can point at. */
function trimmed({ start, end }: Range, { source }: Walk): Range {
  const text = source.slice(start, end)
  const from = start + text.length - text.trimStart().length
  return { start: from, end: Math.max(from, start + text.trimEnd().length) }
}

function moved({ start, end }: Range, { shift }: Walk): Range {
  return { start: start + shift, end: end + shift }
}

/** The lexer hands out every character in order; a scalar is announced by a control character, so `#` inside one is no comment. */
function commentsOf(source: string, shift: number): Frontmatter['comments'] {
  const comments: Frontmatter['comments'] = []
  if (!source.includes('#')) return comments
  let offset = shift
  let scalar = false
  for (const token of new Lexer().lex(source)) {
    if (token === '\u001f') scalar = true
    else if (token !== '\u0002' && token !== '\u0018') {
      if (!scalar && token.startsWith('#')) comments.push({ start: offset, end: offset + token.length, text: token.slice(1) })
      offset += token.length
      scalar = false
    }
  }
  return comments
}
