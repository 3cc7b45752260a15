/** `stylish`: for people, one block per file in columns, wrapped to the width of the terminal. */
import type { Message, Severity } from '../lint/types.ts'
import { count, printable, widthOf, wrap } from './printable.ts'
import type { FileReport, Reporter, ReportOptions, RunSummary } from './types.ts'

const NARROWEST = 30
const WIDEST = 100
const LABELS: Record<Severity, string> = { error: 'error', warn: 'warning', info: 'info' }
const RED = 31
const YELLOW = 33
const COLORS: Record<Severity, number | undefined> = { error: RED, warn: YELLOW, info: undefined }

export function createStylish({ color, columns }: ReportOptions): Reporter {
  const paint = (code: number | undefined, text: string) => (color && code ? `\u001B[${code}m${text}\u001B[39m` : text)
  return {
    file({ path, messages }) {
      if (messages.length === 0) return ''
      const worst = (['error', 'warn', 'info'] as const).find((severity) => messages.some((each) => each.severity === severity))!
      const name = printable(path)
      const head = color ? `\u001B[4m${paint(COLORS[worst], name)}\u001B[24m` : name
      return `${head}\n${rowsOf(messages, columns, paint).join('\n')}\n\n`
    },
    end: (summary) => countLine(summary, paint),
  }
}

type Paint = (code: number | undefined, text: string) => string

/** Only where a message starts is shown, and who reports it goes without saying: what is left fits 80 columns. */
function rowsOf(messages: FileReport['messages'], columns: number, paint: Paint): string[] {
  const widest = (width: (message: Message) => number) => messages.reduce((most, each) => Math.max(most, width(each)), 0)
  const placeOf = ({ line, column }: Message) => `${line}:${column}`
  const placeWidth = widest((message) => placeOf(message).length)
  const labelWidth = widest(({ severity }) => LABELS[severity].length)
  const ruleWidth = widest(({ rule }) => rule.length)
  const indent = placeWidth + labelWidth + 2
  const width = Math.min(WIDEST, Math.max(NARROWEST, columns - indent - ruleWidth - 2))
  const texts = messages.map(({ message }) => wrap(printable(message), width))
  const textWidth = texts.reduce((most, lines) => Math.max(most, ...lines.map(widthOf)), 0)
  return messages.map((message, index) => {
    const [first = '', ...rest] = texts[index]!
    const label = LABELS[message.severity]
    const place = placeOf(message).padEnd(placeWidth)
    const painted = paint(COLORS[message.severity], label) + ' '.repeat(labelWidth - label.length)
    const row = `${place} ${painted} ${first}${' '.repeat(textWidth - widthOf(first))} ${message.rule}`
    return [row, ...rest.map((line) => ' '.repeat(indent) + line)].join('\n')
  })
}

function countLine(summary: RunSummary, paint: Paint): string {
  const { errors, warnings, infos, files, filesWithMessages, fixable } = summary
  const parts = [
    ...(errors > 0 ? [`${paint(RED, '✖')} ${count(errors, 'error')}`] : []),
    ...(warnings > 0 ? [`${paint(YELLOW, '⚠')} ${count(warnings, 'warning')}`] : []),
    ...(infos > 0 ? [count(infos, 'info')] : []),
  ]
  if (parts.length === 0) return ''
  const hint = fixable > 0 ? ` (${fixable} fixable with --fix)` : ''
  return `${parts.join(', ')} in ${filesWithMessages} of ${count(files, 'file')}${hint}\n`
}
