/** Which of the standard questions about a treatment a page answers; the vocabulary is in `data/page-topics.json`. */
import list from '../../data/page-topics.json' with { type: 'json' }
import type { Post } from './types.ts'

export const PAGE_TOPICS = Object.keys(list.entries)

/** What a message calls a topic; topics of a configuration go by their own name. */
export function topicName(topic: string): string {
  return ENTRIES[topic]?.name ?? topic
}

interface Entry {
  name: string
  headings: string[]
  words: string[]
  /** Words that tell of the topic in a paragraph, and of other things as well. */
  loose?: string[]
  least: number
}
const ENTRIES: Readonly<Record<string, Entry>> = list.entries

/** For a single sentence: one word of the topic, but no loose one. */
export function speaksOf(topic: keyof typeof list.entries): (text: string) => boolean {
  const words = patternOf(ENTRIES[topic]!.words, 'iu')
  return (text) => words?.test(text) === true
}

interface Vocabulary {
  headings: RegExp | undefined
  words: RegExp | undefined
  least: number
}

/** Topics out of `wanted` that neither a heading nor a paragraph covers. `more`: further headings and words by topic. */
export function missingTopics(
  post: Post,
  wanted: readonly string[],
  more: Readonly<Record<string, readonly string[]>>,
): string[] {
  const headings = post.sections.filter(({ kind }) => kind === 'body').map(({ title }) => title)
  const texts = passages(post)
  return wanted.filter((topic) => {
    const { headings: inHeading, words, least } = vocabularyOf(topic, more[topic] ?? [])
    if (inHeading && headings.some((title) => inHeading.test(title))) return false
    return !words || !texts.some((text) => countDifferent(text, words, least) >= least)
  })
}

/** Paragraphs, and lists and tables as a whole. */
function passages({ prose }: Post): string[] {
  const texts: string[] = []
  let group: string | undefined
  for (const { list: item, table, text } of prose) {
    const own = item ? `list ${item.id}` : table ? `table ${table.id}` : undefined
    if (own !== undefined && own === group) texts[texts.length - 1] += ` \n${text}`
    else texts.push(text)
    group = own
  }
  return texts
}

function countDifferent(text: string, words: RegExp, enough: number): number {
  const found = new Set<string>()
  for (const [word] of text.matchAll(words)) {
    found.add(word.toLowerCase().slice(0, STEM))
    if (found.size >= enough) break
  }
  return found.size
}

/** "scar" and "scars" are one word of the vocabulary. */
const STEM = 5

function vocabularyOf(topic: string, more: readonly string[]): Vocabulary {
  const known = ENTRIES[topic]
  return {
    headings: patternOf([...(known?.headings ?? []), ...more], 'iu'),
    words: patternOf([...(known?.words ?? []), ...(known?.loose ?? []), ...more], 'giu'),
    least: known?.least ?? 1,
  }
}

/** `*` stands for any ending of a word. */
function patternOf(phrases: readonly string[], flags: string): RegExp | undefined {
  if (phrases.length === 0) return undefined
  const alternatives = phrases.map((phrase) =>
    phrase
      .split(/\s+/)
      .map((word) =>
        word
          .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
          .replace(/'/g, "['’]")
          .replace(/\*/g, '[\\p{L}-]*'),
      )
      .join('\\s+'),
  )
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives.join('|')})(?![\\p{L}\\p{N}])`, flags)
}
