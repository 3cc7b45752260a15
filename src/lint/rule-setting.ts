/** Reading a rule's setting: `"warn"`, `["error", {...}]`, `{...}`, `{messageId: "info"}`, and what remark users write. */
import type { ResolvedRule } from '../config/types.ts'
import type { Rule } from './define-rule.ts'
import type { Level } from './types.ts'

export interface ParsedSetting {
  level?: Level
  /** Level per message id. */
  levels?: Record<string, Level>
  options?: object
}

const LEVELS: Record<string, Level> = {
  error: 'error',
  warn: 'warn',
  warning: 'warn',
  info: 'info',
  off: 'off',
  on: 'warn',
  '2': 'error',
  '1': 'warn',
  '0': 'off',
}

/** Parses a setting; throws an `Error` that says what was expected. */
export function parseSetting(setting: unknown): ParsedSetting {
  if (setting === undefined || setting === null || setting === true) return {}
  if (setting === false) return { level: 'off' }
  if (!Array.isArray(setting)) return isLevelLike(setting) ? parseLevel(setting) : { options: asObject(setting) }
  const [first, second] = setting as unknown[]
  if (setting.length > 2) throw new Error('expected a severity, or [severity, options]')
  const severity =
    first === undefined || first === null || first === true ? {} : first === false ? { level: 'off' as const } : parseLevel(first)
  return second === undefined ? severity : { ...severity, options: asObject(second) }
}

function isLevelLike(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number'
}

function parseLevel(value: unknown): ParsedSetting {
  if (isLevelLike(value)) return { level: levelOf(value) }
  const entries = Object.entries(asObject(value)).map(([id, level]) => [id, levelOf(level)] as const)
  return { levels: Object.fromEntries(entries) }
}

function levelOf(value: unknown): Level {
  const level = LEVELS[String(value)]
  if (!level) throw new Error(`expected "error", "warn", "info" or "off", not ${JSON.stringify(value)}`)
  return level
}

function asObject(value: unknown): object {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  throw new Error(`expected an options object, not ${JSON.stringify(value)}`)
}

/** `patch` over `base`: arrays and scalars replace, objects merge key by key. */
export function mergeOptions(base: object, patch: object): object {
  const merged: Record<string, unknown> = { ...base }
  for (const [key, value] of Object.entries(patch)) {
    const old = merged[key]
    merged[key] = isPlain(old) && isPlain(value) ? mergeOptions(old, value) : value
  }
  return merged
}

function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A rule alone, as a plain plugin runs it: its own severity unless the setting says otherwise. */
export function resolveSetting(rule: Rule, setting: unknown, base?: ResolvedRule): ResolvedRule {
  const { level, levels, options } = parseSetting(setting)
  const start: ResolvedRule = base ?? { rule, level: rule.meta.severity, overridden: false, options: rule.meta.defaultOptions }
  return {
    rule,
    level: level ?? start.level,
    overridden: level !== undefined || start.overridden,
    ...(levels ? { levels } : start.levels && level === undefined ? { levels: start.levels } : {}),
    options: options ? mergeOptions(start.options, options) : start.options,
  }
}
