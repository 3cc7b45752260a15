/** An element that the browser itself edits. */
import { readRichText } from './rich-text.ts'
import type { Adapter } from './types.ts'

export const contentEditable: Adapter = {
  name: 'contenteditable',
  find(element) {
    let root = element.closest<HTMLElement>('[contenteditable]:not([contenteditable="false"])')
    if (!root && element.ownerDocument.designMode === 'on') root = element.ownerDocument.body
    if (!root?.isContentEditable) return undefined
    // The outermost of nested ones is the editor.
    for (let outer = root.parentElement; outer?.isContentEditable; outer = outer.parentElement) root = outer
    const editor = root
    return { element: editor, door: 'command', read: () => (editor.isConnected ? readRichText([editor]) : undefined) }
  },
}
