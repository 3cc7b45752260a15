/** `medlint score [files]`: the form of each page as a number, and where its points went. */
import path from 'node:path'
import { rules } from '../../rules/index.ts'
import type { ResolvedConfig } from '../config/types.ts'
import { fullRuleSet, type PageScore, scorePost } from '../score/index.ts'
import type { Arguments } from './arguments.ts'
import { createConfigs } from './configs.ts'
import { createIgnored } from './ignored.ts'
import { writeOut } from './output.ts'
import type { Place, PostLinter } from './post-linter.ts'
import { createProgress } from './progress.ts'
import { createRunScope } from './run-scope.ts'
import { pageText, summaryOf, tableText } from './score-text.ts'
import { columns, useColor } from './terminal.ts'
import { UsageError } from './usage-error.ts'
import { version } from './version.ts'

export interface ScoredPage extends PageScore {
  path: string
}

export async function scoreFiles(given: Arguments): Promise<number> {
  const { format, file } = given.reports[0]!
  if (given.reports.length > 1 || file !== undefined || (format !== 'stylish' && format !== 'json'))
    throw new UsageError('Choose --format stylish or json for scores.')
  const workingFolder = process.cwd()
  const configs = createConfigs(given, workingFolder)
  const isIgnored = createIgnored(workingFolder, given)
  const scope = await createRunScope(given, configs, workingFolder)
  const selection = await scope.select(given.names, { workingFolder, extensions: given.extensions, isIgnored })
  const problems = [
    ...selection.unreadable.map(({ shown, reason }) => `${shown}: Check this path: it could not be read (${reason}).`),
    ...(given.allowUnmatched ? [] : selection.unmatched.map((name) => `Check the name: no file to score in "${name}".`)),
  ]
  const scorer = createScorer(scope.linter)
  const progress = createProgress()
  const pages: ScoredPage[] = []
  for (const [index, { absolute, shown }] of selection.files.entries()) {
    const content = scope.read(absolute)
    if ('problem' in content) problems.push(`${shown}: ${content.problem}`)
    else pages.push({ path: shown, ...scorer(content.text, await scope.linter.placeOf(absolute)) })
    progress.show(index + 1, selection.files.length)
  }
  progress.clear()
  await writeOut(format === 'json' ? jsonText(pages, configs.now) : reportText(pages, given))
  for (const problem of problems) process.stderr.write(`medlint: ${problem}\n`)
  return problems.length > 0 ? 2 : 0
}

/** The score of a text, whatever its configuration switches off. */
export function createScorer(linter: PostLinter): (text: string, place: Place) => PageScore {
  const full = new WeakMap<ResolvedConfig, ResolvedConfig>()
  return (text, place) => {
    const config = full.get(place.resolved) ?? fullRuleSet(place.resolved, rules)
    full.set(place.resolved, config)
    return scorePost(linter.postOf(text, place), config)
  }
}

function jsonText(pages: readonly ScoredPage[], now: string): string {
  return `${JSON.stringify({ version, now, pages, summary: summaryOf(pages) }, null, 2)}\n`
}

function reportText(pages: readonly ScoredPage[], given: Arguments): string {
  const [first] = pages
  const isOne = first !== undefined && pages.length === 1 && given.names.length === 1 && path.extname(given.names[0]!) !== ''
  const options = { columns: columns(), color: useColor(given.color, undefined) }
  return isOne ? pageText(first, options) : tableText(pages, options)
}
