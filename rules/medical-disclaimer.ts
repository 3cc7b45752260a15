import { defineRule } from '../src/lint/define-rule.ts'
import { type DisclaimerNames, entertainmentOnly, hasDisclaimer } from '../src/post/disclosure/disclaimers.ts'

export default defineRule<DisclaimerNames>({
  id: 'medical-disclaimer',
  family: 'disclosure',
  purpose: 'treatment content says what it cannot replace',
  type: 'problem',
  severity: 'warn',
  fix: 'none',
  wave: 2,
  english: true,
  contentOnly: true,
  audiences: ['patient', 'general'],
  pageTypes: ['treatment', 'condition', 'supplement', 'story'],
  standards: [
    { key: 'HON', clause: 'principle 2', status: 'checked' },
    { key: 'CDC', clause: 'Clear Communication Index', status: 'checked' },
  ],
  messages: {
    missing: {
      text: 'Add the medical disclaimer (component or `disclaimer` key).',
      note: 'Readers have to know that a page supports the talk with their doctor and does not replace it (HONcode).',
    },
    entertainment: {
      text: 'Replace this by a medical disclaimer: say what the page cannot replace.',
      note: 'Readers act on what they read about treatments; a page about them entertains nobody alone.',
    },
  },
  schema: {
    type: 'object',
    properties: {
      components: {
        type: 'array',
        items: { type: 'string', minLength: 3 },
        description: 'Components, includes, shortcodes or classes that print the disclaimer.',
      },
      text: {
        type: 'array',
        items: { type: 'string', minLength: 10 },
        description: 'Further sentences that count as a disclaimer.',
      },
      key: { type: 'string', minLength: 1, description: 'Frontmatter key that asks for the disclaimer.' },
    },
  },
  defaultOptions: { components: ['Disclaimer', 'MedicalDisclaimer'], text: [], key: 'disclaimer' },
  check(post, { options, report }) {
    if (hasDisclaimer(post, options)) return
    const entertainment = entertainmentOnly(post)
    if (entertainment) report({ at: entertainment, message: 'entertainment' })
    else report({ at: post.titleRange, message: 'missing' })
  },
})
