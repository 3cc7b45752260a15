import list from '../data/promotional-wording.json' with { type: 'json' }
import { defineRule } from '../src/lint/define-rule.ts'
import type { Suggestion } from '../src/lint/types.ts'
import { isReference } from '../src/post/abbreviation-noise.ts'
import { findWordings, ownList, type Passage, termsList, type Wording } from '../src/post/claims/absolutes.ts'
import { isWorkTitle } from '../src/post/work-titles.ts'

interface Options {
  terms: string[]
  promisingIsHype: boolean
}

const HYPE = ownList(list.hype)
const PROMISING = ownList(list.promising)
const NEGATION_WINDOW = 6

export default defineRule<Options>({
  id: 'hype-language',
  family: 'claims',
  purpose: 'no promotional adjectives',
  type: 'suggestion',
  severity: 'info',
  fix: 'suggestion',
  wave: 2,
  english: true,
  standards: [
    { key: 'HYPE', status: 'checked' },
    { key: 'FTC', clause: 'Health Products Compliance Guidance 2022', status: 'checked' },
  ],
  messages: {
    hype: {
      text: 'Remove "{term}" or say what was found.',
      note: 'Praise tells readers nothing they can weigh, and they take "promising" for a result (FTC).',
    },
  },
  schema: {
    type: 'object',
    properties: {
      terms: {
        type: 'array',
        items: { type: 'string', minLength: 2 },
        description: 'Promotional words or phrases, besides the built-in ones.',
      },
      promisingIsHype: { type: 'boolean', description: 'Report "promising".' },
    },
  },
  defaultOptions: { terms: [], promisingIsHype: true },
  check(post, { options, report }) {
    const lists = [
      HYPE,
      ...(options.promisingIsHype ? [PROMISING] : []),
      ...(options.terms.length > 0 ? [termsList(options.terms)] : []),
    ]
    for (const passage of post.passages) {
      for (const wording of findWordings(passage, lists, NEGATION_WINDOW)) {
        if (isName(wording) || isTerm(wording) || isOfAnotherWork(passage)) continue
        report({ at: wording, message: 'hype', data: { term: wording.text }, suggestions: suggestionsFor(wording) })
      }
    }
  },
})

/** Titles and references, and tables, which list such things. */
function isOfAnotherWork({ block, sentence }: Passage): boolean {
  return (
    block !== undefined &&
    (block.table !== undefined || isReference(block.text) || (sentence !== undefined && isWorkTitle(sentence)))
  )
}

/** A capital inside a sentence, or capitals throughout: "the HOPE trial", "Breakthrough Therapy designation". */
function isName({ passage, text, from }: Wording): boolean {
  if (text === text.toUpperCase()) return true
  const before = passage.tokens[from - 1]
  return passage.sentence !== undefined && before !== undefined && (before.word || before.number) && /^\p{Lu}/u.test(text)
}

/** What breaks through a treatment is no praise. */
const TERMS = new Set(
  'bleeding pain infection infections seizure seizures symptom symptoms case cases cancer headache headaches depression dose doses spasticity nausea therapy device'.split(
    ' ',
  ),
)

/** "Breakthrough respiratory syncytial virus infection". */
const LONGEST_TERM = 5

function isTerm({ passage: { tokens }, from, to }: Wording): boolean {
  return tokens[from]!.text === 'breakthrough' && tokens.slice(to, to + LONGEST_TERM).some(({ text }) => TERMS.has(text))
}

/** Adjectives that a sentence can do without. */
const ADJECTIVE =
  /^(?:game.changing|breakthrough|revolutionary|groundbreaking|trailblazing|(?:ground|path).breaking|cutting.edge|state.of.the.art|world.class|miraculous|life.changing|unparalleled|unrivalled|unrivaled|promising)$/i

/** In front of these the word was no adjective of a noun. */
const NO_NOUN = new Set(
  'that which who in on for of to and or but as is are was were has have had with when while a an the'.split(' '),
)

function suggestionsFor(wording: Wording): Suggestion[] {
  const { passage, from, to, start, end, text } = wording
  const next = passage.tokens[to]
  if (!next?.word || NO_NOUN.has(next.text) || !ADJECTIVE.test(text)) return []
  const behind = passage.rangeOf(next.start, next.end)
  // Anything but a space between them is markup or a line break, which stays.
  if (behind.start !== end + 1) return []
  const word = passage.textOf(next.start, next.end)
  return [
    { title: `Remove "${text}"`, edits: [...articleEdits(passage, from, word), { start, end: behind.start, text: '' }] },
    ...(text.toLowerCase() === 'promising'
      ? [{ title: 'Write "unproven"', edits: [...articleEdits(passage, from, 'unproven'), { start, end, text: 'unproven' }] }]
      : []),
  ]
}

/** "A revolutionary idea" becomes "an idea". */
function articleEdits(passage: Passage, from: number, word: string): Suggestion['edits'] {
  const article = passage.tokens[from - 1]
  if (!article || (article.text !== 'a' && article.text !== 'an')) return []
  const wanted = /^[aeiou]/i.test(word) && !/^(?:uni|use|eu|one)/i.test(word) ? 'an' : 'a'
  if (article.text === wanted) return []
  const written = passage.textOf(article.start, article.end)
  const cased = /^A/.test(written) ? `A${wanted.slice(1)}` : wanted
  return [{ ...passage.rangeOf(article.start, article.end), text: cased }]
}
