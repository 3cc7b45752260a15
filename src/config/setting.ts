/** Forms of a rule setting that need the rule to be understood. */
import type { Rule } from '../lint/define-rule.ts'

const LEVELS = new Set<unknown>(['error', 'warn', 'info', 'off'])

/** `{messageId: "info"}` and the option `severity` in the form that `parseSetting` reads. */
export function normalSetting(rule: Rule, setting: unknown): unknown {
  if (Array.isArray(setting)) return withSeverity(setting[0], setting[1], setting)
  if (!isObject(setting)) return setting
  const entries = Object.entries(setting)
  const isMap =
    entries.length > 0 && entries.every(([name, value]) => Object.hasOwn(rule.meta.messages, name) && LEVELS.has(value))
  return isMap ? [setting] : withSeverity(undefined, setting, setting)
}

/** A severity in front wins over the option `severity`, which is the same thing said in the options. */
function withSeverity(level: unknown, options: unknown, setting: unknown): unknown {
  if (!isObject(options) || !LEVELS.has(options.severity)) return setting
  const { severity, ...rest } = options
  return [level ?? severity, rest]
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
