import type { Message, Settings, SuppressedMessage } from '../lint/types.ts'
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
  /** The post itself as the messages have it; only for formats that ask, and not when it could not be read. */
  view?: PostView | undefined
}

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
}

export interface ReportOptions {
  color: boolean
  /** Width of the terminal. */
  columns: number
}

/** One output format: text for each file as it is done, and for the end. */
export interface Reporter {
  file(report: FileReport): string
  /** For a format that shows posts: what it needs of one, called for each while its facts are there. */
  view?(post: Post, settings: Settings): PostView
  end(summary: RunSummary): string
}
