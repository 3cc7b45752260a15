/** Checks a rule's options against its schema. Interpreted, not compiled: extensions may not evaluate code. */
import { type Schema, Validator } from '@cfworker/json-schema'
import type { Rule } from './define-rule.ts'

/** Options that every rule has (RULES.md 1.6). */
const COMMON = {
  severity: { enum: ['error', 'warn', 'info', 'off'] },
  ignore: { type: 'array', items: { type: 'string' } },
  sections: { type: 'array', items: { type: 'string' } },
}

export interface OptionProblem {
  /** Dotted path of the option, '' for the whole. */
  path: string
  problem: string
}

const validators = new WeakMap<Rule, Validator>()

export function validateOptions(rule: Rule, options: object): OptionProblem[] {
  let validator = validators.get(rule)
  if (!validator) {
    const { schema } = rule.meta
    const properties = { ...COMMON, ...schema.properties }
    validator = new Validator({ ...schema, properties, additionalProperties: false } as Schema, '2020-12', false)
    validators.set(rule, validator)
  }
  const problems = new Map<string, string>()
  for (const { instanceLocation, keyword, error } of validator.validate(options).errors) {
    // These only say that something inside is wrong, which has its own entry.
    if (['properties', 'items', 'additionalProperties'].includes(keyword)) continue
    const path = instanceLocation.replace(/^#\/?/, '').replaceAll('/', '.')
    problems.set(path, keyword === 'false' ? 'is not an option of this rule' : error)
  }
  const names = [...problems].map(([path, problem]) => ({ path, problem }))
  for (const pattern of 'ignore' in options && Array.isArray(options.ignore) ? options.ignore : []) {
    if (typeof pattern === 'string' && !isPattern(pattern))
      names.push({ path: 'ignore', problem: `"${pattern}" is not a regular expression` })
  }
  return names
}

function isPattern(source: string): boolean {
  try {
    new RegExp(source, 'u')
    return true
  } catch {
    return false
  }
}
