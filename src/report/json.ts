/** `json`: an array with one object per file, one file a line. docs/formats.md explains the fields. */
import type { FileReport, Reporter } from './types.ts'

export function createJson(): Reporter {
  let started = false
  return {
    file(report) {
      const before = started ? ',\n' : '[\n'
      started = true
      return before + JSON.stringify(fileObject(report))
    },
    end: () => (started ? '\n]\n' : '[]\n'),
  }
}

/** The documented fields, in the order of the documentation. */
export function fileObject({ path, messages, suppressed, output }: FileReport): object {
  return { path, messages, suppressed, ...(output === undefined ? {} : { output }) }
}
