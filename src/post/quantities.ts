/** Numbers with a unit, as they are written: the gap between them, the letters of the unit; and ranges of numbers. */
import { isOthersBlock, isOthersWords } from './others-words.ts'
import type { Block } from './types.ts'

export interface Quantity {
  block: Block
  textStart: number
  numberEnd: number
  unitStart: number
  textEnd: number
  /** As written: `mg`, `mg/dl`, `%`. */
  unit: string
}

export interface NumberRange {
  block: Block
  textStart: number
  textEnd: number
  firstStart: number
  /** From the end of the first number to the start of the second. */
  markStart: number
  markEnd: number
  dash: '-' | '–'
  /** Word that already says what the dash says; the range starts with it. */
  lead: 'up to' | 'between' | 'from' | undefined
}

const NUMBER = '\\d+(?:[.,]\\d+)*'
/** Symbols of units that cannot be taken for the name of a ward, a size or a generation, and common slips of them. */
const SYMBOL =
  'mgs?|MG|mcgs?|MCG|[µμ]g|gms?|gs?|kgs?|Kgs?|KGs?|ng|pg|m[lL]s?|M[lL]|d[lL]|[µμ][lL]|L|[mµμnp]?mol|mEq|mmHg|[cmk]m|IU|mIU|units|kcal|k[JP]a?|Hz|kHz|MHz|mSv|Gy'
/** Slips, and what they stand for. */
export const RIGHT_SYMBOLS: Readonly<Record<string, string>> = {
  ...{ mgs: 'mg', MG: 'mg', mcgs: 'mcg', MCG: 'mcg', gm: 'g', gms: 'g', gs: 'g', mls: 'ml', mLs: 'mL', ML: 'mL', Ml: 'mL' },
  ...{ kgs: 'kg', Kg: 'kg', Kgs: 'kg', KG: 'kg', KGs: 'kg' },
}

const BELOW = '(?:/(?:24\\s?h|min|hr?|day|week|kg|g|lb|m²|m2|mg|mmol|mol|m[lL]|d[lL]|[µμ]?[lL]))*'
const QUANTITY = new RegExp(
  `(?<![\\p{L}\\d.,_#$£€/:])(${NUMBER})(\\s?|[-‑])((?:(?:${SYMBOL})${BELOW}|%))(?![\\p{L}\\d²³]|[/^]|['’]\\p{L}|-\\p{L})`,
  'gu',
)
const COUNTED =
  'mg|mcg|µg|g|kg|m[lL]|L|mmol|mmHg|mm|cm|units|IU|kcal|%|percent|per cent|seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|times|tablets?|capsules?|drops?|doses?|puffs?|people|patients'
const RANGE = new RegExp(
  `(?<![\\p{L}\\d.,_#$£€/:–-])(?:\\b(up to|between|from)\\s)?(${NUMBER})(\\s?([-–])\\s?)(${NUMBER})(?![\\d:/+]|[.,]\\d|\\s?[-–]\\s?\\d)(?:\\s?(?:${COUNTED})(?![\\p{L}]))?`,
  'giu',
)

/** Numbers with a unit in the author's own words, in order. */
export function quantitiesOf(block: Block): Quantity[] {
  if (isOthersBlock(block) || !/\d/.test(block.masked)) return []
  return [...block.masked.matchAll(QUANTITY)].flatMap((match) => {
    const [, number = '', gap = '', unit = ''] = match
    // "a 10-mg tablet" has its own rule of spacing.
    if (gap === '-' || gap === '‑') return []
    const numberEnd = match.index + number.length
    const textEnd = match.index + match[0].length
    if (isOthersWords(block, match.index, textEnd)) return []
    return [{ block, textStart: match.index, numberEnd, unitStart: numberEnd + gap.length, textEnd, unit }]
  })
}

/** Ranges of counted things ("5-7 days"), and ranges behind "up to", "between" and "from". */
export function rangesOf(block: Block): NumberRange[] {
  if (isOthersBlock(block) || !/\d\s?[-–]\s?\d/.test(block.masked)) return []
  return [...block.masked.matchAll(RANGE)].flatMap((match) => {
    const [whole, lead, first = '', mark = '', dash = '', second = ''] = match
    const firstStart = match.index + (lead === undefined ? 0 : lead.length + 1)
    const markStart = firstStart + first.length
    const secondEnd = markStart + mark.length + second.length
    const counted = match.index + whole.length > secondEnd
    if ((lead === undefined && !counted) || !ascends(first, second)) return []
    if (isOthersWords(block, match.index, secondEnd)) return []
    return [
      {
        block,
        textStart: match.index,
        textEnd: secondEnd,
        firstStart,
        markStart,
        markEnd: markStart + mark.length,
        dash: dash as NumberRange['dash'],
        lead: lead?.toLowerCase() as NumberRange['lead'],
      },
    ]
  })
}

/** "5-7", not "7-5" (a date, a score) or "10-10". */
function ascends(first: string, second: string): boolean {
  return Number(first.replaceAll(',', '')) < Number(second.replaceAll(',', ''))
}

/** Without a space, "%22" is the code of a character. */
const SIGN_FIRST = /(?<![\d%)]\s?|\p{L})%(?![2-7]\d)\s?(\d+(?:\.\d+)?)(?![\d%\p{L}])/gu

/** "% 30" for "30%". */
export function signsFirst(block: Block): { block: Block; textStart: number; textEnd: number; number: string }[] {
  if (!block.masked.includes('%') || isOthersBlock(block)) return []
  return [...block.masked.matchAll(SIGN_FIRST)].flatMap((match) => {
    const textEnd = match.index + match[0].length
    return isOthersWords(block, match.index, textEnd) ? [] : [{ block, textStart: match.index, textEnd, number: match[1]! }]
  })
}

/** The litre in a unit, with its prefix and its letter. */
export const LITRE = /(?<=^|\/)([mdµμ]?)([lL])(?=\/|$)/
