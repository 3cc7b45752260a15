/**
 * What every page offers to a test: the text of the editor's own model, never of the DOM, so that a fix which only changed the screen is
 * seen as lost. Rich editors give headings as `## …` and paragraphs apart by a blank line; the others give the text as it is.
 */
interface Editor {
  editorText(): string
  setEditorText(markdown: string): void
}

/** Ends of paragraphs in Markdown. */
export const PARAGRAPH_END = /\n{2,}/

export function offer(editor: Editor): void {
  Object.assign(window, editor)
}

export const target = document.getElementById('editor')!
