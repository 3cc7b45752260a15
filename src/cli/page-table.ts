/** A Markdown table as text for a terminal: aligned columns where they fit, else a block for each row. */
import { wrap } from '../report/printable.ts'

const ROW = /^\s*\|(.*)\|\s*$/
const BORDER = /^\s*\|(?:\s*:?-+:?\s*\|)+\s*$/
const GAP = '  '
/** The last column wraps, but not to a ribbon. */
const NARROWEST = 30

export function isTableRow(line: string): boolean {
  return ROW.test(line)
}

export function tableText(lines: readonly string[], width: number): string[] {
  const [head = [], ...rows] = lines.filter((line) => !BORDER.test(line)).map(cellsOf)
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => (row[column] ?? '').length)))
  const last = widths.pop() ?? 0
  const room = width - widths.reduce((sum, each) => sum + each + GAP.length, 0)
  if (room < Math.min(NARROWEST, last)) return rows.flatMap((row) => blockOf(head, row, width))
  const line = (cells: readonly string[]) => aligned(cells, widths, room)
  return [...line(head), ...line([...widths, Math.min(last, room)].map((each) => '-'.repeat(each))), ...rows.flatMap(line)]
}

/** Bars in cells are escaped. */
function cellsOf(line: string): string[] {
  return ROW.exec(line)![1]!
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll('\\|', '|'))
}

function aligned(cells: readonly string[], widths: readonly number[], room: number): string[] {
  const start = widths.map((each, column) => (cells[column] ?? '').padEnd(each) + GAP).join('')
  return wrap(cells[widths.length] ?? '', room).map((text, index) =>
    `${index === 0 ? start : ' '.repeat(start.length)}${text}`.trimEnd(),
  )
}

/** The first cell, and under it the others with the names of their columns. */
function blockOf([, ...names]: readonly string[], [first = '', ...others]: readonly string[], width: number): string[] {
  const under = others.flatMap((cell, index) =>
    cell === ''
      ? []
      : wrap(`${names[index] ?? ''}: ${cell}`, width - 4).map((text, line) => `${line === 0 ? '  ' : '    '}${text}`),
  )
  return [...wrap(first, width), ...under]
}
