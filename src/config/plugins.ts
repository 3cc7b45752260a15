/** Rules of the user's own, from modules named in `plugins`. */
import { createRequire } from 'node:module'
import path from 'node:path'
import type { Rule } from '../lint/define-rule.ts'
import { moduleUrl } from './module-url.ts'

type Fail = (index: number, text: string) => never

/** Adds the rules of each module to `rules`; `fail` is called with the index of a module that cannot be used. */
export async function loadPlugins(names: unknown[], configFile: string, rules: Record<string, Rule>, fail: Fail): Promise<void> {
  for (const [index, name] of names.entries()) {
    if (typeof name !== 'string') continue
    const found = rulesOf(await importPlugin(name, configFile, (text) => fail(index, text)))
    if (!found)
      fail(index, `Export a rule, a list of rules or {rules: [...]} from "${name}": its default export is something else.`)
    for (const rule of found) {
      const { id } = rule.meta
      if (Object.hasOwn(rules, id) && rules[id] !== rule)
        fail(index, `Rename the rule "${id}" of "${name}": there is one of that name already.`)
      rules[id] = rule
    }
  }
}

async function importPlugin(name: string, configFile: string, fail: (text: string) => never): Promise<unknown> {
  try {
    const isPath = name.startsWith('.') || path.isAbsolute(name)
    const file = isPath ? path.resolve(path.dirname(configFile), name) : createRequire(configFile).resolve(name)
    return ((await import(moduleUrl(file))) as { default?: unknown }).default
  } catch (error) {
    return fail(
      `Correct "${name}" in "plugins": loading it failed (${error instanceof Error ? error.message.split('\n')[0] : String(error)}).`,
    )
  }
}

function rulesOf(value: unknown): Rule[] | undefined {
  if (isRule(value)) return [value]
  const held = typeof value === 'object' && value !== null && 'rules' in value ? value.rules : value
  const list = Array.isArray(held) ? held : typeof held === 'object' && held !== null ? Object.values(held) : []
  return list.length > 0 && list.every(isRule) ? list : undefined
}

function isRule(value: unknown): value is Rule {
  return typeof value === 'function' && 'meta' in value && 'check' in value
}
