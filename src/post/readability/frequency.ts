/** How common a word is, on the Zipf scale: log10 of its count per 1,000 million words of film subtitles (SUBTLEX-US). */
import familiarWords from '../../../data/familiar-health-words.json' with { type: 'json' }
import { sortedLines } from '../sorted-lines.ts'

/** A word the whole list does not have: half a unit below its rarest word (1.303). */
export const FLOOR = 0.803
/** The first line of a shortened list has it for a word: the value of words the list does not have. */
const FLOOR_ENTRY = "' "
/** Of words readers know from packets, leaflets and news, though films do not say them. */
const FAMILIAR = 3.5

const familiar = new Set(familiarWords.entries.words)

/** Zipf value of words that the list does not have. */
export function floorOf(frequency: string): number {
  return frequency.startsWith(FLOOR_ENTRY) ? Number(frequency.slice(FLOOR_ENTRY.length, frequency.indexOf('\n'))) / 1000 : FLOOR
}

/** Zipf value of a word or hyphenated compound in lower case, from the text resource `frequency`. */
export function zipfOf(word: string, frequency: string): number {
  const find = sortedLines(frequency)
  const whole = bestListed(word, find)
  if (whole !== undefined) return whole
  const floor = floorOf(frequency)
  if (!word.includes('-')) return floor
  const parts = word.split('-').filter((part) => part !== '')
  return Math.min(...parts.map((part) => bestListed(part, find) ?? floor))
}

function bestListed(word: string, find: ReturnType<typeof sortedLines>): number | undefined {
  const listed = listedValue(word, find)
  if (familiar.has(word)) return Math.max(listed ?? 0, FAMILIAR)
  if (listed !== undefined && listed >= FAMILIAR) return listed
  const american = americanForm(word)
  if (american === word) return listed
  const other = listedValue(american, find)
  return other === undefined ? listed : Math.max(other, listed ?? 0)
}

function listedValue(word: string, find: ReturnType<typeof sortedLines>): number | undefined {
  const value = find(word)
  return value === undefined ? undefined : Number(value) / 1000
}

/** British spellings with the American ones the list has: notes on spelling variants, section 6.2. */
const BRITISH: [RegExp, string][] = [
  [/aemi/, 'emi'],
  [/haem/, 'hem'],
  [/oedem/, 'edem'],
  [/paed/, 'ped'],
  [/anaes/, 'anes'],
  [/faec/, 'fec'],
  [/gynaec/, 'gynec'],
  [/foet/, 'fet'],
  [/pnoea/, 'pnea'],
  [/rrhoea/, 'rrhea'],
  [/aetio/, 'etio'],
  [/oestr/, 'estr'],
  [/oesoph/, 'esoph'],
  [/coeli/, 'celi'],
  [/sulph/, 'sulf'],
  [/leucocyt/, 'leukocyt'],
  [/tumour/, 'tumor'],
  [/behaviour/, 'behavior'],
  [/isation/, 'ization'],
  [/is(e[ds]?|ing)$/, 'iz$1'],
  [/our(s|ed|ing)?$/, 'or$1'],
  [/(t|b)re(s?)$/, '$1er$2'],
  [/lys(e[ds]?|ing)$/, 'lyz$1'],
  [/programmes?$/, 'program'],
  [/elling$/, 'eling'],
  [/elled$/, 'eled'],
]

/** Most words hold none of them. */
const MAYBE_BRITISH = /ae|oe|our|is[aei]|lys[ei]|[bt]res?$|ell(?:ed|ing)$|sulph|cyt|programme/

function americanForm(word: string): string {
  if (!MAYBE_BRITISH.test(word)) return word
  let form = word
  for (const [british, american] of BRITISH) form = form.replace(british, american)
  return form
}
