import type { RuleDefinition, RuleMeta } from './types.ts'
import { toUnifiedPlugin, type UnifiedPlugin } from './unified-plugin.ts'

/** A rule: a unified plugin that carries its definition, so one export serves the linter and a `.remarkrc`. */
export interface Rule<Options extends object = object> extends UnifiedPlugin {
  meta: RuleMeta
  check: RuleDefinition<Options>['check']
}

const DOCUMENTATION = 'https://github.com/medlint/medlint/blob/main/docs/rules/'

export function defineRule<Options extends object>(definition: RuleDefinition<Options>): Rule<Options> {
  const { check, ...meta } = definition
  const rule = {} as { current: Rule<Options> }
  const plugin = toUnifiedPlugin(definition.id, () => rule.current as unknown as Rule)
  rule.current = Object.assign(plugin, { meta: { ...meta, url: `${DOCUMENTATION}${definition.id}.md` } as RuleMeta, check })
  return rule.current
}
