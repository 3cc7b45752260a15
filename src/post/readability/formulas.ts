/** Classic readability formulas over counts. All give US school grades. */
import type { ReadabilityCounts } from '../types.ts'

export type FormulaName = 'fleschKincaid' | 'smog' | 'colemanLiau' | 'automated' | 'gunningFog'

/** SMOG was made for 30 sentences and is not defined below. */
export const SMOG_SENTENCES = 30

/** Kincaid, Fishburne, Rogers & Chissom 1975, Research Branch Report 8-75, Naval Technical Training Command. */
export function fleschKincaid({ sentences, words, syllables }: ReadabilityCounts): number | undefined {
  if (sentences === 0 || words === 0) return undefined
  return 0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59
}

/** McLaughlin 1969, "SMOG grading: a new readability formula", Journal of Reading 12(8):639-646, with the exact constants. */
export function smog({ sentences, polysyllables }: ReadabilityCounts): number | undefined {
  if (sentences < SMOG_SENTENCES) return undefined
  return 1.043 * Math.sqrt((30 * polysyllables) / sentences) + 3.1291
}

/** Coleman & Liau 1975, Journal of Applied Psychology 60(2):283-284; letters and sentences per 100 words. */
export function colemanLiau({ sentences, words, letters }: ReadabilityCounts): number | undefined {
  if (sentences === 0 || words === 0) return undefined
  return 0.0588 * ((100 * letters) / words) - 0.296 * ((100 * sentences) / words) - 15.8
}

/** Automated readability index: Smith & Senter 1967, AMRL-TR-66-220, as revised by Kincaid et al. 1975. */
export function automated({ sentences, words, letters }: ReadabilityCounts): number | undefined {
  if (sentences === 0 || words === 0) return undefined
  return 4.71 * (letters / words) + 0.5 * (words / sentences) - 21.43
}

/** Gunning 1952, "The technique of clear writing"; complex words here: three syllables or more. */
export function gunningFog({ sentences, words, polysyllables }: ReadabilityCounts): number | undefined {
  if (sentences === 0 || words === 0) return undefined
  return 0.4 * (words / sentences + (100 * polysyllables) / words)
}
