/** The baseline on disk: found from the working folder upward, honoured by every run, written by `--suppress-all`, `--suppress-rule`, `--prune-suppressions`. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { type Baseline, type BaselineEntry, entriesFor, formerPath, indexPaths, matchBaseline } from '../lint/baseline.ts'
import { BaselineError, baselineText, parseBaseline } from '../lint/baseline-text.ts'
import type { MessagePrint } from '../lint/fingerprint.ts'
import type { Message, SuppressedMessage } from '../lint/types.ts'
import { didYouMean } from '../post/suggest.ts'
import { count } from '../report/printable.ts'
import type { Arguments } from './arguments.ts'
import { BASELINE_FILE, nearestBaseline } from './baseline-path.ts'
import type { Configs } from './configs.ts'
import { reasonOf, shownPath } from './files.ts'
import type { Checked, Place, PostLinter } from './post-linter.ts'
import { UsageError } from './usage-error.ts'
import { writeWhole } from './write-file.ts'

/** What is to be done with the baseline besides honouring it. */
export type Suppressing = { kind: 'all' } | { kind: 'rules'; rules: string[] } | { kind: 'prune' } | undefined

export interface Suppressions {
  /** The same linter, with what the baseline knows among the suppressed messages. */
  honouring(linter: PostLinter): PostLinter
  /** Writes the file if that was asked for; says what there is to say. `isWhole`: no name or change limited the run. */
  end(isWhole: boolean): { text: string; stale: number }
}

type Given = Pick<Arguments, 'suppress' | 'suppressionsLocation'>

/** Undefined when there is no baseline and none is asked for. */
export async function openSuppressions(given: Given, configs: Configs, workingFolder: string): Promise<Suppressions | undefined> {
  const { suppress, suppressionsLocation } = given
  const writes = suppress?.kind === 'all' || suppress?.kind === 'rules'
  const { folder, catalogue } = await configs.forFolder(workingFolder)
  for (const rule of suppress?.kind === 'rules' ? suppress.rules : []) {
    if (Object.hasOwn(catalogue.rules, rule)) continue
    const hint = didYouMean(rule, Object.keys(catalogue.rules))
    throw new UsageError(`Correct --suppress-rule: there is no rule "${rule}".${hint} See medlint --list-rules.`)
  }
  if (suppressionsLocation !== undefined) {
    const file = path.resolve(workingFolder, suppressionsLocation)
    if (!writes && !existsSync(file))
      throw new UsageError(`Correct --suppressions-location: there is no file "${suppressionsLocation}".`)
    return createSuppressions(file, suppress, workingFolder)
  }
  const found = nearestBaseline(workingFolder)
  if (found !== undefined) return createSuppressions(found, suppress, workingFolder)
  if (suppress?.kind === 'prune')
    throw new UsageError(`Write a baseline with --suppress-all first: there is no ${BASELINE_FILE}.`)
  if (!suppress) return undefined
  return createSuppressions(path.join(folder, BASELINE_FILE), suppress, workingFolder)
}

function createSuppressions(file: string, suppress: Suppressing, workingFolder: string): Suppressions {
  const shown = shownPath(file, workingFolder)
  const before = readBaseline(file, shown)
  const folder = path.dirname(file)
  const rules = suppress?.kind === 'rules' ? new Set(suppress.rules) : undefined
  const isWriting = suppress?.kind === 'all' || suppress?.kind === 'rules'
  /** By path: its entries from now on, the path they stood under, and how many findings are no longer there. */
  const seen = new Map<string, { entries: readonly BaselineEntry[]; from: string | undefined; gone: number }>()
  const isGone = (name: string) => !existsSync(path.join(folder, name))
  let pathsOf: ReturnType<typeof indexPaths> | undefined

  function formerOf(name: string, prints: readonly MessagePrint[]): string | undefined {
    if (before.has(name)) return name
    if (prints.length === 0 || before.size === 0) return undefined
    pathsOf ??= indexPaths(before)
    const claimed = (former: string) => [...seen].some(([other, { from }]) => from === former && other !== name)
    return formerPath(prints, before, pathsOf, (former) => isGone(former) && !claimed(former))
  }

  function apply(checked: Checked, place: Place): Checked {
    const { messages, suppressed } = checked
    const name = shownPath(place.absolute, folder)
    const prints = checked.prints()
    const from = formerOf(name, prints)
    const old = (from === undefined ? undefined : before.get(from)) ?? []
    const entries = isWriting ? entriesFor(prints, old, rules) : old
    const { known, kept, gone } = matchBaseline(prints, entries)
    // A rule that failed has lost its findings, not mended them.
    if (checked.crashed.length === 0) seen.set(name, { entries: isWriting ? entries : kept, from, gone })
    if (!known.includes(true)) return checked
    const hidden = messages.filter((_, index) => known[index]).map(asSuppressed)
    return {
      ...checked,
      messages: messages.filter((_, index) => !known[index]),
      prints: () => prints.filter((_, index) => !known[index]),
      suppressed: [...suppressed, ...hidden].sort((a, b) => a.start - b.start || a.end - b.end),
    }
  }

  function after(): Map<string, readonly BaselineEntry[]> {
    const result = new Map(before)
    for (const { from } of seen.values()) if (from !== undefined) result.delete(from)
    for (const [name, { entries }] of seen) if (entries.length > 0) result.set(name, entries)
    for (const name of result.keys()) if (!seen.has(name) && isGone(name)) result.delete(name)
    return result
  }

  return {
    honouring: (linter) => ({ ...linter, check: (text, place) => apply(linter.check(text, place), place) }),
    end(isWhole) {
      if (suppress) {
        const baseline = after()
        write(file, baseline, suppressions(baseline) === 0 && !existsSync(file))
        const [now, then] = [suppressions(baseline), suppressions(before)]
        return { text: `medlint: ${shown}: ${count(now, 'suppression')}, before ${then}.\n`, stale: 0 }
      }
      let stale = [...seen.values()].reduce((sum, { gone }) => sum + gone, 0)
      if (isWhole) {
        const claimed = new Set([...seen.values()].map(({ from }) => from))
        const left = [...before.keys()].filter((name) => !seen.has(name) && !claimed.has(name) && isGone(name))
        stale += suppressions(new Map(left.map((name) => [name, before.get(name)!])))
      }
      const what = stale === 1 ? 'finding of the baseline is' : 'findings of the baseline are'
      const text = stale === 0 ? '' : `medlint: Run medlint --prune-suppressions: ${stale} ${what} no longer there.\n`
      return { text, stale }
    },
  }
}

function asSuppressed(message: Message): SuppressedMessage {
  return { ...message, reason: null, until: null, by: 'baseline' }
}

function suppressions(baseline: Baseline): number {
  return [...baseline.values()].flat().reduce((sum, entry) => sum + (entry.related ? 0 : entry.count), 0)
}

function readBaseline(file: string, shown: string): Baseline {
  if (!existsSync(file)) return new Map()
  try {
    return parseBaseline(readFileSync(file, 'utf8'))
  } catch (error) {
    if (!(error instanceof BaselineError)) throw new UsageError(`Check ${shown}: it cannot be read (${reasonOf(error)}).`)
    throw new UsageError(`${shown}${error.line === undefined ? '' : `:${error.line}`}: ${error.message}`)
  }
}

function write(file: string, baseline: Baseline, isNeedless: boolean): void {
  if (isNeedless) return
  try {
    writeWhole(file, baselineText(baseline))
  } catch (error) {
    throw new UsageError(`Check ${path.basename(file)}: it cannot be written (${reasonOf(error)}).`)
  }
}
