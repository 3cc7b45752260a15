/** JSON frontmatter. JSON is a subset of YAML, so positions come from the YAML parser and only strictness from `JSON.parse`. */
import { nothing, type ParsedBody } from './frontmatter.ts'
import { parseYamlBody } from './frontmatter-yaml.ts'
import type { Range } from './types.ts'

/** `{...}`, or its members alone as some generators write them between `;;;`. */
export function parseJsonBody(text: string, body: Range): ParsedBody {
  const source = text.slice(body.start, body.end)
  const bare = !source.trimStart().startsWith('{')
  try {
    JSON.parse(bare ? `{${source}}` : source)
  } catch (error) {
    const { offset, reason } = placeOf(error, source.length, bare ? 1 : 0)
    const start = body.start + offset
    return nothing([
      { start, end: Math.min(start + 1, body.end), message: `Mend the JSON of the frontmatter: ${reason}.`, fatal: true },
    ])
  }
  return parseYamlBody(text, body, { braces: bare })
}

/** Engines word the place differently: `at position 12`, or not at all. */
function placeOf(error: unknown, length: number, shift: number): { offset: number; reason: string } {
  const message = error instanceof Error ? error.message : String(error)
  const position = /at position (\d+)/.exec(message)?.[1]
  const offset = position === undefined ? 0 : Math.min(Math.max(Number(position) - shift, 0), Math.max(length - 1, 0))
  const reason = message
    .replace(/,? ?(?:in JSON )?at position.*$/s, '')
    .replace(/, ?(?:\.\.\.)?".*$/s, '')
    .replace(/\.$/, '')
  return { offset, reason: reason.charAt(0).toLowerCase() + reason.slice(1) }
}
