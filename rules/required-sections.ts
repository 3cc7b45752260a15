import { defineRule } from '../src/lint/define-rule.ts'
import { missingTopics, PAGE_TOPICS, topicName } from '../src/post/page-topics.ts'

interface Options {
  byType: Record<string, string[]>
  synonyms: Record<string, string[]>
}

export default defineRule<Options>({
  id: 'required-sections',
  family: 'structure',
  purpose: 'treatment pages answer the standard questions',
  type: 'problem',
  severity: 'warn',
  fix: 'none',
  wave: 2,
  english: true,
  contentOnly: true,
  standards: [
    { key: 'DISCERN', clause: 'questions 8 to 14', status: 'checked' },
    { key: 'EQIP', clause: 'content items', status: 'checked' },
  ],
  messages: {
    missing: {
      text: 'Add a section on {topics}.',
      note: 'Patients who choose a treatment need these answers (DISCERN, EQIP).',
    },
  },
  schema: {
    type: 'object',
    properties: {
      byType: {
        type: 'object',
        additionalProperties: { type: 'array', items: { type: 'string', minLength: 1 } },
        description: 'Topics that pages of a type have to cover.',
      },
      synonyms: {
        type: 'object',
        additionalProperties: { type: 'array', items: { type: 'string', minLength: 2 } },
        description: 'Further headings and words that cover a topic.',
      },
    },
  },
  defaultOptions: { byType: { treatment: PAGE_TOPICS }, synonyms: {} },
  check(post, { options, settings, report }) {
    const wanted = Object.hasOwn(options.byType, settings.pageType) ? options.byType[settings.pageType]! : []
    if (wanted.length === 0 || post.prose.length === 0) return
    const missing = missingTopics(post, wanted, options.synonyms)
    if (missing.length > 0) report({ at: post.titleRange, message: 'missing', data: { topics: inWords(missing.map(topicName)) } })
  },
})

function inWords(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join('; ')} and ${names.at(-1)}`
}
