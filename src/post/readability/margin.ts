/** How sure a score of a sample of sentences is. */

/**
 * Standard deviation of the score of one lay medical sentence, in the unit of the score, measured over random samples of the
 * sentences of 411 plain-language summaries. Samples of k sentences scatter by this over the root of k: Flesch-Kincaid 4.8 at
 * one sentence, 1.5 at 10, 0.9 at 30.
 */
const DEVIATION = { 'flesch-kincaid': 4.8, smog: 4.0, 'coleman-liau': 4.3, difficulty: 0.55 } as const

export type Formula = keyof typeof DEVIATION

/** One standard deviation of the score of `sentences` sentences. */
export function marginOf(formula: Formula, sentences: number): number {
  return DEVIATION[formula] / Math.sqrt(sentences)
}
