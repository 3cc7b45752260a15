import { defineRule } from '../src/lint/define-rule.ts'
import { glossedWords } from '../src/post/readability/glosses.ts'
import {
  countedWords,
  isEasy,
  type SentenceDifficulty,
  scoredSentences,
  sentenceDifficulty,
  wordSet,
} from '../src/post/readability/index.ts'
import type { Post, Sentence, Word } from '../src/post/types.ts'

interface Options {
  threshold: number
  glossary: string[]
  maxPerDoc: number
}

const MIN_WORDS = 5
const NAMED = 3

export default defineRule<Options>({
  id: 'hard-sentence',
  family: 'readability',
  purpose: 'a sentence most readers would stumble over',
  type: 'suggestion',
  severity: 'info',
  fix: 'none',
  wave: 1,
  english: true,
  needs: ['data:frequency'],
  zones: ['paragraph', 'list-item', 'table-cell', 'footnote'],
  standards: [
    { key: 'CDC', clause: 'Clear Communication Index', status: 'partly' },
    { key: 'NHS', clause: 'Health literacy', status: 'partly' },
  ],
  messages: {
    hard: { text: 'Use plainer words here: {words}.' },
  },
  schema: {
    type: 'object',
    properties: {
      threshold: {
        type: 'number',
        minimum: 1,
        maximum: 6,
        description: 'Predicted difficulty, from 1 (easy) to 6, that is reported.',
      },
      glossary: { type: 'array', items: { type: 'string', minLength: 1 }, description: 'Words your readers know.' },
      maxPerDoc: { type: 'integer', minimum: 1, description: 'Only so many sentences per document, the hardest.' },
    },
  },
  defaultOptions: { threshold: 4.5, glossary: [], maxPerDoc: 10 },
  check(post, { options, report }) {
    const glossary = wordSet([...options.glossary, post.title])
    const hard: { sentence: Sentence; score: SentenceDifficulty }[] = []
    for (const sentence of scoredSentences(post.sentences, post.resources)) {
      const score = scoreOf(sentence, post, options.threshold, glossary)
      if (score) hard.push({ sentence, score })
    }
    hard.sort((a, b) => b.score.difficulty - a.score.difficulty || a.sentence.start - b.sentence.start)
    for (const { sentence, score } of hard.slice(0, options.maxPerDoc)) {
      const { rarest, difficulty } = score
      report({
        at: sentence,
        message: 'hard',
        data: { words: listed(rarest) },
        note: `Predicted difficulty ${difficulty.toFixed(1)} of 6, limit ${options.threshold}: rare words weigh most, then length.`,
        related: rarest.map((word) => ({
          ...sentence.block.rangeOf(word.textStart, word.textEnd),
          message: `"${word.text}" is rare`,
        })),
      })
    }
  },
})

/** The rarest words, each once, in quotation marks. */
function listed(words: readonly Word[]): string {
  const different = new Map(words.map(({ text }) => [text.toLowerCase(), text]))
  return [...different.values()]
    .slice(0, NAMED)
    .map((text) => `"${text}"`)
    .join(', ')
}

function scoreOf(
  sentence: Sentence,
  post: Post,
  threshold: number,
  glossary: ReadonlySet<string>,
): SentenceDifficulty | undefined {
  if (countedWords(sentence, post.resources) < MIN_WORDS) return undefined
  const whole = sentenceDifficulty(sentence, post.resources)
  if (!whole || whole.difficulty < threshold) return undefined
  const glossed = glossedWords(sentence, post.resources)
  const score = sentenceDifficulty(
    sentence,
    post.resources,
    (word, index) => glossed.has(index) || isEasy(word, glossary) || isName(word, index, sentence),
  )
  return score && score.difficulty >= threshold ? score : undefined
}

const CAPITALISED = /^\p{Lu}/u
/** Codes, host names and file names. */
const CODE = /\d|[a-z]\.[a-z]{2}/i

/** Names, hashtags, abbreviations and codes have no plainer form: a capital inside the sentence, a digit, all capitals. */
function isName({ text, textStart }: Word, index: number, sentence: Sentence): boolean {
  if (CODE.test(text)) return true
  const before = sentence.text[textStart - sentence.textStart - 1]
  if (before === '#' || before === '@') return true
  return CAPITALISED.test(text) && (index > 0 || text === text.toUpperCase())
}
