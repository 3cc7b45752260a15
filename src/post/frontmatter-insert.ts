/** A text edit that adds keys to a frontmatter, or a frontmatter to a page without one. */
import type { Frontmatter } from './types.ts'

/** The value of an inserted key: a placeholder, so that it stays reported until somebody fills it in. */
const VALUE = 'TODO'

export function insertKeys(
  text: string,
  frontmatter: Frontmatter,
  keys: readonly string[],
): { start: number; end: number; text: string } {
  const { format, body, start } = frontmatter
  const lineEnd = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n'
  const lines = (line: (key: string) => string) => keys.map((key) => line(key) + lineEnd).join('')
  const at = (offset: number, inserted: string) => ({ start: offset, end: offset, text: inserted })
  const brace = text.indexOf('{', body.start)
  const isObject = brace >= 0 && brace < body.end && /^[ \t\r\n]*$/.test(text.slice(body.start, brace))
  if (format === 'yaml' && !isObject) {
    const inside = text.slice(body.start, body.end)
    const content = inside.replace(/[ \t\r\n]+$/, '')
    const rest = content === '' ? 0 : (/^[ \t]*(?:\r\n|\n|\r)/.exec(inside.slice(content.length))?.[0].length ?? 0)
    // Keys of one level stand in one column.
    const indent = /(?<![^\r\n]) *(?=[^ \t\r\n#])/.exec(content)?.[0] ?? ''
    return at(
      body.start + content.length + rest,
      lines((key) => `${indent}${yamlKey(key)}: ${VALUE}`),
    )
  }
  // Tables follow the plain keys, so these go to the top.
  if (format === 'toml')
    return at(
      body.start,
      lines((key) => `${/^[\w-]+$/.test(key) ? key : JSON.stringify(key)} = "${VALUE}"`),
    )
  if (format === 'json' || format === 'yaml') {
    const inside = isObject ? brace + 1 : body.start
    const empty = !/["\w]/.test(text.slice(inside, body.end))
    return at(
      inside,
      keys.map((key, index) => ` ${JSON.stringify(key)}: "${VALUE}"${empty && index === keys.length - 1 ? '' : ','}`).join(''),
    )
  }
  return at(start, `---${lineEnd}${lines((key) => `${yamlKey(key)}: ${VALUE}`)}---${lineEnd}${lineEnd}`)
}

function yamlKey(key: string): string {
  return /^[\p{L}_][\p{L}\p{N}_.-]*$/u.test(key) ? key : JSON.stringify(key)
}
