/** A Markdown page as text for a terminal: paragraphs and list items wrapped, tables as lists, examples as they are. */
import { wrap } from '../report/printable.ts'

const FENCE = /^(`{3,})/
const TABLE_ROW = /^\s*\|(.*)\|\s*$/
const TABLE_BORDER = /^\s*\|(?:\s*:?-+:?\s*\|)+\s*$/
const LIST_ITEM = /^(\s*(?:[-*]|\d+\.) +)(.*)$/

export function pageText(page: string, width: number): string {
  const result: string[] = []
  let paragraph = ''
  let indent = ''
  let fence: string | undefined

  function flush(): void {
    if (paragraph !== '') result.push(...wrapped(paragraph, indent, width))
    paragraph = ''
  }

  const lines = page.split('\n')
  for (const [index, line] of lines.entries()) {
    const mark = FENCE.exec(line)?.[1]
    if (mark !== undefined || fence !== undefined) {
      flush()
      result.push(line)
      if (fence === undefined) fence = mark
      else if (line.trim() === fence) fence = undefined
      continue
    }
    const row = TABLE_ROW.exec(line)?.[1]
    const item = LIST_ITEM.exec(line)
    if (row !== undefined) {
      flush()
      const isHead = TABLE_BORDER.test(lines[index + 1] ?? '')
      if (!isHead && !TABLE_BORDER.test(line)) result.push(...wrapped(`- ${rowText(row)}`, '  ', width))
    } else if (line.trim() === '' || line.startsWith('#')) {
      flush()
      result.push(line)
    } else if (item) {
      flush()
      paragraph = line
      indent = ' '.repeat(item[1]!.length)
    } else {
      if (paragraph === '') indent = ''
      paragraph = paragraph === '' ? line : `${paragraph} ${line.trim()}`
    }
  }
  flush()
  return result.join('\n')
}

/** The first line keeps its mark (`- `), the others are indented by as much. */
function wrapped(text: string, indent: string, width: number): string[] {
  const mark = text.slice(0, indent.length)
  return wrap(text.slice(indent.length), width - indent.length).map((line, index) => (index === 0 ? mark : indent) + line)
}

/** `name, default: meaning`; bars in cells are escaped. */
function rowText(row: string): string {
  const cells = row.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|'))
  return `${cells.slice(0, -1).join(', ')}: ${cells.at(-1)}`
}
