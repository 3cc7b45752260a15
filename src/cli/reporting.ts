/** From what was found in each file to the reports, the summary and the exit status. */
import type { RuleMeta } from '../lint/types.ts'
import { createReporter } from '../report/index.ts'
import { summaryText } from '../report/summary.ts'
import type { FileReport, FileRun, Reporter, RuleDescription, RunSummary } from '../report/types.ts'
import type { Arguments, ReportTarget } from './arguments.ts'
import { coreDescription } from './core-rules.ts'
import { createAppending, createOutput, type Output } from './output.ts'
import { rulePage } from './rule-page.ts'
import { createTotals } from './run-totals.ts'
import { columns, useColor } from './terminal.ts'

/** All that one file gave. */
export interface Outcome extends FileReport, FileRun {}

/** Metadata of a rule by its id, as the configuration of the file has it. */
export type Describe = (rule: string) => RuleDescription | RuleMeta | undefined

export interface Reporting {
  /** What formats need of a post beyond its messages; undefined when none of them needs anything. */
  view: Reporter['view']
  file(outcome: Outcome, describe: Describe): Promise<void>
  /** Ends the reports and prints the summary. `status` is that of the process. */
  end(run: Pick<RunSummary, 'now' | 'skipped' | 'broken' | 'shard'>): Promise<{ summary: RunSummary; status: number }>
}

interface Report extends ReportTarget {
  reporter: Reporter
  output: Output
}

/** `beforeOutput` is called before anything goes to standard output. Throws when a report cannot be written. */
export async function createReporting(given: Arguments, beforeOutput: () => void): Promise<Reporting> {
  const reports: Report[] = []
  for (const target of given.reports) {
    const options = { color: useColor(given.color, target.file), columns: columns(), pageOf: rulePage }
    reports.push({ ...target, reporter: await createReporter(target.format, options), output: createOutput(target.file) })
  }
  const page = process.env.GITHUB_STEP_SUMMARY
  if (page && reports.some(({ format }) => format === 'github')) {
    const reporter = await createReporter('summary', { color: false, columns: columns() })
    reports.push({ format: 'summary', file: page, reporter, output: createAppending(page, 'GITHUB_STEP_SUMMARY') })
  }
  const totals = createTotals()
  const rules = new Map<string, RuleDescription>()
  let broken = false

  return {
    view: reports.find(({ reporter }) => reporter.view)?.reporter.view,
    async file({ fixed, silent, broken: isBroken, ...report }, describe) {
      if (isBroken) broken = true
      const { messages, suppressed } = report
      for (const { rule } of [...messages, ...suppressed]) if (!rules.has(rule)) rules.set(rule, descriptionOf(rule, describe))
      const shown = given.quiet ? messages.filter(({ severity }) => severity === 'error') : messages
      totals.addFile(messages, shown.length, suppressed.length, fixed, silent)
      const entry = { ...report, run: { fixed, silent, broken: isBroken } }
      for (const { reporter, output, file } of reports) {
        const text = reporter.file(reporter.complete ? entry : { ...entry, messages: shown })
        if (file === undefined && text !== '') beforeOutput()
        await output.write(text)
      }
    },
    async end(run) {
      beforeOutput()
      const known = [...rules.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
      const summary = totals.summary({ ...run, broken: broken || run.broken, rules: known })
      const counted = given.quiet ? { ...summary, warnings: 0, infos: 0 } : summary
      for (const { format, reporter, output } of reports) {
        await output.write(reporter.end(format === 'jsonl' || reporter.complete ? summary : counted))
        await output.end()
      }
      if (!given.quiet) {
        const isCounted = reports.some(({ format, file }) => format === 'stylish' && file === undefined)
        process.stderr.write(summaryText(summary, isCounted, given.fix === 'dry-run'))
      }
      return { summary, status: statusOf(summary, given.maxWarnings) }
    },
  }
}

/** 2 when something was broken, 1 for errors and too many warnings, else 0. */
export function statusOf({ broken, errors, warnings }: Pick<RunSummary, 'broken' | 'errors' | 'warnings'>, maxWarnings: number) {
  const tooMany = warnings > maxWarnings
  if (tooMany)
    process.stderr.write(`medlint: Mend some warnings: there are ${warnings}, and --max-warnings allows ${maxWarnings}.\n`)
  return broken ? 2 : errors > 0 || tooMany ? 1 : 0
}

function descriptionOf(rule: string, describe: Describe): RuleDescription {
  const found = describe(rule) ?? coreDescription(rule)
  if (!found) return { id: rule, purpose: rule, family: 'core', severity: 'error', url: '' }
  const { id, purpose, family, severity, url } = found
  return { id, purpose, family, severity, url }
}
