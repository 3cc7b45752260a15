/** Cells of the tables of docs/accuracy.md. */
export const row = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`

/** A share in per cent with one decimal. */
export const percent = (share: number) => (100 * share).toFixed(1)

/** Letters and digits only: how two readings are compared. */
export function plain(text: string | undefined): string {
  return (text ?? '')
    .normalize('NFKD')
    .replace(/<[^>]+>/g, '')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
}
