import establishedCauses from '../data/established-causes.json' with { type: 'json' }
import { defineRule } from '../src/lint/define-rule.ts'
import type { Edit, Suggestion } from '../src/lint/types.ts'
import { termsList } from '../src/post/claims/absolutes.ts'
import { causeIn, OBSERVING } from '../src/post/claims/causes.ts'
import type { Reading } from '../src/post/claims/cues.ts'
import { isAuthorsVoice, sourceOf } from '../src/post/claims/tiers.ts'
import { isModal, type VerbGroup } from '../src/post/claims/verbs.ts'

interface Options {
  verbs: string[]
  established: 'established-causes' | 'none'
}

export default defineRule<Options>({
  id: 'causal-language',
  family: 'claims',
  purpose: 'cause verbs fit the study design',
  type: 'problem',
  severity: 'warn',
  fix: 'suggestion',
  wave: 2,
  english: true,
  standards: [{ key: 'SUMNER', clause: 'Sumner 2014', status: 'checked' }],
  messages: {
    causal: {
      text: 'Write "is linked to": {design} cannot show a cause.',
      note: 'Who does one thing often differs in others; only an experiment can tell which of them matters.',
    },
  },
  schema: {
    type: 'object',
    properties: {
      verbs: {
        type: 'array',
        items: { type: 'string', minLength: 2 },
        description: 'Causal verbs or phrases as they stand in the text, besides the built-in ones.',
      },
      established: { enum: ['established-causes', 'none'], description: 'Dated list of causes that may be called so.' },
    },
  },
  defaultOptions: { verbs: [], established: 'established-causes' },
  check(post, { options, report }) {
    const own = options.verbs.length > 0 ? termsList(options.verbs).find : undefined
    for (const { reading, fragment } of post.study.units) {
      if (fragment || !isAuthorsVoice(reading.sentence)) continue
      const verb = causeIn(reading, own)
      if (!verb || (options.established !== 'none' && isEstablished(reading))) continue
      const source = sourceOf(post, reading.sentence)
      if (!source || !OBSERVING.has(source.tier)) continue
      report({
        at: { start: verb.start, end: verb.end },
        message: 'causal',
        data: { design: source.name, verb: verb.text },
        suggestions: wordingsFor(reading, verb),
      })
    }
  },
})

function isEstablished({ tokens }: Reading): boolean {
  const words = ` ${tokens.map(({ text }) => text).join(' ')} `
  const names = (list: readonly string[]) => list.some((name) => words.includes(` ${name} `))
  return establishedCauses.entries.some(({ exposure, condition }) => names(exposure) && names(condition))
}

/** Whatever the subject, a past form fits one of two. */
const PAST = ['was linked to', 'were linked to', 'was associated with', 'were associated with']

/** Verbs in whose place words of association make a sentence. */
const REPLACEABLE =
  /^(?:causes?|caused|leads? to|led to|results? in|resulted in|contributes? to|contributed to|triggers?|triggered)$/i

function wordingsFor({ sentence, tokens }: Reading, { from, start, end, text }: VerbGroup): Suggestion[] {
  if (!REPLACEABLE.test(text)) return []
  const modal = tokens[from - 1]
  if (modal && isModal(modal.text)) {
    const place = sentence.block.rangeOf(modal.start, modal.end)
    return [suggestion({ start: place.start, end, text: 'may be linked to' })]
  }
  const [verb] = text.toLowerCase().split(' ')
  if (verb!.endsWith('ed') || verb === 'led') return PAST.map((other) => suggestion({ start, end, text: other }))
  const be = verb!.endsWith('s') ? 'is' : 'are'
  return ['linked to', 'associated with'].map((other) => suggestion({ start, end, text: `${be} ${other}` }))
}

function suggestion(edit: Edit): Suggestion {
  return { title: `Write "${edit.text}"`, edits: [edit] }
}
