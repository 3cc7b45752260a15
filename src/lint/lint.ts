/** Runs the configured rules over one post. Pure: same post, same configuration, same messages. */
import type { ResolvedConfig, ResolvedRule } from '../config/types.ts'
import type { Post } from '../post/types.ts'
import { applyDirectives } from './directives.ts'
import { type Lines, lineIndex } from './lines.ts'
import { settingsFor } from './settings.ts'
import type { Family, Finding, Level, Message, MessageDefinition, Settings, Severity, SuppressedMessage } from './types.ts'

export interface LintResult {
  messages: Message[]
  suppressed: SuppressedMessage[]
  /** Rules that said nothing because something they need is not there. */
  silent: { rule: string; reason: string }[]
  /** Rules that threw; each also has a `medlint/internal` message. */
  crashed: { rule: string; error: unknown }[]
  settings: Settings
}

/** Ids and pages of what the core itself reports. */
export const CORE_MESSAGES = ['directive', 'frontmatter-syntax', 'read', 'internal', 'language'] as const
export type CoreId = `medlint/${(typeof CORE_MESSAGES)[number]}`

const LEVELS: Severity[] = ['info', 'warn', 'error']
const OUTSIDE_POLICY_PAGES = new Set<Family>([
  'claims',
  'citations',
  'references',
  'readability',
  'language',
  'structure',
  'disclosure',
])

export function lint(post: Post, config: ResolvedConfig): LintResult {
  const settings = settingsFor(post, config)
  const result: LintResult = { messages: [], suppressed: [], silent: [], crashed: [], settings }
  const lines = lineIndex(post.text)
  const report = (message: Message) => result.messages.push(message)
  for (const problem of post.frontmatter.problems) {
    if (problem.fatal) report(coreMessage(post, lines, 'medlint/frontmatter-syntax', 'error', problem, problem.message))
  }
  const foreign = post.language !== 'en'
  let needsEnglish = false
  const running = new Map<string, ResolvedRule>()
  for (const [id, resolved] of Object.entries(config.rules)) {
    if (!runsOn(resolved, settings)) continue
    if (foreign && resolved.rule.meta.english) needsEnglish = true
    else running.set(id, resolved)
  }
  if (needsEnglish && config.reportLanguage !== false && post.prose.length > 0) {
    const note = 'Set `lang` in the frontmatter or the configuration if this is wrong.'
    const what = post.language === 'und' ? 'it was not recognised as English' : `it is not English (${post.language})`
    const text = `Read the prose yourself: ${what}, so rules of English prose were skipped.`
    report({ ...coreMessage(post, lines, 'medlint/language', 'info', post.titleRange, text), note })
  }
  const isEnabled = (id: string) => running.has(id)
  for (const [id, resolved] of running) {
    const missing = missingNeed(resolved, post, settings)
    if (missing) {
      result.silent.push({ rule: id, reason: missing })
      continue
    }
    runRule(post, resolved, settings, isEnabled, lines, result)
  }
  result.messages = tidy(result.messages)
  if (config.directives.enabled)
    applyDirectives(post, config, result, (severity, range, text) =>
      coreMessage(post, lines, 'medlint/directive', severity, range, text),
    )
  return result
}

function runsOn({ level, levels, rule }: ResolvedRule, settings: Settings): boolean {
  const { meta } = rule
  if (level === 'off' && !Object.values(levels ?? {}).some((each) => each !== 'off')) return false
  if (meta.contentOnly && !settings.content) return false
  if (settings.pageType === 'policy' && OUTSIDE_POLICY_PAGES.has(meta.family)) return false
  if (Array.isArray(meta.pageTypes) && !meta.pageTypes.includes(settings.pageType)) return false
  return !Array.isArray(meta.audiences) || meta.audiences.includes(settings.audience)
}

function missingNeed({ rule, options }: ResolvedRule, post: Post, { region }: Settings): string | undefined {
  for (const need of rule.meta.needs ?? []) {
    if (need.startsWith('data:') && post.resources(need.slice(5)) === undefined) return `no data set "${need.slice(5)}"`
    if (need === 'region' && region.length === 0 && !hasOwnRegions(options)) return 'no region configured'
    if (need === 'project' && !post.project.crossFile) return 'no other pages to compare with'
    if (need === 'files' && !post.project.fileExists) return 'no access to the site’s files'
  }
  return undefined
}

/** Rules that depend on a region may name it in an option of their own. */
function hasOwnRegions(options: { regions?: unknown }): boolean {
  return Array.isArray(options.regions) && options.regions.length > 0
}

