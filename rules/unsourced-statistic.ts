import { defineRule } from '../src/lint/define-rule.ts'
import { readsByBlock } from '../src/lint/settings.ts'
import { isSupported } from '../src/post/claims/support.ts'
import { isOfExample } from '../src/post/other-figures.ts'
import type { Figure, Sentence } from '../src/post/types.ts'

interface Options {
  ignoreUnits: string[]
  ranks: boolean
  words: boolean
  currency: boolean
}

export default defineRule<Options>({
  id: 'unsourced-statistic',
  family: 'claims',
  purpose: 'a health number, share, rank or rate has a source',
  type: 'problem',
  severity: 'warn',
  fix: 'none',
  wave: 1,
  english: true,
  standards: [
    { key: 'REDI', status: 'checked' },
    { key: 'CDC', clause: 'Clear Communication Index', status: 'checked' },
  ],
  messages: {
    unsourced: {
      text: 'Cite a source for "{figure}".',
      note: 'A number looks like knowledge; its source shows of whom, when and by whom it was counted.',
    },
  },
  schema: {
    type: 'object',
    properties: {
      ignoreUnits: { type: 'array', items: { type: 'string' }, description: 'Units that make a number a measure of things.' },
      ranks: { type: 'boolean', description: 'Report ranks such as "the leading cause".' },
      words: { type: 'boolean', description: 'Report numbers in words: "half of patients", "one in five".' },
      currency: { type: 'boolean', description: 'Report sums of money too.' },
    },
  },
  defaultOptions: {
    ignoreUnits: ['nm', 'µm', 'mm', 'cm', 'mL', 'L', 'min', 'h', '°C', 'kHz'],
    ranks: true,
    words: true,
    currency: false,
  },
  check(post, { options, settings, isEnabled, report }) {
    const withGesture = new Set(
      isEnabled('evidence-gesture') ? post.gestures.filter(({ negative }) => !negative).map(({ sentence }) => sentence) : [],
    )
    const bySentence = new Map<Sentence, Figure[]>()
    for (const figure of post.figures) {
      if (
        !isWanted(figure, options) ||
        isSupported(figure, readsByBlock(settings)) ||
        isOwned(figure, isEnabled) ||
        isOfExample(figure)
      )
        continue
      if (withGesture.has(figure.sentence)) continue
      bySentence.set(figure.sentence, [...(bySentence.get(figure.sentence) ?? []), figure])
    }
    for (const [first, ...others] of bySentence.values()) {
      const related = others.map(({ start, end }) => ({ start, end, message: 'Another figure in this sentence' }))
      report({ at: first!, message: 'unsourced', data: { figure: first!.text }, related })
    }
  },
})

const LONGEST_UNIT = 12

function isWanted({ kind, text, textEnd, sentence }: Figure, { ignoreUnits, ranks, words, currency }: Options): boolean {
  if (kind === 'rank') return ranks
  if (kind === 'money') return currency
  if (!words && !/\d/.test(text)) return false
  const behind = sentence.block.text.slice(textEnd, textEnd + LONGEST_UNIT).trimStart()
  return !ignoreUnits.some((unit) => behind.startsWith(`${unit} `))
}

/** Links to the own site, to an encyclopaedia or a shop have rules of their own. */
function isOwned({ support }: Figure, isEnabled: (rule: string) => boolean): boolean {
  if (support === '0:self') return isEnabled('self-citation')
  return (support === '0:gloss' || support === '0:vendor') && isEnabled('weak-source')
}
