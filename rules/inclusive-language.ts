import list from '../data/inclusive-terms.json' with { type: 'json' }
import { defineRule } from '../src/lint/define-rule.ts'
import { rewordings } from '../src/post/changes.ts'
import { findGenericHe } from '../src/post/generic-he.ts'
import { findTerms, type TermEntry, termList } from '../src/post/terms.ts'
import type { Block } from '../src/post/types.ts'

type Policy = 'person-first' | 'stigma' | 'pronouns' | 'age'

interface Options {
  policies: Policy[]
  identityFirst: string[]
}

const TERMS = termList(list.entries as TermEntry[])

export default defineRule<Options>({
  id: 'inclusive-language',
  family: 'language',
  purpose: 'people first, no stigma, no generic he',
  type: 'suggestion',
  severity: 'warn',
  fix: 'suggestion',
  wave: 2,
  english: true,
  zones: ['paragraph', 'list-item', 'table-cell', 'footnote'],
  standards: [
    { key: 'NIDA', clause: 'Words Matter', status: 'partly' },
    { key: 'NHS', clause: 'Inclusive content', status: 'checked' },
    { key: 'AMA-AAMC', status: 'partly' },
  ],
  messages: {
    term: { text: 'Write "{alternative}" instead of "{term}".' },
  },
  schema: {
    type: 'object',
    properties: {
      policies: {
        type: 'array',
        items: { enum: ['person-first', 'stigma', 'pronouns', 'age'] },
        description: 'What is looked at.',
      },
      identityFirst: {
        type: 'array',
        items: { type: 'string', minLength: 1 },
        description: 'Words your readers choose for themselves, which may stand before "people".',
      },
    },
  },
  defaultOptions: { policies: ['person-first', 'stigma', 'pronouns', 'age'], identityFirst: ['autistic', 'Deaf', 'blind'] },
  check(post, { options, report }) {
    const chosen = new Set(options.identityFirst.map((word) => word.toLowerCase()))
    const say = (block: Block, textStart: number, textEnd: number, instead: readonly string[], note?: string) =>
      report({
        at: block.rangeOf(textStart, textEnd),
        message: 'term',
        data: { alternative: instead[0]!, term: block.text.slice(textStart, textEnd) },
        ...(note === undefined ? {} : { note }),
        suggestions: rewordings(
          { block, textStart, textEnd },
          instead.map((text) => [{ textStart, textEnd, text }]),
        ),
      })
    for (const { entry, block, textStart, textEnd, instead } of findTerms(post, [TERMS])) {
      if (!options.policies.includes(entry.policy as Policy)) continue
      if (entry.identity !== undefined && chosen.has(entry.identity)) continue
      say(block, textStart, textEnd, instead, `Recommended by ${entry.source}.`)
    }
    if (!options.policies.includes('pronouns')) return
    for (const { block, textStart, textEnd, instead } of findGenericHe(post)) say(block, textStart, textEnd, [instead])
  },
})
