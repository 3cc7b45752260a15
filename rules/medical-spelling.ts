import { defineRule } from '../src/lint/define-rule.ts'
import type { Finding, RuleContext, Suggestion } from '../src/lint/types.ts'
import { findIncompleteTerms } from '../src/post/spelling/fixed-terms.ts'
import { findLocaleWords } from '../src/post/spelling/locale-words.ts'
import { type SpelledBlock, spelledBlocks } from '../src/post/spelling/spelled-words.ts'
import { createSpeller, type Locale, type Speller } from '../src/post/spelling/speller.ts'
import { findUnknownWords, type UnknownWord } from '../src/post/spelling/unknown-words.ts'
import type { Range } from '../src/post/types.ts'

interface Options {
  locale: 'en-US' | 'en-GB' | 'auto'
  dictionaries: string[]
  personal: string[]
  unknown: 'confident' | 'all'
}

const LOCALE_NAMES: Record<Locale, string> = { 'en-US': 'American', 'en-GB': 'British' }
const MOST_SUGGESTIONS = 5

export default defineRule<Options>({
  id: 'medical-spelling',
  family: 'language',
  purpose: 'medical words are spelled right, in one locale',
  type: 'problem',
  severity: 'warn',
  fix: 'suggestion',
  wave: 1,
  needs: ['data:words'],
  english: true,
  standards: [{ key: 'AMA', status: 'partly' }],
  messages: {
    misspelled: {
      text: 'Check the spelling of "{word}": {suggestion}?',
      note: 'No dictionary medlint has knows the word, and one known word is very near. Add it to `personal` if it is right.',
    },
    unknown: {
      text: 'Check the spelling of "{word}": it is in no dictionary (used {count} times).',
      severity: 'info',
      note: 'Add it to `personal` if it is right.',
    },
    incomplete: { text: 'Complete the name "{term}": {suggestion}?', note: 'The name of the condition lacks its last word.' },
    locale: {
      text: 'Write "{suggestion}" instead of "{word}": the page is in {name} English.',
      note: 'One spelling throughout a page. (AMA) Set `locale` if the page follows the other one.',
    },
  },
  schema: {
    type: 'object',
    properties: {
      locale: {
        enum: ['en-US', 'en-GB', 'auto'],
        description: 'The English of the page; "auto" takes what most of its words follow.',
      },
      dictionaries: {
        type: 'array',
        items: { type: 'string' },
        description: 'Lists of accepted words that configurations share.',
      },
      personal: { type: 'array', items: { type: 'string' }, description: 'Accepted words.' },
      unknown: { enum: ['confident', 'all'], description: 'With "all" also words without a likely correction, as info.' },
    },
    additionalProperties: false,
  },
  defaultOptions: { locale: 'auto', dictionaries: [], personal: [], unknown: 'confident' },
  check(post, context) {
    const speller = createSpeller(post.resources)
    if (!speller) return
    const { options, report } = context
    const personal = new Set([...options.personal, ...options.dictionaries])
    const blocks = spelledBlocks(post, speller)
    for (const unknown of findUnknownWords(blocks, personal)) {
      const finding = judge(unknown, speller, options)
      if (finding) report(finding)
    }
    for (const { block, textStart, textEnd, part } of findIncompleteTerms(post.prose)) {
      const at = block.rangeOf(textStart, textEnd)
      const term = block.text.slice(textStart, textEnd)
      report({
        at,
        message: 'incomplete',
        data: { term, suggestion: `${term} ${part}` },
        suggestions: [replace(at, `${term} ${part}`)],
      })
    }
    reportLocale(blocks, speller, personal, context)
  },
})

function judge({ word, mentions, inPhrase }: UnknownWord, speller: Speller, { unknown }: Options): Finding | undefined {
  const ranges = mentions.map(({ block, textStart, textEnd }) => block.rangeOf(textStart, textEnd))
  const at = ranges[0]!
  const { block, textStart, textEnd } = mentions[0]!
  const written = block.text.slice(textStart, textEnd)
  const suggestion = inPhrase ? undefined : speller.confident(written, mentions.length)
  if (suggestion !== undefined) {
    const related = ranges.slice(1).map((range) => ({ ...range, message: 'Also here' }))
    const others = speller.suggest(written).filter((other) => other !== suggestion)
    const suggestions = [suggestion, ...others].slice(0, MOST_SUGGESTIONS).map((other) => replace(at, other))
    return { at, message: 'misspelled', data: { word: written, suggestion }, related, suggestions }
  }
  if (unknown !== 'all' || speller.plausible(word)) return undefined
  const suggestions = speller.suggest(written).map((other) => replace(at, other))
  return { at, message: 'unknown', data: { word: written, count: mentions.length }, suggestions }
}

function reportLocale(
  blocks: readonly SpelledBlock[],
  speller: Speller,
  personal: ReadonlySet<string>,
  { options, report }: RuleContext<Options>,
): void {
  const wanted = options.locale === 'auto' ? undefined : options.locale
  const found = findLocaleWords(blocks, speller, wanted, personal)
  if (!found) return
  const [first, ...rest] = found.minority.map(({ block, textStart, textEnd }) => block.rangeOf(textStart, textEnd))
  const { block, textStart, textEnd, other } = found.minority[0]!
  report({
    at: first!,
    message: 'locale',
    data: { word: block.text.slice(textStart, textEnd), suggestion: other, name: LOCALE_NAMES[found.locale] },
    related: rest.map((range) => ({ ...range, message: 'Also here' })),
    suggestions: [replace(first!, other)],
  })
}

function replace({ start, end }: Range, text: string): Suggestion {
  return { title: `Write "${text}"`, edits: [{ start, end, text }] }
}
