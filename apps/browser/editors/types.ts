/** What medlint needs of an editor on a page. Nothing here knows the extension. */

/** Where a piece of text is shown: in the tree, or in a native field at offsets of its value. */
export type Place = { range: Range } | { field: NativeField; start: number; end: number }

export type NativeField = HTMLTextAreaElement | HTMLInputElement

/** The text of an editor at one moment. Offsets are UTF-16 code units of `text`. */
export interface Reading {
  /** As Markdown. */
  text: string
  /** The page shows the Markdown itself, not what it means. */
  isSource: boolean
  /** `undefined` where no character of the range is on the page: scrolled out of a virtual list, or made up for the Markdown. */
  placeOf(start: number, end: number): Place | undefined
  /** True when exactly these characters are on the page, so that an edit of them is one of the page. */
  isOwn(start: number, end: number): boolean
}

/** How a replacement is given to the editor; see `replace.ts`. */
export type Door = 'command' | 'paste'

export interface Edit {
  start: number
  end: number
  text: string
}

export interface Editor {
  /** Holds the text; also the element that receives input. */
  element: HTMLElement
  door: Door
  /** `undefined` when there is nothing to read (any more). */
  read(): Reading | undefined
  /** Of editors with a model that a page script can change itself; false when it did not. */
  applyEdits?(edits: readonly Edit[], text: string): boolean
  /** Shows a place that is not in the tree. */
  reveal?(start: number): void
}

/** One kind of editor. */
export interface Adapter {
  name: string
  /** The editor that `element` is part of, if it is of this kind. */
  find(element: Element): Editor | undefined
}
