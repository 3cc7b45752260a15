/** A Markdown page as text for a terminal: paragraphs and list items wrapped, tables laid out, examples as they are. */
import { wrap } from '../report/printable.ts'
import { isTableRow, tableText } from './page-table.ts'

const FENCE = /^(`{3,})/
const LIST_ITEM = /^(\s*(?:[-*]|\d+\.) +)(.*)$/

export function pageText(page: string, width: number): string {
  const result: string[] = []
  let paragraph = ''
  let indent = ''
  let fence: string | undefined
  let table: string[] = []

  function flush(): void {
    if (table.length > 0) result.push(...tableText(table, width))
    table = []
    if (paragraph !== '') result.push(...wrapped(paragraph, indent, width))
    paragraph = ''
  }

  for (const line of page.split('\n')) {
    const mark = FENCE.exec(line)?.[1]
    if (mark !== undefined || fence !== undefined) {
      flush()
      result.push(line)
      if (fence === undefined) fence = mark
      else if (line.trim() === fence) fence = undefined
      continue
    }
    const item = LIST_ITEM.exec(line)
    if (isTableRow(line)) {
      if (table.length === 0) flush()
      table.push(line)
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
