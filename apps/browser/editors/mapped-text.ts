/** A text made of pieces of the page and of characters in between, with the way back from an offset to its place. */
import type { NativeField, Place, Reading } from './types.ts'

interface Piece {
  /** Offset in the text. */
  at: number
  length: number
  source: Text | NativeField
  /** Offset in the data of the node or the value of the field. */
  offset: number
}

export class MappedText {
  text: string
  readonly #pieces: Piece[] = []

  /** @param text when it is known as a whole; `show` then says what of it is on the page */
  constructor(text = '') {
    this.text = text
  }

  /** Characters that are not on the page. */
  write(text: string): void {
    this.text += text
  }

  /** Characters `[from, to)` of a node or field. */
  copy(source: Text | NativeField, from: number, to: number): void {
    if (from >= to) return
    const last = this.#pieces.at(-1)
    if (last && last.source === source && last.offset + last.length === from && last.at + last.length === this.text.length)
      last.length += to - from
    else this.#pieces.push({ at: this.text.length, length: to - from, source, offset: from })
    this.text += (isField(source) ? source.value : source.data).slice(from, to)
  }

  /** Says where `[at, at + node.length)` of the text is, in order of the text. */
  show(at: number, node: Text): void {
    this.#pieces.push({ at, length: node.length, source: node, offset: 0 })
  }

  reading(isSource: boolean): Reading {
    const { text } = this
    return {
      text,
      isSource,
      placeOf: (start, end) => this.#placeOf(start, Math.max(end, start)),
      isOwn: (start, end) => this.#isOwn(start, end),
    }
  }

  /** Index of the first piece that ends behind `offset`. */
  #from(offset: number): number {
    let low = 0
    let high = this.#pieces.length
    while (low < high) {
      const middle = (low + high) >> 1
      const piece = this.#pieces[middle]!
      if (piece.at + piece.length > offset) high = middle
      else low = middle + 1
    }
    return low
  }

  #placeOf(start: number, end: number): Place | undefined {
    if (start === end) return this.#pointAt(start)
    const first = this.#pieces[this.#from(start)]
    if (!first || first.at >= end) return undefined
    let last = this.#pieces[this.#from(end - 1)]
    if (!last || last.at >= end) last = this.#pieces[this.#from(end - 1) - 1]!
    const from = first.offset + Math.max(0, start - first.at)
    if (isField(first.source)) {
      const inside = last.source === first.source ? last : first
      return { field: first.source, start: from, end: inside.offset + Math.min(inside.length, end - inside.at) }
    }
    if (isField(last.source)) last = first
    return rangeBetween(first.source, from, last.source as Text, last.offset + Math.min(last.length, end - last.at))
  }

  #pointAt(offset: number): Place | undefined {
    const index = this.#from(offset)
    const next = this.#pieces[index]
    const before = this.#pieces[index - 1]
    const piece = next && next.at <= offset ? next : before && before.at + before.length === offset ? before : (next ?? before)
    if (!piece) return undefined
    const at = piece.offset + Math.min(piece.length, Math.max(0, offset - piece.at))
    return isField(piece.source) ? { field: piece.source, start: at, end: at } : rangeBetween(piece.source, at, piece.source, at)
  }

  #isOwn(start: number, end: number): boolean {
    let at = start
    // An insertion needs a neighbour on the page.
    for (let index = this.#from(Math.max(0, start === end ? start - 1 : start)); index < this.#pieces.length; index++) {
      const piece = this.#pieces[index]!
      if (piece.at > at) return false
      at = piece.at + piece.length
      if (at >= end) return true
    }
    return false
  }
}

export function isField(source: object): source is NativeField {
  return 'value' in source
}

/** `undefined` when a node has changed since. */
function rangeBetween(first: Text, start: number, last: Text, end: number): Place | undefined {
  if (!first.isConnected || !last.isConnected || start > first.length || end > last.length) return undefined
  const range = first.ownerDocument.createRange()
  range.setStart(first, start)
  range.setEnd(last, end)
  return { range }
}
