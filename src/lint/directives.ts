/**
 * Suppressions: comments in the body, `medlint` key and YAML comments in the frontmatter (RULES.md 5.5). A comment that starts with
 * our name is never silently ignored.
 */
import type { ResolvedConfig } from '../config/types.ts'
import { findEntries } from '../post/frontmatter-keys.ts'
import type { BodyComment, Post, Range } from '../post/types.ts'
import type { LintResult } from './lint.ts'
import type { Message, Severity, SuppressedMessage } from './types.ts'

interface Suppression {
  /** Where it is written. */
  at: Range
  from: number
  /** Rule -> where it ends to hold. */
  rules: Map<string, number>
  reason: string | undefined
  until: string | undefined
  by: 'comment' | 'frontmatter'
  used: Set<string>
}

type Complain = (severity: Severity, range: Range, text: string) => Message
type Report = (severity: Severity, range: Range, text: string) => void

const MINIMUM_REASON = 10
const MAXIMUM_MONTHS = 12
const REVIEWER_RULE = 'frontmatter-reviewer'
const DATE = /^\d{4}-\d{2}-\d{2}$/
const ALWAYS_REPORTED = new Set(['medlint/directive', 'medlint/frontmatter-syntax', 'medlint/read', 'medlint/internal'])

export function applyDirectives(post: Post, config: ResolvedConfig, result: LintResult, complain: Complain): void {
  const complaints: Message[] = []
  const report: Report = (severity, range, text) => complaints.push(complain(severity, range, text))
  const suppressions = [...fromComments(post, config, report), ...fromFrontmatter(post, config, report)]
  const active = suppressions.filter((suppression) => accepted(suppression, config, report))
  keepProtected(active, post, config, result, report)
  const kept: Message[] = []
  for (const message of result.messages) {
    const suppression = ALWAYS_REPORTED.has(message.rule) ? undefined : active.find((each) => covers(each, message))
    if (!suppression) {
      kept.push(message)
      continue
    }
    suppression.used.add(message.rule)
    const { reason = null, until = null, by } = suppression
    result.suppressed.push({ ...message, reason, until, by } satisfies SuppressedMessage)
  }
  if (config.directives.reportUnused) {
    for (const suppression of active) {
      const unused = [...suppression.rules.keys()].filter((rule) => !suppression.used.has(rule))
      if (unused.length > 0) report('warn', suppression.at, `Remove this suppression: nothing to suppress for ${quoted(unused)}.`)
    }
  }
  const limit = config.directives.maxPerFile
  if (suppressions.length > limit) {
    report('warn', suppressions[limit]!.at, `Fix the findings instead: ${suppressions.length} suppressions, limit ${limit}.`)
  }
  result.messages = [...kept, ...complaints].sort((a, b) => a.start - b.start || a.end - b.end)
}

function covers(suppression: Suppression, message: Message): boolean {
  const to = suppression.rules.get(message.rule)
  return to !== undefined && message.start >= suppression.from && message.start < to
}

/** On patient pages some rules hold unless a reviewer answers for the page. */
function keepProtected(
  active: readonly Suppression[],
  post: Post,
  config: ResolvedConfig,
  { messages }: LintResult,
  report: Report,
): void {
  for (const rule of config.directives.needReviewer) {
    for (const { at, rules } of active) {
      if (!rules.has(rule) || hasReviewer(post, config, messages)) continue
      rules.delete(rule)
      report('error', at, `Name a clinical reviewer in the frontmatter: without one "${rule}" cannot be suppressed here.`)
    }
  }
}

function hasReviewer(post: Post, { rules }: ResolvedConfig, messages: readonly Message[]): boolean {
  const { aliases = [] } = (rules[REVIEWER_RULE]?.options ?? {}) as { aliases?: string[] }
  return findEntries(post.frontmatter, aliases).length > 0 && !messages.some(({ rule }) => rule === REVIEWER_RULE)
}

