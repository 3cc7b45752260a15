/**
 * The same finding in the next run: a hash of rule, message id and the words around the place, without line numbers. It stays when the
 * file changes elsewhere, and changes when these words do.
 */
import { createHash } from 'node:crypto'
import type { Message } from '../lint/types.ts'

/** UTF-16 code units on either side that tell a short place from others like it. */
const AROUND = 40
const LENGTH = 32
const BLANK_LINE = /\r?\n[ \t]*\r?\n/

/** One per message, in their order; equal ones are numbered. `path` goes into it where a format has no other place for it. */
export function fingerprintsOf(messages: readonly Message[], text: string | undefined, path = ''): string[] {
  const seen = new Map<string, number>()
  return messages.map((message) => {
    const key = [path, message.rule, message.messageId, contextOf(message, text)].join('\0')
    const before = seen.get(key) ?? 0
    seen.set(key, before + 1)
    return createHash('sha256').update(`${key}\0${before}`).digest('hex').slice(0, LENGTH)
  })
}

function contextOf({ start, end, actual, message }: Message, text: string | undefined): string {
  // About the file as a whole: its first words say nothing about it.
  if (text === undefined || start === end) return message
  const before = text
    .slice(Math.max(0, start - AROUND), start)
    .split(BLANK_LINE)
    .at(-1)!
  const after = text.slice(end, end + AROUND).split(BLANK_LINE)[0]!
  return `${before}${actual}${after}`.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()
}
