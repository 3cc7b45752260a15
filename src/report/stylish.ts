/** `stylish`: for people, laid out by vfile-reporter and wrapped to the width of the terminal. */
import { VFile } from 'vfile'
import { VFileMessage } from 'vfile-message'
import { reporter } from 'vfile-reporter'
import type { Message, Severity } from '../lint/types.ts'
import { count, printable, wrap } from './printable.ts'
import type { FileReport, Reporter, ReportOptions, RunSummary } from './types.ts'

const FATAL: Record<Severity, boolean | undefined> = { error: true, warn: false, info: undefined }
const NARROWEST = 30
const WIDEST = 100

export function createStylish({ color, columns }: ReportOptions): Reporter {
  return {
    file(report) {
      if (report.messages.length === 0) return ''
      const text = reporter([toVFile(report, columns)], { color })
      return `${withoutCounts(withoutBold(text), report.messages)}\n\n`
    },
    end: (summary) => countLine(summary, color),
  }
}

/** The same message for any tool of the unified family. */
function toVFileMessage(message: Message): VFileMessage {
  const { line, column, endLine, endColumn, start, end, rule, severity, actual, note, url } = message
  const place = { start: { line, column, offset: start }, end: { line: endLine, column: endColumn, offset: end } }
  const result = new VFileMessage(message.message, { place, ruleId: rule, source: 'medlint' })
  result.fatal = FATAL[severity]
  result.actual = actual
  result.url = url
  if (note !== null) result.note = note
  return result
}

/** Only where a message starts is shown, and who reports it goes without saying: what is left fits 80 columns. */
function toVFile({ path, messages }: FileReport, columns: number): VFile {
  const file = new VFile({ path })
  const widest = (width: (message: Message) => number) => messages.reduce((most, each) => Math.max(most, width(each)), 0)
  const placeWidth = widest(({ line, column }) => `${line}:${column}`.length)
  const labelWidth = widest(({ severity }) => (severity === 'warn' ? 7 : severity.length))
  const ruleWidth = widest(({ rule }) => rule.length)
  const indent = placeWidth + labelWidth + 2
  const width = Math.min(WIDEST, Math.max(NARROWEST, columns - indent - ruleWidth - 2))
  for (const message of messages) {
    const lines = wrap(printable(message.message), width)
    const shown = toVFileMessage({ ...message, message: lines.join(`\n${' '.repeat(indent)}`) })
    shown.place = { line: message.line, column: message.column }
    shown.source = undefined
    file.messages.push(shown)
  }
  return file
}

/** The reporter sets only a message's first line in bold, which looks odd on two. */
function withoutBold(text: string): string {
  return text.replaceAll('\u001B[1m', '').replaceAll('\u001B[22m', '')
}

/** The reporter ends with counts when there is a warning or an error; ours come once, after the last file. */
function withoutCounts(text: string, messages: readonly Message[]): string {
  if (messages.every(({ severity }) => severity === 'info')) return text
  return text.slice(0, text.lastIndexOf('\n\n'))
}

function countLine(summary: RunSummary, color: boolean): string {
  const { errors, warnings, infos, files, filesWithMessages, fixable } = summary
  const paint = (code: number, text: string) => (color ? `\u001B[${code}m${text}\u001B[39m` : text)
  const parts = [
    ...(errors > 0 ? [`${paint(31, '✖')} ${count(errors, 'error')}`] : []),
    ...(warnings > 0 ? [`${paint(33, '⚠')} ${count(warnings, 'warning')}`] : []),
    ...(infos > 0 ? [count(infos, 'info')] : []),
  ]
  if (parts.length === 0) return ''
  const hint = fixable > 0 ? ` (${fixable} fixable with --fix)` : ''
  return `${parts.join(', ')} in ${filesWithMessages} of ${count(files, 'file')}${hint}\n`
}