function accepted(suppression: Suppression, config: ResolvedConfig, report: Report): boolean {
  const { at, reason, until, rules } = suppression
  const { missingReason, requireUntil } = config.directives
  if (reason === undefined) report(missingReason, at, `Add a reason: medlint ignore ${[...rules.keys()][0]} reason="...".`)
  else if (reason.trim().length < MINIMUM_REASON)
    report(missingReason, at, `Give a reason of at least ${MINIMUM_REASON} characters.`)
  if (until === undefined) {
    if (requireUntil) report('error', at, 'Add until="YYYY-MM-DD" to this suppression.')
    return true
  }
  if (!isDate(until)) {
    report('error', at, `Write the date of this suppression as YYYY-MM-DD, not "${until}".`)
    return true
  }
  if (until < config.now) {
    report('warn', at, `Renew or remove this suppression: it ended on ${until}.`)
    return false
  }
  if (requireUntil && until > monthsAfter(config.now, MAXIMUM_MONTHS)) {
    report('warn', at, `Choose a date within ${MAXIMUM_MONTHS} months: until="${until}" is too far ahead.`)
  }
  return true
}

function isDate(text: string): boolean {
  return (
    DATE.test(text) &&
    !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) &&
    new Date(`${text}T00:00:00Z`).toISOString().startsWith(text)
  )
}

function monthsAfter(date: string, months: number): string {
  const [year = 0, month = 1] = date.split('-').map(Number)
  const total = year * 12 + month - 1 + months
  return `${Math.floor(total / 12)}-${String((total % 12) + 1).padStart(2, '0')}${date.slice(7)}`
}

interface Directive {
  verb: 'disable' | 'enable' | 'ignore'
  rules: string[]
  reason: string | undefined
  until: string | undefined
}

const NAME = /^(medlint|lint)(?=\s|$)\s*/
/** `medlint-disable`, `medlint: ...`: meant for us, but not how it is written. */
const ALMOST_NAME = /^medlint[^\p{L}\p{N}]/u
const HOW = 'Write "medlint disable", "enable" or "ignore", then rule ids and reason="...".'
const VERB = /^(disable|enable|ignore)(?=\s|$)\s*/
const ATTRIBUTE = /\b(reason|until)\s*=\s*(?:"([^"]*)"|'([^']*)'|“([^”]*)”)/g
const DASHED = /(?:^|\s)(?:--|—|–)\s+(.*)$/s
const UNTIL_IN_REASON = /\s*\(until\s+([^)]+)\)\s*$/
const RULE_ID = /^(?:medlint\/)?[a-z][a-z0-9-]*$/

/** A parsed directive, a complaint about one, or undefined for any other comment. */
function parseDirective(text: string, known: ReadonlySet<string>): Directive | string | undefined {
  const name = NAME.exec(text)
  if (!name) return ALMOST_NAME.test(text) ? HOW : undefined
  let rest = text.slice(name[0].length)
  const verb = VERB.exec(rest)
  const foreign = name[1] === 'lint'
  if (!verb) return foreign ? undefined : HOW
  rest = rest.slice(verb[0].length)
  let reason: string | undefined
  let until: string | undefined
  rest = rest.replace(ATTRIBUTE, (_, key: string, double?: string, single?: string, curly?: string) => {
    const value = double ?? single ?? curly ?? ''
    if (key === 'reason') reason = value
    else until = value
    return ' '
  })
  const dashed = DASHED.exec(rest)
  if (dashed) {
    reason ??= dashed[1]!.trim()
    rest = rest.slice(0, dashed.index)
    const inReason = UNTIL_IN_REASON.exec(reason)
    if (inReason) {
      until ??= inReason[1]!.trim()
      reason = reason.slice(0, inReason.index)
    }
  }
  const rules = rest.split(/[\s,]+/).filter((word) => word !== '')
  if (foreign && !rules.some((rule) => known.has(rule))) return undefined
  const odd = rules.find((rule) => !RULE_ID.test(rule))
  if (odd !== undefined) return `Name rule ids only, then reason="...": "${odd}" is not one.`
  if (rules.length === 0)
    return 'Name the rules this comment is about, for example "medlint ignore unsupported-claim reason=...".'
  return { verb: verb[1] as Directive['verb'], rules, reason, until }
}

