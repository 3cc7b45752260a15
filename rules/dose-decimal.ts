import { defineRule } from '../src/lint/define-rule.ts'
import { type DoseNumber, doseFinder } from '../src/post/doses.ts'
import { quotationsOf } from '../src/post/readability/quotations.ts'
import type { Block } from '../src/post/types.ts'

interface Options {
  doseUnits: string[]
  labUnits: string[]
}

/** Cheap look before the search: most blocks have no such number. */
const CANDIDATE = /\d\.0|(?<!\d)\.\d/
const TRAILING_ZERO = /^(\d[\d,]*)\.0+$/
const NAKED = /^\.\d/

/** Measured, computed or compared values, not doses; close before the number. */
const MEASURED =
  /(?:\b(?:serum|plasma|urine|urinary|creatinine|bilirubin|albumin|ha?emoglobin|ferritin|fibrinogen|glucose|levels?|concentrations?|excret\w+|clearance|CI|confidence interval|SD|SE|SEM|IQR|difference|MD|WMD|blood loss|volume|weigh\w*|mass|output|residual|secret\w+)\b|±)(?:[^.;!?]|\.\d){0,30}$/i
const COMPARED = /^\s(?:higher|lower|less|more|greater|difference)\b/i
/** What food labels count in grams. */
const NUTRIENT = /\b(?:protein|fat|fats|fibre|fiber|sugars?|carbs?|carbohydrates?|saturates|salt|kcal|calories)\b/i
const NUTRIENT_WINDOW = 40

export default defineRule<Options>({
  id: 'dose-decimal',
  family: 'notation',
  purpose: 'no trailing zero, no naked decimal point in a dose',
  type: 'problem',
  severity: 'error',
  fix: 'suggestion',
  wave: 1,
  zones: ['paragraph', 'list-item', 'table-cell', 'footnote'],
  standards: [
    { key: 'ISMP', clause: 'List of error-prone abbreviations, dose designations', status: 'checked' },
    { key: 'TJC', clause: 'Do Not Use list', status: 'checked' },
  ],
  messages: {
    zero: {
      text: 'Write "{safe}": "{number}" can be misread tenfold or more.',
      note: 'When the decimal point is missed, 1.0 mg is read as 10 mg (ISMP, Joint Commission).',
    },
    naked: {
      text: 'Write "{safe}": "{number}" can be misread tenfold or more.',
      note: 'When the decimal point is missed, .5 mg is read as 5 mg (ISMP, Joint Commission).',
    },
  },
  schema: {
    type: 'object',
    properties: {
      doseUnits: { type: 'array', items: { type: 'string', minLength: 1 }, description: 'Units that make a number a dose.' },
      labUnits: {
        type: 'array',
        items: { type: 'string', minLength: 1 },
        description: 'Units that never make a dose, such as mg/g.',
      },
    },
  },
  defaultOptions: { doseUnits: ['mg', 'mcg', 'micrograms', 'g', 'mL', 'units'], labUnits: [] },
  check(post, { options, report }) {
    const find = doseFinder(options.doseUnits, options.labUnits)
    for (const block of post.prose) {
      if (block.zone === 'block-quote' || block.quoteDepth > 0 || !CANDIDATE.test(block.text)) continue
      for (const dose of find(block)) {
        const safeNumber = safeForm(dose.number)
        if (safeNumber === undefined || isMeasured(block, dose) || isSomeoneElses(block, dose)) continue
        const written = block.text.slice(dose.numberStart, dose.textEnd)
        const safe = safeNumber + block.text.slice(dose.numberEnd, dose.textEnd)
        report({
          at: block.rangeOf(dose.numberStart, dose.textEnd),
          message: NAKED.test(dose.number) ? 'naked' : 'zero',
          data: { safe, number: written },
          suggestions: [
            { title: `Write "${safe}"`, edits: [{ ...block.rangeOf(dose.numberStart, dose.numberEnd), text: safeNumber }] },
          ],
        })
      }
    }
  },
})

/** `undefined` when the number is safe as it stands. A zero behind other decimals (2.50) is not tenfold. */
function safeForm(number: string): string | undefined {
  if (NAKED.test(number)) return `0${number}`
  return TRAILING_ZERO.exec(number)?.[1]
}

function isMeasured(block: Block, { numberStart, textEnd, unit }: DoseNumber): boolean {
  const before = block.masked.slice(Math.max(0, numberStart - 60), numberStart)
  const after = block.masked.slice(textEnd, textEnd + NUTRIENT_WINDOW)
  if (MEASURED.test(before) || COMPARED.test(after)) return true
  return /^g/.test(unit) && (NUTRIENT.test(before.slice(-NUTRIENT_WINDOW)) || NUTRIENT.test(after))
}

/** In a quotation, or in the title of a cited work. */
function isSomeoneElses(block: Block, { numberStart, textEnd }: DoseNumber): boolean {
  const within = (range: { textStart: number; textEnd: number }) => range.textStart <= numberStart && textEnd <= range.textEnd
  return quotationsOf(block).some(within) || block.links.some((link) => link.kind === 'scholarly' && within(link))
}
