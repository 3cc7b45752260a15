/** Most messages: ASCII with single spaces. */
const PLAIN = /^(?:[!-~]| (?! ))*$/

/** Text of a post on one line and without control characters: a terminal or log must not obey what a post contains. */
export function printable(text: string): string {
  if (PLAIN.test(text)) return text
  return text.replace(/\s+/g, ' ').replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '�')
}

/** `1 file`, `2 files`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}

/** Scripts and signs that take two columns of a terminal (Unicode UAX #11: wide and full width). */
const WIDE = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/g
const NARROW = /^[\u0020-\u10ff]*$/

/** Columns a text takes at most in a terminal. Signs beyond the first plane, emoji among them, are two units and two columns. */
export function widthOf(text: string): number {
  return NARROW.test(text) ? text.length : text.length + (text.match(WIDE)?.length ?? 0)
}

/** Lines of at most `width` columns, broken at spaces; a longer word has its own. */
export function wrap(text: string, width: number): string[] {
  if (widthOf(text) <= width) return [text]
  const lines: string[] = []
  let line: string | undefined
  for (const word of text.split(' ')) {
    if (line !== undefined && widthOf(line) + 1 + widthOf(word) > width) {
      lines.push(line)
      line = word
    } else line = line === undefined ? word : `${line} ${word}`
  }
  return [...lines, line ?? '']
}
