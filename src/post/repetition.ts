/** Sentences that a page says twice: the same words, determiners aside. */
import { quotationsOf } from './readability/quotations.ts'
import { OPAQUE_MARK, type Post, type Sentence } from './types.ts'

export interface Comparable {
  sentence: Sentence
  /** Equal for sentences that say the same: every word, number and comparator but determiners and fillers. */
  key: string
  /** Everything in order, in lower case. */
  tokens: string[]
}

export interface RepetitionOptions {
  /** Share of words that two sentences have to have in common, 0 to 1. */
  similarity: number
  /** Shortest sentence that is compared, in words. */
  minWords: number
  /** Texts of sentences that may stand anywhere. */
  boilerplate: readonly string[]
}

/** A run of sentences that repeats an earlier run. */
export interface Repetition {
  earlier: Sentence[]
  later: Sentence[]
}

/** Words that make no other statement of a sentence. Negations, prepositions and numbers do. */
const FILLERS = new Set(
  'a an the this that these those my your our his her its their also just please so then however therefore moreover very really'.split(
    ' ',
  ),
)
const FULL_STOP = /[.!?]["'”’)*]*$/
/** "Side effects: ...": what is said of one thing may be said of another under it. */
const LABELLED = /^(?:[\p{L}\p{N}&/()-]+\s+){0,4}[\p{L}\p{N}&/()-]+\s?:\s/u
const TOKEN = /\d+(?:[.,]\d+)*|[\p{L}\p{M}]+(?:['’][\p{L}]+)?|[<>≤≥=±%+]/gu

/** Full sentences of paragraphs and list items that are long enough, the author's own, and no link as a whole. */
export function comparableSentences({ sentences }: Pick<Post, 'sentences'>, options: RepetitionOptions): Comparable[] {
  const boilerplate = options.boilerplate.map((text) => text.toLowerCase())
  return sentences.flatMap((sentence) => {
    const { block, zone, words, text } = sentence
    if ((zone !== 'paragraph' && zone !== 'list-item') || block.quoteDepth > 0 || words.length < options.minWords) return []
    if (!FULL_STOP.test(text) || LABELLED.test(text) || isQuoted(sentence) || isLink(sentence) || isSource(sentence)) return []
    if (boilerplate.length > 0 && boilerplate.some((each) => text.toLowerCase().includes(each))) return []
    const masked = block.masked.slice(sentence.textStart, sentence.textEnd)
    // Code and addresses are not seen in the masked text, but tell sentences apart.
    const read = masked.includes(OPAQUE_MARK) ? text : masked
    const tokens = read.normalize('NFC').toLowerCase().replaceAll('’', "'").match(TOKEN) ?? []
    return [{ sentence, tokens, key: tokens.filter((token) => !FILLERS.has(token)).join(' ') }]
  })
}

function isQuoted({ block, textStart, textEnd }: Sentence): boolean {
  return quotationsOf(block).some((quotation) => quotation.textStart < textEnd && quotation.textEnd > textStart)
}

/** An entry of a table of contents. */
function isLink({ block, textStart, textEnd, text }: Sentence): boolean {
  return block.links.some((link) => !link.image && link.textStart <= textStart + 1 && link.textEnd >= textEnd - 1 && text !== '')
}

const VOLUME = /\b(?:19|20)\d{2}\s?;\s?\d/
const NAMES_SHARE = 0.6

/** Names of authors, or part of a source written out in the text. */
function isSource({ block, words }: Sentence): boolean {
  const capital = words.filter(({ text }) => /^\p{Lu}/u.test(text)).length
  return capital / words.length > NAMES_SHARE || VOLUME.test(block.text)
}

/** Runs of sentences that stand on the page before, in the order of the page. */
export function findRepetitions({ sentences }: Pick<Post, 'sentences'>, options: RepetitionOptions): Repetition[] {
  const seen = new Map<string, Comparable>()
  const found: Repetition[] = []
  for (const comparable of comparableSentences({ sentences: alike(sentences, options.minWords) }, options)) {
    const earlier = seen.get(comparable.key)
    if (!earlier) {
      seen.set(comparable.key, comparable)
      continue
    }
    if (similarity(earlier.tokens, comparable.tokens) < options.similarity) continue
    // Entries of one list may say the same of different things.
    const { list } = comparable.sentence.block
    if (list && list.id === earlier.sentence.block.list?.id) continue
    const last = found.at(-1)
    const continues =
      last &&
      last.later.at(-1)!.index + 1 === comparable.sentence.index &&
      last.earlier.at(-1)!.index + 1 === earlier.sentence.index
    if (continues) {
      last.later.push(comparable.sentence)
      last.earlier.push(earlier.sentence)
    } else found.push({ earlier: [earlier.sentence], later: [comparable.sentence] })
  }
  return found
}

/** Sentences that share their words with another one: nearly all of a page are done with after this cheap look. */
function alike(sentences: readonly Sentence[], minWords: number): Sentence[] {
  const byWords = new Map<number, Sentence[]>()
  for (const sentence of sentences) {
    if (sentence.words.length < minWords) continue
    let rough = 0
    for (const { form } of sentence.words) if (!FILLERS.has(form.lower)) rough = (Math.imul(rough, 31) + roughly(form.lower)) | 0
    const known = byWords.get(rough)
    if (known) known.push(sentence)
    else byWords.set(rough, [sentence])
  }
  return [...byWords.values()]
    .filter(({ length }) => length > 1)
    .flat()
    .sort((a, b) => a.index - b.index)
}

/** The same number for the same word, and mostly another for another. */
function roughly(word: string): number {
  return word.charCodeAt(0) * 961 + word.charCodeAt(word.length >> 1) * 31 + word.charCodeAt(word.length - 1) + word.length
}

/** Words in common, as a share of the words of both (Dice coefficient of the multisets). */
function similarity(a: readonly string[], b: readonly string[]): number {
  const counts = new Map<string, number>()
  for (const token of a) counts.set(token, (counts.get(token) ?? 0) + 1)
  let common = 0
  for (const token of b) {
    const left = counts.get(token) ?? 0
    if (left === 0) continue
    counts.set(token, left - 1)
    common++
  }
  return (2 * common) / (a.length + b.length)
}
