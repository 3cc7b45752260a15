/** An entry's text with typographic variants made plain, so that the grammar reads one kind of space, dash and quote. */

export interface Folded {
  text: string
  /** Offset in the original text of an offset in `text`. */
  originalOf(offset: number): number
}

const SAME_LENGTH: [RegExp, string][] = [
  [/[\u00a0\u2000-\u200a\u202f\u205f\u3000\t\n\r]/g, ' '],
  [/[\u2010-\u2015\u2212]/g, '-'],
  [/[\u2018\u2019\u02bc\u00b4`]/g, "'"],
  [/[\u201c\u201d\u201e\u00ab\u00bb]/g, '"'],
]
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff\ufffc]/
const LIGATURES: Record<string, string> = { '\ufb00': 'ff', '\ufb01': 'fi', '\ufb02': 'fl', '\ufb03': 'ffi', '\ufb04': 'ffl' }
const LIGATURE = /[\ufb00-\ufb04]/

export function fold(original: string): Folded {
  let text = original
  for (const [pattern, replacement] of SAME_LENGTH) text = text.replace(pattern, replacement)
  if (!INVISIBLE.test(text) && !LIGATURE.test(text)) return { text, originalOf: (offset) => offset }
  const origins: number[] = []
  let folded = ''
  for (let index = 0; index < text.length; index++) {
    const character = text[index]!
    if (INVISIBLE.test(character)) continue
    const replacement = LIGATURES[character] ?? character
    for (let part = 0; part < replacement.length; part++) origins.push(index)
    folded += replacement
  }
  return { text: folded, originalOf: (offset) => origins[offset] ?? (offset >= origins.length ? original.length : 0) }
}
