import type { Rule } from './define-rule.ts'
import type { Audience, Level, RuleSetting } from './types.ts'
import { type PresetPlugin, toPresetPlugin } from './unified-plugin.ts'

/** A preset: unified reads `plugins`, the linter reads the rest. */
export interface Preset {
  plugins: [PresetPlugin]
  name: string
  rules: Record<string, RuleSetting>
  audience: Audience
  /** Suppressions need a reason and a date (RULES.md 6.2). */
  strictDirectives: boolean
}

interface PresetDefinition {
  name: string
  audience?: Audience
  strictDirectives?: boolean
  // biome-ignore lint/suspicious/noExplicitAny: rules of different options live in one list
  rules: [Rule<any>, Level | [Level, object]][]
}

export function definePreset({ name, audience = 'general', strictDirectives = false, rules }: PresetDefinition): Preset {
  return {
    name,
    audience,
    strictDirectives,
    rules: Object.fromEntries(rules.map(([rule, setting]) => [rule.meta.id, setting])),
    plugins: [toPresetPlugin(name, { settings: rules, audience, strictDirectives })],
  }
}
