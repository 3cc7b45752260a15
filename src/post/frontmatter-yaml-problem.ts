/** Says in the author's words what is wrong with broken YAML: the parser names its own state, people want the line to change. */
import { type Document, isMap, type ParsedNode, type YAMLError } from 'yaml'
import type { FrontmatterProblem } from './types.ts'

const KEY = /^[ \t]*(?:-[ \t]+)?["']?([\p{L}_][\p{L}\p{N}_ -]*)["']?:(?=[ \t\r]|$)/u
const GLUED = /^[ \t]*(?:-[ \t]+)?(["']?[\p{L}_][\p{L}\p{N}_-]*["']?:)(?:[^\s:/,\]}]|([^\S \t\r\n]))/u
const EQUALS = /^[ \t]*["']?[\p{L}_][\p{L}\p{N}_-]*["']?[ \t]*=/u
/** `key: value`, `- key: value` or `- value`. */
const VALUE = /^([ \t]*(?:-[ \t]+(?:([\p{L}_][\p{L}\p{N}_ -]*):[ \t]+)?|([\p{L}_][\p{L}\p{N}_ -]*):[ \t]+))(\S.*)$/u
/** Characters with a meaning of their own, but not a whole list or object, nor the mark of a block of text. */
const RESERVED_START =
  /^(?:[@`%*]|[?-](?=[ \t])|[|>](?![-+\d]*[ \t]*(?:#.*)?$)|\[.*\][ \t]*[^\s#,\]}]|\{.*\}[ \t]*[^\s#,\]}]|\{%)/
/** What YAML allows nowhere, not even in quotes. */
const NOT_PRINTABLE =
  /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/
const CONTINUE = 'or indent the lines that continue it'

type Explanation = [start: number, end: number, message: string]

interface Line {
  /** Without its line end. */
  text: string
  start: number
  /** Where the next line starts; behind the source for the last one. */
  next: number
}

/** The first problem of a parsed body, with offsets into the whole text; undefined when it is sound. */
export function explainYaml(source: string, parsed: Document.Parsed, shift: number): FrontmatterProblem | undefined {
  const error = parsed.errors[0]
  if (error) return problemAt(explainError(source, error), source, shift)
  const { contents } = parsed as { contents: ParsedNode | null }
  if (contents === null || isMap(contents)) return undefined
  return problemAt(explainContents(source, contents), source, shift)
}

/** What no YAML parser lets through, though this one does. */
export function explainCharacter(source: string, shift: number): FrontmatterProblem | undefined {
  const found = NOT_PRINTABLE.exec(source)
  if (!found) return undefined
  const code = found[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
  return problemAt(atLine(lineAt(source, found.index), `Remove the invisible character U+${code} from this line.`), source, shift)
}

/** What the parser throws when it unfolds the document; nothing thrown when the text is too deep to be parsed at all. */
export function explainThrown(error: unknown, source: string, shift: number): FrontmatterProblem {
  const text = error instanceof Error ? error.message : ''
  const name = /^Unresolved alias[^:]*: (.*)$/.exec(text)?.[1]
  const position = name === undefined ? -1 : source.indexOf(`*${name}`)
  if (position >= 0) {
    const explained = explainValue(lineAt(source, position)) ?? [position, position + 1, 'Quote this value: it starts with "*".']
    return problemAt(explained, source, shift)
  }
  const merge = /^Merge sources/.test(text) ? source.indexOf('<<') : -1
  if (merge >= 0) return problemAt([merge, merge + 2, 'Name an object here that stands above with an `&anchor`.'], source, shift)
  const message = /alias/i.test(text)
    ? 'Write the values out: the aliases of this frontmatter unfold too far.'
    : 'Simplify the frontmatter: it is nested too deep.'
  return problemAt(atLine(lineAt(source, 0), message), source, shift)
}

/** A place is shown without the space around it, and holds no half of a character. */
function problemAt([from, to, message]: Explanation, source: string, shift: number): FrontmatterProblem {
  const text = source.slice(from, to)
  const first = from + text.length - text.trimStart().length
  // The parser counts code units and may point between the two of one character.
  const start = splitsPair(source, first) ? first - 1 : first
  const last = Math.max(start, from + text.trimEnd().length)
  const end = splitsPair(source, last) ? last + 1 : last
  return { start: start + shift, end: end + shift, message, fatal: true }
}

function splitsPair(source: string, at: number): boolean {
  return at > 0 && /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(source.slice(at - 1, at + 1))
}

function explainContents(source: string, { range }: ParsedNode): Explanation {
  const first = nextContent(source, lineAt(source, range[0]))
  if (EQUALS.test(first.text)) return atLine(first, 'Write a colon and a space in place of "=", or `+++` round TOML.')
  return findGlued(source, 0, source.length) ?? [range[0], range[1], 'Write the frontmatter as lines of `key: value`.']
}

function explainError(source: string, { code, pos, message }: YAMLError): Explanation {
  const [position, positionEnd] = pos
  const line = lineAt(source, position)
  const { start, text } = line
  if (message.startsWith('Missing closing')) return explainQuote(source, position, message.includes('"') ? '"' : "'")
  if (code === 'BAD_DQ_ESCAPE') return [position, position + 2, 'Write a backslash in double quotes twice, or use single quotes.']
  if (code === 'BAD_INDENT' && message.startsWith('Flow')) return explainBracket(source, position)
  const found = findGlued(source, start, start + text.length) ?? explainTab(line) ?? explainValue(line)
  if (found) return found
  if (source[position] === ',') return [position, position + 1, 'Remove this comma: in YAML a line ends without one.']
  if (/^Unexpected flow-(?:seq|map)-end/.test(message)) {
    return [position, position + 1, `Remove this \`${source[position]}\`: no bracket is open here.`]
  }
  if (message.startsWith('Nested mappings')) return explainNested(source, line)
  if (message.startsWith('A block sequence')) return atLine(line, 'Start the items of one list in the same column.')
  const content = nextContent(source, line)
  if (code === 'BAD_INDENT' || KEY.test(content.text)) return atLine(content, 'Start the keys of one level in the same column.')
  if (code === 'MULTILINE_IMPLICIT_KEY' || code === 'MISSING_CHAR') {
    const gap = /\n[ \t\r]*\n$/.test(source.slice(0, content.start))
    return atLine(
      content,
      gap
        ? 'Close the frontmatter above this line, or write the line as `key: value`.'
        : 'Write this line as `key: value`, or indent it to continue the value above.',
    )
  }
  const reason = /^[^.\n]*/.exec(message)![0].trim()
  const described = `Mend the YAML of the frontmatter: ${reason.charAt(0).toLowerCase()}${reason.slice(1)}.`
  const end = Math.min(Math.max(positionEnd, position + 1), start + text.length)
  return source.slice(position, end).trim() === '' ? atLine(line, described) : [position, end, described]
}

/** A key without or with an odd space behind its colon. */
function findGlued(source: string, from: number, to: number): Explanation | undefined {
  let offset = from
  for (const line of source.slice(from, to).split('\n')) {
    const glued = GLUED.exec(line)
    if (glued) {
      const [, key = '', space] = glued
      const start = offset + line.indexOf(key)
      const name = key.replace(/["':]/g, '')
      return [start, start + key.length, `Put ${space ? 'an ordinary' : 'a'} space behind the colon of \`${name}\`.`]
    }
    offset += line.length + 1
  }
  return undefined
}

function explainTab(line: Line): Explanation | undefined {
  return /^ *\t/.test(line.text) ? atLine(line, 'Indent with spaces: YAML allows no tabs here.') : undefined
}

/** A value that has to stand in quotes. */
function explainValue({ text, start }: Line): Explanation | undefined {
  const match = VALUE.exec(text)
  if (!match) return undefined
  const [, before = '', itemKey, ownKey, value = ''] = match
  const key = itemKey ?? ownKey
  const of = key === undefined ? 'this whole entry' : `the whole value of \`${key}\``
  const quote = (why: string): Explanation => [
    start + before.length,
    start + before.length + value.trimEnd().length,
    `Put ${of} in quotes: ${why}.`,
  ]
  if (RESERVED_START.test(value)) return quote(`it starts with "${value[0]}"`)
  if (/^["']/.test(value)) return quote('its own quotation marks end too early')
  return key !== undefined && /^[^\s[{|>&!#].*:(?:[ \t]|\r?$)/.test(value) ? quote('it holds a colon') : undefined
}

/** The parser notices an open quotation mark at the end of the text; the author has to look where it was opened. */
function explainQuote(source: string, position: number, mark: string): Explanation {
  const opened = new RegExp(`(?:^|[\\s[{,])${mark}`)
  for (let line = lineAt(source, 0); line.start <= position; line = lineAt(source, line.next)) {
    const at = opened.exec(line.text)
    const marks = line.text.replace(/\\./g, '').split(mark).length - 1
    if (at && marks % 2 === 1) {
      const key = KEY.exec(line.text)?.[1]
      const start = line.start + line.text.indexOf(mark, at.index)
      const of = key === undefined ? '' : ` of \`${key}\``
      return [start, line.start + line.text.length, `Close the quotation mark${of}, ${CONTINUE}.`]
    }
    if (line.next > source.length) break
  }
  return atLine(lineAt(source, position), 'Close the quotation mark.')
}

/** Likewise a bracket. */
function explainBracket(source: string, position: number): Explanation {
  for (let end = position; end > 0; ) {
    const line = lineAt(source, end - 1)
    const [, open] = /([[{])[^\]}]*$/.exec(line.text) ?? []
    if (open !== undefined) {
      const key = KEY.exec(line.text)?.[1]
      const start = line.start + line.text.indexOf(open)
      const of = key === undefined ? '' : ` of \`${key}\``
      const message = `Close the \`${open}\`${of} with \`${open === '[' ? ']' : '}'}\`, ${CONTINUE}.`
      return [start, line.start + line.text.length, message]
    }
    end = line.start
  }
  return atLine(lineAt(source, position), 'Close the brackets of this value.')
}

/** `title: Gout` with an indented key below it. */
function explainNested(source: string, line: Line): Explanation {
  const below = nextContent(source, lineAt(source, line.next))
  const [above, key] = [KEY.exec(line.text)?.[1], KEY.exec(below.text)?.[1]]
  if (above === undefined || key === undefined) return atLine(line, 'Put the whole value in quotes: it holds a colon.')
  return atLine(below, `Start \`${key}\` in the same column as \`${above}\`, or put the value of \`${above}\` in quotes.`)
}

function atLine({ text, start }: Line, message: string): Explanation {
  return [start, start + text.length, message]
}

function lineAt(source: string, position: number): Line {
  const start = position <= 0 ? 0 : source.lastIndexOf('\n', position - 1) + 1
  const found = source.indexOf('\n', Math.max(position, start))
  const end = found < 0 ? source.length : found
  return { text: source.slice(start, end).replace(/\r$/, ''), start, next: end + 1 }
}

/** The line itself, or the next one that is neither blank nor a comment. */
function nextContent(source: string, from: Line): Line {
  let line = from
  while (/^[ \t]*(?:#.*)?$/.test(line.text) && line.next < source.length) line = lineAt(source, line.next)
  return line
}
