/** `medlint gate [files]`: new and changed pages against the texts they had where the branch began. */
import type { Config } from '../config/types.ts'
import { entriesFor, matchBaseline } from '../lint/baseline.ts'
import type { Message } from '../lint/types.ts'
import { type Budgets, GATE_DEFAULTS, type GatePage, type GateSettings, judge, type PageState } from '../score/gate.ts'
import type { Arguments } from './arguments.ts'
import { hasCeilings } from './ceilings-file.ts'
import { createConfigs } from './configs.ts'
import { hasEnding } from './files.ts'
import { verdictMarkdown, verdictText } from './gate-text.ts'
import { deletedFiles, readBlob } from './git.ts'
import { createIgnored } from './ignored.ts'
import { createOutput } from './output.ts'
import type { Checked, Place, PostLinter } from './post-linter.ts'
import { decode } from './read-post.ts'
import { createRunScope } from './run-scope.ts'
import { createScorer } from './score-command.ts'
import { columns } from './terminal.ts'
import { UsageError } from './usage-error.ts'
import { version } from './version.ts'

export async function gateFiles(given: Arguments): Promise<number> {
  const { changes: query, reports } = given
  const workingFolder = process.cwd()
  if (reports.some(({ format }) => !['stylish', 'json', 'summary'].includes(format)))
    throw new UsageError('Choose --format stylish, json or summary for the gate.')
  if (given.writeCeilings || (!query && hasCeilings(workingFolder)))
    return (await import('./ceilings-command.ts')).holdCeilings(given)
  if (!query) throw new UsageError('Name what to compare with, for example: medlint gate --since origin/main.')
  const outputs = reports.map(({ format, file }) => ({ format, output: createOutput(file) }))
  const configs = createConfigs(given, workingFolder)
  const scope = await createRunScope(given, configs, workingFolder)
  const { base, files, top } = scope.changes!
  const isIgnored = createIgnored(workingFolder, given)
  const selection = await scope.select(given.names, { workingFolder, extensions: given.extensions, isIgnored })
  const problems = selection.unmatched.map((name) => `Check the name: there is no "${name}".`)
  const places = new Map<string, Place>()
  for (const { absolute } of selection.files) places.set(absolute, await scope.linter.placeOf(absolute))
  await scope.compare([...places.values()])
  const stateOf = createStates(scope.plain)
  const formerStateOf = createStates(scope.bare)
  const pages: GatePage[] = []
  for (const { absolute, shown } of selection.files) {
    const content = scope.read(absolute)
    if ('problem' in content) {
      problems.push(`${shown}: ${content.problem}`)
      continue
    }
    const place = places.get(absolute)!
    const former = files.find((file) => file.absolute === absolute)?.before
    const old = former === undefined ? undefined : await textAt(base, former, workingFolder)
    const now = stateOf(content.text, place)
    const before = old === undefined ? undefined : formerStateOf(old, place)
    const left = scope.linter.check(content.text, place)
    pages.push({ path: shown, now: now.state, before: before?.state, news: newsOf(left, before?.checked) })
    if (now.checked.crashed.length > 0) problems.push(`${shown}: Report this: a rule failed on this file.`)
  }
  const gone: Message[] = []
  // With names the change is known in part only.
  const deleted = given.names.length > 0 ? [] : await deletedFiles(query, base, top, workingFolder)
  for (const { absolute, name } of deleted) {
    if (!hasEnding(absolute, given) || isIgnored(absolute, false)) continue
    const old = await textAt(base, name, workingFolder)
    if (old !== undefined) gone.push(...formerStateOf(old, await scope.linter.placeOf(absolute)).checked.messages)
  }
  const { config } = await configs.forFolder(workingFolder)
  const settings = settingsOf(inherited(config, 'gate'), given)
  const verdict = judge(pages, gone, settings, inherited(config, 'budget') as Budgets)
  const report = { version, formula: pages[0]?.now.score.formula ?? null, settings, ...verdict }
  for (const { format, output } of outputs) {
    const json = () => `${JSON.stringify(report, null, 2)}\n`
    await output.write(
      format === 'json' ? json() : format === 'summary' ? verdictMarkdown(verdict) : verdictText(verdict, columns()),
    )
    await output.end()
  }
  process.stderr.write(scope.end().text)
  for (const problem of problems) process.stderr.write(`medlint: ${problem}\n`)
  return problems.length > 0 ? 2 : verdict.passed ? 0 : 1
}

/** What the configuration says over what those say that it extends. */
function inherited(config: Config, key: 'gate' | 'budget'): object {
  const bases = [config.extends ?? []].flat().filter((base) => typeof base !== 'string')
  return Object.assign({}, ...bases.map((base) => inherited(base, key)), config[key])
}

function settingsOf(configured: Partial<GateSettings>, { maxScoreDrop, maxWarnings }: Arguments): GateSettings {
  return {
    ...GATE_DEFAULTS,
    ...configured,
    ...(maxScoreDrop === undefined ? {} : { maxScoreDrop }),
    ...(Number.isFinite(maxWarnings) ? { maxWarnings } : {}),
  }
}

function createStates(linter: PostLinter): (text: string, place: Place) => { state: PageState; checked: Checked } {
  const scorer = createScorer(linter)
  return (text, place) => {
    const checked = linter.check(text, place)
    const words = checked.post().sentences.reduce((sum, sentence) => sum + sentence.words.length, 0)
    return { state: { score: scorer(text, place), words, messages: checked.messages }, checked }
  }
}

/** A finding of the text before is old, as one of the baseline is. */
function newsOf(now: Checked, before: Checked | undefined): Message[] {
  if (!before) return now.messages
  const prints = now.prints()
  const { known } = matchBaseline(prints, entriesFor(before.prints(), [], undefined))
  return now.messages.filter((_, index) => !known[index])
}

async function textAt(base: string, name: string, folder: string): Promise<string | undefined> {
  const bytes = await readBlob(`${base}:${name}`, folder)
  const content = bytes && decode(bytes)
  return content && 'text' in content ? content.text : undefined
}
