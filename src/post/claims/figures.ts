/** Health figures in the text: shares, ratios, multiples, counts of people and ranks, with the support of their sentence (RULES.md 2.4, statistic). */
import list from '../../../data/claim-cues.json' with { type: 'json' }
import type { Figure, FigureKind, Post, Sentence } from '../types.ts'
import type { Unit } from './index.ts'
import { namesCondition, namesOutcome } from './naming.ts'
import { wordsOf } from './patterns.ts'
import { supportOf } from './support.ts'

const AMOUNT = String.raw`\d{1,3}(?:[,.]\d{3}){1,3}|\d{1,9}(?:\.\d{1,3})?`
const HEDGE = String.raw`(?:\b(?:about|around|approximately|nearly|almost|roughly|up to|over|more than|at least|as many as|an estimated|some)\s+)?`
const SMALL = 'one|two|three|four|five|six|seven|eight|nine|ten|\\d{1,7}'
const PEOPLE = [...wordsOf(list.sets.people)].join('|')

const PATTERNS: readonly [FigureKind, RegExp][] = [
  [
    'share',
    new RegExp(String.raw`${HEDGE}(?<![\w.])(?:${AMOUNT})(?:\s?(?:[-–]|to)\s?(?:${AMOUNT}))?\s?(?:%|percent\b|per cent\b)`, 'gi'),
  ],
  [
    'ratio',
    new RegExp(
      String.raw`${HEDGE}\b(?:${SMALL})\s+(?:in|out of)\s+(?:every\s+)?(?:${SMALL})\b(?!\s?(?:mg|g|ml|mL|days|weeks|months|hours))`,
      'gi',
    ),
  ],
  [
    'word',
    new RegExp(
      String.raw`${HEDGE}\b(?:half|(?:a|one|two)[ -]thirds?|(?:a|one|three)[ -]quarters?)\s+(?:of\s+)?(?:all\s+|the\s+)?(?:\w+\s+)?(?:${PEOPLE})\b`,
      'gi',
    ),
  ],
  [
    'multiple',
    /\b(?:twice|(?:two|three|four|five|ten|\d{1,3}(?:\.\d)?)(?:\s?(?:to|[-–])\s?\d{1,2})?(?:\s|-)?(?:times|fold))(?:\s+(?:as|more|higher|greater|lower|less)\s+\w+|\s+(?:increase|decrease|rise|risk))?/gi,
  ],
  [
    'count',
    new RegExp(
      String.raw`${HEDGE}(?<![\w.])(?:${AMOUNT})\s?(?:million|billion)\s+(?:\w+\s+){0,2}(?:${PEOPLE}|cases|deaths)\b`,
      'gi',
    ),
  ],
  [
    'money',
    /(?:US\s?)?[$€£]\s?\d[\d.,]{0,12}(?:\s?(?:million|billion|trillion))?|\b\d[\d.,]{0,12}\s?(?:(?:million|billion|trillion)\s+)?(?:dollars|euros|pounds)\b/gi,
  ],
  [
    'rank',
    /(?<!\b(?:of|among) (?:the |its )?)\b(?:(?:second|third)[ -])?(?:leading|number[ -]one|most common)\s+(?:causes?|reasons?|killers?)\b|\branks?\s+(?:first|second|third|fourth|fifth)\b/gi,
  ],
]

/** Solutions, laboratory values, thresholds, diets and statistics terms whose numbers say nothing about people. */
const OTHER_NUMBERS =
  /\b(?:saline|solution|hba1c|a1c|oxygen|spo2|saturation|ejection|humidity|concentrations?|strength|cream|gel|ointment|dextrose|lidocaine|hydroquinone|minoxidil|retinol|alcohol|rating|rated|disabling|disability|discount|confidence|interval|ci|power|calories|kcal|daily value|purity|pure|stenosis|haematocrit|hematocrit|fio2|fat|cocoa|cotton|juice|dew|battery|predicted|body surface|burns?|macros|carbs|carbohydrates)\b/i
const THRESHOLD =
  /(?:[<>≥≤=~±]|\b(?:below|above|under|exceed(?:s|ing)?|no more than|target|goal|range|threshold)(?:\s+\w+){0,2})\s*$/i
const NEAR = 45
/** Signs of sentences whose numbers belong to something else. */
const ELSEWHERE = ['question', 'instruction', 'logistics', 'legitimacy', 'design', 'cell', 'heading-like', 'procedure', 'mission']
const RESULT = new Set(
  'risk rate rates success survival effective effectiveness efficacy accuracy accurate mortality recurrence relapse reduction increase decrease improvement response remission chance chances likelihood prevalence incidence cases births pregnancies reduced increased lower lowered higher cured recovered died deaths die suffer affects affected develop'.split(
    ' ',
  ),
)
const PEOPLE_WORDS = wordsOf(list.sets.people)

/** What every figure has one of. */
const HINT =
  /[\d$€£]|half|third|quarter|twice|times|fold|leading|common|number.one|ranks?|\b(?:one|two|three|four|five|six|seven|eight|nine|ten) (?:in|out) /i

export function findFigures(post: Post): Figure[] {
  const { units, structure } = post.study
  return units.flatMap((unit) => {
    const { sentence } = unit.reading
    if (!HINT.test(sentence.text) || !isAboutPeople(unit)) return []
    const found = figuresIn(sentence)
    if (found.length === 0) return []
    const { support, supportedBy, closedBy } = supportOf(post, sentence, post.evidence, structure)
    return found.map((figure) => ({ ...figure, sentence, support, supportedBy, closedBy }))
  })
}

function isAboutPeople(unit: Unit): boolean {
  const { reading, context, fragment } = unit
  if (fragment || (context.health === 'none' && reading.health.length === 0)) return false
  const people = reading.tokens.some(
    (token) => PEOPLE_WORDS.has(token.text) || RESULT.has(token.text) || namesCondition(token) || namesOutcome(token),
  )
  return people && !ELSEWHERE.some((sign) => unit.signs.has(sign))
}

type Place = Pick<Figure, 'kind' | 'start' | 'end' | 'textStart' | 'textEnd' | 'text'>

function figuresIn({ block, textStart, textEnd }: Sentence): Place[] {
  const text = block.masked.slice(textStart, textEnd)
  const taken: { from: number; to: number; kind: FigureKind }[] = []
  for (const [kind, pattern] of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const from = match.index
      const to = from + match[0].length
      if (taken.some((other) => other.from < to && from < other.to)) continue
      if (kind !== 'rank' && isOtherNumber(text, from, to)) continue
      taken.push({ from, to, kind })
    }
  }
  taken.sort((a, b) => a.from - b.from)
  return taken.map(({ from, to, kind }) => {
    const place = { textStart: textStart + from, textEnd: textStart + to }
    return { kind, ...place, ...block.rangeOf(place.textStart, place.textEnd), text: text.slice(from, to) }
  })
}

function isOtherNumber(text: string, from: number, to: number): boolean {
  if (THRESHOLD.test(text.slice(Math.max(0, from - NEAR), from))) return true
  return OTHER_NUMBERS.test(text.slice(Math.max(0, from - NEAR), Math.min(text.length, to + NEAR)))
}
