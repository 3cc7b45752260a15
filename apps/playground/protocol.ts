/** What the page and its worker say to each other. `version` lets the page drop the answer for a text that has changed. */
import type { Message } from '../../src/core.ts'

export interface Request {
  version: number
  text: string
  path: string
  preset: string
  /** Today as `YYYY-MM-DD`. */
  now: string
}

export interface Claim {
  start: number
  end: number
  level: string
  support: string
}

export interface Reply {
  version: number
  messages: Message[]
  claims: Claim[]
  readability: { words: number; grade: Record<string, number | null> }
  milliseconds: number
}

export interface Failure {
  version: number
  error: string
}
