/** Start tags of HTML and JSX with their attributes, read from the source, so that places are exact for every parser. */
import type { Range } from './types.ts'

export interface Attribute {
  /** As written between the quotes; `undefined` without a value, or when it is an expression. */
  value: string | undefined
  /** Of the value without quotes; of the name when there is no value. */
  at: Range
}

export interface Tag extends Range {
  /** As written: `Image` is a component, `img` an element. */
  name: string
  /** By name in lower case. */
  attributes: Map<string, Attribute>
  /** JSX `{...props}`: attributes that nobody can see. */
  spread: boolean
}

const NAME = /[A-Za-z][\w.:-]*/y
const ATTRIBUTE = /[^\s"'<>/={}]+/y
const SPACE = /\s*/y
const EQUALS = /\s*=\s*/y
const UNQUOTED = /[^\s"'=<>`{}]+/y
/** Elements whose content is no markup. */
const RAW = new Set(['script', 'style', 'pre', 'code', 'textarea', 'template'])

/** Start tags between two offsets of the source, in order. */
export function tagsIn(source: string, start: number, end: number): Tag[] {
  const tags: Tag[] = []
  let at = start
  while (at < end) {
    const open = source.indexOf('<', at)
    if (open < 0 || open >= end) break
    if (source.startsWith('<!--', open)) {
      const close = source.indexOf('-->', open)
      if (close < 0 || close >= end) break
      at = close + 3
      continue
    }
    const tag = tagAt(source, open, end)
    if (!tag) {
      at = open + 1
      continue
    }
    tags.push(tag)
    at = RAW.has(tag.name) ? endOfRaw(source, tag, end) : tag.end
  }
  return tags
}

function endOfRaw(source: string, { name, end: from }: Tag, end: number): number {
  const close = source.indexOf(`</${name}`, from)
  return close < 0 || close > end ? from : close
}

function tagAt(source: string, start: number, end: number): Tag | undefined {
  const name = match(NAME, source, start + 1)
  if (!name) return undefined
  const tag: Tag = { name, start, end: start, attributes: new Map(), spread: false }
  let at = start + 1 + name.length
  while (at < end) {
    at += match(SPACE, source, at)!.length
    const character = source[at]
    if (character === '>') return { ...tag, end: at + 1 }
    if (character === '/') {
      at++
      continue
    }
    if (character === '{') {
      const close = endOfExpression(source, at, end)
      if (close === undefined) return undefined
      tag.spread = true
      at = close
      continue
    }
    const key = match(ATTRIBUTE, source, at)
    if (!key) return undefined
    const keyEnd = at + key.length
    const equals = match(EQUALS, source, keyEnd)
    const read = equals === undefined ? undefined : valueAt(source, keyEnd + equals.length, end)
    if (equals !== undefined && !read) return undefined
    const attribute = read?.attribute ?? { value: undefined, at: { start: at, end: keyEnd } }
    if (!tag.attributes.has(key.toLowerCase())) tag.attributes.set(key.toLowerCase(), attribute)
    at = read?.end ?? keyEnd
  }
  return undefined
}

function valueAt(source: string, start: number, end: number): { attribute: Attribute; end: number } | undefined {
  const quote = source[start]
  if (quote === '"' || quote === "'") {
    const close = source.indexOf(quote, start + 1)
    if (close < 0 || close >= end) return undefined
    return { attribute: { value: source.slice(start + 1, close), at: { start: start + 1, end: close } }, end: close + 1 }
  }
  if (quote === '{') {
    const close = endOfExpression(source, start, end)
    if (close === undefined) return undefined
    // `alt={"text"}` is a string in braces.
    const text = /^\{\s*(?:"([^"\\]*)"|'([^'\\]*)'|`([^`\\$]*)`)\s*\}$/.exec(source.slice(start, close))
    const value = text?.[1] ?? text?.[2] ?? text?.[3]
    const from = value === undefined ? start : source.indexOf(value, start + 1)
    return {
      attribute: { value, at: { start: from, end: value === undefined ? close : from + value.length } },
      end: close,
    }
  }
  const value = match(UNQUOTED, source, start)
  if (!value) return undefined
  return { attribute: { value, at: { start, end: start + value.length } }, end: start + value.length }
}

/** Offset behind the brace that closes the one at `start`. Braces in strings count: rare, and then the tag is left alone. */
function endOfExpression(source: string, start: number, end: number): number | undefined {
  let depth = 0
  for (let at = start; at < end; at++) {
    if (source[at] === '{') depth++
    else if (source[at] === '}' && --depth === 0) return at + 1
  }
  return undefined
}

function match(pattern: RegExp, source: string, at: number): string | undefined {
  pattern.lastIndex = at
  return pattern.exec(source)?.[0]
}
