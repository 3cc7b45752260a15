/** Where reports go: standard output with backpressure, or a file that takes its name when it is whole. */

import { appendFileSync, closeSync, openSync, statSync, writeFileSync } from 'node:fs'
import { reasonOf } from './files.ts'
import { UsageError } from './usage-error.ts'
import { openWhole, type WholeFile } from './write-file.ts'

export interface Output {
  write(text: string): Promise<void>
  end(): Promise<void>
}

/** Opens the file at once, so that one that cannot be written ends the run before it starts. */
export function createOutput(file: string | undefined): Output {
  if (file === undefined) return { write: writeOut, end: async () => {} }
  const orComplain = <Result>(act: () => Result): Result => {
    try {
      return act()
    } catch (error) {
      whole?.abandon()
      openFiles--
      throw new UsageError(`Choose another file for the report: "${file}" cannot be written (${reasonOf(error)}).`)
    }
  }
  let whole: WholeFile | undefined
  openFiles++
  whole = orComplain(() => (isDevice(file) ? openDevice(file) : openWhole(file)))
  return {
    async write(text) {
      if (text !== '') orComplain(() => whole.write(text))
    },
    async end() {
      orComplain(() => whole.end())
      openFiles--
    },
  }
}

/** A terminal, a pipe or `/dev/null` keeps its name and is written to. */
function isDevice(file: string): boolean {
  const stats = statSync(file, { throwIfNoEntry: false })
  return stats !== undefined && !stats.isFile() && !stats.isDirectory()
}

function openDevice(file: string): WholeFile {
  const handle = openSync(file, 'w')
  const end = () => closeSync(handle)
  return { write: (text) => writeFileSync(handle, text), end, abandon: end }
}

/** Text for the end of a file that others write to as well. `name` is where the file was named. */
export function createAppending(file: string, name: string): Output {
  let all = ''
  return {
    async write(text) {
      all += text
    },
    async end() {
      try {
        appendFileSync(file, all)
      } catch (error) {
        throw new UsageError(`Correct ${name}: "${file}" cannot be written (${reasonOf(error)}).`)
      }
    },
  }
}

/** Reports that go to files and are not written yet. */
let openFiles = 0
let readerIsGone = false
const waiting = new Set<() => void>()

export async function writeOut(text: string): Promise<void> {
  if (text === '' || readerIsGone || process.stdout.write(text)) return
  await new Promise<void>((resolve) => {
    const go = () => {
      waiting.delete(go)
      resolve()
    }
    waiting.add(go)
    process.stdout.once('drain', go)
  })
}

/** A reader that has gone (`medlint | head`) is no error: nothing is left to say to it. Reports that go to files are still finished. */
export function endQuietlyOnClosedPipe(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw new UsageError(`Check standard output: it cannot be written (${reasonOf(error)}).`)
    if (openFiles === 0) process.exit(0)
    readerIsGone = true
    for (const go of waiting) go()
  })
  process.stderr.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    if (openFiles === 0) process.exit(0)
  })
}
