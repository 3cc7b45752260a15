/** Puts a replacement into an editor so that its model takes it and undo takes it back. Never writes the tree. */
import type { Edit, Editor, Place, Reading } from './types.ts'

/** `changed`: the text is another one, but not the expected one. */
export type Outcome = 'applied' | 'changed' | 'refused'

/** Slate reads the selection at most every 100 ms. */
const SELECTION_MS = 150
/** After this an editor has taken the input into its model and drawn it. */
const DRAWN_MS = 200
/** Markup in a replacement is for the source; a rich editor would show its signs. */
const MARKUP = /[\n`*_<>[\]\\|]|^#/

/** False where only a person can make the change: it touches what is not on the page, or is written in Markdown. */
export function canReplace(editor: Editor, reading: Reading, edits: readonly Edit[]): boolean {
  if (editor.applyEdits || edits.length === 0) return edits.length > 0
  return edits.every((edit) => {
    if (!reading.isOwn(edit.start, edit.end)) return false
    const place = reading.placeOf(edit.start, edit.end)
    if (!place) return false
    if ('field' in place) return place.field.localName === 'textarea' || !edit.text.includes('\n')
    return reading.isSource || !MARKUP.test(edit.text)
  })
}

/** @param reading of the text that `edits` were made for */
export async function replace(editor: Editor, reading: Reading, edits: readonly Edit[]): Promise<Outcome> {
  const before = editor.read()
  if (!before || before.text !== reading.text || !canReplace(editor, before, edits)) return 'refused'
  const expected = withEdits(before.text, edits)
  if (editor.applyEdits) {
    editor.applyEdits(edits, before.text)
    return outcome(editor, before.text, expected)
  }
  const merged = inOneNode(before, edits)
  // From the end, so that the places of the rest stay as they are.
  for (const edit of merged.toSorted((a, b) => b.start - a.start)) {
    const now = editor.read()
    const place = now?.placeOf(edit.start, edit.end)
    if (!now || !place) return 'refused'
    if ('field' in place) replaceInField(place, edit.text)
    else await replaceInRange(editor, wider(now, edit), editor.door)
  }
  const first = await outcome(editor, before.text, expected)
  if (first !== 'refused' || editor.door !== 'paste') return first
  const now = editor.read()
  if (now?.text !== before.text) return 'changed'
  for (const edit of merged.toSorted((a, b) => b.start - a.start))
    await replaceInRange(editor, wider(editor.read() ?? now, edit), 'input')
  return outcome(editor, before.text, expected)
}

async function outcome(editor: Editor, before: string, expected: string): Promise<Outcome> {
  await wait(DRAWN_MS)
  const now = editor.read()?.text
  return now === expected ? 'applied' : now === before ? 'refused' : 'changed'
}

export function withEdits(text: string, edits: readonly Edit[]): string {
  let result = text
  for (const { start, end, text: next } of edits.toSorted((a, b) => b.start - a.start))
    result = result.slice(0, start) + next + result.slice(end)
  return result
}

/** One edit, and so one step of undo, where all are within one node or field. */
function inOneNode(reading: Reading, edits: readonly Edit[]): readonly Edit[] {
  const start = Math.min(...edits.map((edit) => edit.start))
  const end = Math.max(...edits.map((edit) => edit.end))
  const place = reading.placeOf(start, end)
  if (!place || !reading.isOwn(start, end)) return edits
  if ('range' in place && place.range.startContainer !== place.range.endContainer) return edits
  const shifted = edits.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }))
  return [{ start, end, text: withEdits(reading.text.slice(start, end), shifted) }]
}

function replaceInField({ field, start, end }: Extract<Place, { field: unknown }>, text: string): void {
  field.focus({ preventScroll: true })
  field.setSelectionRange(start, end)
  insertText(field.ownerDocument, text)
}

function insertText(document: Document, text: string): void {
  if (text === '') document.execCommand('delete')
  else document.execCommand('insertText', false, text)
}

/** Editors ignore a paste of nothing: the edit then takes in a neighbour, which is put back. */
function wider(reading: Reading, edit: Edit): { range: Range; text: string } | undefined {
  const { text } = reading
  const tries =
    edit.text !== ''
      ? [edit]
      : [
          { start: edit.start, end: edit.end + 1, text: text.slice(edit.end, edit.end + 1) },
          { start: edit.start - 1, end: edit.end, text: text.slice(edit.start - 1, edit.start) },
        ]
  for (const { start, end, text: next } of tries) {
    const place = start >= 0 && end <= text.length && reading.isOwn(start, end) ? reading.placeOf(start, end) : undefined
    if (place && 'range' in place) return { range: place.range, text: next }
  }
  return undefined
}

async function replaceInRange(
  editor: Editor,
  where: { range: Range; text: string } | undefined,
  door: 'command' | 'paste' | 'input',
) {
  if (!where) return
  const { range, text } = where
  const document = range.startContainer.ownerDocument!
  const host = hostOf(range) ?? editor.element
  host.focus({ preventScroll: true })
  const selection = document.getSelection()
  selection?.removeAllRanges()
  selection?.addRange(range)
  if (door === 'command') return insertText(document, text)
  await wait(SELECTION_MS)
  const data = new DataTransfer()
  data.setData('text/plain', text)
  const common = { bubbles: true, cancelable: true, composed: true }
  if (door === 'paste') host.dispatchEvent(new ClipboardEvent('paste', { ...common, clipboardData: data }))
  else {
    const targetRanges = [new StaticRange(range)]
    host.dispatchEvent(
      new InputEvent('beforeinput', {
        ...common,
        inputType: 'insertReplacementText',
        data: text,
        dataTransfer: data,
        targetRanges,
      }),
    )
  }
}

/** The editable that the range is in: an editor may have several. */
function hostOf(range: Range): HTMLElement | undefined {
  let element = range.startContainer.parentElement
  while (element?.parentElement?.isContentEditable) element = element.parentElement
  return element ?? undefined
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
