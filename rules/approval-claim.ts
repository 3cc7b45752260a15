import { defineRule } from '../src/lint/define-rule.ts'
import { findEmptyApprovals } from '../src/post/disclosure/approvals.ts'

interface Options {
  registries: string[]
}

export default defineRule<Options>({
  id: 'approval-claim',
  family: 'disclosure',
  purpose: 'approvals are specific and are not proof',
  type: 'problem',
  severity: 'error',
  fix: 'none',
  wave: 2,
  english: true,
  contentOnly: true,
  standards: [
    { key: 'FDA', status: 'checked' },
    { key: 'LEGIT', clause: 'Sipp 2017', status: 'to-verify' },
  ],
  messages: {
    empty: {
      text: 'Give product, indication and a register link for "{phrase}", or remove it.',
      note: 'An approval holds for one product and use; a registration, patent or prize says nothing of effect or safety.',
    },
  },
  schema: {
    type: 'object',
    properties: {
      registries: {
        type: 'array',
        items: { type: 'string', minLength: 3 },
        description: 'Domains whose links count as proof of an approval, besides those of other sites.',
      },
    },
  },
  defaultOptions: { registries: [] },
  check(post, { options, report }) {
    for (const { start, end, text } of findEmptyApprovals(post, options.registries))
      report({ at: { start, end }, message: 'empty', data: { phrase: text } })
  },
})
