import { defineRule } from '../src/lint/define-rule.ts'
import {
  DESCRIPTION_KEYS,
  findEntries,
  isEmptyValue,
  isPlaceholder,
  isReadable,
  isTemplate,
  plainKey,
} from '../src/post/frontmatter-keys.ts'
import type { Post, Sentence } from '../src/post/types.ts'

export interface Options {
  /** Characters. */
  min: number
  max: number
  /** Share of common words, 0 to 1, from which two texts count as the same. */
  similarity: number
}

/** Fewer words can repeat the body by chance. */
const MINIMUM_WORDS = 6
/** Lists show these in full; only what search results show has a longest length. */
const UNLIMITED_KEYS = new Set(['excerpt', 'summary'])
const WORD = /[\p{L}\p{N}]+/gu
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu
const SENTENCE_END = /[.!?…。！？؟]+(?=\s|$|["'”’)])|[。！？]/gu

export default defineRule<Options>({
  id: 'frontmatter-description',
  family: 'frontmatter',
  purpose: 'a real summary of 50 to 160 characters',
  type: 'problem',
  severity: 'warn',
  fix: 'none',
  wave: 1,
  contentOnly: true,
  standards: [{ key: 'CDC', status: 'checked' }],
  messages: {
    summary: {
      text: 'Write a summary of {min} to {max} characters: {problem}.',
      note: 'Search results and link previews show this text in place of the page; it has to say what the reader will learn.',
    },
  },
  schema: {
    type: 'object',
    properties: {
      min: { type: 'integer', minimum: 0, description: 'Fewest characters.' },
      max: { type: 'integer', minimum: 1, description: 'Most characters; Chinese, Japanese and Korean ones count twice.' },
      similarity: {
        type: 'number',
        minimum: 0,
        maximum: 1,
        description: 'Share of common words from which two texts count as the same.',
      },
    },
    additionalProperties: false,
  },
  defaultOptions: { min: 50, max: 160, similarity: 0.9 },
  check(post, { options, report }) {
    const { frontmatter } = post
    if (!isReadable(frontmatter)) return
    const entry = findEntries(frontmatter, DESCRIPTION_KEYS).find(({ data }) => !isEmptyValue(data))
    if (!entry || typeof entry.data !== 'string' || isTemplate(entry.data) || isPlaceholder(entry.data)) return
    const { min, max, similarity } = options
    const text = entry.data.trim().replace(/\s+/g, ' ')
    const limit = UNLIMITED_KEYS.has(plainKey(entry.path)) ? Number.POSITIVE_INFINITY : max
    const finding = { at: entry.value, message: 'summary' }
    const data = (problem: string) => ({ min, max, problem })
    const length = lengthOf(text)
    const written = findEntries(frontmatter, ['title'])[0]?.data
    const title = typeof written === 'string' ? written : (post.sections[0]?.title ?? '')
    if (isSame(wordsOf(text), wordsOf(title), similarity)) return report({ ...finding, data: data('this one repeats the title') })
    if (asksOnly(text)) return report({ ...finding, data: data('this one only asks questions') })
    const repeated = repeatedSentence(post, text, similarity)
    if (repeated) {
      const { start, end } = repeated
      return report({
        ...finding,
        data: data('this one repeats the body'),
        related: [{ start, end, message: 'The sentence it repeats.' }],
      })
    }
    if (length < min || length > limit) {
      const wide = text.match(WIDE)?.length ?? 0
      report({ ...finding, data: data(`this one has ${length}${wide > 0 ? `, counting ${wide} wide ones twice` : ''}`) })
    }
  },
})

/** Characters as a reader counts them; one wide character says as much as two Latin ones. */
function lengthOf(text: string): number {
  return [...text].length + (text.match(WIDE)?.length ?? 0)
}

/** Lower-case words. */
function wordsOf(text: string): string[] {
  return text.toLowerCase().match(WORD) ?? []
}

/** Whether two bags of so many words can be that similar at all. */
function mayBeSame(a: number, b: number, similarity: number): boolean {
  return a > 0 && (2 * Math.min(a, b)) / (a + b) >= similarity
}

/** Dice coefficient of the two bags of words. */
function isSame(a: string[], b: string[], similarity: number): boolean {
  if (!mayBeSame(a.length, b.length, similarity)) return false
  const counts = new Map<string, number>()
  for (const word of a) counts.set(word, (counts.get(word) ?? 0) + 1)
  let common = 0
  for (const word of b) {
    const count = counts.get(word) ?? 0
    if (count === 0) continue
    common++
    counts.set(word, count - 1)
  }
  return (2 * common) / (a.length + b.length) >= similarity
}

/** Every sentence ends with a question mark, and nothing follows the last. */
function asksOnly(text: string): boolean {
  const ends = [...text.matchAll(SENTENCE_END)]
  const last = ends.at(-1)
  if (!last || text.slice(last.index + last[0].length).replace(/["'”’)\s]/g, '') !== '') return false
  return ends.every(([mark]) => /[?？؟]$/.test(mark))
}

/** The body sentence whose words the text takes over, or with which its run of body text begins; the text may break off early. */
function repeatedSentence(post: Post, text: string, similarity: number): Sentence | undefined {
  const words = wordsOf(text)
  if (words.length < MINIMUM_WORDS) return undefined
  const sentences = post.sentences
  // A cut through a word leaves half of it.
  const whole = /[.!?。！？]["'”’)]?$/.test(text) && !/(?:\.\.\.|…)$/.test(text)
  const run = whole ? words : words.slice(0, -1)
  for (const [index, sentence] of sentences.entries()) {
    if (mayBeSame(words.length, sentence.words.length, similarity)) {
      const own = sentence.words.map((word) => word.text.toLowerCase())
      if (isSame(words, own, similarity)) return sentence
    }
    if (sentence.words[0]?.text.toLowerCase() === run[0] && startsHere(sentences, index, run)) return sentence
  }
  return undefined
}

function startsHere(sentences: Sentence[], from: number, run: string[]): boolean {
  let next = 0
  for (let index = from; index < sentences.length && next < run.length; index++) {
    for (const word of wordsOf(sentences[index]!.text)) {
      if (next < run.length && word !== run[next++]) return false
    }
  }
  return next === run.length
}
