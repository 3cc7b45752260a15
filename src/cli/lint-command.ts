/** `medlint [files]`: one pass over the files, reported as they are done. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { ConfigError } from '../config/config-error.ts'
import { fixToFixedPoint } from '../lint/fixes.ts'
import type { Message } from '../lint/types.ts'
import type { FileReport, Reporter } from '../report/types.ts'
import type { Arguments } from './arguments.ts'
import type { Cache } from './cache.ts'
import { createConfigs } from './configs.ts'
import { fileMessage } from './file-message.ts'
import { reasonOf, shownPath } from './files.ts'
import { createIgnored } from './ignored.ts'
import type { Checked, Place, PostLinter } from './post-linter.ts'
import { createProgress } from './progress.ts'
import { decode, type readPost } from './read-post.ts'
import { createReporting, type Outcome } from './reporting.ts'
import { createRunScope } from './run-scope.ts'
import { readStandardInput } from './standard-input.ts'
import { createStats } from './stats.ts'
import { writeWhole } from './write-file.ts'

const PAUSE_MILLISECONDS = 50
/** In a long run the old space may grow to twice what lives in it, where V8 would let it grow to four times: facts of finished posts are garbage. */
export const HEAP_GROWTH = '--heap-growing-percent=100'
/** Posts. */
export const LONG_RUN = 400

/** What several runs of one process share. */
export interface Session {
  cache: Cache
  /** Told of each file that fixes were written to. */
  written(absolute: string, text: string): void
}

export async function lintFiles(given: Arguments, debug: boolean, session?: Session): Promise<number> {
  const workingFolder = process.cwd()
  const configs = createConfigs(given, workingFolder)
  const isIgnored = createIgnored(workingFolder, given)
  const scope = await createRunScope(given, configs, workingFolder, session?.cache)
  const { linter } = scope
  const stats = given.stats ? createStats() : undefined
  const progress = createProgress()
  const reporting = await createReporting(given, progress.clear)
  const warned = new Set<string>()
  let broken = false

  async function report(outcome: Outcome, place?: Place): Promise<void> {
    stats?.addMessages(outcome.messages)
    await reporting.file(outcome, (rule) => place?.resolved.rules[rule]?.rule.meta)
  }

  function lintOne(name: string, place: Place, read: () => ReturnType<typeof readPost>): Outcome {
    const started = performance.now()
    const content = read()
    if ('problem' in content) return { ...nothing(name), messages: [fileMessage('medlint/read', content.problem)], broken: true }
    const outcome = lintText(name, content.text, stats ? stats.timed(place) : place, linter, reporting.view, given, debug)
    stats?.addFile(name, content.text.length, performance.now() - started)
    if (outcome.fixed > 0 && given.fix === 'write') session?.written(place.absolute, outcome.text!)
    return outcome
  }

  async function placeOf(absolute: string): Promise<Place> {
    const place = await linter.placeOf(absolute)
    warnOfNothing(place, workingFolder, warned)
    return place
  }

  let skipped = 0
  if (given.stdin) {
    const name = given.stdinFilename ?? 'stdin.md'
    const absolute = path.resolve(workingFolder, name)
    const bytes = await readStandardInput()
    if (given.stdinFilename !== undefined && isIgnored(absolute, false)) skipped++
    else {
      const place = await placeOf(absolute)
      await report(
        lintOne(given.stdinFilename?.replaceAll('\\', '/') ?? '<stdin>', place, () => decode(bytes)),
        place,
      )
    }
  } else {
    const all = await scope.select(given.names, { workingFolder, extensions: given.extensions, isIgnored })
    const selection = given.shard ? (await import('./shard.ts')).shareOf(all, given.shard, workingFolder) : all
    skipped = selection.skipped
    // All configurations first: a broken one ends the run before anything is reported or written.
    const placesOfAll = new Map<string, Place>()
    for (const { absolute } of all.files) placesOfAll.set(absolute, await placeOf(absolute))
    // Pages are compared with those of the other shards as well.
    await scope.compare([...placesOfAll.values()])
    const places = selection.files.map(({ absolute }) => placesOfAll.get(absolute)!)
    for (const { shown, reason } of selection.unreadable) {
      const message = fileMessage('medlint/read', `Check this path: it could not be read (${reason}).`)
      await report({ ...nothing(shown), messages: [message], broken: true })
    }
    if (!given.allowUnmatched && complainOfUnmatched(selection.unmatched, given)) broken = true
    let paused = performance.now()
    for (const [index, { absolute, shown }] of selection.files.entries()) {
      const place = places[index]!
      await report(
        lintOne(shown, place, () => scope.read(absolute)),
        place,
      )
      if (index === LONG_RUN) setFlagsFromString(HEAP_GROWTH)
      progress.show(index + 1, selection.files.length)
      if (performance.now() - paused > PAUSE_MILLISECONDS) {
        // Lets a closed pipe be noticed and output flow.
        await new Promise((resolve) => setImmediate(resolve))
        paused = performance.now()
      }
    }
  }
  const shard = given.shard ? `${given.shard.index}/${given.shard.count}` : null
  const { summary, status } = await reporting.end({ now: configs.now, skipped, broken, shard })
  if (stats) process.stderr.write(stats.text(summary.data))
  const { text: ofScope, failed } = scope.end()
  process.stderr.write(ofScope)
  return status === 0 && failed ? 1 : status
}

