/** What `medlint refs --style` would change, entry by entry, and why it leaves the others. */
import { applyEdits } from '../lint/fixes.ts'
import { type ReferenceStyle, STYLE_NAMES } from '../post/references/format/index.ts'
import type { Post } from '../post/types.ts'
import { lineAndColumn } from './line-and-column.ts'
import type { InTextOutcome } from './plan.ts'
import type { ListRewrite } from './rewrite-list.ts'

const OUTCOMES: Record<InTextOutcome, string> = {
  none: '',
  unchanged: '',
  renumbered: 'Citations in the text get the new numbers.',
  'to-numbers': 'Citations by author and year become numbers, in the order of the text.',
  'to-names': 'Numbers in the text become author and year; the list is in alphabetical order, without numbers.',
  left: 'Citations in the text stay as they are',
}

export function previewText(post: Post, shown: string, rewrite: ListRewrite, style: ReferenceStyle): string {
  const { entries, container } = post.references
  if (entries.length === 0) return ''
  const at = (offset: number) => `${shown}:${lineAndColumn(post.text, offset)}`
  const lines: string[] = []
  for (const { entry, before, after, omitted } of rewrite.changed) {
    lines.push(at(entry.start), `  - ${oneLine(before)}`, `  + ${oneLine(after)}`)
    if (omitted.length > 0) lines.push(`    ${STYLE_NAMES[style]} leaves out: ${omitted.join(', ')}`)
  }
  for (const edit of rewrite.citations) {
    const { start, end } = lineAround(post.text, edit.start, edit.end)
    const after = applyEdits(post.text.slice(start, end), [{ ...edit, start: edit.start - start, end: edit.end - start }])
    lines.push(at(edit.start), `  - ${oneLine(post.text.slice(start, end))}`, `  + ${oneLine(after)}`)
  }
  for (const { offset, reason } of rewrite.untouched) lines.push(`${at(offset)}  left alone: ${reason}`)
  const same = entries.length - rewrite.changed.length - rewrite.untouched.length
  const counts = `${shown}: ${entries.length} entries: ${rewrite.changed.length} rewritten, ${same} already in ${STYLE_NAMES[style]}, ${rewrite.untouched.length} left alone.`
  lines.push(container === 'frontmatter' ? `${shown}: The list is kept in the frontmatter and stays as it is.` : counts)
  if (rewrite.reordered) lines.push(`${shown}: Entries change places.`)
  const outcome = OUTCOMES[rewrite.inText]
  if (outcome !== '')
    lines.push(
      rewrite.obstacle ? `${at(rewrite.obstacle.offset)}  ${outcome}: ${rewrite.obstacle.reason}.` : `${shown}: ${outcome}`,
    )
  return `${lines.join('\n')}\n\n`
}

function oneLine(text: string): string {
  return text.replace(/\s*\r?\n\s*/g, ' ')
}

const AROUND = 40

/** Some words around an edit, from one line. */
function lineAround(text: string, from: number, to: number): { start: number; end: number } {
  const start = Math.max(text.lastIndexOf('\n', from - 1) + 1, from - AROUND)
  const newline = text.indexOf('\n', to)
  return { start, end: Math.min(newline < 0 ? text.length : newline, to + AROUND / 2) }
}
