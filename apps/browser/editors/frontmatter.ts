/** The fields of a form as the frontmatter of its post, so that rules of frontmatter speak about the fields. */
import { isField, MappedText } from './mapped-text.ts'
import type { NativeField, Reading } from './types.ts'

export interface FormField {
  name: string
  /** What the field holds: on the page, or as a value of YAML (also of fields within it). */
  value: NativeField | readonly Text[] | string | readonly string[] | readonly FormField[]
}

/** A body that brings its own frontmatter keeps it. */
export function joinFrontmatter(fields: readonly FormField[], body: Reading): Reading {
  if (fields.length === 0 || /^(?:---|\+\+\+)[ \t]*\n/.test(body.text)) return body
  const head = new MappedText()
  head.write('---\n')
  writeFields(head, fields, '')
  head.write('---\n\n')
  const shown = head.reading(true)
  const shift = shown.text.length
  return {
    text: shown.text + body.text,
    isSource: body.isSource,
    placeOf: (start, end) =>
      start >= shift ? body.placeOf(start - shift, end - shift) : shown.placeOf(start, Math.min(end, shift)),
    isOwn: (start, end) => (start >= shift ? body.isOwn(start - shift, end - shift) : end < shift && shown.isOwn(start, end)),
  }
}

function writeFields(out: MappedText, fields: readonly FormField[], indent: string): void {
  for (const { name, value } of fields) {
    out.write(`${indent}${/^[\w-]+$/.test(name) ? name : JSON.stringify(name)}:`)
    if (typeof value === 'string') out.write(` ${value}`)
    else if (isField(value)) writeQuoted(out, value, value.value)
    else if (isNodes(value)) writeNodes(out, value)
    else if (isNames(value)) out.write(` [${value.map((each) => JSON.stringify(each)).join(', ')}]`)
    else {
      out.write('\n')
      writeFields(out, value as readonly FormField[], `${indent}  `)
      continue
    }
    out.write('\n')
  }
}

type Value = FormField['value']

function isNodes(value: Value): value is readonly Text[] {
  return Array.isArray(value) && typeof value[0] === 'object' && 'data' in value[0]
}

function isNames(value: Value): value is readonly string[] {
  return Array.isArray(value) && (value.length === 0 || typeof value[0] === 'string')
}

function writeNodes(out: MappedText, nodes: readonly Text[]): void {
  out.write(' "')
  for (const node of nodes) writeCharacters(out, node, node.data)
  out.write('"')
}

/** As a string of YAML in double quotes; what has to be escaped is not on the page as it stands there. */
function writeQuoted(out: MappedText, source: NativeField, text: string): void {
  if (text === '') return
  out.write(' "')
  writeCharacters(out, source, text)
  out.write('"')
}

function writeCharacters(out: MappedText, source: NativeField | Text, text: string): void {
  let at = 0
  for (const match of text.matchAll(/["\\\p{Cc}]/gu)) {
    out.copy(source, at, match.index)
    out.write(JSON.stringify(match[0]).slice(1, -1))
    at = match.index + 1
  }
  out.copy(source, at, text.length)
}
