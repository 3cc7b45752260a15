/** `--stats`: where the time goes. A fact (sentences, claims ...) counts for the first rule that asks for it. */
import type { ResolvedConfig, ResolvedRule } from '../config/types.ts'
import type { Rule } from '../lint/define-rule.ts'
import type { Message } from '../lint/types.ts'
import { count, wrap } from '../report/printable.ts'
import type { Place } from './post-linter.ts'

const SLOWEST = 5
const WIDTH = 80

export interface Stats {
  /** The same place with rules that are timed. */
  timed(place: Place): Place
  addMessages(messages: readonly Message[]): void
  /** Length in UTF-16 code units, time in milliseconds. */
  addFile(name: string, length: number, time: number): void
  text(data: Readonly<Record<string, string>>): string
}

export function createStats(): Stats {
  const started = performance.now()
  const times = new Map<string, number>()
  const counts = new Map<string, number>()
  const timedConfigs = new WeakMap<ResolvedConfig, ResolvedConfig>()
  let slowest: { name: string; time: number }[] = []
  let files = 0
  let length = 0

  function timedRule(id: string, resolved: ResolvedRule): ResolvedRule {
    const { rule } = resolved
    const check: Rule['check'] = (post, context) => {
      const before = performance.now()
      try {
        rule.check(post, context)
      } finally {
        times.set(id, (times.get(id) ?? 0) + performance.now() - before)
      }
    }
    return { ...resolved, rule: Object.assign(() => undefined, { meta: rule.meta, check }) }
  }

  return {
    timed(place) {
      let resolved = timedConfigs.get(place.resolved)
      if (!resolved) {
        const rules = Object.entries(place.resolved.rules).map(([id, rule]) => [id, timedRule(id, rule)] as const)
        resolved = { ...place.resolved, rules: Object.fromEntries(rules) }
        timedConfigs.set(place.resolved, resolved)
      }
      return { ...place, resolved }
    },
    addMessages(messages) {
      for (const { rule } of messages) counts.set(rule, (counts.get(rule) ?? 0) + 1)
    },
    addFile(name, size, time) {
      files++
      length += size
      slowest = [...slowest, { name, time }].sort((a, b) => b.time - a.time).slice(0, SLOWEST)
    },
    text(data) {
      const total = performance.now() - started
      const ids = [...new Set([...times.keys(), ...counts.keys()])].sort((a, b) => (times.get(b) ?? 0) - (times.get(a) ?? 0))
      const rows = ids.map(
        (id) => `  ${id.padEnd(28)}${(times.get(id) ?? 0).toFixed(1).padStart(10)} ms${String(counts.get(id) ?? 0).padStart(8)}`,
      )
      const slow = slowest.map(({ name, time }) => `  ${time.toFixed(1).padStart(8)} ms  ${name}`)
      const sets = Object.entries(data).map(([name, date]) => `${name} ${date}`)
      return [
        `${count(files, 'file')}, ${Math.ceil(length / 1000)} thousand characters in ${total.toFixed(0)} ms`,
        `  ${'rule'.padEnd(28)}${'time'.padStart(13)}${'messages'.padStart(9)}`,
        ...rows,
        'slowest files',
        ...slow,
        ...wrap(`data sets: ${sets.join(', ') || 'none'}`, WIDTH),
        '',
      ].join('\n')
    },
  }
}
