/** Where the characters of a native field are on the screen. The browser does not tell, so a hidden copy with the same layout is measured. */
import type { NativeField } from './types.ts'

/** Whatever moves a character. */
const COPIED = [
  'fontFamily',
  'fontSize',
  'fontWeight',
  'fontStyle',
  'fontVariant',
  'fontStretch',
  'fontKerning',
  'fontFeatureSettings',
  'fontVariationSettings',
  'fontOpticalSizing',
  'fontSizeAdjust',
  'letterSpacing',
  'wordSpacing',
  'lineHeight',
  'textTransform',
  'textIndent',
  'textAlign',
  'textRendering',
  'direction',
  'unicodeBidi',
  'writingMode',
  'tabSize',
  'paddingTop',
  'paddingRight',
  'paddingBottom',
  'paddingLeft',
  'whiteSpace',
  'wordBreak',
  'lineBreak',
  'hyphens',
  'overflowWrap',
] as const

/** The visible part of the field inside its borders and scroll bar, in viewport pixels. */
export interface FieldBox {
  left: number
  top: number
  width: number
  height: number
}

export class FieldMirror {
  readonly #window = document.createElement('div')
  readonly #copy = document.createElement('div')
  readonly #text = document.createTextNode('')
  readonly #field: NativeField

  /** @param parent in a shadow tree, positioned at the origin of the viewport */
  constructor(field: NativeField, parent: Node) {
    this.#field = field
    this.#window.style.cssText = 'position:fixed;overflow:hidden;visibility:hidden;pointer-events:none;transform-origin:0 0'
    this.#copy.style.cssText = 'position:absolute;box-sizing:border-box;border:0;margin:0'
    this.#copy.append(this.#text)
    this.#window.append(this.#copy)
    parent.appendChild(this.#window)
  }

  /** Takes over text, styles, size and scroll of the field. */
  update(): FieldBox {
    const field = this.#field
    const style = getComputedStyle(field)
    for (const name of COPIED) this.#copy.style[name] = style[name]
    if (field.localName === 'input') this.#copy.style.whiteSpace = 'pre'
    // A line feed at the end opens a line that only a character makes visible.
    const text = field.value.endsWith('\n') ? `${field.value} ` : field.value
    if (this.#text.data !== text) this.#text.data = text
    const rect = field.getBoundingClientRect()
    const zoom = 'currentCSSZoom' in field ? Number(field.currentCSSZoom) : 1
    // What is left of the ratio of sizes is a transform of an ancestor.
    const scale = field.offsetWidth > 0 ? rect.width / (field.offsetWidth * zoom) : 1
    const left = rect.left + field.clientLeft * zoom * scale
    const top = rect.top + field.clientTop * zoom * scale
    Object.assign(this.#window.style, {
      left: `${left / zoom}px`,
      top: `${top / zoom}px`,
      transform: `scale(${scale})`,
      zoom: String(zoom),
    })
    this.#window.style.width = `${field.clientWidth}px`
    this.#window.style.height = `${field.clientHeight}px`
    Object.assign(this.#copy.style, { left: `${-field.scrollLeft}px`, ...this.#vertical(style) })
    if (field.localName === 'input') this.#copy.style.minWidth = `${field.clientWidth}px`
    else this.#copy.style.width = `${field.clientWidth}px`
    return { left, top, width: field.clientWidth * zoom * scale, height: field.clientHeight * zoom * scale }
  }

  /** A one-line field centres its text. */
  #vertical(style: CSSStyleDeclaration): Partial<CSSStyleDeclaration> {
    const field = this.#field
    if (field.localName !== 'input') return { top: `${-field.scrollTop}px` }
    const inner = field.clientHeight - Number.parseFloat(style.paddingTop) - Number.parseFloat(style.paddingBottom)
    return { top: '0px', lineHeight: `${inner}px` }
  }

  /** Boxes of the characters, in viewport pixels; also of those scrolled out of sight. */
  rectsOf(start: number, end: number): DOMRect[] {
    const { length } = this.#text
    const range = document.createRange()
    range.setStart(this.#text, Math.min(start, length))
    range.setEnd(this.#text, Math.min(end, length))
    return [...range.getClientRects()]
  }

  remove(): void {
    this.#window.remove()
  }
}
