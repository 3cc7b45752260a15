import establishedCures from '../data/established-cures.json' with { type: 'json' }
import { defineRule } from '../src/lint/define-rule.ts'
import { ABSOLUTE, findWordings, isAboutHealth, isOfSome, termsList, type Wording } from '../src/post/claims/absolutes.ts'
import { isCited } from '../src/post/claims/support.ts'
import type { Post } from '../src/post/types.ts'

interface Options {
  terms: string[]
  established: 'established-cures' | 'none'
  requireCitationForEstablished: boolean
  negationWindow: number
}

export default defineRule<Options>({
  id: 'absolute-claim',
  family: 'claims',
  purpose: 'no cure, guarantee, permanence or certainty',
  type: 'problem',
  severity: 'error',
  fix: 'suggestion',
  wave: 1,
  english: true,
  standards: [
    { key: 'DIR', clause: 'Art. 90(b)', status: 'checked' },
    { key: 'FTC', clause: 'Health Products Compliance Guidance 2022', status: 'checked' },
  ],
  messages: {
    absolute: {
      text: 'Replace "{term}": no treatment result is certain.',
      note: 'Promising a certain effect misleads, whatever the source (Directive 2001/83/EC, Art. 90(b)).',
    },
  },
  schema: {
    type: 'object',
    properties: {
      terms: {
        type: 'array',
        items: { type: 'string', minLength: 2 },
        description: 'Absolute words or phrases, besides the built-in ones.',
      },
      established: { enum: ['established-cures', 'none'], description: 'Dated list of cures that may be called so.' },
      requireCitationForEstablished: { type: 'boolean', description: 'Ask for a citation beside a listed cure as well.' },
      negationWindow: { type: 'integer', minimum: 0, description: 'Words in front of the term in which a negation counts.' },
    },
  },
  defaultOptions: { terms: [], established: 'established-cures', requireCitationForEstablished: true, negationWindow: 6 },
  check(post, { options, report }) {
    const lists = options.terms.length > 0 ? [ABSOLUTE, termsList(options.terms)] : [ABSOLUTE]
    for (const passage of post.passages) {
      for (const wording of findWordings(passage, lists, options.negationWindow)) {
        if (
          !isAboutHealth(passage) ||
          isNoun(wording) ||
          isOfSome(passage.tokens, wording.from) ||
          isEstablished(post, wording, options)
        )
          continue
        const { start, end, text, instead } = wording
        const suggestions = instead.map((other) => ({ title: `Write "${other}"`, edits: [{ start, end, text: other }] }))
        report({ at: { start, end }, message: 'absolute', data: { term: text }, suggestions })
      }
    }
  },
})

const NOUN_SIGNS = new Set(
  'the a an of for no other new potential possible home folk herbal natural miracle ancient alternative quack and or these those their its search'.split(
    ' ',
  ),
)
const VERBLESS_NEXT = new Set('for and or are is have of in to were from that exist'.split(' '))

/** "Home cures", "cures for": not what a treatment does. */
function isNoun({ passage: { tokens }, from, to, text }: Wording): boolean {
  if (text.toLowerCase() !== 'cures') return false
  const next = tokens[to]
  return NOUN_SIGNS.has(tokens[from - 1]?.text ?? '') || next === undefined || !next.word || VERBLESS_NEXT.has(next.text)
}

/** A pair of intervention and condition on the list, with a citation where one is asked for. */
function isEstablished(post: Post, { passage, text }: Wording, options: Options): boolean {
  if (options.established === 'none' || !/cur(?:e|es|ing|able)\b/i.test(text)) return false
  const words = ` ${passage.tokens.map((token) => token.text).join(' ')} `
  const names = (list: readonly string[]) => list.some((name) => words.includes(` ${name} `))
  const listed = establishedCures.entries.some(({ intervention, condition }) => names(intervention) && names(condition))
  return listed && (!options.requireCitationForEstablished || (passage.sentence !== undefined && isCited(post, passage.sentence)))
}
