/** `jsonl`: a line per file as soon as it is done, and a last one about the run. */
import { fileObject } from './json.ts'
import type { FileReport, Reporter } from './types.ts'

export function createJsonLines(): Reporter {
  return {
    file: fileLine,
    end({ version, now, files, errors, warnings, infos, suppressed, fixed, data, silent, skipped }) {
      const counts = { files, errors, warnings, infos, suppressed, fixed }
      return `${JSON.stringify({ type: 'summary', version, now, ...counts, data, silent, skipped })}\n`
    },
  }
}

export function fileLine(report: FileReport): string {
  return `${JSON.stringify({ type: 'file', ...fileObject(report) })}\n`
}
