/** Which editor an element of the page is part of. */
import { codemirror } from './codemirror.ts'
import { contentEditable } from './content-editable.ts'
import { decapForm } from './decap-form.ts'
import { frameworks } from './framework.ts'
import { gutenberg } from './gutenberg.ts'
import { nativeField } from './native-field.ts'
import { slate } from './slate.ts'
import type { Adapter, Editor } from './types.ts'

/** The first that knows the element wins: from forms over frameworks to what any page may have. */
const ADAPTERS: readonly Adapter[] = [decapForm, gutenberg, codemirror, slate, ...frameworks, nativeField, contentEditable]
const CANDIDATES = 'textarea, [contenteditable]:not([contenteditable="false"]), .CodeMirror'
/** Pages with hundreds of fields are not searched to the end. */
const MOST_SEARCHED = 200
/** In pixels: less is a field for a name or a comment of one line. */
const LEAST_AREA = 24_000

export interface FoundEditor extends Editor {
  name: string
}

export function findEditor(element: Element | null | undefined): FoundEditor | undefined {
  if (!element) return undefined
  for (const adapter of ADAPTERS) {
    const editor = adapter.find(element)
    if (editor) return { ...editor, name: adapter.name }
  }
  return undefined
}

/** What has the focus, also inside open shadow trees. */
export function focusedElement(): Element | null {
  let element = document.activeElement
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement
  return element
}

/** The largest editor in sight, for a page where nothing has the focus yet. */
export function largestEditor(): FoundEditor | undefined {
  let best: { element: Element; area: number } | undefined
  for (const element of [...document.querySelectorAll(CANDIDATES)].slice(0, MOST_SEARCHED)) {
    const area = visibleArea(element)
    if (area >= LEAST_AREA && area > (best?.area ?? 0)) best = { element, area }
  }
  return findEditor(best?.element)
}

function visibleArea(element: Element): number {
  const { left, right, top, bottom } = element.getBoundingClientRect()
  const width = Math.min(right, innerWidth) - Math.max(left, 0)
  const height = Math.min(bottom, innerHeight) - Math.max(top, 0)
  return width > 0 && height > 0 ? width * height : 0
}
