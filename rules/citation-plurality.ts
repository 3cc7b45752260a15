import { defineRule } from '../src/lint/define-rule.ts'
import type { Finding } from '../src/lint/types.ts'
import { sameWork } from '../src/post/references/identifiers.ts'
import type { Citation, Post, Range, Sentence } from '../src/post/types.ts'

interface Options {
  min: number
  acceptReview: boolean
}

const PLURAL =
  /\b(?:many|numerous|several|multiple|countless|various|dozens of|hundreds of|thousands of|a number of|a range of|plenty of)\s+(?:(?!and\b|or\b)[a-z-]{3,20}\s+){0,2}(studies|trials|reviews|papers|experiments|surveys|reports)\b/gi
const SINGULAR: Record<string, string> = {
  studies: 'study',
  trials: 'trial',
  reviews: 'review',
  papers: 'paper',
  experiments: 'experiment',
  surveys: 'survey',
  reports: 'report',
}
const REVIEW = /\b(?:systematic review|meta-?analys[ei]s|umbrella review|cochrane|guidelines?|scoping review)\b/i

export default defineRule<Options>({
  id: 'citation-plurality',
  family: 'citations',
  purpose: '"many studies" means more than one work',
  type: 'problem',
  severity: 'warn',
  fix: 'suggestion',
  wave: 1,
  english: true,
  standards: [{ key: 'SPIN', clause: 'Yavchitz 2016', status: 'checked' }],
  messages: {
    few: {
      text: 'Cite at least {min} works for "{phrase}", or write "one {noun}".',
      note: 'A plural with one source behind it makes the evidence look broader than it is.',
    },
  },
  schema: {
    type: 'object',
    properties: {
      min: { type: 'integer', minimum: 2, description: 'Works that a plural needs.' },
      acceptReview: { type: 'boolean', description: 'A systematic review, meta-analysis or guideline is enough.' },
    },
  },
  defaultOptions: { min: 2, acceptReview: true },
  check(post, { options, report }) {
    for (const sentence of post.sentences) {
      PLURAL.lastIndex = 0
      const match = PLURAL.exec(sentence.text)
      if (!match) continue
      const nearby = citationsNear(post, sentence)
      if (nearby.length === 0 || countWorks(post, nearby) >= options.min) continue
      if (options.acceptReview && nearby.some((citation) => isReview(post, citation, sentence))) continue
      report(findingFor(sentence, match, options.min))
    }
  },
})

function findingFor(sentence: Sentence, match: RegExpExecArray, min: number): Finding {
  const { block, textStart } = sentence
  const from = textStart + match.index
  const to = from + match[0].length
  const noun = SINGULAR[match[1]!.toLowerCase()]!
  const phrase = block.rangeOf(from, to)
  const one = /^[A-Z]/.test(match[0]) ? `One ${noun}` : `one ${noun}`
  return {
    at: linkAround(sentence, from, to) ?? phrase,
    message: 'few',
    data: { min, phrase: match[0], noun },
    suggestions: [{ title: `Write "${one}"`, edits: [{ ...phrase, text: one }] }],
  }
}

/** The link whose text the phrase is. */
function linkAround({ block }: Sentence, from: number, to: number): Range | undefined {
  const link = block.links.find((each) => !each.image && each.textStart === from && each.textEnd === to)
  return link && { start: link.start, end: link.end }
}

/** Citations of the sentence and of the next one in its paragraph. */
function citationsNear(post: Post, sentence: Sentence): Citation[] {
  const around = post.evidence.sentencesOf.get(sentence.block) ?? []
  const next = around[around.indexOf(sentence) + 1]
  const end = next?.textEnd ?? sentence.textEnd
  return post.citations.filter(
    ({ block, textStart }) => block === sentence.block && textStart >= sentence.textStart && textStart <= end,
  )
}

/** Distinct works; where only data could tell two apart they count as two. */
function countWorks(post: Post, citations: readonly Citation[]): number {
  const works: Citation[] = []
  let numbered = new Set<number>()
  for (const citation of citations) {
    numbered = new Set([...numbered, ...citation.references])
    const known = works.some(
      (work) =>
        sameWork(work.ids, citation.ids, post.project.idMap) === true ||
        (citation.references.length > 0 && citation.references.every((index) => work.references.includes(index))),
    )
    if (!known) works.push(citation)
  }
  return Math.max(works.length, numbered.size)
}

function isReview(post: Post, { references, link }: Citation, sentence: Sentence): boolean {
  const titles = references.map((index) => post.references.entries[index]!.text)
  return [sentence.text, link?.text ?? '', ...titles].some((text) => REVIEW.test(text))
}
