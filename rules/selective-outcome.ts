import { defineRule } from '../src/lint/define-rule.ts'
import { bareSignificance, forgottenArms, forgottenScales } from '../src/post/outcomes.ts'

interface Options {
  scales: string[]
  significance: boolean
}

export default defineRule<Options>({
  id: 'selective-outcome',
  family: 'consistency',
  purpose: 'what was measured is reported',
  type: 'problem',
  severity: 'warn',
  fix: 'none',
  wave: 2,
  english: true,
  standards: [{ key: 'SPIN', clause: 'Yavchitz 2016', status: 'checked' }],
  messages: {
    scale: {
      text: 'Report the result for "{scale}", or say that the source does not.',
      note: 'Results of some outcomes alone make a study look better than it was.',
    },
    size: {
      text: 'Add the size of the effect.',
      note: 'A small P value says that an effect is hardly chance, not that it is large enough to matter.',
    },
  },
  schema: {
    type: 'object',
    properties: {
      scales: {
        type: 'array',
        items: { type: 'string', minLength: 2 },
        description: 'Names of outcome scales, besides the built-in ones.',
      },
      significance: { type: 'boolean', description: 'Ask for the size of an effect that is called significant.' },
    },
  },
  defaultOptions: { scales: [], significance: true },
  check(post, { options, report }) {
    for (const { start, end, text } of [...forgottenScales(post, options.scales), ...forgottenArms(post)])
      report({ at: { start, end }, message: 'scale', data: { scale: text } })
    if (!options.significance) return
    for (const { start, end } of bareSignificance(post)) report({ at: { start, end }, message: 'size' })
  },
})
