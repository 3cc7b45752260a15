/** `json`: an array with one object per file, one file a line. docs/formats.md explains the fields. */
import { createJsonList } from './pieces.ts'
import type { FileReport, Reporter } from './types.ts'

export function createJson(): Reporter {
  const list = createJsonList('[')
  return { file: (report) => list.item(fileObject(report)), end: () => list.end('\n') }
}

/** The documented fields, in the order of the documentation. */
export function fileObject({ path, messages, suppressed, output }: FileReport): object {
  return { path, messages, suppressed, ...(output === undefined ? {} : { output }) }
}
