import systems from '../data/body-systems.json' with { type: 'json' }
import { defineRule } from '../src/lint/define-rule.ts'
import type { Unit } from '../src/post/claims/index.ts'
import { isLeadIn } from '../src/post/claims/lists.ts'
import { isDenied } from '../src/post/claims/polarity.ts'
import { supportOf } from '../src/post/claims/support.ts'
import type { Token } from '../src/post/claims/tokens.ts'
import type { Post, Range } from '../src/post/types.ts'

interface Options {
  min: number
  minSystems: number
  openEnded: boolean
  approved: string | null
}

/** Body system of each condition. */
const SYSTEM_OF = new Map(
  Object.entries(systems.entries).flatMap(([system, words]) => words.split(' ').map((word) => [word, system] as const)),
)
/** Families of cues that offer a treatment. */
const OFFERS = new Set(['efficacy', 'capability', 'use', 'merit', 'prevention'])
/** Words of a heading over a list of what is treated. */
const OFFERING = new Set('treat treats treated treating helps help relieves indications'.split(' '))
const NEGATION_WINDOW = 6

export default defineRule<Options>({
  id: 'indication-list',
  family: 'claims',
  purpose: 'one intervention is not offered for everything',
  type: 'problem',
  severity: 'warn',
  fix: 'none',
  wave: 2,
  english: true,
  standards: [
    { key: 'ISSCR', status: 'checked' },
    { key: 'FDA', status: 'checked' },
  ],
  messages: {
    many: {
      text: 'Limit this list to conditions with cited evidence: it has {count} of {systems} body systems.',
      note: 'One treatment for unrelated diseases is a warning sign of unproven care (ISSCR, FDA).',
    },
    open: {
      text: 'Name the conditions with cited evidence in place of "{tail}".',
      note: 'An open end offers the treatment for everything (ISSCR, FDA).',
    },
  },
  schema: {
    type: 'object',
    properties: {
      min: { type: 'integer', minimum: 2, description: 'Conditions from which on a list is too long.' },
      minSystems: { type: 'integer', minimum: 1, description: 'Body systems they have to be of.' },
      openEnded: { type: 'boolean', description: 'Report an open end such as "and many other complaints".' },
      approved: {
        type: ['string', 'null'],
        description: 'A regular expression: lists whose sentence it matches are approved indications.',
      },
    },
  },
  defaultOptions: { min: 4, minSystems: 3, openEnded: true, approved: null },
  check(post, { options, report }) {
    const approved = options.approved === null ? undefined : new RegExp(options.approved, 'iu')
    const { units, structure } = post.study
    const bySentence = new Map(units.map((unit) => [unit.reading.sentence, unit]))
    for (const unit of units) {
      const { sentence, tokens } = unit.reading
      if (approved?.test(sentence.text) || isSupported(post, unit)) continue
      const at = offerIn(unit)
      if (at === undefined) continue
      const inside = conditionsIn(tokens.slice(at))
      if (isTooMuch(inside, options)) {
        const { rangeOf } = sentence.block
        report({ at: rangeOf(inside[0]!.start, inside.at(-1)!.end), message: 'many', data: counts(inside) })
        continue
      }
      const tail = options.openEnded ? openEnd(tokens, at) : undefined
      if (tail) {
        const range = sentence.block.rangeOf(tail.start, tail.end)
        report({ at: range, message: 'open', data: { tail: sentence.block.text.slice(tail.start, tail.end) } })
      }
      if (!isLeadIn(sentence)) continue
      const items = (structure.itemsOf.get(sentence) ?? []).flatMap((item) => bySentence.get(item) ?? [])
      reportList(items, options, report)
    }
    for (const items of listsUnderOffers(post, units)) reportList(items, options, report)
  },
})

type Report = (finding: { at: Range; message: 'many'; data: Record<string, string | number> }) => void

/** Items that are sentences say something of each condition; a bare list offers them all. */
function reportList(items: readonly Unit[], options: Options, report: Report): void {
  if (items.some(({ fragment }) => !fragment)) return
  const found = items.flatMap(({ reading }) => conditionsIn(reading.tokens))
  if (!isTooMuch(found, options)) return
  const [first, last] = [items[0]!.reading.sentence, items.at(-1)!.reading.sentence]
  report({ at: { start: first.start, end: last.end }, message: 'many', data: counts(found) })
}

function isSupported(post: Post, { reading }: Unit): boolean {
  return supportOf(post, reading.sentence, post.evidence, post.study.structure).support.startsWith('1')
}

/** Behind which token the sentence offers a treatment; what somebody denies, or what an illness does, is no offer. */
function offerIn({ reading, context }: Unit): number | undefined {
  const { tokens, cues, intervention } = reading
  const offer = cues.find(({ family }) => OFFERS.has(family))
  const suitable = tokens.findIndex(({ text }) => text === 'suitable' || text === 'used')
  const from = offer?.from ?? (suitable < 0 ? undefined : suitable)
  if (from === undefined || (!intervention && context.topic === 'none' && offer === undefined)) return undefined
  if (cues.some(({ family }) => family === 'cause' || family === 'association')) return undefined
  return isDenied(tokens, from, NEGATION_WINDOW) ? undefined : from
}

interface Condition {
  start: number
  end: number
  name: string
  system: string
}

function conditionsIn(tokens: readonly Token[]): Condition[] {
  const found: Condition[] = []
  for (const { text, start, end } of tokens) {
    const system = SYSTEM_OF.get(text)
    if (system !== undefined && !found.some(({ name }) => name === text)) found.push({ start, end, name: text, system })
  }
  return found
}

function systemsOf(found: readonly Condition[]): number {
  return new Set(found.map(({ system }) => system)).size
}

function isTooMuch(found: readonly Condition[], { min, minSystems }: Options): boolean {
  return found.length >= min && systemsOf(found) >= minSystems
}

function counts(found: readonly Condition[]): { count: number; systems: number } {
  return { count: found.length, systems: systemsOf(found) }
}

const MANY = new Set('many countless numerous several other'.split(' '))
const ANYTHING = new Set('complaints ailments conditions diseases illnesses disorders problems'.split(' '))
const LONGEST_TAIL = 5

/** "And countless other complaints", behind at least one named condition. */
function openEnd(tokens: readonly Token[], from: number): Token | undefined {
  for (let at = from; at < tokens.length; at++) {
    if (tokens[at]!.text !== 'and' && tokens[at]!.text !== 'or') continue
    const end = tokens.slice(at, at + LONGEST_TAIL).findIndex(({ text }) => ANYTHING.has(text))
    const between = tokens.slice(at + 1, at + end)
    if (
      end < 2 ||
      !between.every(({ text }) => MANY.has(text) || text === 'health') ||
      !between.some(({ text }) => MANY.has(text))
    )
      continue
    if (conditionsIn(tokens.slice(from, at)).length === 0) continue
    return { ...tokens[at]!, end: tokens[at + end]!.end }
  }
  return undefined
}

/** Lists right under a heading that offers a treatment: "What magnets treat". */
function listsUnderOffers(post: Post, units: readonly Unit[]): Unit[][] {
  const lists = new Map<object, Unit[]>()
  for (const unit of units) {
    const { block } = unit.reading.sentence
    const { section, list } = block
    if (!section?.heading || !list || !offers(section.title)) continue
    const known = lists.get(section)
    if (known) known.push(unit)
    else lists.set(section, [unit])
  }
  return [...lists.values()].filter((items) => !items.some((item) => isSupported(post, item)))
}

function offers(title: string): boolean {
  return title
    .toLowerCase()
    .split(/[^a-z]+/)
    .some((word) => OFFERING.has(word))
}
