/** Text for the XML formats: one line, and only characters that XML 1.0 allows. */
import { printable } from './printable.ts'

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'

/** For content and attributes alike. */
export function xml(text: string): string {
  return printable(text)
    .replace(/[\p{Cs}\ufffe\uffff]/gu, '�')
    .replace(/[&<>"']/g, (character) => ENTITIES[character]!)
}
