/** `jsonl`: a line per file as soon as it is done, and a last one about the run. */
import type { Reporter } from './types.ts'

export function createJsonLines(): Reporter {
  return {
    file: (report) => `${JSON.stringify({ type: 'file', ...report })}\n`,
    end({ version, now, files, errors, warnings, infos, suppressed, fixed, data, silent, skipped }) {
      const counts = { files, errors, warnings, infos, suppressed, fixed }
      return `${JSON.stringify({ type: 'summary', version, now, ...counts, data, silent, skipped })}\n`
    },
  }
}
