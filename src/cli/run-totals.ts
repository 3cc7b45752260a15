/** Counts of a run, and from them the summary and the exit status. */
import { readFileSync } from 'node:fs'
import type { LintResult } from '../lint/lint.ts'
import type { Message } from '../lint/types.ts'
import type { RunSummary } from '../report/types.ts'
import { version } from './version.ts'

export interface Totals {
  /** `messages` as found; `shown` are those that `--quiet` leaves. */
  addFile(messages: readonly Message[], shown: number, suppressed: number, fixed: number, silent: LintResult['silent']): void
  summary(run: Pick<RunSummary, 'now' | 'skipped' | 'broken' | 'rules' | 'shard'>): RunSummary
}

export function createTotals(): Totals {
  const counts = { files: 0, errors: 0, warnings: 0, infos: 0, suppressed: 0, fixed: 0, fixable: 0, filesWithMessages: 0 }
  const silentRules = new Map<string, { rule: string; reason: string; files: number }>()
  return {
    addFile(messages, shown, suppressed, fixed, silent) {
      counts.files++
      if (shown > 0) counts.filesWithMessages++
      counts.suppressed += suppressed
      counts.fixed += fixed
      for (const { severity, fix } of messages) {
        if (severity === 'error') counts.errors++
        else if (severity === 'warn') counts.warnings++
        else counts.infos++
        if (fix) counts.fixable++
      }
      for (const { rule, reason } of silent) {
        const key = `${rule} ${reason}`
        const known = silentRules.get(key)
        if (known) known.files++
        else silentRules.set(key, { rule, reason, files: 1 })
      }
    },
    summary: ({ now, ...run }) => ({ version, now, ...counts, data: dataAges(), silent: [...silentRules.values()], ...run }),
  }
}

/** Written by the build beside the data sets. */
function dataAges(): Record<string, string> {
  try {
    return JSON.parse(readFileSync(new URL('../data/ages.json', import.meta.url), 'utf8')) as Record<string, string>
  } catch {
    // Run from the sources: nothing is built, nothing has a date.
    return {}
  }
}
