/** The verdict of the gate for people: in a terminal, or as Markdown for a job summary. */
import { escapeMarkdown } from '../report/markdown.ts'
import { count, printable, wrap } from '../report/printable.ts'
import type { GateFailure, GateVerdict } from '../score/gate.ts'

export function verdictText(verdict: GateVerdict, width: number): string {
  const { failures, notes, pages } = verdict
  const lines: string[] = []
  const told = (list: readonly GateFailure[], mark: string) =>
    list.flatMap(({ message }) =>
      wrap(printable(message), width - mark.length).map((line, index) => (index === 0 ? mark : ' '.repeat(mark.length)) + line),
    )
  for (const page of pages) {
    const own = ({ path }: GateFailure) => path === page.path
    lines.push(`${printable(page.path)} (${page.state}): score ${movedOf(page)}, JAMA ${page.jama}/4`)
    lines.push(...told(failures.filter(own), '  ✖ '), ...told(notes.filter(own), '  (no reason to fail) '))
  }
  lines.push(...told(failures.filter(ofTheChange), '✖ '), ...wrap(endOf(verdict), width))
  return `${lines.join('\n')}\n`
}

/** A table of the pages, and the reasons below. */
export function verdictMarkdown(verdict: GateVerdict): string {
  const { failures, notes, pages } = verdict
  const rows = pages.map((page) => {
    const reasons = failures.filter(({ path }) => path === page.path).length
    return `| ${reasons > 0 ? '✖' : '✓'} | ${escapeMarkdown(page.path)} | ${page.state} | ${movedOf(page)} | ${page.jama}/4 |`
  })
  const table = rows.length > 0 ? `| | Page | | Score | JAMA |\n| --- | --- | --- | --- | --- |\n${rows.join('\n')}\n\n` : ''
  const item = (note: string) => (failure: GateFailure) => {
    const where = failure.path === undefined ? '' : `${escapeMarkdown(failure.path)}: `
    return `- ${where}${escapeMarkdown(failure.message)}${note}`
  }
  const items = [...failures.map(item('')), ...notes.map(item(' (no reason to fail)'))]
  return `## medlint gate\n\n${endOf(verdict)}\n\n${table}${items.length > 0 ? `${items.join('\n')}\n` : ''}`
}

function ofTheChange({ path }: GateFailure): boolean {
  return path === undefined
}

function movedOf({ state, before, now }: GateVerdict['pages'][number]): string {
  const shown = (total: number | null) => String(total ?? 'not rated')
  return state === 'new' ? shown(now) : `${shown(before)} -> ${shown(now)}`
}

function endOf({ passed, failures, pages }: GateVerdict): string {
  const added = pages.filter(({ state }) => state === 'new').length
  const touched = `${count(added, 'new page')}, ${pages.length - added} changed; untouched pages are not judged`
  return passed ? `Passed: ${touched}.` : `Failed: ${count(failures.length, 'reason')} in ${touched}.`
}
