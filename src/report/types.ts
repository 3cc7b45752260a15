import type { Message, RuleMeta, Settings, SuppressedMessage } from '../lint/types.ts'
import type { Post } from '../post/types.ts'
import type { PostView } from './post-view.ts'

/** What one file gave. Formats get these one by one, in order, so that a long run keeps no more than it prints. */
export interface FileReport {
  /** As given or relative to the working directory, with `/`. */
  path: string
  messages: Message[]
  suppressed: SuppressedMessage[]
  /** The fixed text of a dry run, when it differs. */
  output?: string
  /** The text that the places count in; not when it could not be read. */
  text?: string | undefined
  /** The post itself as the messages have it; only for formats that ask, and not when it could not be read. */
  view?: PostView | undefined
  /** What a blob keeps beyond the report. */
  run?: FileRun
}

/** The part of one file in the counts and the exit status of a run. */
export interface FileRun {
  /** Fixes applied. */
  fixed: number
  /** Rules that something was missing for. */
  silent: { rule: string; reason: string }[]
  /** Something could not be done that had to be: exit status 2. */
  broken: boolean
}

/** What a report says of a rule that it has messages of. */
export type RuleDescription = Pick<RuleMeta, 'id' | 'purpose' | 'severity' | 'url'> & { family: RuleMeta['family'] | 'core' }

export interface RunSummary {
  version: string
  /** The date that rules compared with, `YYYY-MM-DD`. */
  now: string
  files: number
  errors: number
  warnings: number
  infos: number
  suppressed: number
  /** Fixes applied. */
  fixed: number
  /** Messages left that `--fix` could mend. */
  fixable: number
  filesWithMessages: number
  /** Data sets and their dates. */
  data: Record<string, string>
  /** Rules that something was missing for, with the number of files. */
  silent: { rule: string; reason: string; files: number }[]
  /** Files named but ignored. */
  skipped: number
  /** Something could not be read, written or run: exit status 2. */
  broken: boolean
  /** The rules that there are messages of, suppressed ones too, by id. */
  rules: RuleDescription[]
  /** `2/4` when these are the files of the second of four shards. */
  shard: string | null
}

export interface ReportOptions {
  color: boolean
  /** Width of the terminal. */
  columns: number
  /** The page of a rule in Markdown, where it is installed. */
  pageOf?(rule: string): string | undefined
}

/** One output format: text for each file as it is done, and for the end. */
export interface Reporter {
  file(report: FileReport): string
  /** For a format that shows posts: what it needs of one, called for each while its facts are there. */
  view?(post: Post, settings: Settings): PostView
  /** True for a format that also holds what `--quiet` leaves out. */
  complete?: boolean
  end(summary: RunSummary): string
}
