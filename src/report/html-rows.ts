/** A post's source cut into rows, so that messages can stand beside what they are about. */
import type { Range } from '../post/types.ts'
import type { Numbered } from './html-messages.ts'

export interface Row extends Range {
  /** Line it starts on, from 1. */
  line: number
  /** Messages that start in it. */
  messages: Numbered[]
}

/** A line that starts a list item or a row of a table. */
const ITEM = /^[ \t>]*(?:[-*+]|\d{1,4}[.)])[ \t]|^[ \t]*\|/

/** What has messages begins a row: a paragraph, list item or table row. What has none stays in one piece. */
export function rowsOf(text: string, messages: readonly Numbered[]): Row[] {
  const rows: Row[] = []
  let next = 0
  for (const part of partsOf(text)) {
    const own: Numbered[] = []
    const last = part.end === text.length
    for (let each = messages[next]; each && (last || each.message.start < part.end); each = messages[++next]) own.push(each)
    const previous = rows.at(-1)
    const goesOn = own.length === 0 && (previous?.messages.length === 0 || !part.afterBlank)
    if (previous && goesOn) previous.end = part.end
    else rows.push({ start: part.start, end: part.end, line: part.line, messages: own })
  }
  return rows
}

interface Part extends Range {
  line: number
  afterBlank: boolean
}

/** Text up to the next paragraph, list item or table row, blank lines after it included. */
function partsOf(text: string): Part[] {
  const parts: Part[] = [{ start: 0, end: text.length, line: 1, afterBlank: true }]
  const lines = /[^\r\n]*(?:\r\n?|\n|$)/g
  let blank = false
  for (let line = 1; lines.lastIndex < text.length; line++) {
    const start = lines.lastIndex
    const content = lines.exec(text)![0]
    const empty = content.trim() === ''
    if (start > 0 && !empty && (blank || ITEM.test(content))) {
      parts.at(-1)!.end = start
      parts.push({ start, end: text.length, line, afterBlank: blank })
    }
    blank = empty
  }
  return parts
}