function fromComments(post: Post, config: ResolvedConfig, report: Report): Suppression[] {
  const suppressions: Suppression[] = []
  for (const comment of post.comments) {
    const directive = parseDirective(comment.text, config.knownRules)
    if (directive === undefined) continue
    if (typeof directive === 'string') {
      report('error', comment, directive)
      continue
    }
    const rules = knownOf(directive.rules, comment, config, report)
    if (directive.verb === 'enable') enable(suppressions, rules, comment, report)
    else if (rules.length > 0) suppressions.push(suppressionOf(directive, rules, comment, post))
  }
  return suppressions
}

function suppressionOf(directive: Directive, rules: string[], comment: BodyComment, post: Post): Suppression {
  const { verb, reason, until } = directive
  const base = { at: range(comment), reason, until, by: 'comment' as const, used: new Set<string>() }
  if (verb === 'disable') return { ...base, from: comment.end, rules: allUntil(post.text.length + 1, rules) }
  const next = comment.next ?? { start: comment.end, end: comment.end }
  return { ...base, from: next.start, rules: allUntil(next.end, rules) }
}

function allUntil(end: number, rules: readonly string[]): Map<string, number> {
  return new Map(rules.map((rule) => [rule, end]))
}

function enable(open: readonly Suppression[], rules: string[], comment: BodyComment, report: Report): void {
  for (const rule of rules) {
    const disabled = open.findLast(({ rules: ends }) => (ends.get(rule) ?? 0) > comment.start)
    if (disabled) disabled.rules.set(rule, comment.start)
    else report('warn', range(comment), `Remove this comment: "${rule}" is not disabled here.`)
  }
}

function fromFrontmatter(post: Post, config: ResolvedConfig, report: Report): Suppression[] {
  const { data, entries, comments, opening } = post.frontmatter
  const suppressions: Suppression[] = []
  const end = post.text.length + 1
  const whole = { from: 0, by: 'frontmatter' as const }
  const medlint = data['medlint']
  const at = range(entries.get('medlint')?.key ?? opening)
  if (medlint !== undefined) {
    const disable = isObject(medlint) ? medlint['disable'] : undefined
    if (!isObject(disable)) report('error', at, 'Write `medlint: {disable: {rule-id: {reason: "...", until: YYYY-MM-DD}}}`.')
    for (const [rule, value] of Object.entries(isObject(disable) ? disable : {})) {
      const place = range(entries.get(`medlint.disable.${rule}`)?.key ?? at)
      const rules = knownOf([rule], place, config, report)
      const details = isObject(value) ? value : { reason: value }
      if (rules.length > 0) {
        suppressions.push({
          ...whole,
          at: place,
          rules: allUntil(end, rules),
          reason: textOf(details['reason']),
          until: textOf(details['until']),
          used: new Set(),
        })
      }
    }
  }
  for (const comment of comments) {
    const directive = parseDirective(comment.text.trim(), config.knownRules)
    if (directive === undefined) continue
    if (typeof directive === 'string' || directive.verb !== 'disable') {
      report(
        'error',
        range(comment),
        typeof directive === 'string' ? directive : 'Use "disable" in the frontmatter: it holds for the file.',
      )
      continue
    }
    const rules = knownOf(directive.rules, comment, config, report)
    if (rules.length === 0) continue
    const { reason, until } = directive
    suppressions.push({ ...whole, at: range(comment), rules: allUntil(end, rules), reason, until, used: new Set() })
  }
  return suppressions
}

function knownOf(rules: string[], at: Range, config: ResolvedConfig, report: Report): string[] {
  const known = rules.filter((rule) => config.knownRules.has(rule) || rule === 'medlint/language')
  const unknown = rules.filter((rule) => !known.includes(rule))
  if (unknown.length > 0) report('error', range(at), `Correct the rule id: medlint has no rule ${quoted(unknown)}.`)
  return known
}

function range({ start, end }: Range): Range {
  return { start, end }
}

function quoted(ids: string[]): string {
  return ids.map((id) => `"${id}"`).join(', ')
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function textOf(value: unknown): string | undefined {
  return value === undefined || value === null ? undefined : String(value)
}
