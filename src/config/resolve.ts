/** From a configuration to what holds for one file. Pure: every host resolves in the same way. */

import { isPublication } from '../lint/page-names.ts'
import { mergeOptions, parseSetting } from '../lint/rule-setting.ts'
import type { Level } from '../lint/types.ts'
import { DEFAULT_DIRECTIVES, STRICT_DIRECTIVES } from '../lint/unified-plugin.ts'
import { globMatcher, type Matcher } from '../post/globs.ts'
import { ConfigError } from './config-error.ts'
import { normalSetting } from './setting.ts'
import type { Catalogue, Config, ConfigLayer, DirectiveSettings, Override, ResolvedConfig, ResolvedRule } from './types.ts'

export interface ResolveOptions extends Catalogue {
  /** Today, `YYYY-MM-DD`. */
  now: string
  /** False lets no comment suppress anything. */
  comments?: boolean
  /** Report unused comments whatever the configuration says. */
  reportUnused?: boolean
}

export type Resolver = (path: string) => ResolvedConfig

/** What holds without any configuration. */
const NO_CONFIG: Config = { extends: 'recommended' }

/** `path` is relative to the folder of the configuration, with `/`. */
export function resolve(config: Config | undefined, path: string, options: ResolveOptions): ResolvedConfig {
  return createResolver(config, options)(path)
}

/** Resolves many files; files that the same overrides match share one result. */
export function createResolver(config: Config = NO_CONFIG, options: ResolveOptions): Resolver {
  const overrides = overridesOf(config).map((override) => ({ override, matches: globMatcher(override.files) }))
  const states = new Map<string, { yes: ResolvedConfig; no: ResolvedConfig; isContent: Matcher }>()
  const knownRules = new Set(Object.keys(options.rules))
  return (path) => {
    const matching = overrides.filter(({ matches }) => matches(path))
    const key = matching.map(({ override }) => overrides.findIndex((each) => each.override === override)).join()
    let known = states.get(key)
    if (!known) {
      const state = stateOf(config, new Set(matching.map(({ override }) => override)), options, [])
      const resolved = finish(state, options, knownRules)
      const isContent = state.contentFiles === undefined ? isPublication : globMatcher(state.contentFiles)
      known = { yes: { ...resolved, content: true }, no: { ...resolved, content: false }, isContent }
      states.set(key, known)
    }
    return known.isContent(path) ? known.yes : known.no
  }
}

interface RuleState {
  level: Level
  overridden: boolean
  levels?: Record<string, Level>
  options: object
}

type Scalars = Pick<ConfigLayer, 'audience' | 'pageType' | 'region' | 'species' | 'lang' | 'ownDomains' | 'contentFiles'>

interface State extends Scalars {
  rules: Map<string, RuleState>
  /** Names of the presets that hold. */
  presets: Set<string>
  directives: Partial<DirectiveSettings>
  reportLanguage?: boolean
}

const SCALARS = ['audience', 'region', 'species', 'lang', 'ownDomains', 'contentFiles'] as const
const AUDIENCE_PRESETS = ['patient', 'clinician']
const LEVELS: Level[] = ['off', 'info', 'warn', 'error']

function overridesOf(config: Config): Override[] {
  const inside = listOf(config.extends).filter((entry) => typeof entry !== 'string')
  const own = config.overrides ?? []
  return [...inside, ...own].flatMap((entry) =>
    'files' in entry ? [entry as Override, ...overridesOf(withoutOverrides(entry))] : overridesOf(entry),
  )
}

function withoutOverrides({ extends: base }: ConfigLayer): Config {
  return base === undefined ? {} : { extends: base }
}

function stateOf(config: Config, matching: ReadonlySet<Override>, catalogue: Catalogue, path: (string | number)[]): State {
  const state = emptyState()
  extend(state, config, matching, catalogue, path)
  applyOwn(state, config, catalogue)
  for (const [index, override] of (config.overrides ?? []).entries()) {
    if (!matching.has(override)) continue
    extend(state, override, matching, catalogue, [...path, 'overrides', index])
    applyOwn(state, override, catalogue)
  }
  return state
}

function emptyState(): State {
  return { rules: new Map(), presets: new Set(), directives: {} }
}

function extend(
  state: State,
  layer: ConfigLayer,
  matching: ReadonlySet<Override>,
  catalogue: Catalogue,
  path: (string | number)[],
): void {
  const presets = new Set<string>()
  for (const entry of listOf(layer.extends)) {
    const base = typeof entry === 'string' ? presetState(entry, catalogue, path) : stateOf(entry, matching, catalogue, path)
    mergeHigher(state, base)
    for (const preset of base.presets) presets.add(preset)
  }
  const forAudience = AUDIENCE_PRESETS.filter((name) => presets.has(name))
  if (forAudience.length > 1) {
    const text =
      'Remove "patient" or "clinician" from "extends": a page has one audience. Use "overrides" for a site that has both.'
    throw new ConfigError(text, [...path, 'extends'])
  }
  // An override may be for the other audience: it then takes the place of the one further up.
  if (forAudience.length > 0) for (const name of AUDIENCE_PRESETS) state.presets.delete(name)
  for (const preset of presets) state.presets.add(preset)
}

