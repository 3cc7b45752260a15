import { defineRule } from '../src/lint/define-rule.ts'
import { sentenceHash } from '../src/post/cross-file.ts'
import { comparableSentences, findRepetitions } from '../src/post/repetition.ts'
import type { Post, Range } from '../src/post/types.ts'

interface Options {
  similarity: number
  minWords: number
  crossFile: boolean
  boilerplate: string[]
}

export default defineRule<Options>({
  id: 'duplicate-content',
  family: 'consistency',
  purpose: 'no repeated sentences',
  type: 'problem',
  severity: 'warn',
  fix: 'none',
  wave: 2,
  standards: [{ key: 'house rule', status: 'checked' }],
  messages: {
    repeated: {
      text: 'Remove this repetition of line {line}.',
      note: 'Said twice, a sentence has to be kept right twice; it is often the trace of a paragraph that was moved.',
    },
    elsewhere: {
      text: 'Say this once and link to it: {path} has the same sentence.',
      note: 'Copies on other pages are forgotten when the original is corrected.',
    },
  },
  schema: {
    type: 'object',
    properties: {
      similarity: {
        type: 'number',
        minimum: 0.5,
        maximum: 1,
        description:
          'Share of words in common, from 0.5 to 1 (the same word by word). Words that carry the meaning have to be equal in any case.',
      },
      minWords: { type: 'integer', minimum: 3, description: 'Words of the shortest sentence that is compared.' },
      crossFile: { type: 'boolean', description: 'Also compare with the other pages of a run.' },
      boilerplate: {
        type: 'array',
        items: { type: 'string', minLength: 3 },
        description: 'Texts; a sentence that holds one may stand anywhere.',
      },
    },
  },
  defaultOptions: { similarity: 0.8, minWords: 8, crossFile: false, boilerplate: [] },
  check(post, { options, report }) {
    const lineOf = lineFinder(post.text)
    for (const { earlier, later } of findRepetitions(post, options)) {
      const first = { start: earlier[0]!.start, end: earlier.at(-1)!.end }
      const related = [{ ...first, message: 'It stands here first' }]
      const at = { start: later[0]!.start, end: later.at(-1)!.end }
      report({ at, message: 'repeated', data: { line: lineOf(first) }, related })
    }
    if (!options.crossFile) return
    for (const { at, path } of onOtherPages(post, options)) report({ at, message: 'elsewhere', data: { path } })
  },
})

function lineFinder(text: string): (range: Range) => number {
  return ({ start }) => text.slice(0, start).split(/\r\n|\r|\n/).length
}

/** A sentence on more pages than these comes from a template: a disclaimer, a note on where a text was first published. */
const MOST_COPIES = 4

/** Runs of sentences that an earlier page, in the order of paths, has as well. */
function onOtherPages(post: Post, options: Options): { at: Range; path: string }[] {
  const { crossFile } = post.project
  if (!crossFile) return []
  const own = comparableSentences(post, options).map(({ sentence, key }) => ({ sentence, hash: sentenceHash(key) }))
  const shared = crossFile(post.path ?? '', { values: {}, sentences: [...new Set(own.map(({ hash }) => hash))] })
  const found: { at: Range; path: string; last: number }[] = []
  for (const { sentence, hash } of own) {
    const pages = shared.sentences[hash] ?? []
    const path = pages[0]
    if (path === undefined || path === post.path || pages.length > MOST_COPIES) continue
    const before = found.at(-1)
    if (before?.path === path && before.last + 1 === sentence.index) {
      before.at = { start: before.at.start, end: sentence.end }
      before.last = sentence.index
    } else found.push({ at: { start: sentence.start, end: sentence.end }, path, last: sentence.index })
  }
  return found
}
