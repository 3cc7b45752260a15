import plainWords from '../data/plain-words.json' with { type: 'json' }
import { defineRule } from '../src/lint/define-rule.ts'
import type { Suggestion } from '../src/lint/types.ts'
import { glossedWords } from '../src/post/readability/glosses.ts'
import {
  countedWords,
  isEasy,
  type SentenceDifficulty,
  scoredSentences,
  sentenceDifficulty,
  wordSet,
} from '../src/post/readability/index.ts'
import { sortedLines } from '../src/post/sorted-lines.ts'
import type { Post, Sentence, Word } from '../src/post/types.ts'

interface Options {
  threshold: number
  glossary: string[]
  maxPerDoc: number
}

const MIN_WORDS = 5
const NAMED = 3
/** Fewer words that can be exchanged say nothing of a sentence: a list of names, a label. */
const MIN_PLAIN_WORDS = 3
const PLAIN: ReadonlyMap<string, string> = new Map(Object.entries(plainWords.entries))

export default defineRule<Options>({
  id: 'hard-sentence',
  family: 'readability',
  purpose: 'a sentence most readers would stumble over',
  type: 'suggestion',
  severity: 'info',
  fix: 'suggestion',
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
    const isDrug = drugTest(post)
    const hard: { sentence: Sentence; score: SentenceDifficulty }[] = []
    for (const sentence of scoredSentences(post.sentences, post.resources)) {
      const score = scoreOf(sentence, post, options.threshold, (word) => isEasy(word, glossary) || isDrug(word))
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
        suggestions: rarest.flatMap((word) => plainerWord(word, sentence)),
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
  isAccepted: (word: Word) => boolean,
): SentenceDifficulty | undefined {
  if (countedWords(sentence, post.resources) < MIN_WORDS) return undefined
  const whole = sentenceDifficulty(sentence, post.resources)
  if (!whole || whole.difficulty < threshold) return undefined
  const glossed = glossedWords(sentence, post.resources)
  const isKept = (word: Word, index: number) => glossed.has(index) || isAccepted(word) || isName(word, index, sentence)
  if (sentence.words.filter((word, index) => !isKept(word, index)).length < MIN_PLAIN_WORDS) return undefined
  const score = sentenceDifficulty(sentence, post.resources, isKept)
  return score && score.difficulty >= threshold ? score : undefined
}

const CAPITALISED = /^\p{Lu}/u
/** Codes, host names and file names; units. */
const CODE = /\d|[a-z]\.[a-z]{2}|^(?:[kmµ]?g|mcg|[md]?l|[ckm]m|mmol|mmhg|iu|kcal)$/i

/** Names, hashtags, abbreviations, codes and units have no plainer form: a capital inside the sentence, a digit, all capitals. */
function isName({ text, textStart }: Word, index: number, sentence: Sentence): boolean {
  if (CODE.test(text)) return true
  const before = sentence.text[textStart - sentence.textStart - 1]
  if (before === '#' || before === '@') return true
  if (!CAPITALISED.test(text)) return false
  const next = sentence.words[index + 1]
  return index > 0 || text === text.toUpperCase() || (next !== undefined && CAPITALISED.test(next.text))
}

/** Names of drugs have no plainer form. */
function drugTest(post: Post): (word: Word) => boolean {
  const words = post.resources('words')
  if (words === undefined) return () => false
  const flags = sortedLines(words)
  return ({ text }) => /\bd\b/.test(flags(text.toLowerCase()) ?? '')
}

function plainerWord({ text, textStart, textEnd }: Word, { block }: Sentence): Suggestion[] {
  const plain = PLAIN.get(text.toLowerCase())
  if (plain === undefined) return []
  const written = CAPITALISED.test(text) ? plain[0]!.toUpperCase() + plain.slice(1) : plain
  return [{ title: `Write "${written}"`, edits: [{ ...block.rangeOf(textStart, textEnd), text: written }] }]
}
