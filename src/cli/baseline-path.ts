/** Where the baseline is: apart from what reads it, which most runs do not need. */
import { existsSync } from 'node:fs'
import path from 'node:path'

export const BASELINE_FILE = '.medlint-baseline.json'

/** The baseline in a folder or the nearest one above. */
export function nearestBaseline(folder: string): string | undefined {
  const file = path.join(folder, BASELINE_FILE)
  if (existsSync(file)) return file
  const parent = path.dirname(folder)
  return parent === folder ? undefined : nearestBaseline(parent)
}
