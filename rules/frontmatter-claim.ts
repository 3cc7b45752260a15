import { defineRule } from '../src/lint/define-rule.ts'
import { claimsInMetadata, isBorneOut } from '../src/post/claims/metadata.ts'

interface Options {
  fields: string[]
  similarity: number
}

/** Below the level "medium" of RULES.md 2.5: the form of a statement is asked for besides. */
const LEAST_CONFIDENCE = 0.5

export default defineRule<Options>({
  id: 'frontmatter-claim',
  family: 'frontmatter',
  purpose: 'title and description claim no more than the body supports',
  type: 'problem',
  severity: 'error',
  fix: 'none',
  wave: 1,
  english: true,
  contentOnly: true,
  standards: [
    { key: 'FTC', clause: 'Health Products Compliance Guidance 2022', status: 'checked' },
    { key: 'SPIN', clause: 'Yavchitz 2016', status: 'checked' },
  ],
  messages: {
    unsupported: {
      text: 'Support the claim "{clause}" in the body with a citation, or soften this {field}.',
      note: 'Search results and shared links show this text alone; it may not promise more than the page can show.',
    },
  },
  schema: {
    type: 'object',
    properties: {
      fields: { type: 'array', items: { type: 'string', minLength: 1 }, description: 'Keys whose values are read.' },
      similarity: {
        type: 'number',
        minimum: 0,
        maximum: 1,
        description: 'Share of the words of the claim that a claim of the body has to repeat.',
      },
    },
  },
  defaultOptions: { fields: ['title', 'description', 'summary', 'ogTitle'], similarity: 0.5 },
  check(post, { options, report }) {
    for (const claim of claimsInMetadata(post, options.fields, LEAST_CONFIDENCE)) {
      if (isBorneOut(post, claim, options.similarity)) continue
      const { start, end, text, field } = claim
      report({ at: { start, end }, message: 'unsupported', data: { clause: text, field } })
    }
  },
})
