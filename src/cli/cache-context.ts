/** Everything but the text that a result depends on, as one hash. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { rules as builtIn } from '../../rules/index.ts'
import type { ResolvedConfig } from '../config/types.ts'
import type { Rule } from '../lint/define-rule.ts'
import type { Project } from '../post/types.ts'
import type { Place } from './post-linter.ts'
import { build, version } from './version.ts'

const known = new WeakMap<ResolvedConfig, string | undefined>()

/** Undefined when it holds something that cannot be compared: such results are not kept. */
export function contextOf(place: Place, project: Project): string | undefined {
  const { resolved } = place
  if (!known.has(resolved)) known.set(resolved, compute(place, project))
  return known.get(resolved)
}

function compute({ resolved, loaded }: Place, project: Project): string | undefined {
  const facts = Object.entries(project).filter(([, value]) => typeof value !== 'function')
  // The answers are noted with each result; whether there is someone to ask is not.
  const asked = Object.keys(project).filter((name) => typeof project[name as keyof Project] === 'function')
  const host = [version, build, process.platform, process.arch, process.env['MEDLINT_PARSER'] ?? '']
  const plugins = (loaded.config.plugins ?? []).map((name) => contentOf(name, loaded.file ?? loaded.folder))
  try {
    const json = JSON.stringify([host, resolved, Object.fromEntries(facts), asked, plugins], comparable)
    return createHash('sha256').update(json).digest('base64')
  } catch (error) {
    if (error instanceof Incomparable) return undefined
    throw error
  }
}

class Incomparable extends Error {}

function comparable(_: string, value: unknown): unknown {
  if (typeof value === 'function') return ruleText(value)
  if (value instanceof Set || value instanceof Map) return [...value]
  return value
}

/** Built-in rules come with the version; of a user's rule its definition and its code count. */
function ruleText(value: object): unknown {
  if (!('meta' in value && 'check' in value)) throw new Incomparable()
  const { meta, check } = value as Rule
  return builtIn[meta.id] === value ? meta.id : [JSON.stringify(meta), String(check)]
}

function contentOf(name: string, configFile: string): string {
  try {
    const file = /^[./\\]/.test(name) ? path.resolve(path.dirname(configFile), name) : createRequire(configFile).resolve(name)
    return createHash('sha256').update(readFileSync(file)).digest('base64')
  } catch {
    return ''
  }
}
