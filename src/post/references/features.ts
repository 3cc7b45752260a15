/** What the style of an entry consists of: one value per parameter and spot. */
import type { TextRange } from '../readability/quotations.ts'

/** In the order in which a deviation is named: what tells one style from another comes first. */
export const PARAMETERS = [
  'year place',
  'author form',
  'initials',
  'author separator',
  'last author',
  'last author mark',
  'et al cut',
  'et al form',
  'author end',
  'year end',
  'title quotes',
  'title end',
  'journal name',
  'journal form',
  'journal points',
  'journal end',
  'italics',
  'date grain',
  'volume mark',
  'issue mark',
  'pages mark',
  'dash',
  'elision',
  'identifier mark',
  'doi form',
  'pmid form',
  'pmcid form',
  'final stop',
  'identifier stop',
  'title case',
] as const

export type Parameter = (typeof PARAMETERS)[number]

/** A value of a parameter at a spot of the entry (offsets into its text). Marks between two fields are their own value. */
export interface Feature extends TextRange {
  parameter: Parameter
  value: string
  /** What to show, where that is more than the part that would change. */
  shown?: TextRange
  /** Of an author list: where each name ends. */
  ends?: number[]
}

/** The value most entries have, by parameter. */
export type HouseStyle = Partial<Record<Parameter, string>>
