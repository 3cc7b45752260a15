/** Where code that a configuration names is imported from. */
import { statSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

const times = new Map<string, number>()

/** The address of a file; another one when the file has changed since it was first asked for, since Node imports each address once. */
export function moduleUrl(file: string): string {
  const { href } = pathToFileURL(file)
  const time = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0
  const first = times.get(file) ?? time
  times.set(file, first)
  return time === first ? href : `${href}?changed=${time}`
}
