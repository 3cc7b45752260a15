/** The gate before a save: the CMS takes an exception of a `preSave` handler as "do not save" and shows its text; the entry stays open. */
import type { Report } from './protocol.ts'
import { isInBody } from './protocol.ts'

/** What blocks a save. */
export type Gate = 'error' | 'warning' | 'off'

const LISTED = 5

/** Text of the exception, or nothing when the save may go on. */
export function objection(reports: readonly Report[], gate: Gate): string | undefined {
  if (gate === 'off') return undefined
  const blocking = reports
    .flatMap(({ findings }) => findings)
    .filter(({ severity }) => severity === 'error' || (gate === 'warning' && severity === 'warn'))
  if (blocking.length === 0) return undefined
  const listed = blocking.slice(0, LISTED).map(({ message, place }) => `${placeOf(place)}: ${message}`)
  const rest = blocking.length - listed.length
  const head = `medlint found ${blocking.length === 1 ? 'a problem' : `${blocking.length} problems`} to solve first.`
  return [head, ...listed, ...(rest > 0 ? [`and ${rest} more, listed under the text.`] : [])].join('\n')
}

export function placeOf(place: Report['findings'][number]['place']): string {
  if (isInBody(place)) return `Line ${place.line}`
  return place.field === null ? 'Fields' : `Field "${place.field}"`
}
