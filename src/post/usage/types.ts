import type { Change } from '../changes.ts'
import type { Block } from '../types.ts'

export type UsageCheck =
  | 'spaceBeforeParen'
  | 'doubleSpace'
  | 'spaceBeforeComma'
  | 'gluedSentence'
  | 'uncountable'
  | 'agreement'
  | 'suchAsEtc'
  | 'termCase'
  | 'quoteStyle'

/** One slip; offsets into the text view of the block. */
export interface Slip {
  check: UsageCheck
  block: Block
  textStart: number
  textEnd: number
  /** What mends it, in order; none when only a person knows. */
  changes: readonly Change[]
  /** More of the same in the block, mended by the same changes. */
  also?: { textStart: number; textEnd: number }[]
}
