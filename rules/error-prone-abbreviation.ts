import { defineRule } from '../src/lint/define-rule.ts'
import type { Settings } from '../src/lint/types.ts'
import { type ErrorProne, findErrorProne } from '../src/post/error-prone.ts'

interface Options {
  microgram?: 'mcg' | 'micrograms'
  contexts: 'dose' | 'all'
  allow: string[]
}

export default defineRule<Options>({
  id: 'error-prone-abbreviation',
  family: 'notation',
  purpose: 'no abbreviations that cause dosing errors',
  type: 'problem',
  severity: 'error',
  fix: 'suggestion',
  wave: 1,
  english: true,
  zones: ['paragraph', 'list-item', 'table-cell', 'footnote'],
  standards: [
    { key: 'ISMP', clause: 'List of error-prone abbreviations', status: 'checked' },
    { key: 'TJC', clause: 'Do Not Use list', status: 'checked' },
  ],
  messages: {
    misread: { text: 'Write "{full}": "{abbr}" is misread in doses.' },
    shorthand: { text: 'Write "{full}": most patients do not know "{abbr}".' },
  },
  schema: {
    type: 'object',
    properties: {
      microgram: {
        enum: ['mcg', 'micrograms'],
        description: 'What stands for µg and ug. Without it "mcg", and "micrograms" where the region is uk.',
      },
      contexts: { enum: ['dose', 'all'], description: 'With "dose" only abbreviations beside a dose.' },
      allow: { type: 'array', items: { type: 'string', minLength: 1 }, description: 'Abbreviations and symbols you keep.' },
    },
  },
  defaultOptions: { contexts: 'all', allow: [] },
  check(post, { options, settings, report }) {
    for (const found of findErrorProne(post, settings.audience === 'patient')) {
      const { block, textStart, textEnd, text, misread, glued, inDose, shorthand } = found
      if (options.allow.includes(text) || (options.contexts === 'dose' && !inDose)) continue
      const at = block.rangeOf(textStart, textEnd)
      const full = fullForm(found, options, settings)
      report({
        at,
        message: shorthand ? 'shorthand' : 'misread',
        data: { full, abbr: text },
        ...(inDose ? {} : { lower: 1 }),
        ...(shorthand ? {} : { note: `"${text}" has been ${misread} (ISMP).` }),
        suggestions: [{ title: `Write "${full}"`, edits: [{ ...at, text: glued ? ` ${full}` : full }] }],
      })
    }
  },
})

/** Clinicians are told of international units, which are more than "units" in a laboratory. */
function fullForm({ text, instead }: ErrorProne, { microgram }: Options, { audience, region }: Settings): string {
  if (instead === 'mcg') return microgram ?? (region.includes('uk') ? 'micrograms' : 'mcg')
  return /^iu$/i.test(text) && audience === 'clinician' ? `international ${instead}` : instead
}
