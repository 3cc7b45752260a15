/** The entry form of Decap CMS and Netlify CMS: the fields are the frontmatter, the markdown widget is the body. */
import { type FormField, joinFrontmatter } from './frontmatter.ts'
import { slate } from './slate.ts'
import type { Adapter, NativeField } from './types.ts'

/** `title-field-1`: the CMS names its controls after the field. */
const CONTROL = /^(.+)-field-\d+$/
const BODY = '[data-slate-editor="true"]'

export const decapForm: Adapter = {
  name: 'decap',
  find(element) {
    const labels = labelsIn(element.ownerDocument)
    const inside = labels.find((label) => containerOf(label)?.contains(element))
    const body = inside && labels.find((label) => containerOf(label)?.querySelector(BODY) && !holdsLabels(label, labels))
    const root = body && containerOf(body)?.querySelector(BODY)
    const editor = root && slate.find(root)
    if (!editor) return undefined
    return {
      ...editor,
      read() {
        const reading = editor.read()
        return reading && joinFrontmatter(fieldsOf(labelsIn(root.ownerDocument)), reading)
      },
    }
  },
}

function labelsIn(document: Document): HTMLLabelElement[] {
  return [...document.querySelectorAll<HTMLLabelElement>('label[for*="-field-"]')].filter(({ htmlFor }) => CONTROL.test(htmlFor))
}

/** The element of one control: its label, which may stand in a bar of its own, and all that belongs to it. */
function containerOf(label: HTMLLabelElement): HTMLElement | null {
  let container = label.parentElement
  while (container?.children.length === 1) container = container.parentElement
  return container
}

function holdsLabels(label: HTMLLabelElement, labels: readonly HTMLLabelElement[]): boolean {
  return labels.some((other) => other !== label && containerOf(label)?.contains(other))
}

/** Nested as the controls are: an object holds the labels of its own fields. */
function fieldsOf(labels: readonly HTMLLabelElement[]): FormField[] {
  const top = labels.filter((label) => !labels.some((other) => other !== label && containerOf(other)?.contains(label)))
  return top.flatMap((label) => {
    const container = containerOf(label)
    const name = CONTROL.exec(label.htmlFor)?.[1]
    if (!container || !name) return []
    const own = labels.filter((other) => other !== label && container.contains(other))
    const value = own.length > 0 ? fieldsOf(own) : shownValue(container, label.htmlFor)
    return value === undefined || (Array.isArray(value) && value.length === 0) ? [] : [{ name, value }]
  })
}

function shownValue(container: HTMLElement, id: string): FormField['value'] | undefined {
  const control = container.ownerDocument.getElementById(id)
  const chosen = [...container.querySelectorAll('[class*="singleValue"], [class*="multiValue"]')].map(
    (each) => each.textContent ?? '',
  )
  if (chosen.length > 0) return chosen.length === 1 ? JSON.stringify(chosen[0]) : chosen
  if (control?.getAttribute('role') === 'switch') return control.getAttribute('aria-checked') === 'true' ? 'true' : 'false'
  if (control instanceof HTMLSelectElement) return JSON.stringify(control.value)
  if (!(control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement) || control.value === '') return undefined
  if (control instanceof HTMLInputElement && control.getAttribute('role') === 'combobox') return undefined
  if (control.type === 'number' || control.type.startsWith('date')) return control.value
  return control satisfies NativeField
}
