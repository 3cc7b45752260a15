/**
 * The baseline: findings that were there before medlint was. They are recognised by what they are about, not by where they stand (RULES.md 5.2).
 * Pure: hosts read and write the file, and editors can honour it.
 */
import type { MessagePrint, Print } from './fingerprint.ts'

export interface BaselineEntry {
  rule: string
  message: string
  fingerprint: string
  /** How often the same message stood in that very place. */
  count: number
  around: string
  heading: string
  /** What a metric rule measured: more is a new finding. */
  value: number | undefined
  /** A further place of another entry's finding: it holds, but is no finding to mend by itself. */
  related: boolean
}

/** Entries by path. Paths are relative to the folder of the file, with `/`. */
export type Baseline = ReadonlyMap<string, readonly BaselineEntry[]>

/** What the core says about the file itself is never old. */
const NEVER = new Set(['medlint/directive', 'medlint/frontmatter-syntax', 'medlint/read', 'medlint/internal'])

export interface Match {
  /** For each print: true when the baseline knows it. */
  known: boolean[]
  /** For each entry: how many of its count are still there; metric entries with the present, lower value. */
  kept: BaselineEntry[]
  /** Findings of the baseline that are no longer there. */
  gone: number
}

/** Which of the messages of one file are old. A message moves freely in its file; of equal ones those with the same neighbours come first. */
export function matchBaseline(prints: readonly MessagePrint[], entries: readonly BaselineEntry[]): Match {
  const known = prints.map(() => false)
  const left = entries.map(({ count }) => count)
  const used = entries.map(() => 0)
  const values = entries.map(({ value }) => value)
  const groups = groupBy(entries, keyOf)
  for (const nearness of [2, 1, 0]) {
    for (const [index, print] of prints.entries()) {
      if (known[index] || NEVER.has(print.rule)) continue
      const fitting = (groups.get(keyOf(print)) ?? []).filter(
        (at) => left[at]! > 0 && nearnessOf(print.around, entries[at]!.around) >= nearness && isNoWorse(print, entries[at]!),
      )
      const at = fitting.find((each) => !entries[each]!.related) ?? fitting[0]
      if (at === undefined) continue
      known[index] = true
      left[at]!--
      used[at]!++
      values[at] = print.value
    }
  }
  const listed = new Set(prints.flatMap(({ rule, message, related }) => related.map((each) => keyOf({ rule, message, ...each }))))
  const kept = entries.flatMap((entry, at) => {
    const count = entry.related ? (used[at]! > 0 || listed.has(keyOf(entry)) ? entry.count : 0) : used[at]!
    return count > 0 ? [{ ...entry, count, value: values[at] }] : []
  })
  const gone = entries.reduce((sum, { count, related }, at) => sum + (related ? 0 : count - used[at]!), 0)
  return { known, kept, gone }
}

type Key = Pick<BaselineEntry, 'rule' | 'message' | 'fingerprint'>

function keyOf({ rule, message, fingerprint }: Key): string {
  return `${rule} ${message} ${fingerprint}`
}

function groupBy(entries: readonly BaselineEntry[], keyed: (entry: BaselineEntry) => string): Map<string, number[]> {
  const groups = new Map<string, number[]>()
  for (const [index, entry] of entries.entries()) {
    const group = groups.get(keyed(entry))
    if (group) group.push(index)
    else groups.set(keyed(entry), [index])
  }
  return groups
}

/** 2: the same on both sides; 1: on one; 0: on neither. */
function nearnessOf(a: string, b: string): number {
  if (a === b) return 2
  const [before, behind] = a.split(' ')
  const [otherBefore, otherBehind] = b.split(' ')
  return before === otherBefore || (behind !== undefined && behind === otherBehind) ? 1 : 0
}

function isNoWorse({ value }: MessagePrint, entry: BaselineEntry): boolean {
  return value === undefined || entry.value === undefined || value <= entry.value
}

/** Entries that make all of the messages old: for `rules` alone, or for every rule. Those of other rules stay as they are. */
export function entriesFor(
  prints: readonly MessagePrint[],
  entries: readonly BaselineEntry[],
  rules: ReadonlySet<string> | undefined,
): BaselineEntry[] {
  const chosen = prints.filter(({ rule }) => !NEVER.has(rule) && (rules?.has(rule) ?? true))
  const made = new Map<string, BaselineEntry>()
  const add = ({ rule, message, value }: MessagePrint, { fingerprint, around, heading }: Print, related: boolean) => {
    const entry = { rule, message, fingerprint, count: 1, around, heading, value: related ? undefined : value, related }
    const key = `${keyOf(entry)} ${around}`
    const same = made.get(key)
    if (!same) made.set(key, entry)
    else if (!related) Object.assign(same, { count: same.related ? 1 : same.count + 1, related: false })
  }
  for (const print of chosen) add(print, print, false)
  for (const print of chosen) for (const related of print.related) add(print, related, true)
  const others = rules === undefined ? [] : entries.filter(({ rule }) => !rules.has(rule))
  return [...others, ...made.values()]
}

/** Half of what the baseline holds of a file has to be found again for another file to be that file under a new name. */
const SIMILAR = 0.5

/**
 * The path that a file without entries had before: one that is gone, and whose findings are in the file now. Outside of sentences (frontmatter,
 * headings, the page as a whole) they count only under the same title.
 */
export function formerPath(
  prints: readonly MessagePrint[],
  baseline: Baseline,
  pathsOf: (key: string) => readonly string[],
  isGone: (path: string) => boolean,
): string | undefined {
  const present = new Map(prints.map((print) => [keyOf(print), print]))
  const candidates = new Set([...present.keys()].flatMap((key) => pathsOf(key)))
  let best: string | undefined
  let most = 0
  for (const path of candidates) {
    const own = (baseline.get(path) ?? []).filter(({ related }) => !related)
    const found = own.filter((entry) => {
      const print = present.get(keyOf(entry))
      return print !== undefined && (entry.around.includes(' ') || print.around === entry.around)
    })
    if (found.length <= most || found.length < own.length * SIMILAR || !isGone(path)) continue
    most = found.length
    best = path
  }
  return best
}

/** For `formerPath`: the paths that hold an entry. */
export function indexPaths(baseline: Baseline): (key: string) => readonly string[] {
  const index = new Map<string, string[]>()
  for (const [path, entries] of baseline) {
    for (const entry of entries) {
      const paths = index.get(keyOf(entry))
      if (!paths) index.set(keyOf(entry), [path])
      else if (paths.at(-1) !== path) paths.push(path)
    }
  }
  return (key) => index.get(key) ?? []
}
