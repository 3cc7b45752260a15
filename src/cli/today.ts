/** Today as `YYYY-MM-DD`; `SOURCE_DATE_EPOCH` (seconds) makes runs reproducible. */
export function today(): string {
  const epoch = process.env['SOURCE_DATE_EPOCH']
  const date = epoch !== undefined && /^\d{1,11}$/.test(epoch) ? new Date(Number(epoch) * 1000) : new Date()
  return date.toISOString().slice(0, 10)
}
