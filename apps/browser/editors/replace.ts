/** Puts a replacement into an editor so that its model takes it and undo takes it back. Never writes the tree. */
import { insertInField, insertInRange } from './insert.ts'
import type { Edit, Editor, Reading } from './types.ts'

/** `changed`: the text is another one, but not the expected one. */
export type Outcome = 'applied' | 'changed' | 'refused'

/** How long an editor that took an input may need to show it, and how often that is looked at; milliseconds. */
const PATIENCE_MS = 2000
const LOOK_MS = 50
const MOST_TRIES = 3
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
  if (editor.applyEdits) {
    if (!editor.applyEdits(edits, before.text)) return 'refused'
    return outcome(editor, before.text, withEdits(before.text, edits))
  }
  // From the end, so that the places of the rest stay as they are.
  const steps = inOneNode(before, edits).toSorted((a, b) => b.start - a.start)
  let text = before.text
  for (const [index, edit] of steps.entries()) {
    const expected = withEdits(text, [edit])
    const isTaken = await replaceOne(editor, edit, text)
    const step = isTaken ? await outcome(editor, text, expected) : 'refused'
    if (step !== 'applied') return index > 0 ? 'changed' : step
    text = expected
  }
  return 'applied'
}

/** An editor that is still drawing may take the selection back: then nothing has changed, and it is tried again. */
async function replaceOne(editor: Editor, edit: Edit, text: string): Promise<boolean> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const reading = editor.read()
    const place = reading?.placeOf(edit.start, edit.end)
    if (!reading || reading.text !== text || !place) return false
    if ('field' in place) {
      insertInField(place, edit.text)
      return true
    }
    const where = editor.door === 'paste' ? wider(reading, edit) : { range: place.range, text: edit.text }
    if (!where) return false
    if (await insertInRange(hostOf(where.range) ?? editor.element, where.range, where.text, editor.door)) return true
  }
  return false
}

async function outcome(editor: Editor, before: string, expected: string): Promise<Outcome> {
  let now: string | undefined
  for (let waited = 0; waited <= PATIENCE_MS; waited += LOOK_MS) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
    now = editor.read()?.text
    if (now === expected) return 'applied'
  }
  return now === before ? 'refused' : 'changed'
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

/** The editable that the range is in: an editor may have several. */
function hostOf(range: Range): HTMLElement | undefined {
  let element = range.startContainer.parentElement
  while (element?.parentElement?.isContentEditable) element = element.parentElement
  return element ?? undefined
}
