/** What a browser host asks of the engine and gets back: plain data, fit for `postMessage` and `JSON`. */
import type { Config, Message, PageScore } from '../../src/core.ts'

export interface AnalysisRequest {
  text: string
  /** Name of the file; `.mdx` selects MDX. Absent where the text is in no file. */
  path?: string
  preset: NonNullable<Config['extends']>
  /** What comes on top of the preset: audience, own domains, rules. */
  options?: Omit<Config, 'extends'>
  /** Today as `YYYY-MM-DD`. */
  now: string
}

/** Offsets of `messages` and `claims` are UTF-16 code units of the text. */
export interface Analysis {
  messages: Message[]
  claims: Claim[]
  /** Grades are US school grades; `null` where the text is too short to tell. */
  readability: { words: number; grade: Record<string, number | null> }
  score: PageScore
}

export interface Claim {
  start: number
  end: number
  level: string
  /** Of a list or a table: the score leaves it out. */
  fragment: boolean
  /** Starts with `0` where nothing supports the claim. */
  support: string
}

export function isCited({ support }: Claim): boolean {
  return !support.startsWith('0')
}
