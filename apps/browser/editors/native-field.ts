/** Textareas, and the one-line fields of a form. */
import { MappedText } from './mapped-text.ts'
import type { Adapter, NativeField } from './types.ts'

/** A field that a person cannot write a post in: helpers of editors are a few pixels high. */
const LEAST = { width: 120, height: 30 }

export function isWritable(field: NativeField): boolean {
  if (field.readOnly || field.disabled) return false
  const { width, height } = field.getBoundingClientRect()
  return width >= LEAST.width && height >= LEAST.height && field.checkVisibility({ visibilityProperty: true })
}

export const nativeField: Adapter = {
  name: 'textarea',
  find(element) {
    if (element.localName !== 'textarea' || !isWritable(element as HTMLTextAreaElement)) return undefined
    const field = element as HTMLTextAreaElement
    return {
      element: field,
      door: 'command',
      read() {
        if (!field.isConnected) return undefined
        const mapped = new MappedText()
        mapped.copy(field, 0, field.value.length)
        return mapped.reading(true)
      },
    }
  },
}
