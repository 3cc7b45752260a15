import { defineRule } from '../src/lint/define-rule.ts'
import type { Finding } from '../src/lint/types.ts'
import { headingCase } from '../src/post/heading-case.ts'
import { misorderedQuestion } from '../src/post/heading-questions.ts'
import { boldHeadings, skippedLevels } from '../src/post/headings.ts'
import { findRunIns, type RunIn } from '../src/post/run-ins.ts'
import type { Block, Post } from '../src/post/types.ts'

interface Options {
  case: 'off' | 'sentence' | 'title'
  levels: boolean
  runIn: boolean
}

export default defineRule<Options>({
  id: 'heading-style',
  family: 'structure',
  purpose: 'clean headings',
  type: 'problem',
  severity: 'info',
  fix: 'safe',
  wave: 2,
  standards: [
    { key: 'AMA', clause: 'headings', status: 'partly' },
    { key: 'house rule', status: 'checked' },
  ],
  messages: {
    bold: {
      text: 'Remove the bold from this heading.',
      note: 'A heading is set apart already; its looks belong to the style sheet.',
    },
    level: {
      text: 'Write this heading at level {expected}: it follows one at level {before}.',
      note: 'Screen readers and tables of contents take a skipped level for a missing part.',
    },
    question: { text: 'Write a question ("{suggestion}") or drop the question mark.' },
    statement: { text: 'Write a question or drop the question mark.' },
    runIn: {
      text: 'Make "{text}" a heading, or part of the sentence.',
      note: 'Bold text is no heading to a screen reader, a search engine or a table of contents.',
    },
    sentenceCase: { text: 'Write this heading in sentence case.' },
    titleCase: { text: 'Write this heading in title case.' },
  },
  schema: {
    type: 'object',
    properties: {
      case: { enum: ['off', 'sentence', 'title'], description: 'How headings are capitalised.' },
      levels: { type: 'boolean', description: 'Report skipped levels.' },
      runIn: { type: 'boolean', description: 'Report bold text that acts as a heading.' },
    },
  },
  defaultOptions: { case: 'off', levels: true, runIn: true },
  check(post, { options, report }) {
    for (const { at, edits } of boldHeadings(post)) report({ at, message: 'bold', ...(edits ? { fix: edits } : {}) })
    if (options.levels) for (const finding of levelFindings(post)) report(finding)
    const runIns = options.runIn ? findRunIns(post) : []
    const [first, ...others] = runIns
    if (first) {
      const related = others.map(({ start, end }) => ({ start, end, message: 'Another bold run-in' }))
      report({ at: first, message: 'runIn', data: { text: first.text }, related, suggestions: asHeading(post, first) })
    }
    if (post.language !== 'en') return
    for (const { heading, kind } of post.sections) {
      if (kind !== 'body') continue
      const question = questionFinding(heading)
      if (question) report(question)
      const wrong = options.case === 'off' ? undefined : headingCase(heading.text)
      if (wrong && wrong !== options.case)
        report({ at: whole(heading), message: options.case === 'title' ? 'titleCase' : 'sentenceCase' })
    }
  },
})

const whole = (block: Block) => block.rangeOf(0, block.text.trimEnd().length)

/** The first heading of each kind of leap; the others are its related places. */
function levelFindings(post: Post): Finding[] {
  const byLeap = new Map<string, Finding>()
  for (const { heading, before, expected, marks } of skippedLevels(post)) {
    const leap = `${before} ${heading.depth}`
    const known = byLeap.get(leap)
    if (known) {
      known.related!.push({ ...whole(heading), message: 'The same leap again' })
      continue
    }
    const title = `Write it at level ${expected}`
    const suggestions = marks ? [{ title, edits: [{ ...marks, text: '#'.repeat(expected) }] }] : []
    byLeap.set(leap, { at: whole(heading), message: 'level', data: { before, expected }, related: [], suggestions })
  }
  return [...byLeap.values()]
}

function questionFinding(heading: Block): Finding | undefined {
  const found = misorderedQuestion(heading.text)
  if (!found) return undefined
  const at = whole(heading)
  const mark = heading.text.trimEnd().length - 1
  const drop = { title: 'Drop the question mark', edits: [{ ...heading.rangeOf(mark, mark + 1), text: '' }] }
  const { question } = found
  if (question === undefined) return { at, message: 'statement', suggestions: [drop] }
  const isPlain = heading.tokens.length === 0 && heading.emphasis.length === 0
  const write = { title: `Write "${question}"`, edits: [{ ...at, text: question }] }
  return { at, message: 'question', data: { suggestion: question }, suggestions: isPlain ? [write, drop] : [drop] }
}

/** The run-in on a line of its own, one level below the heading above it. */
function asHeading(post: Post, { block, text, textAfter, alone }: RunIn) {
  const depth = Math.min(6, (block.section?.depth ?? 1) + 1)
  const end = alone ? block.end : block.sourceOf(textAfter)
  // Bold text that the rest of the paragraph's markup begins in cannot be cut off here.
  if (!alone && post.text.slice(block.start, end).includes('\n')) return []
  const edits = [{ start: block.start, end, text: `${'#'.repeat(depth)} ${text}${alone ? '' : '\n\n'}` }]
  return [{ title: `Make it a heading of level ${depth}`, edits }]
}
