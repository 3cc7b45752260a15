/** Where reports go: standard output with backpressure, or a file that takes its name when it is whole. */

import { reasonOf } from './files.ts'
import { UsageError } from './usage-error.ts'
import { openWhole, type WholeFile } from './write-file.ts'

export interface Output {
  write(text: string): Promise<void>
  end(): Promise<void>
}

export function createOutput(file: string | undefined): Output {
  if (file === undefined) return { write: writeOut, end: async () => {} }
  let whole: WholeFile | undefined
  const orComplain = (act: () => void) => {
    try {
      act()
    } catch (error) {
      whole?.abandon()
      throw new UsageError(`Choose another --output-file: "${file}" cannot be written (${reasonOf(error)}).`)
    }
  }
  return {
    async write(text) {
      if (text === '') return
      orComplain(() => {
        whole ??= openWhole(file)
        whole.write(text)
      })
    },
    async end() {
      orComplain(() => {
        whole ??= openWhole(file)
        whole.end()
      })
    },
  }
}

export async function writeOut(text: string): Promise<void> {
  if (text === '' || process.stdout.write(text)) return
  await new Promise<void>((resolve) => process.stdout.once('drain', resolve))
}

/** A reader that has gone (`medlint | head`) is no error: nothing is left to say to it. */
export function endQuietlyOnClosedPipe(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(0)
      throw error
    })
  }
}
