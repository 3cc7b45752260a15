import { defineRule } from '../src/lint/define-rule.ts'
import { quotationsOf } from '../src/post/readability/index.ts'
import type { Sentence, Word } from '../src/post/types.ts'

interface Options {
  max: number
}

const ZONES = new Set(['paragraph', 'list-item', 'table-cell', 'footnote'])
/** Line breaks, bullets, run-in numbers "(1) ...; b) ...", and the entries of a key: "MD: mean difference; SD: ...". */
const LIST_MARKER = /\n|[•▪◦·]|(?<![^\s([;,:])(?:\(?(?:\d{1,2}|[a-hA-H]|[ivx]{1,4})\))(?=\s)|[;,]\s(?=[A-Za-z–-]{1,10}:\s)/g
const ABBREVIATION_IN_BRACKETS = /[([](?:[A-Z][A-Za-z0-9]*(?:[-/&][A-Za-z0-9]+)*s?)[)\]]/g
const TWO_CAPITALS = /[A-Z].*[A-Z0-9]/
/** Figures of a result in brackets, for those who look for them. */
const STATISTICS_IN_BRACKETS = /\([^()]*(?:\bCI\b|\b[Pp]\s?[=<>])[^()]*\)/g

export default defineRule<Options>({
  id: 'sentence-length',
  family: 'readability',
  purpose: 'sentences stay within the limit',
  type: 'metric',
  severity: 'info',
  fix: 'none',
  wave: 1,
  english: true,
  zones: ['paragraph', 'list-item', 'table-cell', 'footnote'],
  standards: [{ key: 'NICE', clause: 'Writing style guide', status: 'partly' }],
  messages: {
    long: { text: 'Split this sentence: {n} words, limit {max}.', note: 'Long sentences are read twice or not at all (NICE).' },
  },
  schema: { type: 'object', properties: { max: { type: 'integer', minimum: 5, description: 'Most words in a sentence.' } } },
  defaultOptions: { max: 35 },
  check(post, { options, report }) {
    for (const sentence of post.sentences) {
      if (!ZONES.has(sentence.zone) || sentence.words.length <= options.max) continue
      const words = longestItem(sentence)
      if (words > options.max) report({ at: sentence, message: 'long', data: { n: words, max: options.max } })
    }
  },
})

/** Words of the longest item between list markers, without quotations, and abbreviations and statistics in brackets. */
function longestItem(sentence: Sentence): number {
  const { text, textStart, block } = sentence
  const abbreviations = [...text.matchAll(ABBREVIATION_IN_BRACKETS)].filter(({ 0: match }) => TWO_CAPITALS.test(match))
  const brackets = [...abbreviations, ...text.matchAll(STATISTICS_IN_BRACKETS)]
  const left = [
    ...quotationsOf(block),
    ...brackets.map(({ 0: match, index }) => ({ textStart: textStart + index, textEnd: textStart + index + match.length })),
  ]
  const breaks = [...text.matchAll(LIST_MARKER)].map(({ 0: match, index }) => textStart + index + match.length)
  const isLeftOut = (word: Word) => left.some((range) => range.textStart <= word.textStart && word.textEnd <= range.textEnd)
  let longest = 0
  let count = 0
  let next = 0
  for (const word of sentence.words) {
    while (next < breaks.length && breaks[next]! <= word.textStart) {
      count = 0
      next++
    }
    if (isLeftOut(word) || (next < breaks.length && isMarker(text, word, textStart, breaks[next]!))) continue
    count++
    longest = Math.max(longest, count)
  }
  return longest
}

/** The number or letter of the list marker that ends at `markerEnd`. */
function isMarker(text: string, word: Word, textStart: number, markerEnd: number): boolean {
  return word.textEnd + 1 === markerEnd && text[word.textEnd - textStart] === ')'
}
