import type { Post, Range, Zone } from '../post/types.ts'

export type Severity = 'error' | 'warn' | 'info'
export type Level = Severity | 'off'

export type Family =
  | 'frontmatter'
  | 'claims'
  | 'citations'
  | 'references'
  | 'readability'
  | 'language'
  | 'notation'
  | 'structure'
  | 'disclosure'
  | 'links'
  | 'consistency'

export type Audience = 'patient' | 'general' | 'clinician'

export type PageType =
  | 'article'
  | 'treatment'
  | 'condition'
  | 'monograph'
  | 'prevention'
  | 'supplement'
  | 'story'
  | 'news'
  | 'hub'
  | 'logistics'
  | 'policy'

/** What a rule needs beyond the text. `data:` names a resource. */
export type Need = 'clock' | 'files' | 'project' | 'lock' | 'region' | `data:${string}`

export interface Standard {
  key: string
  clause?: string
  status: 'checked' | 'partly' | 'to-verify'
}

/** Replaces `[start, end)` of the source with `text`. Edits of one fix never overlap. */
export interface Edit {
  start: number
  end: number
  text: string
}

export interface Suggestion {
  title: string
  edits: Edit[]
}

export interface Related extends Range {
  message: string
}

/** What a rule reports. */
export interface Finding {
  at: Range
  /** Id of one of the rule's messages. */
  message: string
  data?: Record<string, string | number>
  /** Only to deviate from the message's and the rule's own severity. */
  severity?: Severity
  /** Steps below the level the rule runs at (never to off). */
  lower?: number
  note?: string
  related?: Related[]
  /** Safe edits only; everything that needs a person is a suggestion. */
  fix?: Edit[]
  suggestions?: Suggestion[]
}

/** A finding as every host and format shows it. Stable: see docs/formats.md. */
export interface Message {
  rule: string
  messageId: string
  severity: Severity
  message: string
  note: string | null
  /** `text.slice(start, end)` */
  actual: string
  start: number
  end: number
  line: number
  column: number
  endLine: number
  endColumn: number
  data: Record<string, string | number>
  related: Related[]
  fix: { kind: 'safe'; edits: Edit[] } | null
  suggestions: Suggestion[]
  url: string
}

export interface SuppressedMessage extends Message {
  reason: string | null
  until: string | null
  by: 'comment' | 'frontmatter' | 'baseline'
}

/** What holds for one file, from configuration, frontmatter and inference. */
export interface Settings {
  audience: Audience
  pageType: PageType
  region: readonly string[]
  species: string
  /** Today as `YYYY-MM-DD`. */
  now: string
  /** False for README, CHANGELOG and the like: not a publication. */
  content: boolean
}

export interface RuleContext<Options> {
  options: Options
  settings: Settings
  /** True when that rule also runs on this file; false for a rule used alone (RULES.md 2.12). */
  isEnabled(ruleId: string): boolean
  report(finding: Finding): void
}

export interface MessageDefinition {
  text: string
  severity?: Severity
  note?: string
}

export interface RuleDefinition<Options extends object = object> {
  id: string
  family: Family
  /** One line, as in the catalogue. */
  purpose: string
  type: 'problem' | 'suggestion' | 'metric'
  severity: Severity
  fix: 'safe' | 'suggestion' | 'none'
  wave: 1 | 2
  scope?: 'file' | 'project'
  needs?: Need[]
  audiences?: Audience[] | 'all'
  /** Page types it runs on; `policy` pages are outside all rules of prose anyway. */
  pageTypes?: PageType[] | 'all'
  zones?: Zone[]
  /** Silent on text that is not English. */
  english?: boolean
  /** Only on publications (`Settings.content`). */
  contentOnly?: boolean
  /** Of a metric rule that reports what it measured about the page: the key of its message data. More is worse. */
  metric?: string
  standards: Standard[]
  messages: Record<string, MessageDefinition>
  /** JSON Schema of the options that come on top of `severity`, `ignore`, `sections`. */
  schema: { type: 'object'; properties: Record<string, object>; additionalProperties?: false }
  defaultOptions: Options
  check(post: Post, context: RuleContext<Options>): void
}

export interface RuleMeta extends Omit<RuleDefinition, 'check'> {
  url: string
}

/** A severity, or one per message id. */
export type SeveritySetting = Level | Record<string, Level>
export type RuleSetting = SeveritySetting | [SeveritySetting] | [SeveritySetting, object]
