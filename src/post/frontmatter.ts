/**
 * Frontmatter: YAML between `---`, TOML between `+++`, JSON between `;;;` or as an object at the very start of the text.
 * Only what a site generator would take for frontmatter counts: a `---` above ordinary text is a thematic break.
 */
import { parseJsonBody } from './frontmatter-json.ts'
import { parseTomlBody } from './frontmatter-toml.ts'
import { parseYamlBody } from './frontmatter-yaml.ts'
import type { Frontmatter, FrontmatterFormat, FrontmatterProblem, Range } from './types.ts'

/** What a format's parser gives back; offsets into the whole text. */
export type ParsedBody = Pick<Frontmatter, 'data' | 'entries' | 'problems' | 'comments'>

interface Block {
  format: Exclude<FrontmatterFormat, 'none'>
  opening: Range
  body: Range
  end: number
}

const LINE = /[^\r\n]*/y
const LINE_END = /\r\n|\n|\r|$/y
const OPENING_FENCE = /(---|\+\+\+|;;;)[ \t]*(yaml|yml|toml|json)?[ \t]*(?=[\r\n]|$)/y
/** Whole lines; with the flag `m` a U+2028 would end one. */
const CLOSING_FENCES = {
  '---': /(?<![^\r\n])(?:---|\.\.\.)[ \t]*(?![^\r\n])/,
  '+++': /(?<![^\r\n])\+\+\+[ \t]*(?![^\r\n])/,
  ';;;': /(?<![^\r\n]);;;[ \t]*(?![^\r\n])/,
}
const FORMATS = { '---': 'yaml', '+++': 'toml', ';;;': 'json' } as const
/** Somebody's idea of a closing fence: `--`, `----`, a long dash. */
const NEAR_FENCE = /^(?:--|-{4,}|[–—]+|-[ \t]-[ \t]-)[ \t]*$/
/** `key:` with or without a space behind it; a key with spaces needs the space, a URL is no key. */
const KEY_LINE =
  /^(?:"[^"\r\n]*"[ \t]*:|'[^'\r\n]*'[ \t]*:|[\p{L}\p{N}_$@.<-]+[ \t]*:(?!\/\/)|[\p{L}\p{N}_$@][^:\r\n]{0,60}:(?=[ \t]|$))/u
