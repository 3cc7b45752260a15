/** Numbers in dose context: a number with a dose unit, a number of a ladder that ends in one, a number in a column headed dose. */
import type { Block } from './types.ts'

export interface DoseNumber {
  /** As written: `2.0`, `.25`. */
  number: string
  /** Offsets into the block's text view. */
  numberStart: number
  numberEnd: number
  /** Unit as written, with what stands below the line (`mg/kg`); '' for all but the last number of a ladder. */
  unit: string
  /** End of the unit, of the number when there is none. */
  textEnd: number
}

/** Other spellings of the units a configuration names. */
const SPELLINGS: Readonly<Record<string, string>> = {
  mg: 'mgs?|milligrams?|milligrammes?',
  mcg: 'mcg|[µμ]g|ug',
  micrograms: 'micrograms?|microgrammes?',
  g: 'g|gm|grams?|grammes?',
  mL: 'mL|ml|mls|millilit(?:er|re)s?',
  units: 'units?|IU|international units?|U(?!\\.)',
}

const NUMBER = /(?<![\p{L}\d.,_#$£€])(?:\d+(?:,\d{3})*(?:\.\d+)?|\.\d+)(?!\.?\d|,\d{3})/gu
const LADDER_GAP = /^\s?(?:[-–—/,→;]|to|and|or|vs\.?|, and|, or|then|, then)\s?$/
const MINUS = /(?:^|[\s(=])[-−–]\s?$|±\s?$|\+\/?[-−]\s?$|(?<![A-Za-z\d])\d{1,3}\s$/
const DOSE_HEADER = /\b(?:dose|doses|dosage|dosages|dosing|strength|strengths)\b/i
const AFTER_BARE = /^\s*(?:$|[,;/–—→-]|(?:to|or|and|then|tablets?|drops?|capsules?|puffs?)\b)/
/** Below the line, these make a concentration, a clearance or a flow of it, not a dose. */
const LABORATORY =
  /^(?:24.*|100.*|d?[Ll]|lit(?:er|re)s?|decilit(?:er|re)s?|mins?|minutes?|h|hr|hrs|hours?|s|secs?|seconds?|1\.73.*|mmol|mol|cells?)$/
const UNIT_BELOW = /^(?:mL|ml|g|m2|m²)$/

export type DoseFinder = (block: Block) => DoseNumber[]

/** `labUnits`: units that never make a dose, as written (`mg/g`). */
export function doseFinder(doseUnits: readonly string[], labUnits: readonly string[]): DoseFinder {
  const names = doseUnits.map((unit) => SPELLINGS[unit] ?? escapePattern(unit)).join('|')
  const below = '(?:\\s?/\\s?|\\sper\\s)(?:(?:24\\s?|100\\s?)?[A-Za-zµμ]+[²2]?|1\\.73[\\w²]*)'
  const unit = new RegExp(`[\\s-]?((?:${names})(?:${below})*)(?![\\p{L}\\d²]|/\\p{L})`, 'uy')
  const laboratory = new Set(labUnits)
  const unitAt = (text: string, at: number) => {
    unit.lastIndex = at
    const found = unit.exec(text)
    return found ? { unit: found[1]!, end: unit.lastIndex, laboratory: isLaboratory(found[1]!, laboratory) } : undefined
  }
  return (block) => {
    const text = block.masked
    const column = block.table !== undefined && block.table.row > 0 && headsDoses(block.table.header, unit)
    const found: DoseNumber[] = []
    let next: { start: number; dose: boolean } | undefined
    for (const { 0: number, index } of [...text.matchAll(NUMBER)].reverse()) {
      const end = index + number.length
      const after = unitAt(text, end)
      const inLadder = next?.dose === true && LADDER_GAP.test(text.slice(end, next.start))
      const dose = after ? !after.laboratory : inLadder || (column && AFTER_BARE.test(text.slice(end)))
      next = { start: index, dose }
      if (!dose || MINUS.test(text.slice(Math.max(0, index - 4), index))) continue
      found.push({ number, numberStart: index, numberEnd: end, unit: after?.unit ?? '', textEnd: after?.end ?? end })
    }
    return found.reverse()
  }
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
}

function isLaboratory(unit: string, laboratory: ReadonlySet<string>): boolean {
  if (laboratory.has(unit)) return true
  const [above, ...below] = unit.split(/\s?\/\s?|\sper\s/)
  if (below.some((part) => LABORATORY.test(part))) return true
  return !/^mg/.test(above!) ? below.some((part) => UNIT_BELOW.test(part)) : below.includes('g')
}

/** "Dose", "Dose (mg)", but not "Dose (mSv)". */
function headsDoses(header: string, unit: RegExp): boolean {
  if (!DOSE_HEADER.test(header)) return false
  const open = header.indexOf('(')
  if (open < 0) return true
  unit.lastIndex = open + 1
  return unit.test(header)
}
