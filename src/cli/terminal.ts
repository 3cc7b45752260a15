/** Colours and width of the report. */
const DEFAULT_COLUMNS = 80
const NARROWEST = 40

/** `file`: where the report goes, unless to standard output. */
export function useColor(color: boolean | undefined, file: string | undefined): boolean {
  const { NO_COLOR, FORCE_COLOR } = process.env
  if (color !== undefined) return color
  if (NO_COLOR) return false
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false'
  return file === undefined && process.stdout.isTTY === true
}

export function columns(): number {
  const said = Number(process.env.COLUMNS)
  return Math.max(NARROWEST, process.stdout.columns ?? (Number.isInteger(said) && said > 0 ? said : DEFAULT_COLUMNS))
}
