import { defineRule } from '../src/lint/define-rule.ts'
import type { Finding } from '../src/lint/types.ts'
import { editsOf, reworded, rewordings } from '../src/post/changes.ts'
import { isMentioned, isOthersBlock, isOthersWords } from '../src/post/others-words.ts'
import type { Post } from '../src/post/types.ts'
import { grammarSlips } from '../src/post/usage/grammar.ts'
import { nameSlips, organismSlips } from '../src/post/usage/names.ts'
import { quoteSlips } from '../src/post/usage/quotes.ts'
import { spacingSlips } from '../src/post/usage/spacing.ts'
import type { Slip, UsageCheck } from '../src/post/usage/types.ts'

interface Options {
  checks: Partial<Record<UsageCheck, boolean>>
  quoteStyle: 'consistent' | 'curly' | 'straight'
}

const CHECKS: readonly UsageCheck[] = [
  'spaceBeforeParen',
  'doubleSpace',
  'spaceBeforeComma',
  'gluedSentence',
  'uncountable',
  'agreement',
  'suchAsEtc',
  'termCase',
  'quoteStyle',
]
const OF_WORDS = new Set<UsageCheck>(['uncountable', 'agreement', 'termCase'])
const SAFE = new Set<UsageCheck>(['spaceBeforeParen', 'doubleSpace', 'spaceBeforeComma'])

export default defineRule<Options>({
  id: 'usage',
  family: 'language',
  purpose: 'spacing, glued sentences, uncountables, agreement, quotes',
  type: 'suggestion',
  severity: 'warn',
  fix: 'safe',
  wave: 1,
  english: true,
  zones: ['paragraph', 'list-item', 'table-cell', 'footnote'],
  standards: [{ key: 'AMA', status: 'partly' }],
  messages: {
    spaceBeforeParen: { text: 'Insert a space before "(".', severity: 'info' },
    doubleSpace: { text: 'Remove the second space.', severity: 'info' },
    spaceBeforeComma: { text: 'Remove the space before ",".', severity: 'info' },
    gluedSentence: { text: 'Write "{suggestion}".' },
    uncountable: { text: 'Write "{suggestion}".', note: 'The word has no plural in English and takes no "a".' },
    agreement: { text: 'Write "{suggestion}".', note: 'Singular and plural do not go together.' },
    suchAsEtc: { text: 'Remove "etc.": the list is said to be one of examples.', severity: 'info' },
    termCase: { text: 'Write "{suggestion}".', severity: 'info' },
    quoteStyle: { text: 'Write all quotation marks of the page {style}.', severity: 'info' },
  },
  schema: {
    type: 'object',
    properties: {
      checks: {
        type: 'object',
        properties: Object.fromEntries(CHECKS.map((check) => [check, { type: 'boolean' }])),
        additionalProperties: false,
        description: 'Checks by name; false switches one off.',
      },
      quoteStyle: {
        enum: ['consistent', 'curly', 'straight'],
        description: 'Form of quotation marks; "consistent" takes what most of the page has.',
      },
    },
  },
  defaultOptions: { checks: Object.fromEntries(CHECKS.map((check) => [check, true])), quoteStyle: 'consistent' },
  check(post, { options, report }) {
    for (const slip of findSlips(post, options)) {
      const { block, textStart, textEnd, check } = slip
      if (options.checks[check] === false) continue
      if (check !== 'quoteStyle' && isOthersWords(block, textStart, textEnd)) continue
      if (OF_WORDS.has(check) && isMentioned(block, textStart, textEnd)) continue
      report(toFinding(slip))
    }
  },
})

function findSlips(post: Post, { quoteStyle }: Options): Slip[] {
  const own = post.prose.filter((block) => !isOthersBlock(block))
  const sentences = post.sentences.filter(({ block }) => !isOthersBlock(block))
  return [
    ...own.flatMap(spacingSlips),
    ...own.flatMap(organismSlips),
    ...sentences.flatMap((sentence) => [...nameSlips(sentence), ...grammarSlips(sentence)]),
    ...quoteSlips(own, quoteStyle),
  ]
}

function toFinding(slip: Slip): Finding {
  const { check, block, textStart, textEnd, changes, also = [] } = slip
  const at = block.rangeOf(textStart, textEnd)
  const related = also.map((place) => ({ ...block.rangeOf(place.textStart, place.textEnd), message: 'Also here' }))
  const style = block.text[textStart] === '"' ? 'curly' : 'straight'
  const found = { at, message: check, data: { suggestion: reworded(slip, changes), style }, related }
  const edits = editsOf(block, changes)
  if (SAFE.has(check)) return edits ? { ...found, fix: edits } : found
  if (check === 'suchAsEtc' && edits) return { ...found, suggestions: [{ title: 'Remove "etc."', edits }] }
  if (check === 'quoteStyle' && edits) return { ...found, suggestions: [{ title: `Write them ${style}`, edits }] }
  return { ...found, suggestions: rewordings(slip, [changes]) }
}
