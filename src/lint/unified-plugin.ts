/** The unified door: rules and presets as remark plugins, with ownership (RULES.md 2.12) among the rules of one processor. */
import type { Root } from 'mdast'
import type { VFile } from 'vfile'
import type { ResolvedConfig, ResolvedRule } from '../config/types.ts'
import { createPost } from '../post/post.ts'
import type { Post, Project } from '../post/types.ts'
import type { Preset } from './define-preset.ts'
import type { Rule } from './define-rule.ts'
import { applyEdits } from './fixes.ts'
import { currentHost } from './host.ts'
import { lint } from './lint.ts'
import { isPublication } from './page-names.ts'
import { resolveSetting } from './rule-setting.ts'
import type { Edit, Message, RuleSetting } from './types.ts'

/** What a plugin sees of the processor it is attached to. */
interface Processor {
  attachers: [unknown, ...unknown[]][]
  data(key: 'medlint'): { project?: Project; now?: string; lang?: string } | undefined
}

export type Transformer = (tree: Root, file: VFile) => undefined
export type UnifiedPlugin = (this: Processor, setting?: unknown) => Transformer | undefined

/** A preset's plugin: knows its rules, runs them together. */
export interface PresetPlugin extends UnifiedPlugin {
  preset: Pick<Preset, 'audience' | 'strictDirectives' | 'needReviewer'> & { settings: [Rule, RuleSetting][] }
}

const EPOCH = '1970-01-01'

/** One rule as a plugin. Inside a processor with a preset the preset runs it, with the setting given here. */
export function toUnifiedPlugin(id: string, ruleOf: () => Rule): UnifiedPlugin {
  const plugin: UnifiedPlugin = function (setting) {
    if (this.attachers.some(([other]) => isPresetPlugin(other))) return undefined
    const rule = ruleOf()
    const resolved = resolveSetting(rule, setting)
    return transformer(this, { [id]: resolved }, 'general', DEFAULT_DIRECTIVES)
  }
  Object.defineProperty(plugin, 'name', { value: `medlint:${id}` })
  return plugin
}

export function toPresetPlugin(name: string, preset: PresetPlugin['preset']): PresetPlugin {
  const plugin: UnifiedPlugin = function () {
    const presets = this.attachers.filter(([other]) => isPresetPlugin(other)).map(([other]) => other as PresetPlugin)
    if (presets[0] !== plugin) return undefined
    // A rule that is set to `false` in a `.remarkrc` is not attached at all.
    const attachedRules = new Set(this.attachers.map(([other]) => other))
    const rules: Record<string, ResolvedRule> = {}
    for (const [rule, own] of presets.flatMap((each) => each.preset.settings)) {
      if (attachedRules.has(rule)) rules[rule.meta.id] = { ...resolveSetting(rule, own), overridden: false }
    }
    for (const [attached, setting] of this.attachers) {
      if (isRule(attached)) rules[attached.meta.id] = resolveSetting(attached, setting, rules[attached.meta.id])
    }
    const audience = presets.map((each) => each.preset.audience).findLast((each) => each !== 'general') ?? 'general'
    const strict = presets.some((each) => each.preset.strictDirectives)
    const needReviewer = presets.flatMap((each) => each.preset.needReviewer)
    const directives = { ...DEFAULT_DIRECTIVES, ...(strict ? STRICT_DIRECTIVES : {}), needReviewer }
    return transformer(this, rules, audience, directives)
  }
  Object.defineProperty(plugin, 'name', { value: `medlint:preset:${name}` })
  return Object.assign(plugin, { preset })
}

function isPresetPlugin(value: unknown): value is PresetPlugin {
  return typeof value === 'function' && 'preset' in value
}

function isRule(value: unknown): value is Rule {
  return typeof value === 'function' && 'meta' in value && 'check' in value
}

function transformer(
  processor: Processor,
  rules: Record<string, ResolvedRule>,
  audience: ResolvedConfig['audience'],
  directives: ResolvedConfig['directives'],
): Transformer {
  const data = processor.data('medlint') ?? {}
  const config: ResolvedConfig = {
    ...defaultConfig(rules, data.now ?? currentHost()?.today() ?? EPOCH),
    audience,
    directives,
  }
  return (tree, file) => {
    const post = postOf(tree, file, data)
    const { messages } = lint(post, { ...config, content: isPublication(file.path ?? '') })
    for (const message of messages) addMessage(file, message)
    return undefined
  }
}

/** Posts of trees seen before, so that twenty rules in one processor share one set of facts. */
const posts = new WeakMap<Root, Post>()

function postOf(tree: Root, file: VFile, data: { project?: Project; lang?: string }): Post {
  const text = String(file)
  const known = posts.get(tree)
  if (known && known.text === text) return known
  const { project, lang } = data
  const parse = () => tree
  const post = createPost(text, { parse, tree, path: file.path, project, lang, resources: currentHost()?.resources })
  posts.set(tree, post)
  return post
}

function addMessage(file: VFile, message: Message): void {
  const { line, column, endLine, endColumn, start, end } = message
  const place = { start: { line, column, offset: start }, end: { line: endLine, column: endColumn, offset: end } }
  const options = { place, source: 'medlint', ruleId: message.rule }
  const added = message.severity === 'info' ? file.info(message.message, options) : file.message(message.message, options)
  if (message.severity === 'error') added.fatal = true
  added.actual = message.actual
  added.url = message.url
  if (message.note) added.note = message.note
  const expected = message.suggestions.flatMap(({ edits }) => replacement(message, edits) ?? [])
  if (expected.length > 0) added.expected = expected
}

/** The reported text with the edits made, when they all lie inside it. */
function replacement({ actual, start, end }: Message, edits: readonly Edit[]): string | undefined {
  if (edits.length === 0 || edits.some((edit) => edit.start < start || edit.end > end)) return undefined
  const inside = edits.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }))
  return applyEdits(actual, inside)
}

export const DEFAULT_DIRECTIVES: ResolvedConfig['directives'] = {
  enabled: true,
  missingReason: 'warn',
  requireUntil: false,
  reportUnused: true,
  maxPerFile: 5,
  needReviewer: [],
}

/** What the presets `strict` and `patient` ask for. */
export const STRICT_DIRECTIVES = { missingReason: 'error', requireUntil: true } as const

export function defaultConfig(rules: Record<string, ResolvedRule>, now: string): ResolvedConfig {
  return {
    rules,
    audience: 'general',
    pageTypes: {},
    region: [],
    species: 'human',
    content: true,
    now,
    directives: DEFAULT_DIRECTIVES,
    knownRules: new Set(Object.keys(rules)),
  }
}
