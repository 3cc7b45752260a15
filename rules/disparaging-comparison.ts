import list from '../data/promotional-wording.json' with { type: 'json' }
import { defineRule } from '../src/lint/define-rule.ts'
import { findWordings, ownList, termsList } from '../src/post/claims/absolutes.ts'
import { supportOf } from '../src/post/claims/support.ts'
import type { Post, Sentence } from '../src/post/types.ts'

interface Options {
  terms: string[]
  allowCited: boolean
}

const DISPARAGING = ownList(list.disparaging)
const NEGATION_WINDOW = 5

export default defineRule<Options>({
  id: 'disparaging-comparison',
  family: 'claims',
  purpose: 'other care is not dismissed without a source',
  type: 'problem',
  severity: 'warn',
  fix: 'none',
  wave: 2,
  english: true,
  standards: [
    { key: 'DIR', clause: 'Art. 90', status: 'checked' },
    { key: 'CAP', clause: 'section 12', status: 'checked' },
    { key: 'DISCERN', status: 'checked' },
  ],
  messages: {
    dismissive: {
      text: 'Cite a source for "{phrase}", and say what the other treatment does achieve.',
      note: 'Readers may stop a treatment that helps them because of such a sentence (Directive 2001/83/EC, Art. 90).',
    },
  },
  schema: {
    type: 'object',
    properties: {
      terms: {
        type: 'array',
        items: { type: 'string', minLength: 3 },
        description: 'Dismissive words or phrases, besides the built-in ones.',
      },
      allowCited: { type: 'boolean', description: 'Leave sentences with a citation alone.' },
    },
  },
  defaultOptions: { terms: [], allowCited: true },
  check(post, { options, report }) {
    const lists = options.terms.length > 0 ? [DISPARAGING, termsList(options.terms)] : [DISPARAGING]
    for (const passage of post.passages) {
      const [first] = findWordings(passage, lists, NEGATION_WINDOW)
      if (!first || (options.allowCited && passage.sentence && isSupported(post, passage.sentence))) continue
      report({ at: first, message: 'dismissive', data: { phrase: first.text } })
    }
  },
})

function isSupported(post: Post, sentence: Sentence): boolean {
  return supportOf(post, sentence, post.evidence, post.study.structure).support.startsWith('1')
}
