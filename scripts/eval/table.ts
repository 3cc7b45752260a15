/** Cells of the tables of docs/accuracy.md. */
export const row = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`

/** A share in per cent with one decimal. */
export const percent = (share: number) => (100 * share).toFixed(1)
