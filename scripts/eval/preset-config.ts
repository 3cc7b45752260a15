import { presets } from '../../presets/index.ts'
import { rules } from '../../rules/index.ts'
import type { ResolvedConfig } from '../../src/config/types.ts'
import { resolveSetting } from '../../src/lint/rule-setting.ts'
import { defaultConfig } from '../../src/lint/unified-plugin.ts'

/** The day the evaluation pretends it is, so that figures do not change by themselves. */
const NOW = '2026-11-24'

/** A preset without a configuration file. */
export function presetConfig(name: string): ResolvedConfig {
  const preset = presets[name]
  if (!preset) throw new Error(`There is no preset "${name}"`)
  const entries = Object.entries(preset.rules).map(([id, setting]) => [
    id,
    { ...resolveSetting(rules[id]!, setting), overridden: false },
  ])
  return {
    ...defaultConfig(Object.fromEntries(entries), NOW),
    audience: preset.audience,
    knownRules: new Set(Object.keys(rules)),
  }
}

/** Every rule there is, each at the level and with the options preset `strict` or its own definition gives it. */
export function everyRule(): ResolvedConfig {
  const strict = presets['strict']!.rules
  const entries = Object.entries(rules).map(([id, rule]) => [
    id,
    { ...resolveSetting(rule, strict[id] ?? 'warn'), overridden: false },
  ])
  return { ...defaultConfig(Object.fromEntries(entries), NOW), knownRules: new Set(Object.keys(rules)) }
}
