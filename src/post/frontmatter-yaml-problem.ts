/** Says in the author's words what is wrong with broken YAML: the parser names its own state, people want the line to change. */
import { type Document, isMap, type ParsedNode } from 'yaml'
import type { FrontmatterProblem } from './types.ts'

const GLUED = /^[ \t]*(?:-[ \t]+)?(["']?[\p{L}_][\p{L}\p{N}_-]*["']?:)[^\s:/,\]}]/u
const COLON_INSIDE = /^([ \t]*(?:-[ \t]+)?([\p{L}_][\p{L}\p{N}_ -]*):[ \t]+)([^\s"'[{|>&*!#].*)$/u
const RESERVED_START = /^([ \t]*(?:-[ \t]+)?([\p{L}_][\p{L}\p{N}_ -]*):[ \t]+)(([@`%*]).*)$/u
const QUOTED_START = /^([ \t]*(?:-[ \t]+)?([\p{L}_][\p{L}\p{N}_ -]*):[ \t]+)(["'].*)$/u
const LEADING_TAB = /^[ ]*(\t[ \t]*)/

/** The first problem of a parsed body, with offsets into the whole text; undefined when it is sound. */
export function explainYaml(source: string, parsed: Document.Parsed, shift: number): FrontmatterProblem | undefined {
  const error = parsed.errors[0]
  const at = (start: number, end: number, message: string) => ({ start: start + shift, end: end + shift, message, fatal: true })
  if (!error) {
    const { contents } = parsed as { contents: ParsedNode | null }
    if (contents === null || isMap(contents)) return undefined
    const glued = findGlued(source, 0, source.length)
    if (glued) return at(...glued)
    return at(contents.range[0], contents.range[1], 'Write the frontmatter as lines of `key: value`.')
  }
  const [position, positionEnd] = error.pos
  const lineStart = source.lastIndexOf('\n', position - 1) + 1
  const lineEnd = endOfLine(source, position)
  const found = findGlued(source, lineStart, lineEnd) ?? explainLine(source.slice(lineStart, lineEnd), lineStart)
  if (found) return at(...found)
  const end = Math.min(Math.max(positionEnd, position + 1), endOfLine(source, position))
  const message = /^[^.\n]*/.exec(error.message)![0].trim()
  return at(
    position,
    Math.max(end, position),
    `Mend the YAML of the frontmatter: ${message.charAt(0).toLowerCase()}${message.slice(1)}.`,
  )
}

/** What the parser throws when it unfolds the document. */
export function explainThrown(error: unknown, source: string, shift: number): FrontmatterProblem {
  const text = error instanceof Error ? error.message : ''
  const name = /^Unresolved alias[^:]*: (.*)$/.exec(text)?.[1]
  const position = name === undefined ? -1 : source.indexOf(`*${name}`)
  if (position >= 0) {
    const lineStart = source.lastIndexOf('\n', position) + 1
    const line = source.slice(lineStart, endOfLine(source, position))
    const [start, end, message] = explainLine(line, lineStart) ?? [
      position,
      position + 1,
      'Quote this value: it starts with "*".',
    ]
    return { start: start + shift, end: end + shift, message, fatal: true }
  }
  const message = /alias/i.test(text)
    ? 'Write the values out: the aliases of this frontmatter unfold too far.'
    : 'Simplify the frontmatter: it is nested too deep.'
  return { start: shift, end: shift + endOfLine(source, 0), message, fatal: true }
}

type Explanation = [start: number, end: number, message: string]

function findGlued(source: string, from: number, to: number): Explanation | undefined {
  let offset = from
  for (const line of source.slice(from, to).split('\n')) {
    const glued = GLUED.exec(line)
    if (glued) {
      const start = offset + line.indexOf(glued[1]!)
      return [start, start + glued[1]!.length, `Put a space behind the colon of \`${glued[1]!.replace(/["':]/g, '')}\`.`]
    }
    offset += line.length + 1
  }
  return undefined
}

function explainLine(line: string, offset: number): Explanation | undefined {
  const tab = LEADING_TAB.exec(line)
  if (tab)
    return [
      offset + tab.index + tab[0].length - tab[1]!.length,
      offset + tab[0].length,
      'Indent with spaces: YAML allows no tabs here.',
    ]
  const reserved = RESERVED_START.exec(line)
  if (reserved) return quote(reserved, offset, `it starts with "${reserved[4]}"`)
  const colon = COLON_INSIDE.exec(line)
  if (colon && /:(?:[ \t]|\r?$)/.test(colon[3]!)) return quote(colon, offset, 'it holds a colon')
  const quoted = QUOTED_START.exec(line)
  if (quoted)
    return quoted[3]!.trimEnd().lastIndexOf(quoted[3]![0]!) === 0
      ? openQuote(quoted, offset)
      : quote(quoted, offset, 'its own quotation marks end too early')
  return undefined
}

function quote([, before, key, value]: RegExpExecArray, offset: number, why: string): Explanation {
  const start = offset + before!.length
  return [start, start + value!.trimEnd().length, `Put the whole value of \`${key}\` in quotes: ${why}.`]
}

function openQuote([, before, key, value]: RegExpExecArray, offset: number): Explanation {
  const start = offset + before!.length
  return [start, start + value!.trimEnd().length, `Close the quotation mark of \`${key}\`, or indent the lines that continue it.`]
}

function endOfLine(source: string, from: number): number {
  const found = source.indexOf('\n', from)
  const end = found < 0 ? source.length : found
  return source[end - 1] === '\r' && end - 1 >= from ? end - 1 : end
}
