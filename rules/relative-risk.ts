import { defineRule } from '../src/lint/define-rule.ts'
import { shortened } from '../src/lint/shortened.ts'
import type { Unit } from '../src/post/claims/index.ts'
import { isDenied } from '../src/post/claims/polarity.ts'
import { findRelativeChanges, hasAbsoluteNumbers } from '../src/post/claims/relative-changes.ts'
import { isQuestion } from '../src/post/claims/score.ts'
import { isAuthorsVoice } from '../src/post/claims/tiers.ts'
import { groupAt, type Place } from '../src/post/claims/verbs.ts'

interface Options {
  acceptRatios: boolean
}

const NEGATION_WINDOW = 6
/** A ratio beside a percentage is the same figure. */
const RATIO = /\b(?:[aA]?(?:OR|RR|HR)|(?:odds|risk|hazards?|rate|incidence) ratios?|relative risks?)\b/

export default defineRule<Options>({
  id: 'relative-risk',
  family: 'claims',
  purpose: 'relative changes come with absolute numbers',
  type: 'problem',
  severity: 'warn',
  fix: 'none',
  wave: 2,
  english: true,
  standards: [
    { key: 'CDC', clause: 'Clear Communication Index', status: 'checked' },
    { key: 'GRADE', clause: 'guidance 26', status: 'checked' },
    { key: 'NHS', clause: 'content guide', status: 'checked' },
  ],
  messages: {
    relative: {
      text: 'Add the absolute numbers: "{phrase}" of how many?',
      note: 'Twice a small risk is a small risk; only the number of people affected says how much a change matters.',
    },
  },
  schema: {
    type: 'object',
    properties: {
      acceptRatios: { type: 'boolean', description: 'Accept odds, risk, hazard and rate ratios; always so for clinicians.' },
    },
  },
  defaultOptions: { acceptRatios: false },
  check(post, { options, settings, report }) {
    const acceptRatios = options.acceptRatios || settings.audience === 'clinician'
    const { units } = post.study
    for (const unit of units) {
      const { sentence, tokens } = unit.reading
      const changes = findRelativeChanges(tokens)
      if (changes.length === 0 || !isAboutHealth(unit) || !isAuthorsVoice(sentence) || isQuestion(tokens)) continue
      if (acceptRatios && RATIO.test(sentence.text)) continue
      const stated = changes.filter(({ from }) => !isDenied(tokens, from, NEGATION_WINDOW))
      if (stated.length === 0 || isExplained(units, unit, changes)) continue
      const [first, ...others] = stated.map(({ from, to }) => groupAt(sentence, tokens, from, to))
      const related = others.map(({ start, end }) => ({ start, end, message: 'Another relative change in this sentence' }))
      report({
        at: { start: first!.start, end: first!.end },
        message: 'relative',
        data: { phrase: shortened(first!.text) },
        related,
      })
    }
  },
})

/** Chances and odds there are in many games; risks on a page about health are its own. */
function isAboutHealth({ context, reading: { health, tokens } }: Unit): boolean {
  return health.length > 0 || (context.health !== 'none' && tokens.some(({ text }) => text === 'risk' || text === 'likely'))
}

/** Absolute numbers stand in the sentence, or in the one before or behind it in the same section. */
function isExplained(units: readonly Unit[], { reading }: Unit, changes: readonly Place[]): boolean {
  const { sentence, tokens } = reading
  if (hasAbsoluteNumbers(tokens, changes)) return true
  return [sentence.index - 1, sentence.index + 1].some((index) => {
    const other = units[index]?.reading
    if (!other || other.sentence.block.section !== sentence.block.section) return false
    return hasAbsoluteNumbers(other.tokens, findRelativeChanges(other.tokens))
  })
}