function presetState(name: string, { presets, rules }: Catalogue, path: (string | number)[]): State {
  const preset = Object.hasOwn(presets, name) ? presets[name] : undefined
  if (!preset) throw new ConfigError(`Correct "${name}": there is no such preset.`, [...path, 'extends'])
  const state = emptyState()
  state.presets.add(name)
  if (preset.audience !== 'general') state.audience = preset.audience
  applyOwn(state, { rules: preset.rules }, { presets, rules })
  for (const rule of state.rules.values()) rule.overridden = false
  return state
}

/** Several presets: the higher severity of each rule, options and other keys of the later one. */
function mergeHigher(state: State, base: State): void {
  for (const [id, other] of base.rules) {
    const own = state.rules.get(id)
    if (!own) {
      state.rules.set(id, other)
      continue
    }
    const difference = LEVELS.indexOf(other.level) - LEVELS.indexOf(own.level)
    const levels = mergeLevels(own.levels, other.levels)
    state.rules.set(id, {
      level: difference > 0 ? other.level : own.level,
      overridden: difference === 0 ? own.overridden || other.overridden : difference > 0 ? other.overridden : own.overridden,
      ...(levels ? { levels } : {}),
      options: mergeOptions(own.options, other.options),
    })
  }
  mergeSettings(state, base)
  if (base.reportLanguage !== undefined) state.reportLanguage = base.reportLanguage
}

function mergeLevels(
  own: Record<string, Level> | undefined,
  other: Record<string, Level> | undefined,
): Record<string, Level> | undefined {
  if (!own || !other) return own ?? other
  const higher = Object.entries(other).map(([id, level]) => {
    const before = own[id]
    return [id, before && LEVELS.indexOf(before) > LEVELS.indexOf(level) ? before : level] as const
  })
  return { ...own, ...Object.fromEntries(higher) }
}

function applyOwn(state: State, layer: ConfigLayer, { rules }: Catalogue): void {
  for (const [id, setting] of Object.entries(layer.rules ?? {})) {
    if (id === 'medlint/language') {
      state.reportLanguage = parseSetting(setting).level !== 'off'
      continue
    }
    const rule = Object.hasOwn(rules, id) ? rules[id] : undefined
    if (!rule) throw new ConfigError(`Correct the rule id "${id}": there is no such rule.`, ['rules', id])
    const { level, levels, options } = parseSetting(normalSetting(rule, setting))
    const before: RuleState = state.rules.get(id) ?? { level: rule.meta.severity, overridden: false, options: {} }
    const kept = levels ?? (level === undefined ? before.levels : undefined)
    state.rules.set(id, {
      level: level ?? before.level,
      overridden: level !== undefined || before.overridden,
      ...(kept ? { levels: kept } : {}),
      options: options ? mergeOptions(before.options, options) : before.options,
    })
  }
  mergeSettings(state, layer)
}

function mergeSettings(state: State, layer: Scalars & { directives?: Partial<DirectiveSettings> }): void {
  for (const key of SCALARS) if (layer[key] !== undefined) Object.assign(state, { [key]: layer[key] })
  if (layer.pageType) state.pageType = { ...state.pageType, ...layer.pageType }
  if (layer.directives) state.directives = { ...state.directives, ...layer.directives }
}

function finish(state: State, options: ResolveOptions, knownRules: ReadonlySet<string>): Omit<ResolvedConfig, 'content'> {
  const {
    species = 'human',
    audience = 'general',
    pageType = {},
    region = [],
    lang,
    ownDomains,
    reportLanguage,
    directives,
  } = state
  const presets = [...state.presets].map((name) => options.presets[name]!)
  const rules: Record<string, ResolvedRule> = {}
  for (const [id, { level, overridden, levels, options: own }] of state.rules) {
    const rule = options.rules[id]!
    rules[id] = { rule, level, overridden, ...(levels ? { levels } : {}), options: mergeOptions(rule.meta.defaultOptions, own) }
  }
  return {
    rules,
    audience,
    pageTypes: pageType,
    region,
    species: typeof species === 'string' ? species : species.join(', '),
    now: options.now,
    directives: {
      ...DEFAULT_DIRECTIVES,
      ...(presets.some((preset) => preset.strictDirectives) ? STRICT_DIRECTIVES : {}),
      ...directives,
      needReviewer: presets.flatMap((preset) => preset.needReviewer),
      ...(options.comments === false ? { enabled: false } : {}),
      ...(options.reportUnused ? { reportUnused: true } : {}),
    },
    knownRules,
    presets: [...state.presets],
    ...(reportLanguage === undefined ? {} : { reportLanguage }),
    ...(lang === undefined ? {} : { lang }),
    ...(ownDomains === undefined ? {} : { ownDomains }),
  }
}

function listOf<Entry>(value: Entry | Entry[] | undefined): Entry[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value]
}
