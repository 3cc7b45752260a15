/** The ways a replacement gets into an editor; docs/browser.md says which editor takes which. */
import type { Door, Place } from './types.ts'

/** Slate reads the selection at most every 100 ms. */
const SELECTION_MS = 150

export function insertInField({ field, start, end }: Extract<Place, { field: unknown }>, text: string): void {
  field.focus({ preventScroll: true })
  field.setSelectionRange(start, end)
  insertText(field.ownerDocument, text)
}

/**
 * @param host the editable that holds the range
 * @returns false when the editor did not take it, so that another way may be tried
 */
export async function insertInRange(host: HTMLElement, range: Range, text: string, door: Door): Promise<boolean> {
  const document = range.startContainer.ownerDocument!
  const words = range.toString()
  if (!host.contains(document.activeElement)) {
    host.focus({ preventScroll: true })
    // Editors put back the selection they had when they lost the focus.
    await new Promise((resolve) => setTimeout(resolve, SELECTION_MS))
  }
  await select(document, range)
  if (door === 'command') return insertText(document, text)
  // A person went on typing: the place is no longer the selected one.
  if (document.getSelection()?.toString() !== words) return false
  const data = new DataTransfer()
  data.setData('text/plain', text)
  const common = { bubbles: true, cancelable: true, composed: true }
  // Who takes an input keeps the browser from doing something with it.
  if (!host.dispatchEvent(new ClipboardEvent('paste', { ...common, clipboardData: data }))) return true
  const targetRanges = [new StaticRange(range)]
  const init = { ...common, inputType: 'insertReplacementText', data: text, dataTransfer: data, targetRanges }
  return !host.dispatchEvent(new InputEvent('beforeinput', init))
}

function insertText(document: Document, text: string): boolean {
  return text === '' ? document.execCommand('delete') : document.execCommand('insertText', false, text)
}

/** Gives editors the time to see the new selection: their own timers, which began before, end first. */
async function select(document: Document, range: Range): Promise<void> {
  const seen = new Promise((resolve) => {
    document.addEventListener('selectionchange', resolve, { once: true })
    setTimeout(resolve, SELECTION_MS)
  })
  const selection = document.getSelection()
  selection?.removeAllRanges()
  selection?.addRange(range)
  await seen
  await new Promise((resolve) => setTimeout(resolve, SELECTION_MS))
}
