/** CodeMirror 5 and 6: of a long text only the lines near the visible ones are in the tree; the whole of it comes from the page's world. */
import { MappedText } from './mapped-text.ts'
import { askPage } from './page-world.ts'
import type { Adapter, Reading } from './types.ts'

export const codemirror: Adapter = {
  name: 'codemirror',
  find(element) {
    const root = element.closest<HTMLElement>('.cm-editor, .CodeMirror')
    const content = root?.querySelector<HTMLElement>('.cm-content, .CodeMirror-code')
    if (!root || !content || root.querySelector('.cm-content[contenteditable="false"]')) return undefined
    return {
      element: content,
      door: 'paste',
      read: () => (content.isConnected ? readLines(content) : undefined),
      applyEdits: (edits, text) => askPage(content, { ask: 'replace', text, edits }) === true,
      reveal: (at) => void askPage(content, { ask: 'reveal', at }),
    }
  },
}

function readLines(content: HTMLElement): Reading | undefined {
  const answer = askPage(content, { ask: 'read' })
  if (!isModel(answer)) return undefined
  const mapped = new MappedText(answer.text)
  for (const [index, line] of [...content.querySelectorAll('.cm-line, .CodeMirror-line')].entries()) {
    const start = answer.lines[index]
    if (typeof start === 'number') showLine(mapped, line, start)
  }
  return mapped.reading(true)
}

/** Stops where the line shows something else than its text: a widget, a fold. */
function showLine(mapped: MappedText, line: Element, start: number): void {
  const walker = line.ownerDocument.createTreeWalker(line, NodeFilter.SHOW_TEXT)
  let at = start
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    if (!mapped.text.startsWith(node.data, at)) return
    mapped.show(at, node)
    at += node.length
  }
}

function isModel(answer: unknown): answer is { text: string; lines: unknown[] } {
  if (typeof answer !== 'object' || answer === null) return false
  const { text, lines } = answer as Record<string, unknown>
  return typeof text === 'string' && Array.isArray(lines)
}
