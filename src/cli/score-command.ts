/** `medlint score [files]`: the form of each page as a number, and where its points went. */
import path from 'node:path'
import { rules } from '../../rules/index.ts'
import type { ResolvedConfig } from '../config/types.ts'
import type { Format } from '../report/index.ts'
import { FORMULA } from '../score/formula.ts'
import { fullRuleSet, type PageScore, scorePost } from '../score/index.ts'
import { compare, type FormerRun, type ScoredPage, summaryOf } from '../score/summary.ts'
import type { Arguments } from './arguments.ts'
import { createConfigs } from './configs.ts'
import { readFormerScores } from './former-scores.ts'
import { createIgnored } from './ignored.ts'
import { createOutput } from './output.ts'
import type { Place, PostLinter } from './post-linter.ts'
import { createProgress } from './progress.ts'
import { createRunScope } from './run-scope.ts'
import { changesText, pageText, tableText } from './score-text.ts'
import { columns, useColor } from './terminal.ts'
import { UsageError } from './usage-error.ts'
import { version } from './version.ts'

export async function scoreFiles(given: Arguments): Promise<number> {
  if (given.reports.some(({ format }) => !['stylish', 'json', 'html'].includes(format)))
    throw new UsageError('Choose --format stylish, json or html for scores.')
  const former = given.compare === undefined ? undefined : readFormerScores(given.compare)
  const workingFolder = process.cwd()
  const configs = createConfigs(given, workingFolder)
  const isIgnored = createIgnored(workingFolder, given)
  const scope = await createRunScope(given, configs, workingFolder)
  const selection = await scope.select(given.names, { workingFolder, extensions: given.extensions, isIgnored })
  const problems = [
    ...selection.unreadable.map(({ shown, reason }) => `${shown}: Check this path: it could not be read (${reason}).`),
    ...(given.allowUnmatched ? [] : selection.unmatched.map((name) => `Check the name: no file to score in "${name}".`)),
  ]
  const outputs = given.reports.map(({ format, file }) => ({ format, file, output: createOutput(file) }))
  const scorer = createScorer(scope.linter)
  const progress = createProgress()
  const pages: ScoredPage[] = []
  const places: Place[] = []
  for (const { absolute } of selection.files) places.push(await scope.linter.placeOf(absolute))
  await scope.compare(places)
  for (const [index, { absolute, shown }] of selection.files.entries()) {
    const content = scope.read(absolute)
    if ('problem' in content) problems.push(`${shown}: ${content.problem}`)
    else pages.push({ path: shown, ...scorer(content.text, places[index]!) })
    progress.show(index + 1, selection.files.length)
  }
  progress.clear()
  for (const { format, file, output } of outputs) {
    await output.write(await textOf(format, pages, { given, now: configs.now, former, file }))
    await output.end()
  }
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

interface ReportOptions {
  given: Arguments
  now: string
  former: FormerRun | undefined
  file: string | undefined
}

async function textOf(
  format: Format,
  pages: readonly ScoredPage[],
  { given, now, former, file }: ReportOptions,
): Promise<string> {
  const summary = summaryOf(pages)
  const comparison = former && compare(pages, former)
  if (format === 'html') return (await import('../report/score-html.ts')).scoreHtml({ version, now, pages, former })
  if (format === 'json')
    return `${JSON.stringify({ version, now, formula: FORMULA, pages, summary, ...(comparison && { comparison }) }, null, 2)}\n`
  const options = { columns: columns(), color: useColor(given.color, file) }
  const [first] = pages
  const isOne = first !== undefined && pages.length === 1 && given.names.length === 1 && path.extname(given.names[0]!) !== ''
  const changes = comparison ? changesText(comparison, summary.mean, options.columns) : ''
  return (isOne ? pageText(first, options) : tableText(pages, options)) + changes
}
