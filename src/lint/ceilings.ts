/**
 * Ceilings: how many errors of each rule a site may have at most (RULES.md 5.3). They are lowered as errors are mended; only people raise
 * them, by an edit that others can see. Pure: hosts read and write the file.
 */
import type { Message } from './types.ts'

/** Rule -> errors. A rule that is not named has a ceiling of 0. */
export type Ceilings = ReadonlyMap<string, number>

export class CeilingsError extends Error {
  override name = 'CeilingsError'
}

export interface Excess {
  rule: string
  count: number
  ceiling: number
}

export function countErrors(messages: Iterable<Message>, isCounted: (message: Message) => boolean): Ceilings {
  const counts = new Map<string, number>()
  for (const message of messages) {
    if (message.severity === 'error' && isCounted(message)) counts.set(message.rule, (counts.get(message.rule) ?? 0) + 1)
  }
  return counts
}

/** Rules with more errors than they may have, by id. */
export function excessOf(counts: Ceilings, ceilings: Ceilings): Excess[] {
  return [...counts]
    .map(([rule, count]) => ({ rule, count, ceiling: ceilings.get(rule) ?? 0 }))
    .filter(({ count, ceiling }) => count > ceiling)
    .sort((a, b) => (a.rule < b.rule ? -1 : 1))
}

/** Never higher than before; `undefined`: there were none. */
export function lowered(counts: Ceilings, before: Ceilings | undefined): Ceilings {
  if (!before) return counts
  return new Map([...before].map(([rule, ceiling]) => [rule, Math.min(ceiling, counts.get(rule) ?? 0)]))
}

/** One sorted line per rule, so that a change is one line of a diff. */
export function ceilingsText(ceilings: Ceilings): string {
  const rows = [...ceilings].filter(([, number]) => number > 0).sort(([a], [b]) => (a < b ? -1 : 1))
  const lines = rows.map(([rule, number]) => `\n    ${JSON.stringify(rule)}: ${number}`)
  const errors = lines.length > 0 ? `{${lines.join(',')}\n  }` : '{}'
  return `{\n  "medlint": "ceilings",\n  "version": 1,\n  "errors": ${errors}\n}\n`
}

/** Throws a `CeilingsError`. */
export function parseCeilings(text: string): Ceilings {
  let data: unknown
  try {
    data = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw new CeilingsError(
      `Correct this file of ceilings: it is no JSON (${error instanceof Error ? error.message : String(error)}).`,
    )
  }
  const { medlint, version, errors } = (typeof data === 'object' && data !== null ? data : {}) as Record<string, unknown>
  if (medlint !== 'ceilings' || typeof errors !== 'object' || errors === null)
    throw new CeilingsError('Write the ceilings with medlint gate --write-ceilings: this file holds none.')
  if (version !== 1) throw new CeilingsError('Update medlint: these ceilings are of another version.')
  const odd = Object.entries(errors).find(([, number]) => !Number.isInteger(number) || number < 0)
  if (odd) throw new CeilingsError(`Write a whole number for "${odd[0]}".`)
  return new Map(Object.entries(errors as Record<string, number>))
}
