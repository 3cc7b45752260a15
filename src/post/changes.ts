/** Other text for parts of a stretch of a block. */
import type { Block } from './types.ts'

/** Puts `text` in place of a part; offsets into the text view of the block. */
export interface Change {
  textStart: number
  textEnd: number
  text: string
}

interface Place {
  block: Block
  textStart: number
  textEnd: number
}

/** What the stretch reads after the changes, which are in order and do not overlap. */
export function reworded({ block, textStart, textEnd }: Place, changes: readonly Change[]): string {
  let text = block.text.slice(0, textEnd)
  for (const change of changes.toReversed()) text = text.slice(0, change.textStart) + change.text + text.slice(change.textEnd)
  return text.slice(textStart)
}

/** The changes as edits of the source; `undefined` where one would touch markup or a character reference. */
export function editsOf(block: Block, changes: readonly Change[]): { start: number; end: number; text: string }[] | undefined {
  if (changes.length === 0 || !changes.every((change) => isPlain(block, change))) return undefined
  return changes.map(({ textStart, textEnd, text }) => ({ ...block.rangeOf(textStart, textEnd), text }))
}

/** A suggestion for each way of writing the stretch that can be had by plain edits. */
export function rewordings(place: Place, ways: readonly (readonly Change[])[]) {
  return ways.flatMap((changes) => {
    const edits = editsOf(place.block, changes)
    return edits ? [{ title: `Write "${reworded(place, changes)}"`, edits }] : []
  })
}

/** The source is as long as the text; where text is only put in, the characters on both sides of it stand together. */
function isPlain({ rangeOf }: Block, { textStart, textEnd }: Change): boolean {
  const beside = textStart === textEnd ? 1 : 0
  const { start, end } = rangeOf(textStart - beside, textEnd + beside)
  return end - start === textEnd - textStart + 2 * beside
}
