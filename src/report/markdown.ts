/** `summary`: the run in Markdown, for a comment on a pull request or the page of a workflow run. */
import type { Message, Severity } from '../lint/types.ts'
import { count, printable } from './printable.ts'
import type { Reporter, RunSummary } from './types.ts'

/** A comment on GitHub holds 65,536 characters. */
const LONGEST = 60_000
const SEVERITIES = ['error', 'warn', 'info'] as const
const NAMES: Record<Severity, string> = { error: 'error', warn: 'warning', info: 'info' }

interface RuleCount extends Record<Severity, number> {
  rule: string
  url: string
}

/** Keeps no more rows than it may print, and prints the gravest first. */
export function createMarkdown(): Reporter {
  const rows: Record<Severity, string[]> = { error: [], warn: [], info: [] }
  const lengths: Record<Severity, number> = { error: 0, warn: 0, info: 0 }
  const counts = new Map<string, RuleCount>()
  return {
    file({ path, messages }) {
      for (const message of messages) {
        const { severity, rule, url } = message
        const known = counts.get(rule) ?? { rule, url, error: 0, warn: 0, info: 0 }
        counts.set(rule, known)
        known[severity]++
        if (lengths[severity] > LONGEST) continue
        const row = rowOf(path, message)
        rows[severity].push(row)
        lengths[severity] += row.length
      }
      return ''
    },
    end(summary) {
      const all = [...counts.values()]
      const total = all.reduce((sum, { error, warn, info }) => sum + error + warn + info, 0)
      const head = `### medlint\n\n${countLine(summary)}\n`
      if (total === 0) return head
      const text = `${head}\n${ruleTable(all)}\n| severity | place | what to do | rule |\n|---|---|---|---|\n`
      return text + fitting([...rows.error, ...rows.warn, ...rows.info], total, LONGEST - text.length)
    },
  }
}

function countLine({ errors, warnings, infos, files, filesWithMessages, suppressed }: RunSummary): string {
  const parts = [
    ...(errors > 0 ? [`**${count(errors, 'error')}**`] : []),
    ...(warnings > 0 ? [count(warnings, 'warning')] : []),
    ...(infos > 0 ? [count(infos, 'info')] : []),
  ]
  const also = suppressed > 0 ? `, ${suppressed} suppressed` : ''
  if (parts.length === 0) return `Nothing to report in ${count(files, 'file')}${also}.`
  return `${parts.join(', ')} in ${filesWithMessages} of ${count(files, 'file')}${also}.`
}

function ruleTable(counts: RuleCount[]): string {
  const sumOf = ({ error, warn, info }: RuleCount) => error + warn + info
  const sorted = counts.sort((a, b) => b.error - a.error || sumOf(b) - sumOf(a) || (a.rule < b.rule ? -1 : 1))
  const lines = sorted.map((each) => `| ${linkTo(each)} | ${SEVERITIES.map((severity) => each[severity] || '').join(' | ')} |\n`)
  return `| rule | errors | warnings | infos |\n|---|---:|---:|---:|\n${lines.join('')}`
}

function rowOf(path: string, { severity, line, rule, url, message }: Message): string {
  return `| ${NAMES[severity]} | ${escapeMarkdown(path)}:${line} | ${escapeMarkdown(message)} | ${linkTo({ rule, url })} |\n`
}

function linkTo({ rule, url }: { rule: string; url: string }): string {
  return `[${escapeMarkdown(rule)}](${url.replace(/[\s()<>|\\]/g, encodeURIComponent)})`
}

function fitting(rows: readonly string[], total: number, room: number): string {
  let text = ''
  let shown = 0
  for (const row of rows) {
    if (text.length + row.length > room) break
    text += row
    shown++
  }
  return total > shown ? `${text}\n…and ${total - shown} more\n` : text
}

/** As it is, whatever it means in Markdown; nobody is mentioned by a post that quotes them. */
export function escapeMarkdown(text: string): string {
  return printable(text)
    .replace(/[\\`*_[\]|~]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('@', '@<!-- -->')
}
