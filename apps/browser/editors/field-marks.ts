/** Underlines over native fields: boxes in a closed shadow tree beside the page's own, clipped to the field. */
import type { Severity } from '../../../src/lint/types.ts'
import { type FieldBox, FieldMirror } from './field-mirror.ts'
import marksStyle from './marks.css'
import type { NativeField } from './types.ts'

export interface FieldMark {
  field: NativeField
  start: number
  end: number
  severity: Severity
}

export class FieldMarks {
  readonly #host = document.createElement('medlint-marks')
  readonly #root = this.#host.attachShadow({ mode: 'closed' })
  readonly #layer = document.createElement('div')
  readonly #mirrors = new Map<NativeField, FieldMirror>()
  readonly #boxes = new Map<NativeField, FieldBox>()
  #marks: readonly FieldMark[] = []

  constructor() {
    const style = document.createElement('style')
    style.textContent = marksStyle
    this.#host.setAttribute('aria-hidden', 'true')
    this.#root.append(style, this.#layer)
  }

  show(marks: readonly FieldMark[]): void {
    this.#marks = marks
    const fields = new Set(marks.map(({ field }) => field))
    for (const [field, mirror] of this.#mirrors) {
      if (fields.has(field)) continue
      mirror.remove()
      this.#mirrors.delete(field)
    }
    this.draw()
  }

  /** Puts the marks where the text is now. */
  draw(): void {
    if (this.#marks.length === 0) {
      this.#layer.replaceChildren()
      this.#boxes.clear()
      this.#host.remove()
      return
    }
    if (!this.#host.isConnected) document.documentElement.append(this.#host)
    this.#boxes.clear()
    for (const { field } of this.#marks)
      if (!this.#boxes.has(field) && field.isConnected) this.#boxes.set(field, this.#mirrorOf(field).update())
    const drawn = this.#marks.flatMap(({ field, start, end, severity }) =>
      this.rectsOf(field, start, end)
        .filter((rect) => isOnTop(field, rect))
        .map((rect) => boxOf(rect, severity)),
    )
    this.#layer.replaceChildren(...drawn)
  }

  /** Boxes of a place as it was last drawn, in viewport pixels; none for a field without marks. */
  rectsOf(field: NativeField, start: number, end: number): DOMRect[] {
    const box = this.#boxes.get(field)
    if (!box) return []
    return this.#mirrorOf(field)
      .rectsOf(start, end)
      .flatMap((rect) => clipped(rect, box))
  }

  #mirrorOf(field: NativeField): FieldMirror {
    let mirror = this.#mirrors.get(field)
    if (!mirror) {
      mirror = new FieldMirror(field, this.#root)
      this.#mirrors.set(field, mirror)
    }
    return mirror
  }
}

function clipped(rect: DOMRect, box: FieldBox): DOMRect[] {
  const left = Math.max(rect.left, box.left)
  const right = Math.min(rect.right, box.left + box.width)
  const top = Math.max(rect.top, box.top)
  const bottom = Math.min(rect.bottom, box.top + box.height)
  return right - left > 1 && bottom - top > 1 ? [new DOMRect(left, top, right - left, bottom - top)] : []
}

/** False where something of the page covers the field, as a dialog or a sticky head does. */
function isOnTop(field: NativeField, rect: DOMRect): boolean {
  const x = rect.left + rect.width / 2
  const y = rect.top + rect.height / 2
  if (x < 0 || y < 0 || x > innerWidth || y > innerHeight) return false
  const root = field.getRootNode() as Document | ShadowRoot
  const top = root.elementFromPoint(x, y)
  return top === null || top === field || field.labels?.[0] === top
}

function boxOf({ left, top, width, height }: DOMRect, severity: Severity): HTMLElement {
  const box = document.createElement('i')
  box.className = severity
  Object.assign(box.style, { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` })
  return box
}
