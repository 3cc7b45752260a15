/** The words of a text as a speller reads them: runs of Latin letters with inner apostrophes. Hyphens separate; masked markup has no letters. */
import { type Form, formAt } from '../forms.ts'

/** A-Z, a-z, and the accented Latin letters from À to ɏ. */
const isLetter = (code: number) => isPlain(code) || (code >= 0xc0 && code <= 0x24f)
const isPlain = (code: number) => (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
const isApostrophe = (code: number) => code === 0x27 || code === 0x2019

export function forEachSpelledWord(text: string, visit: (form: Form, start: number, end: number) => void): void {
  for (let at = 0; at < text.length; at++) {
    if (!isLetter(text.charCodeAt(at))) continue
    const start = at
    while (at < text.length && isLetter(text.charCodeAt(at))) at++
    while (isApostrophe(text.charCodeAt(at)) && isPlain(text.charCodeAt(at + 1))) {
      at++
      while (at < text.length && isPlain(text.charCodeAt(at))) at++
    }
    visit(formAt(text, start, at), start, at)
    at--
  }
}
