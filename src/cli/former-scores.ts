/** `--compare <file>`: the scores of an earlier run, as `medlint score --format json` wrote them. */
import { readFileSync } from 'node:fs'
import { FORMULA } from '../score/formula.ts'
import type { FormerPage, FormerRun } from '../score/summary.ts'
import { reasonOf } from './files.ts'
import { UsageError } from './usage-error.ts'

export function readFormerScores(file: string): FormerRun {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    throw new UsageError(`Correct --compare: "${file}" cannot be read (${reasonOf(error)}).`)
  }
  const run = runIn(text)
  if (!run) throw new UsageError(`Name a file after --compare that "medlint score --format json" wrote: "${file}" is none.`)
  if (run.formula !== FORMULA)
    throw new UsageError(
      `Score again what --compare names: "${file}" is of formula ${run.formula}, and this is formula ${FORMULA}.`,
    )
  return run
}

function runIn(text: string): FormerRun | undefined {
  try {
    const { formula, now, pages } = JSON.parse(text) as Partial<FormerRun>
    const isRun = typeof formula === 'number' && typeof now === 'string' && Array.isArray(pages) && pages.every(isPage)
    return isRun ? { formula, now, pages } : undefined
  } catch {
    return undefined
  }
}

function isPage(page: unknown): page is FormerPage {
  const { path, total, components } = (page ?? {}) as Partial<FormerPage>
  return typeof path === 'string' && (total === undefined || typeof total === 'number') && Array.isArray(components)
}