/** The outcome of a file that nothing was found in. */
export function nothing(name: string): Outcome {
  return { path: name, messages: [], suppressed: [], fixed: 0, silent: [], broken: false }
}

export function lintText(
  name: string,
  text: string,
  place: Place,
  linter: PostLinter,
  viewOf: Reporter['view'],
  given: Pick<Arguments, 'fix'>,
  debug: boolean,
): Outcome {
  try {
    const run = (current: string) => {
      const checked = linter.check(current, place)
      return { ...checked, view: viewOf?.(checked.post(), checked.settings()) }
    }
    const {
      text: after,
      applied,
      result,
    } = given.fix === 'no' ? { text, applied: 0, result: run(text) } : fixToFixedPoint(text, run)
    const { messages, suppressed, silent, crashed, view } = result
    if (debug) for (const { error } of crashed) process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
    const found = { messages, suppressed, text: after, view, fixed: applied, silent, broken: crashed.length > 0 }
    const outcome: Outcome = { ...nothing(name), ...found }
    if (after === text) return outcome
    if (given.fix === 'dry-run') return { ...outcome, output: after }
    const problem = tryToWrite(place.absolute, text, after)
    return problem ? { ...outcome, text, ...withProblem(run(text), problem) } : outcome
  } catch (error) {
    if (error instanceof ConfigError) throw error
    if (debug && error instanceof Error) process.stderr.write(`${error.stack}\n`)
    const reason = error instanceof Error ? error.message : String(error)
    const message = fileMessage('medlint/internal', `Report this: medlint failed on this file (${reason}).`)
    return { ...nothing(name), messages: [message], broken: true }
  }
}

/** A file that could not be written keeps its old text, so its old messages hold. */
function withProblem({ messages, suppressed, view }: Checked & Pick<FileReport, 'view'>, problem: Message) {
  return { messages: [problem, ...messages], suppressed, view, fixed: 0, broken: true }
}

/** Someone may have saved the file since it was read: their text is not overwritten. */
function tryToWrite(file: string, before: string, after: string): Message | undefined {
  try {
    if (readFileSync(file, 'utf8') !== before)
      return fileMessage(
        'medlint/read',
        'Run medlint again: this file changed while it was linted, so its fixes were not written.',
      )
    writeWhole(file, after)
    return undefined
  } catch (error) {
    return fileMessage('medlint/read', `Check this file: its fixes could not be written (${reasonOf(error)}).`)
  }
}

function complainOfUnmatched(unmatched: readonly string[], { extensions }: Arguments): boolean {
  for (const name of unmatched) {
    const what = name === '.' ? 'this folder' : `"${name}"`
    process.stderr.write(`medlint: Check the name: no ${extensions.join(', ')} file to lint in ${what}.\n`)
  }
  return unmatched.length > 0
}

/** A configuration that switches nothing on passes everything: rarely what was meant. */
function warnOfNothing({ loaded, resolved }: Place, workingFolder: string, warned: Set<string>): void {
  const { file } = loaded
  if (file === undefined || warned.has(file) || Object.values(resolved.rules).some(({ level }) => level !== 'off')) return
  warned.add(file)
  process.stderr.write(`medlint: Add "extends": ["recommended"] to ${shownPath(file, workingFolder)}: it switches no rule on.\n`)
}
