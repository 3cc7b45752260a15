import type { Preset } from '../lint/define-preset.ts'
import type { Rule } from '../lint/define-rule.ts'
import type { Audience, Level, PageType } from '../lint/types.ts'

/** One rule as it runs on one file. Severity and options are resolved apart. */
export interface ResolvedRule {
  rule: Rule
  level: Level
  /** True when the user's own configuration set the level: it then holds for all messages of the rule. */
  overridden: boolean
  /** Levels per message id, from a severity map. */
  levels?: Record<string, Level>
  options: object
}

export interface DirectiveSettings {
  /** False ignores comments altogether (`--no-inline-config`). */
  enabled: boolean
  /** Level of a suppression without a reason. */
  missingReason: 'warn' | 'error'
  requireUntil: boolean
  reportUnused: boolean
  maxPerFile: number
  /** Rules that only a page with a reviewer may suppress. */
  needReviewer: readonly string[]
}

/** Everything `lint` needs to know about one file. Pure data, made by `resolve`. */
export interface ResolvedConfig {
  rules: Record<string, ResolvedRule>
  audience: Audience
  /** Frontmatter `type` or template name -> page type. */
  pageTypes: Readonly<Record<string, PageType>>
  region: readonly string[]
  species: string
  /** True when the file is a publication (`contentFiles`). */
  content: boolean
  /** Today, `YYYY-MM-DD`. */
  now: string
  directives: DirectiveSettings
  /** Every rule id medlint knows, to tell an unknown id from a rule that is off. */
  knownRules: ReadonlySet<string>
  /** Names of the presets that hold. */
  presets?: readonly string[]
  /** False leaves out `medlint/language`. */
  reportLanguage?: boolean
  /** Language of the posts that do not say theirs. */
  lang?: string
  /** Host names of the publisher, as configured. */
  ownDomains?: readonly string[]
}

/** What an entry of `overrides` and the whole configuration both hold. */
export interface ConfigLayer {
  /** Names of presets, or configurations that the host has read. */
  extends?: string | Config | (string | Config)[]
  rules?: Record<string, unknown>
  audience?: Audience
  pageType?: Record<string, PageType>
  region?: string[]
  species?: string | string[]
  lang?: string
  ownDomains?: string[]
  contentFiles?: string | string[]
  directives?: Partial<Omit<DirectiveSettings, 'enabled' | 'needReviewer'>>
}

export interface Override extends ConfigLayer {
  files: string | string[]
}

/** A configuration file; docs/configuration.md explains the keys. */
export interface Config extends ConfigLayer {
  $schema?: string
  overrides?: Override[]
  siteConfig?: 'auto' | false | string
  plugins?: string[]
  gate?: object
  budget?: object
}

/** Everything a configuration may name. */
export interface Catalogue {
  rules: Readonly<Record<string, Rule>>
  presets: Readonly<Record<string, Preset>>
}
