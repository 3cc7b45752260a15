/** `12:3`: line and column, both from 1, the column in UTF-16 units; a BOM counts as nothing. */
export function lineAndColumn(text: string, offset: number): string {
  const before = text.slice(text.startsWith('\uFEFF') ? 1 : 0, offset).split(/\r\n|\n|\r/)
  return `${before.length}:${before.at(-1)!.length + 1}`
}
