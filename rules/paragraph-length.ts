import { defineRule } from '../src/lint/define-rule.ts'
import { inQuotation } from '../src/post/readability/index.ts'
import type { Sentence } from '../src/post/types.ts'

interface Options {
  maxWords: number
  maxSentences: number
}

export default defineRule<Options>({
  id: 'paragraph-length',
  family: 'readability',
  purpose: 'paragraphs stay short',
  type: 'metric',
  severity: 'info',
  fix: 'none',
  wave: 2,
  english: true,
  zones: ['paragraph'],
  standards: [{ key: 'NHS', clause: 'Formatting and punctuation', status: 'partly' }],
  messages: {
    long: {
      text: 'Split this paragraph: {n} {unit}, limit {max}.',
      note: 'Readers skip long paragraphs, most of all on a telephone (NHS).',
    },
  },
  schema: {
    type: 'object',
    properties: {
      maxWords: { type: 'integer', minimum: 10, description: 'Most words in a paragraph.' },
      maxSentences: { type: 'integer', minimum: 1, description: 'Most sentences in a paragraph.' },
    },
  },
  defaultOptions: { maxWords: 100, maxSentences: 6 },
  check(post, { options, report }) {
    const { maxWords, maxSentences } = options
    for (const paragraph of paragraphs(post.sentences)) {
      const words = paragraph.reduce((sum, sentence) => sum + sentence.words.length, 0)
      const at = paragraph[0]!
      if (words > maxWords) report({ at, message: 'long', data: { n: words, unit: 'words', max: maxWords } })
      else if (paragraph.length > maxSentences)
        report({ at, message: 'long', data: { n: paragraph.length, unit: 'sentences', max: maxSentences } })
    }
  },
})

/** The author's own sentences of each paragraph. A hard line break does not end one: the reader sees no gap there. */
function* paragraphs(sentences: readonly Sentence[]): Generator<Sentence[]> {
  let paragraph: Sentence[] = []
  for (const sentence of sentences) {
    if (sentence.zone !== 'paragraph' || inQuotation(sentence)) continue
    if (paragraph.length > 0 && paragraph[0]!.block !== sentence.block) {
      yield paragraph
      paragraph = []
    }
    paragraph.push(sentence)
  }
  if (paragraph.length > 0) yield paragraph
}
