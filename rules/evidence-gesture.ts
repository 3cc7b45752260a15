import { defineRule } from '../src/lint/define-rule.ts'
import { findGestures, findPromisesOfEvidence } from '../src/post/claims/gestures.ts'
import { citesAnything } from '../src/post/claims/support.ts'
import type { Gesture } from '../src/post/types.ts'
import { isWorkTitle } from '../src/post/work-titles.ts'

interface Options {
  phrases: string[]
  allowNegative: boolean
  promises: boolean
}

export default defineRule<Options>({
  id: 'evidence-gesture',
  family: 'claims',
  purpose: 'an appeal to evidence names its evidence',
  type: 'problem',
  severity: 'error',
  fix: 'none',
  wave: 1,
  english: true,
  standards: [
    { key: 'FTC', clause: 'Health Products Compliance Guidance 2022', status: 'checked' },
    { key: 'REDI', status: 'checked' },
  ],
  messages: {
    unnamed: {
      text: 'Name the evidence: which source does "{phrase}" mean?',
      note: 'Readers take such words as proof; a source in this or the next sentence shows it (FTC, REDI).',
    },
    promised: {
      text: 'Name the evidence that "{phrase}" promises: the page cites no source.',
      note: 'A promise of evidence on a page without a source cannot be checked.',
    },
  },
  schema: {
    type: 'object',
    properties: {
      phrases: {
        type: 'array',
        items: { type: 'string', minLength: 3 },
        description: 'Phrases that appeal to evidence, besides the built-in ones.',
      },
      allowNegative: { type: 'boolean', description: 'Leave statements such as "no study has shown" alone.' },
      promises: { type: 'boolean', description: 'Report a promise of evidence on a page that cites nothing.' },
    },
  },
  defaultOptions: { phrases: [], allowNegative: true, promises: true },
  check(post, { options, isEnabled, report }) {
    const gestures = options.phrases.length > 0 ? findGestures(post, options.phrases) : post.gestures
    const reported = new Set<number>()
    for (const gesture of gestures) {
      if ((gesture.negative && options.allowNegative) || !isUnnamed(gesture, isEnabled) || isWorkTitle(gesture.sentence)) continue
      reported.add(gesture.sentence.start)
      report({ at: gesture, message: 'unnamed', data: { phrase: gesture.text } })
    }
    if (!options.promises || citesAnything(post)) return
    const [promise] = findPromisesOfEvidence(post)
    if (promise && !reported.has(promise.start)) report({ at: promise, message: 'promised', data: { phrase: promise.text } })
  },
})

/** Links to the own site, to an encyclopaedia or a shop have rules of their own. */
function isUnnamed({ support }: Gesture, isEnabled: (rule: string) => boolean): boolean {
  if (support === '0:self') return !isEnabled('self-citation')
  if (support === '0:gloss' || support === '0:vendor') return !isEnabled('weak-source')
  return support.startsWith('0')
}
