/** The page of a rule as Markdown, from the documentation in the package; undefined when that is not installed. */
import { readFileSync } from 'node:fs'

export function rulePage(id: string): string | undefined {
  if (!/^[a-z][a-z0-9-]*$/.test(id)) return undefined
  for (const folder of ['../../docs/rules/', '../../../docs/rules/']) {
    try {
      return readFileSync(new URL(`${folder}${id}.md`, import.meta.url), 'utf8')
    } catch {
      // Not there: run from elsewhere, or installed without its pages.
    }
  }
  return undefined
}
