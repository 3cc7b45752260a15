import { defineRule } from '../src/lint/define-rule.ts'
import { doseFinder } from '../src/post/doses.ts'
import { isMeasured } from '../src/post/measured-amounts.ts'
import { isOthersBlock, isOthersWords } from '../src/post/others-words.ts'

interface Options {
  doseUnits: string[]
  labUnits: string[]
}

/** Cheap look before the search: most blocks have no such number. */
const CANDIDATE = /\d\.0|(?<!\d)\.\d/
const TRAILING_ZERO = /^(\d[\d,]*)\.0+$/
const NAKED = /^\.\d/

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
      if (!CANDIDATE.test(block.text) || isOthersBlock(block)) continue
      for (const dose of find(block)) {
        const safeNumber = safeForm(dose.number)
        if (safeNumber === undefined || isMeasured(block, dose)) continue
        if (isOthersWords(block, dose.numberStart, dose.textEnd)) continue
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
