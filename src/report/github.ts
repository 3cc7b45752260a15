/** `github`: workflow commands, which become annotations. GitHub shows ten a step, so the gravest ten are chosen. */
import type { Message, Severity } from '../lint/types.ts'
import { printable } from './printable.ts'
import type { FileReport, Reporter } from './types.ts'

const SHOWN = 10
const COMMANDS: Record<Severity, string> = { error: 'error', warn: 'warning', info: 'notice' }

export function createGithub(): Reporter {
  const kept: Record<Severity, string[]> = { error: [], warn: [], info: [] }
  let total = 0
  return {
    file(report) {
      for (const message of report.messages) {
        total++
        if (kept[message.severity].length < SHOWN) kept[message.severity].push(annotation(report, message))
      }
      return ''
    },
    end() {
      const lines = [...kept.error, ...kept.warn, ...kept.info].slice(0, SHOWN)
      if (total > lines.length) lines.push(`…and ${total - lines.length} more`)
      return lines.map((line) => `${line}\n`).join('')
    },
  }
}

function annotation({ path }: FileReport, message: Message): string {
  const { line, column, endLine, endColumn, rule } = message
  // GitHub ignores columns of a range over several lines.
  const columns = line === endLine ? `,col=${column},endColumn=${Math.max(column, endColumn - 1)}` : ''
  const place = `file=${property(path)},line=${line},endLine=${endLine}${columns}`
  return `::${COMMANDS[message.severity]} ${place},title=${property(rule)}::${data(printable(message.message))}`
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
