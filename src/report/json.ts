/** `json`: an array with one object per file, one file a line. docs/formats.md explains the fields. */
import type { Reporter } from './types.ts'

export function createJson(): Reporter {
  let started = false
  return {
    file(report) {
      const before = started ? ',\n' : '[\n'
      started = true
      return before + JSON.stringify(report)
    },
    end: () => (started ? '\n]\n' : '[]\n'),
  }
}