function runRule(
  post: Post,
  resolved: ResolvedRule,
  settings: Settings,
  isEnabled: (id: string) => boolean,
  lines: Lines,
  result: LintResult,
): void {
  const { rule, options } = resolved
  const keep = filterFor(post, options)
  const found: Message[] = []
  try {
    rule.check(post, {
      options,
      settings,
      isEnabled,
      report(finding) {
        const message = toMessage(post, resolved, finding, lines)
        if (message && keep(message)) found.push(message)
      },
    })
  } catch (error) {
    const text = `Report this: the rule ${rule.meta.id} failed on this file (${error instanceof Error ? error.message : String(error)}).`
    result.crashed.push({ rule: rule.meta.id, error })
    found.length = 0
    found.push(coreMessage(post, lines, 'medlint/internal', 'error', { start: 0, end: 0 }, text))
  }
  result.messages.push(...found)
}

/** The options every rule has: `ignore` (patterns on the reported text) and `sections` (headings to stay within). */
function filterFor(post: Post, options: { ignore?: string[]; sections?: string[] }): (message: Message) => boolean {
  const ignore = (options.ignore ?? []).map((source) => new RegExp(source, 'u'))
  const wanted = options.sections?.map((title) => title.trim().toLowerCase())
  if (ignore.length === 0 && !wanted) return () => true
  return (message) => {
    if (ignore.some((pattern) => pattern.test(message.actual))) return false
    if (!wanted) return true
    const within = post.sections.filter((section) => section.start <= message.start && message.start < section.end)
    return within.some((section) => wanted.includes(section.title.trim().toLowerCase()))
  }
}

function toMessage(post: Post, resolved: ResolvedRule, finding: Finding, lines: Lines): Message | undefined {
  const { meta } = resolved.rule
  const definition = meta.messages[finding.message]
  if (!definition) throw new Error(`rule ${meta.id} has no message "${finding.message}"`)
  const severity = severityOf(resolved, finding, definition)
  if (severity === 'off') return undefined
  const { start, end } = finding.at
  if (!(start >= 0 && end >= start && end <= post.text.length))
    throw new Error(`rule ${meta.id} reported a range outside the file`)
  const data = finding.data ?? {}
  const from = lines.pointAt(start)
  const to = lines.pointAt(end)
  return {
    rule: meta.id,
    messageId: finding.message,
    severity,
    message: fill(definition.text, data),
    note: finding.note ?? (definition.note ? fill(definition.note, data) : null),
    actual: post.text.slice(start, end),
    start,
    end,
    line: from.line,
    column: from.column,
    endLine: to.line,
    endColumn: to.column,
    data,
    related: finding.related ?? [],
    fix: finding.fix && finding.fix.length > 0 ? { kind: 'safe', edits: finding.fix } : null,
    suggestions: finding.suggestions ?? [],
    url: meta.url,
  }
}

function severityOf(resolved: ResolvedRule, finding: Finding, definition: MessageDefinition): Level {
  const { level, levels, overridden } = resolved
  const mapped = levels?.[finding.message]
  if (mapped) return mapped
  if (level === 'off') return 'off'
  const own = overridden ? level : (finding.severity ?? definition.severity ?? level)
  if (!finding.lower || finding.severity) return own
  return LEVELS[Math.max(0, LEVELS.indexOf(own) - finding.lower)]!
}

/** Replaces `{name}` by its value; a placeholder without a value stays visible. */
export function fill(text: string, data: Record<string, string | number>): string {
  if (!text.includes('{')) return text
  return text.replace(/\{(\w+)\}/g, (placeholder, name: string) => (name in data ? String(data[name]) : placeholder))
}

function coreMessage(
  post: Post,
  lines: Lines,
  rule: CoreId,
  severity: Severity,
  range: { start: number; end: number },
  message: string,
): Message {
  const { start, end } = range
  const from = lines.pointAt(start)
  const to = lines.pointAt(end)
  const place = { start, end, line: from.line, column: from.column, endLine: to.line, endColumn: to.column }
  const messageId = rule.slice(rule.indexOf('/') + 1)
  const url = 'https://github.com/medlint/medlint/blob/main/docs/configuration.md#what-the-core-reports'
  const rest = { data: {}, related: [], fix: null, suggestions: [], url }
  return { rule, messageId, severity, message, note: null, actual: post.text.slice(start, end), ...place, ...rest }
}

/** In order of place, without duplicates. */
function tidy(messages: Message[]): Message[] {
  const order = (a: Message, b: Message) =>
    a.start - b.start ||
    a.end - b.end ||
    compare(a.rule, b.rule) ||
    compare(a.messageId, b.messageId) ||
    compare(a.message, b.message)
  const sorted = messages.toSorted(order)
  return sorted.filter((message, index) => index === 0 || order(message, sorted[index - 1]!) !== 0)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
