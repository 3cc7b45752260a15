/**
 * JSON frontmatter. JSON is a subset of YAML, so data and places come from the YAML parser; the scan below is only as strict as JSON,
 * because engines word their errors differently and some name no place.
 */
import { nothing, type ParsedBody } from './frontmatter.ts'
import { parseYamlBody } from './frontmatter-yaml.ts'
import type { Range } from './types.ts'

/** `{...}`, or its members alone as some generators write them between `;;;`. */
export function parseJsonBody(text: string, body: Range): ParsedBody {
  const source = text.slice(body.start, body.end)
  const bare = !source.trimStart().startsWith('{')
  const fault = findFault(source, bare)
  if (!fault) return parseYamlBody(text, body, { braces: bare })
  const { start, end, advice } = fault
  return nothing([{ start: start + body.start, end: end + body.start, message: advice, fatal: true }])
}

interface Fault extends Range {
  advice: string
}

const SPACE = /[ \t\r\n]*/y
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/y
const LITERAL = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y
/** What stands in place of a value, to the end of it as far as one can tell. */
const OTHER = /"[^\r\n]*(?<!\s)|'[^'\r\n]*'|[^\s,:[\]{}"]+|\S/uy

/** The first place that breaks the grammar of JSON. `bare`: the text is the inside of an object. */
function findFault(source: string, bare: boolean): Fault | undefined {
  const open: ('{' | '[')[] = bare ? ['{'] : []
  let expected: 'key' | 'colon' | 'value' | 'next' = bare ? 'key' : 'value'
  let first = true
  let before: Range = { start: 0, end: 0 }
  for (let at = 0; ; ) {
    at += lengthOf(SPACE, source, at)
    const character = source[at]
    const here = (advice: string): Fault => ({ start: at, end: at + lengthOf(OTHER, source, at), advice })
    const behind = (advice: string): Fault => ({ ...before, advice })
    if (character === undefined) {
      if (expected === 'next' && open.length === (bare ? 1 : 0)) return undefined
      if (expected === 'key' && bare && open.length === 1)
        return first ? undefined : behind('Remove the comma behind the last value.')
      return behind('Complete the JSON of the frontmatter: it ends too early.')
    }
    const container = open.at(-1)
    const closes = character === (container === '{' ? '}' : ']') && open.length > (bare ? 1 : 0)
    let length = 1
    if (closes && (expected === 'next' || (first && expected === (container === '{' ? 'key' : 'value')))) {
      open.pop()
      expected = 'next'
    } else if (closes && (expected === 'key' || (expected === 'value' && container === '['))) {
      return behind(`Remove this comma: \`${character}\` follows.`)
    } else if (expected === 'next') {
      if (container === undefined) return here('Remove what follows the JSON.')
      if (/[\]}]/.test(character)) return here(`Write \`${container === '{' ? '}' : ']'}\` here: that bracket is open.`)
      if (character !== ',') return behind('Put a comma behind this value.')
      expected = container === '{' ? 'key' : 'value'
      first = false
    } else if (expected === 'colon') {
      if (character !== ':') return behind('Put a colon behind this key.')
      expected = 'value'
    } else if (expected === 'value' && (character === '{' || character === '[')) {
      open.push(character)
      expected = character === '{' ? 'key' : 'value'
      first = true
    } else {
      length = lengthOf(STRING, source, at)
      if (length === 0 && expected === 'value') length = lengthOf(LITERAL, source, at)
      if (length === 0) {
        if (character === '"') return here('Mend this JSON string: close it on its line and write a backslash twice.')
        return here(
          expected === 'key'
            ? 'Put this key in double quotes.'
            : 'Write text in double quotes, a number, `true`, `false` or `null` here.',
        )
      }
      expected = expected === 'key' ? 'colon' : 'next'
      first = false
    }
    before = { start: at, end: at + length }
    at += length
  }
}

function lengthOf(pattern: RegExp, source: string, at: number): number {
  pattern.lastIndex = at
  return pattern.exec(source)?.[0].length ?? 0
}
