/** Reading a post: UTF-8 or nothing, and no surprise about what it is. */
import { isUtf8 } from 'node:buffer'
import { closeSync, constants, openSync, readFileSync, readSync, statSync } from 'node:fs'
import { reasonOf } from './files.ts'

const LARGEST_MB = 20
/** Bytes. */
export const LARGEST = LARGEST_MB * 1024 * 1024
const SAMPLE = 8192

/** The text (a BOM stays in it), or what to do about a file that cannot be linted. */
export function readPost(file: string): { text: string } | { problem: string } {
  try {
    const stats = statSync(file)
    if (!stats.isFile()) return { problem: 'Name a file: this is something else.' }
    if (stats.size > LARGEST)
      return { problem: `Split or ignore this file: it is larger than ${LARGEST_MB} MB and was not read.` }
    return decode(readFileSync(file))
  } catch (error) {
    return { problem: `Check this file: it could not be read (${reasonOf(error)}).` }
  }
}

const NEWLINE = 10
const HEAD = Buffer.alloc(32 * 1024)
/** Characters behind a mark that may still be part of its line. */
const LONGEST_END = 80
const MARKS = new Map([
  ['---', Buffer.from('\n---')],
  ['+++', Buffer.from('\n+++')],
])

/** The text up to the end of the frontmatter; nothing where there is none, the whole where it does not end soon. */
export function readFrontmatter(file: string): { text: string } | { problem: string } {
  let handle: number | undefined
  try {
    // A pipe must not keep the run waiting.
    handle = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    const length = readSync(handle, HEAD, 0, HEAD.length, 0)
    const start = HEAD[0] === 0xef ? 3 : 0
    const mark = MARKS.get(HEAD.toString('latin1', start, start + 3))
    if (!mark || length < start + 3) return { text: '' }
    const bytes = HEAD.subarray(0, length)
    for (let at = bytes.indexOf(mark, bytes.indexOf(NEWLINE) + 1); at >= 0; at = bytes.indexOf(mark, at + 1)) {
      const line = /^[ \t]*(?:\r?\n|$)/.exec(bytes.toString('latin1', at + mark.length, at + mark.length + LONGEST_END))
      if (line) return { text: `${bytes.toString('utf8', 0, at + mark.length)}\n` }
    }
    return length < HEAD.length ? { text: '' } : readPost(file)
  } catch (error) {
    return { problem: `Check this file: it could not be read (${reasonOf(error)}).` }
  } finally {
    if (handle !== undefined) closeSync(handle)
  }
}

export function decode(bytes: Buffer): { text: string } | { problem: string } {
  if (bytes.length > LARGEST)
    return { problem: `Split or ignore this file: it is larger than ${LARGEST_MB} MB and was not read.` }
  if (bytes.length > 1 && ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))) {
    return { problem: 'Save this file as UTF-8: it is UTF-16 and was not read.' }
  }
  if (bytes.subarray(0, SAMPLE).includes(0)) return { problem: 'Rename or ignore this file: it is binary and was not read.' }
  if (!isUtf8(bytes)) return { problem: 'Save this file as UTF-8: it holds other bytes and was not read.' }
  return { text: bytes.toString('utf8') }
}

/** What is wrong with a text that came in as a string. */
export function textProblem(text: string): string | undefined {
  if (Buffer.byteLength(text) > LARGEST) return `Split this document: it is larger than ${LARGEST_MB} MB and was not read.`
  if (text.slice(0, SAMPLE).includes('\0')) return 'Leave this document out: it is binary and was not read.'
  return undefined
}
