/** The run in a few lines for standard error: what ran, on which data, and which rules could not say anything. */
import { count } from './printable.ts'
import type { RunSummary } from './types.ts'

/** `counted`: the report itself gave the counts of messages. `dryRun`: no file was written. */
export function summaryText(summary: RunSummary, counted: boolean, dryRun = false): string {
  const { version, now, files, errors, warnings, infos, suppressed, fixed, silent, skipped } = summary
  const parts = [
    count(files, 'file'),
    ...(counted ? [] : [count(errors, 'error'), count(warnings, 'warning'), count(infos, 'info')]),
    ...(suppressed > 0 ? [`${suppressed} suppressed`] : []),
    ...(fixed > 0 ? [`${fixed} ${dryRun ? 'would be fixed' : 'fixed'}`] : []),
    ...(skipped > 0 ? [`${skipped} ignored`] : []),
  ]
  const lines = [`medlint ${version}: ${parts.join(', ')}; today is ${now}${dataAge(summary)}`]
  for (const { rule, reason, files: affected } of silent) lines.push(`  silent: ${rule}, ${reason} (${count(affected, 'file')})`)
  return `${lines.join('\n')}\n`
}

function dataAge({ data }: RunSummary): string {
  const sets = Object.entries(data).sort(([, a], [, b]) => (a < b ? -1 : 1))
  const [oldest] = sets
  return oldest ? `; ${count(sets.length, 'data set')}, oldest ${oldest[0]} of ${oldest[1]}` : ''
}
