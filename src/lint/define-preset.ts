import type { Rule } from './define-rule.ts'
import type { Audience, Level, RuleSetting } from './types.ts'
import { type PresetPlugin, toPresetPlugin } from './unified-plugin.ts'

/** A preset: unified reads `plugins`, the linter reads the rest. */
export interface Preset {
  /** The plugin that runs the rules, then the rules themselves, so that a `.remarkrc` can set or remove (`false`) each. */
  plugins: [PresetPlugin, ...Rule[]]
  name: string
  rules: Record<string, RuleSetting>
  audience: Audience
  /** Suppressions need a reason and a date (RULES.md 6.2). */
  strictDirectives: boolean
  /** Rules that only a page with a reviewer may suppress (RULES.md 5.5). */
  needReviewer: readonly string[]
}

interface PresetDefinition {
  name: string
  audience?: Audience
  strictDirectives?: boolean
  needReviewer?: string[]
  // biome-ignore lint/suspicious/noExplicitAny: rules of different options live in one list
  rules: [Rule<any>, Level | [Level, object]][]
}

export function definePreset(definition: PresetDefinition): Preset {
  const { name, audience = 'general', strictDirectives = false, needReviewer = [], rules } = definition
  return {
    name,
    audience,
    strictDirectives,
    needReviewer,
    rules: Object.fromEntries(rules.map(([rule, setting]) => [rule.meta.id, setting])),
    plugins: [
      toPresetPlugin(name, { settings: rules, audience, strictDirectives, needReviewer }),
      ...rules.map(([rule]) => rule),
    ],
  }
}
