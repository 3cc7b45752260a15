/** Whether a heading is written in title case or in sentence case. */

/** Words that title case leaves small. */
const SMALL = new Set(
  'a an and as at but by for from in into is nor of off on or over per than the to up upon via vs versus with without your you it its are be do does can'.split(
    ' ',
  ),
)
const LEAST_WORDS = 2

/** `undefined` when too few words show it: names and abbreviations are capital in both. */
export function headingCase(heading: string): 'sentence' | 'title' | undefined {
  const words = heading
    .split(/[\s/–—-]+/)
    .slice(1)
    .filter((word) => /^\p{L}[\p{Ll}’']+[^\p{L}]*$/u.test(word) && !SMALL.has(word.toLowerCase().replace(/[^\p{L}]+$/u, '')))
  const small = words.filter((word) => /^\p{Ll}/u.test(word)).length
  if (words.length < LEAST_WORDS) return undefined
  if (small === 0) return 'title'
  return small >= words.length / 2 ? 'sentence' : undefined
}
