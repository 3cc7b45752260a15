import { defineRule } from '../src/lint/define-rule.ts'
import {
  findWordings,
  isAboutTreatment,
  isOfSome,
  NATURAL,
  type Passage,
  SAFETY,
  termsList,
  type Wording,
} from '../src/post/claims/absolutes.ts'
import { isCited } from '../src/post/claims/support.ts'
import type { Post } from '../src/post/types.ts'

interface Options {
  terms: string[]
  requireDenominator: boolean
  naturalIsSafe: boolean
}

const NEGATION_WINDOW = 6

export default defineRule<Options>({
  id: 'absolute-safety',
  family: 'claims',
  purpose: 'no "no risk"',
  type: 'problem',
  severity: 'error',
  fix: 'suggestion',
  wave: 1,
  english: true,
  standards: [
    { key: 'DIR', clause: 'Art. 90', status: 'checked' },
    { key: 'CAP', clause: 'section 12', status: 'checked' },
  ],
  messages: {
    denied: {
      text: 'Name the known risks instead of "{phrase}".',
      note: 'No treatment is free of risk; advertising must not suggest it (Directive 2001/83/EC, Art. 90).',
    },
  },
  schema: {
    type: 'object',
    properties: {
      terms: {
        type: 'array',
        items: { type: 'string', minLength: 2 },
        description: 'Phrases that deny risk, besides the built-in ones.',
      },
      requireDenominator: {
        type: 'boolean',
        description: 'Leave a cited result in the past tense alone only when it says of how many.',
      },
      naturalIsSafe: { type: 'boolean', description: 'Report "natural and therefore safe".' },
    },
  },
  defaultOptions: { terms: [], requireDenominator: true, naturalIsSafe: true },
  check(post, { options, report }) {
    const lists = [
      SAFETY,
      ...(options.naturalIsSafe ? [NATURAL] : []),
      ...(options.terms.length > 0 ? [termsList(options.terms)] : []),
    ]
    for (const passage of post.passages) {
      for (const wording of findWordings(passage, lists, NEGATION_WINDOW)) {
        if (!isAboutTreatment(post, passage) || isSomePeople(wording) || isResult(post, passage, options)) continue
        const { start, end, text } = wording
        report({ at: { start, end }, message: 'denied', data: { phrase: text }, suggestions: [stub(wording)] })
      }
    }
  },
})

/** A start for the sentence that should stand here. */
function stub({ start, end }: Wording) {
  return { title: 'Write "known risks: ..."', edits: [{ start, end, text: 'known risks: ...' }] }
}

const PEOPLE = new Set('patients people women men children users participants he she'.split(' '))
const FACTORS = new Set(['factor', 'factors', 'assessment', 'group'])

/** "Most people have no side effects" counts people; "no risk factors" is another word. */
function isSomePeople({ passage: { tokens }, from, to }: Wording): boolean {
  return FACTORS.has(tokens[to]?.text ?? '') || isOfSome(tokens, from, PEOPLE)
}

const PAST = new Set(
  'was were had occurred reported observed seen found developed experienced recorded noted emerged happened'.split(' '),
)

/** "No serious adverse event occurred among the 40 participants [5]." */
function isResult(post: Post, { tokens, sentence }: Passage, { requireDenominator }: Options): boolean {
  if (!sentence || !isCited(post, sentence) || !tokens.some(({ text }) => PAST.has(text))) return false
  return !requireDenominator || tokens.some(({ number }) => number)
}
