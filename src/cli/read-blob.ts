/** Blobs are read twice: once to see that they are whole, then file by file in the order of the report, so that memory stays flat. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { BLOB_HEAD, type BlobEnd, type BlobFile } from '../report/blob.ts'
import { reasonOf } from './files.ts'
import { createLineSplitter, type Line } from './line-splitter.ts'
import { UsageError } from './usage-error.ts'

const PART = 1 << 20
const LONGEST_LINE = 1 << 30

export interface Blob {
  name: string
  end: BlobEnd
  /** In the order they were linted. */
  paths: string[]
  read(index: number): BlobFile
  close(): void
}

/** Throws a `UsageError` that says what is wrong with the file. */
export function openBlob(name: string): Blob {
  let handle: number
  try {
    handle = openSync(name, 'r')
    if (!fstatSync(handle).isFile()) throw new Error('it is no file')
  } catch (error) {
    throw new UsageError(`Check the name: "${name}" cannot be read (${reasonOf(error)}).`)
  }
  const paths: string[] = []
  const places: { offset: number; length: number }[] = []
  let end: BlobEnd | undefined
  for (const line of linesOf(handle)) {
    const text = line.bytes?.toString('utf8') ?? ''
    if (line.number === 1) {
      if (text === BLOB_HEAD) continue
      throw new UsageError(`Name files that --format blob wrote: "${name}" is none, or another version wrote it.`)
    }
    const value = objectOf(text)
    if (value === undefined || end) throw new UsageError(`Lint again: "${name}" is damaged in line ${line.number}.`)
    if ('end' in value) {
      end = value
      continue
    }
    paths.push(value.path)
    places.push({ offset: line.offset, length: line.bytes!.length })
  }
  if (!end || end.files !== paths.length) throw new UsageError(`Lint again: "${name}" is not whole, its run was stopped.`)
  return {
    name,
    end,
    paths,
    read(index) {
      const { offset, length } = places[index]!
      const bytes = Buffer.alloc(length)
      for (let done = 0; done < length; ) {
        const count = readSync(handle, bytes, done, length - done, offset + done)
        if (count === 0) throw new UsageError(`Leave "${name}" alone while it is merged: it has become shorter.`)
        done += count
      }
      return JSON.parse(bytes.toString('utf8')) as BlobFile
    },
    close: () => closeSync(handle),
  }
}

function* linesOf(handle: number): Generator<Line> {
  const splitter = createLineSplitter(LONGEST_LINE)
  for (;;) {
    // A new one each time: lines keep parts of it.
    const part = Buffer.alloc(PART)
    const count = readSync(handle, part, 0, PART, null)
    if (count === 0) break
    yield* splitter.push(part.subarray(0, count))
  }
  yield* splitter.end()
}

function objectOf(line: string): BlobFile | BlobEnd | undefined {
  try {
    const value = JSON.parse(line) as BlobFile | BlobEnd
    const isWhole =
      'end' in value ? typeof value.files === 'number' : typeof value.path === 'string' && Array.isArray(value.messages)
    return isWhole ? value : undefined
  } catch {
    return undefined
  }
}
