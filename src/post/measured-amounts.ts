/** Amounts that were measured, computed or compared, and nutrients on food labels: they look like doses and are none. */
import type { DoseNumber } from './doses.ts'
import type { Block } from './types.ts'

/** Close before the number. */
const MEASURED =
  /(?:\b(?:serum|plasma|urine|urinary|creatinine|bilirubin|albumin|ha?emoglobin|ferritin|fibrinogen|glucose|levels?|concentrations?|excret\w+|clearance|CI|confidence interval|SD|SE|SEM|IQR|difference|MD|WMD|blood loss|volume|weigh\w*|mass|output|residual|secret\w+)\b|±)(?:[^.;!?]|\.\d){0,30}$/i
const COMPARED = /^\s(?:higher|lower|less|more|greater|difference)\b/i
/** What food labels count in grams. */
const NUTRIENT = /\b(?:protein|fat|fats|fibre|fiber|sugars?|carbs?|carbohydrates?|saturates|salt|kcal|calories)\b/i
const NUTRIENT_WINDOW = 40
const BEFORE_WINDOW = 60

export function isMeasured(
  block: Block,
  { numberStart, textEnd, unit }: Pick<DoseNumber, 'numberStart' | 'textEnd' | 'unit'>,
): boolean {
  const before = block.masked.slice(Math.max(0, numberStart - BEFORE_WINDOW), numberStart)
  const after = block.masked.slice(textEnd, textEnd + NUTRIENT_WINDOW)
  if (MEASURED.test(before) || COMPARED.test(after)) return true
  return /^g/.test(unit) && (NUTRIENT.test(before.slice(-NUTRIENT_WINDOW)) || NUTRIENT.test(after))
}
