/** What the server says and answers beyond the protocol of language servers. */
import type { PageScore } from '../score/index.ts'

/** Notification after each reading of a document, to clients with the setting `score`. */
export const SCORE = 'medlint/score'

export interface ScoreParams {
  uri: string
  /** Of the document. */
  version: number
  /** `null`: the document is ignored, or its configuration is broken. */
  score: PageScore | null
}

/** Request for the edits that ignore a finding: `IgnoreParams` -> `TextEdit[]`, empty where no comment can stand. */
export const IGNORE = 'medlint/ignore'

export interface IgnoreParams {
  textDocument: { uri: string }
  /** Within the finding. */
  position: { line: number; character: number }
  rule: string
  reason: string
}

/** `initializationOptions`, and `medlint` of the settings in `workspace/didChangeConfiguration`. */
export interface ClientSettings {
  /** Path of the configuration for all documents, absolute or from the first folder. Empty: the nearest to each. */
  config: string
  /** Preset for documents without a configuration. */
  preset: string
  run: 'onType' | 'onSave'
  score: boolean
}
