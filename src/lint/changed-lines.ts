/** Messages on lines that changed. */
import type { Message } from './types.ts'

/** First and last line, both included, from 1. */
export type LineRange = readonly [first: number, last: number]

/** Told wherever the change is: without them the rest would mislead. */
const ALWAYS = new Set(['medlint/read', 'medlint/internal', 'medlint/frontmatter-syntax'])

/** A carriage return alone ends a line here, but not for version control: lines then cannot be compared. */
const LONE_RETURN = /\r(?!\n)/

/** Those of `messages` that touch one of the lines; `text` is what both count lines of. */
export function onLines<Item extends Message>(messages: readonly Item[], lines: readonly LineRange[], text: string): Item[] {
  if (LONE_RETURN.test(text)) return [...messages]
  return messages.filter(
    ({ rule, line, endLine }) => ALWAYS.has(rule) || lines.some(([first, last]) => line <= last && endLine >= first),
  )
}
