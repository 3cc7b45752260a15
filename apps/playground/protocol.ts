/** What the page and its worker say to each other. `version` lets the page drop the answer for a text that has changed. */
import type { Analysis, AnalysisRequest } from '../engine/types.ts'

export type { Claim } from '../engine/types.ts'

export interface Request extends AnalysisRequest {
  version: number
}

export interface Reply extends Analysis {
  version: number
  milliseconds: number
}

export interface Failure {
  version: number
  error: string
}
