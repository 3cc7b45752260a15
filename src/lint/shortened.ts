/** Longest quotation in a message, in characters. */
const LONGEST = 70

/** Words of the text for a message, cut behind a word when they are too long for it. */
export function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ')
  if (line.length <= LONGEST) return line
  const cut = line.lastIndexOf(' ', LONGEST)
  return `${cut > 0 ? line.slice(0, cut) : ''} ...`.trimStart()
}
