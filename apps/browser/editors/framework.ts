/** Editors that keep a model of their own and show all of it: ProseMirror (Tiptap), Lexical (Ghost), Quill, CKEditor, Draft. */
import { readRichText } from './rich-text.ts'
import type { Adapter } from './types.ts'

/** Each takes a synthetic paste into its model (see docs/browser.md). */
const ROOTS = {
  prosemirror: '.ProseMirror[contenteditable="true"]',
  lexical: '[data-lexical-editor="true"][contenteditable="true"]',
  quill: '.ql-editor[contenteditable="true"]',
  ckeditor: '.ck-editor__editable[contenteditable="true"]',
  draft: '.public-DraftEditor-content[contenteditable="true"]',
}

export const frameworks: Adapter[] = Object.entries(ROOTS).map(([name, selector]) => ({
  name,
  find(element) {
    const root = element.closest<HTMLElement>(selector)
    if (!root) return undefined
    return { element: root, door: 'paste', read: () => (root.isConnected ? readRichText([root]) : undefined) }
  },
}))