const TOML_LINE = /^(?:\[|["'\p{L}\p{N}_-][^=\r\n]*=)/u
/** Nobody writes these words and a colon at the start of a line of prose between two thematic breaks. */
const KNOWN_KEY =
  /^["'“]?(?:title|date|description|authors?|layout|slug|tags|categories|draft|templateKey|permalink|published|pubDate|lastmod)["'”]?[ \t]*[:：=]/im
/** What people put above the frontmatter by mistake. */
const ABOVE = /(?:[\s\uFEFF]+|<!--[\s\S]*?-->)+/y
const BLANK_OR_COMMENT = /^[ \t]*(?:#.*)?$/
const CONTINUATION = /^(?:[ \t]|-(?:[ \t]|$)|[\]}])/

export function parseFrontmatter(text: string): Frontmatter {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0
  const { block, second, problem } = locate(text, start)
  if (!block) {
    return {
      format: 'none',
      start,
      end: start,
      opening: firstLine(text, start),
      body: { start, end: start },
      ...nothing([]),
    }
  }
  const { format, opening, body, end } = block
  const parsed = problem ? nothing([problem]) : parseBody(text, block)
  if (second) {
    const message = 'Merge this second frontmatter block into the first: site generators read only one.'
    parsed.problems.push({ ...second.opening, message, fatal: false })
  }
  return { format, start, end: second?.end ?? end, opening, body, ...parsed }
}

/** Where the body of the post starts: the end of the frontmatter, 0 without one. Parses nothing. */
export function frontmatterEnd(text: string): number {
  const { block, second } = locate(text, text.charCodeAt(0) === 0xfeff ? 1 : 0)
  return second?.end ?? block?.end ?? 0
}

/**
 * The text for a Markdown parser: spaces in place of the frontmatter, so that offsets and lines stay. Every parser gets it, because each has its
 * own idea of what frontmatter is.
 */
export function blankFrontmatter(text: string): string {
  const end = frontmatterEnd(text)
  return end === 0 ? text : text.slice(0, end).replace(/[^\r\n\uFEFF]/g, ' ') + text.slice(end)
}

interface Located {
  block?: Block
  second?: Block | undefined
  problem?: FrontmatterProblem
}

function locate(text: string, start: number): Located {
  const block = fencedBlock(text, start) ?? bareJson(text, start)
  const misplaced = misplacedBlock(text, start, block)
  if (misplaced) return misplaced
  if (!block) return unclosedBlock(text, start) ?? unclosedJson(text, start) ?? {}
  return { block, second: block.format === 'yaml' ? secondBlock(text, block.end) : undefined }
}

function parseBody(text: string, { format, body }: Block): ParsedBody {
  if (format === 'toml') return parseTomlBody(text, body)
  if (format === 'json') return parseJsonBody(text, body)
  return parseYamlBody(text, body)
}

/** A parse without data, for broken input. */
export function nothing(problems: FrontmatterProblem[]): ParsedBody {
  return { data: {}, entries: new Map(), problems, comments: [] }
}

function fencedBlock(text: string, start: number): Block | undefined {
  const fence = openingFence(text, start)
  if (!fence) return undefined
  const { format, opening, bodyStart, closing } = fence
  const found = findLine(text, bodyStart, closing)
  if (!found) return undefined
  const body = { start: bodyStart, end: found.start }
  if (!looksLike(format, text.slice(body.start, body.end))) return undefined
  return { format, opening, body, end: found.end }
}

/** Frontmatter below blank lines, a comment or an empty block: generators look at the very start only. */
function misplacedBlock(text: string, start: number, first: Block | undefined): Located | undefined {
  if (first && (first.format === 'json' || text.slice(first.body.start, first.body.end).trim() !== '')) return undefined
  ABOVE.lastIndex = start
  const at = first ? first.body.end : start + (ABOVE.exec(text)?.[0].length ?? 0)
  const block = at === start ? undefined : fencedBlock(text, at)
  if (!block || !KNOWN_KEY.test(text.slice(block.body.start, block.body.end))) return undefined
  const message = /[\r\n]/.test(text.slice(start, at))
    ? 'Move this to the first line of the file: most site generators read no frontmatter further down.'
    : 'Remove what stands in front of this: frontmatter starts with the first character of the file.'
  return { block, problem: { ...block.opening, message, fatal: true } }
}

function openingFence(text: string, start: number) {
  OPENING_FENCE.lastIndex = start
  const match = OPENING_FENCE.exec(text)
  if (!match) return undefined
  const fence = match[1] as keyof typeof FORMATS
  const named = match[2] === 'yml' ? 'yaml' : (match[2] as Block['format'] | undefined)
  const opening = { start, end: start + match[0].trimEnd().length }
  return { format: named ?? FORMATS[fence], opening, bodyStart: nextLine(text, start), closing: CLOSING_FENCES[fence] }
}

/** The first line at or behind `from` that matches. */
function findLine(text: string, from: number, pattern: RegExp): Range | undefined {
  if (from > text.length) return undefined
  const match = pattern.exec(text.slice(from))
  return match ? { start: from + match.index, end: from + match.index + match[0].trimEnd().length } : undefined
}

/** The first line that is neither blank nor a comment decides, else a key that everybody knows. An empty block is frontmatter too. */
function looksLike(format: Block['format'], body: string): boolean {
  const first = body.split(/\r\n|\n|\r/).find((line) => !BLANK_OR_COMMENT.test(line))
  if (first === undefined) return true
  const line = first.trimStart()
  return KEY_LINE.test(line) || (format === 'toml' ? TOML_LINE.test(line) : line.startsWith('{')) || KNOWN_KEY.test(body)
}

function bareJson(text: string, start: number): Block | undefined {
  const opening = { start, end: start + 1 }
  if (!/^\{\s*\}/.test(text.slice(start, start + 200)) && !startsObject(text, start)) return undefined
  const end = endOfObject(text, start)
  if (end === undefined || !/^[ \t]*(?:[\r\n]|$)/.test(text.slice(end, end + 200))) return undefined
  return { format: 'json', opening, body: { start, end }, end }
}

/** `{"key":`; in MDX `{"text"}` is an expression. */
function startsObject(text: string, start: number): boolean {
  return /^\{\s*"[^"\r\n]{0,200}"\s*:/.test(text.slice(start, start + 500))
}

/** Offset behind the brace that closes the object at `start`. */
function endOfObject(text: string, start: number): number | undefined {
  let depth = 0
  const mark = /"(?:[^"\\\r\n]|\\.)*"|[{}]/g
  mark.lastIndex = start
  for (let match = mark.exec(text); match; match = mark.exec(text)) {
    if (match[0] === '{') depth++
    else if (match[0] === '}' && --depth === 0) return mark.lastIndex
  }
  return undefined
}

/** An opening fence and keys below it, but no closing fence. */
function unclosedBlock(text: string, start: number): Located | undefined {
  const fence = openingFence(text, start)
  if (!fence || findLine(text, fence.bodyStart, fence.closing)) return undefined
  const { format, opening, bodyStart } = fence
  const name = text.slice(start, start + 3)
  let at = bodyStart
  let keys = 0
  while (at < text.length) {
    const lineEnd = endOfLine(text, at)
    const line = text.slice(at, lineEnd)
    if (NEAR_FENCE.test(line) && keys > 0) {
      const block = { format, opening, body: { start: bodyStart, end: at }, end: lineEnd }
      const message = `Write \`${name}\` here: the frontmatter is not closed, the line reads "${line.trim()}".`
      return { block, problem: { start: at, end: at + line.trimEnd().length, message, fatal: true } }
    }
    if (KEY_LINE.test(line) || (format === 'toml' && TOML_LINE.test(line))) keys++
    else if (keys === 0 ? !BLANK_OR_COMMENT.test(line) : !CONTINUATION.test(line) && !isGap(text, at, line)) break
    at = nextLine(text, at)
  }
  if (keys === 0) return undefined
  const block = { format, opening, body: { start: bodyStart, end: at }, end: at }
  return {
    block,
    problem: { ...opening, message: `Close the frontmatter with \`${name}\`: the block opened here never ends.`, fatal: true },
  }
}

/** An object that never ends: as far as the first blank line, for the sake of the text below. */
function unclosedJson(text: string, start: number): Located | undefined {
  if (!startsObject(text, start) || endOfObject(text, start) !== undefined) return undefined
  const gap = /(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)/.exec(text.slice(start))
  const end = gap ? start + gap.index : text.length
  const opening = { start, end: start + 1 }
  const message = 'Close the frontmatter with `}`: the object opened here never ends.'
  return {
    block: { format: 'json', opening, body: { start, end }, end },
    problem: { ...opening, message, fatal: true },
  }
}

/** A blank or comment line that still belongs to the keys: a key, an item or a fence follows. */
function isGap(text: string, at: number, line: string): boolean {
  if (!BLANK_OR_COMMENT.test(line)) return false
  const next = nextLine(text, at)
  const following = text.slice(next, endOfLine(text, next))
  return following !== '' && (NEAR_FENCE.test(following) || KEY_LINE.test(following) || /^[ \t]+\S/.test(following))
}

/** A whole block of keys straight behind the first block. Prose between two thematic breaks is none. */
function secondBlock(text: string, from: number): Block | undefined {
  const start = skipBlank(text, nextLine(text, from))
  const second = fencedBlock(text, start)
  if (second?.format !== 'yaml') return undefined
  const lines = text
    .slice(second.body.start, second.body.end)
    .split(/\r\n|\n|\r/)
    .slice(0, -1)
  const keys = lines.filter((line) => KEY_LINE.test(line)).length
  return (keys > 1 || lines.some((line) => KNOWN_KEY.test(line))) &&
    lines.every((line) => KEY_LINE.test(line) || CONTINUATION.test(line) || BLANK_OR_COMMENT.test(line))
    ? second
    : undefined
}

function endOfLine(text: string, from: number): number {
  LINE.lastIndex = from
  return LINE.test(text) ? LINE.lastIndex : text.length
}

/** The first line without white space around it; empty when it is blank. */
function firstLine(text: string, start: number): Range {
  const line = text.slice(start, endOfLine(text, start))
  const content = line.trim()
  const from = content === '' ? start : start + line.indexOf(content)
  return { start: from, end: from + content.length }
}

function nextLine(text: string, from: number): number {
  LINE_END.lastIndex = endOfLine(text, from)
  return LINE_END.test(text) ? LINE_END.lastIndex : text.length
}

function skipBlank(text: string, from: number): number {
  let at = from
  while (at < text.length && text.slice(at, endOfLine(text, at)).trim() === '') {
    const next = nextLine(text, at)
    if (next <= at) break
    at = next
  }
  return at
}
