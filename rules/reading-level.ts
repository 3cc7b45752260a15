import familiarWords from '../data/familiar-health-words.json' with { type: 'json' }
import { defineRule } from '../src/lint/define-rule.ts'
import type { Related } from '../src/lint/types.ts'
import { countedWords, measureReadability, scoredSentences, sentenceDifficulty, wordSet } from '../src/post/readability/index.ts'
import { type Formula, marginOf } from '../src/post/readability/margin.ts'
import type { Post, Range, Readability, Section, Sentence } from '../src/post/types.ts'

interface Options {
  formula: Formula
  maxGrade: number
  minSentences: number
  bySection: boolean
  glossary: string[]
}

const HARDEST = 3
const MIN_SECTION_SENTENCES = 5
/** The difficulty runs from 1 to 6: a school grade above that as its target means none was chosen. */
const DIFFICULTY_END = 6
const DIFFICULTY_TARGET = 4

export default defineRule<Options>({
  id: 'reading-level',
  family: 'readability',
  purpose: 'the grade fits the audience',
  type: 'metric',
  metric: 'grade',
  severity: 'info',
  fix: 'none',
  wave: 1,
  english: true,
  zones: ['paragraph', 'list-item', 'table-cell', 'footnote'],
  standards: [
    { key: 'CDC', clause: 'Clear Communication Index', status: 'partly' },
    { key: 'NHS', clause: 'Health literacy', status: 'partly' },
  ],
  messages: {
    hard: {
      text: 'Simplify: grade {grade} ± {margin} ({formula}, {n} sentences), target {max}. Start with the {k} sentences listed.',
    },
  },
  schema: {
    type: 'object',
    properties: {
      formula: { enum: ['flesch-kincaid', 'smog', 'coleman-liau', 'difficulty'], description: 'The one formula that decides.' },
      maxGrade: { type: 'number', minimum: 1, description: 'Highest grade; for "difficulty" a value from 1 to 6.' },
      minSentences: { type: 'integer', minimum: 1, description: 'Fewer full sentences are not scored; sections need at most 5.' },
      bySection: { type: 'boolean', description: 'Report hard sections at their headings too.' },
      glossary: {
        type: 'array',
        items: { type: 'string', minLength: 1 },
        description: 'Words your readers know: two syllables each.',
      },
    },
  },
  defaultOptions: { formula: 'flesch-kincaid', maxGrade: 12, minSentences: 10, bySection: false, glossary: [] },
  check(post, { options, report }) {
    const { minSentences, bySection } = options
    const easy = wordSet([...familiarWords.entries.conditions, ...options.glossary, post.title])
    const scored = scoredSentences(post.sentences, post.resources)
    const judge = (sentences: readonly Sentence[], at: Range) => {
      const readability = measureReadability(sentences, post.resources, easy)
      const grade = gradeOf(readability, options.formula)
      const max = targetOf(options)
      const { formula } = options
      const margin = marginOf(formula, sentences.length)
      if (grade === undefined || Number((grade - margin).toFixed(1)) <= max) return
      const related = hardestOf(sentences, post.resources)
      const data = {
        grade: grade.toFixed(1),
        margin: margin.toFixed(1),
        formula,
        n: sentences.length,
        max,
        k: related.length,
      }
      report({ at, message: 'hard', data, note: noteFor(readability, formula), related })
    }
    if (scored.length >= minSentences) judge(scored, post.titleRange)
    if (!bySection) return
    for (const [section, sentences] of sectionsOf(scored)) {
      if (sentences.length >= Math.min(minSentences, MIN_SECTION_SENTENCES)) judge(sentences, headingRange(post, section))
    }
  },
})

function targetOf({ formula, maxGrade }: Options): number {
  return formula === 'difficulty' && maxGrade > DIFFICULTY_END ? DIFFICULTY_TARGET : maxGrade
}

function gradeOf({ grade, difficulty }: Readability, formula: Formula): number | undefined {
  switch (formula) {
    case 'flesch-kincaid':
      return grade.fleschKincaid
    case 'smog':
      return grade.smog
    case 'coleman-liau':
      return grade.colemanLiau
    case 'difficulty':
      return difficulty
  }
}

function noteFor({ grade }: Readability, formula: Formula): string {
  const smog = grade.smog !== undefined && formula !== 'smog' ? ` SMOG: grade ${grade.smog.toFixed(1)}.` : ''
  return `A grade is a hint where to start, not a verdict: it counts long sentences and long words.${smog}`
}

function hardestOf(sentences: readonly Sentence[], resources: Post['resources']): Related[] {
  const ranked = sentences.map((sentence) => ({
    sentence,
    words: countedWords(sentence, resources),
    difficulty: sentenceDifficulty(sentence, resources)?.difficulty ?? 0,
  }))
  ranked.sort((a, b) => b.difficulty - a.difficulty || b.words - a.words || a.sentence.start - b.sentence.start)
  return ranked.slice(0, HARDEST).map(({ sentence: { start, end }, words, difficulty }) => ({
    start,
    end,
    message: difficulty > 0 ? `difficulty ${difficulty.toFixed(1)} of 6, ${words} words` : `${words} words`,
  }))
}

function sectionsOf(sentences: readonly Sentence[]): Map<Section, Sentence[]> {
  const sections = new Map<Section, Sentence[]>()
  for (const sentence of sentences) {
    const { section } = sentence.block
    if (!section) continue
    const list = sections.get(section)
    if (list) list.push(sentence)
    else sections.set(section, [sentence])
  }
  return sections
}

/** The heading with its number signs. */
function headingRange({ text }: Post, { heading }: Section): Range {
  let { start } = heading
  while (start > 0 && (text[start - 1] === '#' || text[start - 1] === ' ')) start--
  return { start, end: heading.end }
}
