/** What the widget and its worker say to each other: plain data. */
import type { Config, Edit, Severity } from '../../src/core.ts'

/** One Markdown field of an entry, and the entry's other fields. */
export interface Draft {
  body: string
  /** The other fields, as they would be in the frontmatter. */
  fields: Record<string, unknown>
  /** Path in the repository; a name with the collection's extension for a new entry. */
  path: string
  /** The language being edited, where the collection has several. */
  lang?: string
}

export interface Request {
  id: number
  draft: Draft
  config: Config
  /** Today as `YYYY-MM-DD`. */
  now: string
}

export interface Report {
  findings: Finding[]
  claims: { cited: number; all: number }
  /** `total` from 0 to 100. `why`: the reason that there is none. */
  score: { total: number; letter: string } | { why: string }
}

export interface Finding {
  rule: string
  severity: Severity
  message: string
  why: string
  url: string
  place: FieldPlace | BodyPlace
  /** Edits of the body, in its offsets. */
  remedies: Remedy[]
}

/** In the frontmatter: the name of the field, `null` when it is about several or one that is missing. */
export interface FieldPlace {
  field: string | null
}

/** UTF-16 offsets into the body. `line` counts from 1. */
export interface BodyPlace {
  start: number
  end: number
  line: number
  actual: string
}

export interface Remedy {
  title: string
  edits: Edit[]
}

export type Reply = { id: number; report: Report } | { id: number; error: string }

export function isInBody(place: FieldPlace | BodyPlace): place is BodyPlace {
  return 'start' in place
}
