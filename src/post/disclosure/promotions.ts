/** Where a page promotes a product for a condition that a data set of approvals lists, and whether it states the regulatory status. */
import type { Passage } from '../claims/absolutes.ts'
import { namesCondition, namesOutcome } from '../claims/naming.ts'
import { compileCues, type Matcher } from '../claims/patterns.ts'
import { isDenied, isNegator } from '../claims/polarity.ts'
import { isQuestion } from '../claims/score.ts'
import { endsClause, type Token, tokenize, wordSet } from '../claims/tokens.ts'
import type { Post, Range } from '../types.ts'
import type { Approval, DataSet } from './data-sets.ts'

export interface Promotion extends Range {
  entry: Approval
  product: string
  condition: string
}

/** Tokens between a product and what it is promoted for. */
const AHEAD = 16
const NEGATION_WINDOW = 6
/** What ties a product to a condition: "for", "against", or a verb of effect. */
const FOR = wordSet(
  'for against treat treats treating treatment relieve relieves heal heals cure cures help helps improve improves reverse reverses repair repairs regenerate regenerates restore restores reduce reduces slow slows stop stops ease eases useful effective promising beneficial potential combat combats',
)
/** Passages that report or warn promote nothing. */
const REPORTING = wordSet(
  'trial trials study studies research researchers investigated investigational experimental unapproved unproven warn warns warned warning fda ema mhra risk risks rejected banned illegal evidence myth mice rats',
)

/** The first promotion of each entry that is not approved in one of the regions, in order of the entries. */
export function findPromotions(post: Post, set: DataSet<Approval>, regions: readonly string[]): Promotion[] {
  const { products, conditions } = matchersOf(set)
  const found = new Map<Approval, Promotion>()
  for (const passage of post.passages) {
    const { tokens } = passage
    const hits = products(tokens)
    if (hits.length === 0 || isQuestion(tokens) || isQuotation(passage) || tokens.some(({ text }) => REPORTING.has(text)))
      continue
    const named = conditions(tokens)
    for (const { family, from, to } of hits) {
      const entry = set.entries[Number(family)]!
      if (found.has(entry) || entry.status === 'approved' || !regions.includes(entry.region)) continue
      if (isDenied(tokens, from, NEGATION_WINDOW) || isTitleOfOther(passage, tokens[from]!)) continue
      const condition = entry.conditions
        ? named.find((hit) => hit.family === family && isPromotedFor(tokens, to, hit.from))
        : anyCondition(tokens, to)
      if (!condition || isApproved(set, entry, tokens, condition)) continue
      found.set(entry, promotionOf(passage, entry, { from, to }, condition))
    }
  }
  return [...found.values()].sort((a, b) => a.start - b.start)
}

interface Place {
  from: number
  to: number
}

function promotionOf({ tokens, rangeOf, textOf }: Passage, entry: Approval, product: Place, condition: Place): Promotion {
  const text = ({ from, to }: Place) => textOf(tokens[from]!.start, tokens[to - 1]!.end)
  return {
    ...rangeOf(tokens[product.from]!.start, tokens[condition.to - 1]!.end),
    entry,
    product: text(product),
    condition: text(condition),
  }
}

function isPromotedFor(tokens: readonly Token[], from: number, to: number): boolean {
  if (to < from || to - from > AHEAD) return false
  const between = tokens.slice(from, to)
  return between.some(({ text }) => FOR.has(text)) && !between.some((token) => isNegator(token) || token.text === ';')
}

/** Any condition or function of the body, for products that are approved for none. */
function anyCondition(tokens: readonly Token[], from: number): Place | undefined {
  for (let at = from; at < tokens.length && at - from <= AHEAD; at++) {
    const token = tokens[at]!
    if (!(namesCondition(token) || namesOutcome(token)) || !isPromotedFor(tokens, from, at)) continue
    // "Back pain", "hair loss": the last noun of the name.
    const next = tokens[at + 1]
    return { from: at, to: next && !endsClause(next) && namesCondition(next) ? at + 2 : at + 1 }
  }
  return undefined
}

/** Another entry of the set approves a product of the same class for the condition. */
function isApproved(set: DataSet<Approval>, { region, products }: Approval, tokens: readonly Token[], condition: Place): boolean {
  const words = ` ${tokens
    .slice(condition.from, condition.to)
    .map(({ text }) => text)
    .join(' ')} `
  return set.entries.some(
    (other) =>
      other.status === 'approved' &&
      other.region === region &&
      other.products.some((each) => products.includes(each)) &&
      (other.conditions?.some((each) => words.includes(` ${each} `)) ?? true),
  )
}

function isQuotation({ block }: Passage): boolean {
  return block !== undefined && block.quoteDepth > 0
}

/** Inside a link to a page of the site: the title of that page, not a sentence of this one. */
function isTitleOfOther({ block }: Passage, { start }: Token): boolean {
  return (
    block?.links.some(({ kind, textStart, textEnd }) => kind === 'own-site' && textStart <= start && start < textEnd) ?? false
  )
}

/** Words of each authority, to tell whose status a sentence states. */
const AUTHORITIES: Readonly<Record<string, ReadonlySet<string>>> = {
  us: wordSet('fda us usa states american'),
  eu: wordSet('ema eu europe european'),
  uk: wordSet('mhra uk britain british kingdom'),
}

/** "Not approved by the FDA", "given only within a trial": a statement for the region, or one that names no authority. */
export function statesStatus(post: Post, region: string): boolean {
  return post.statements.some(({ kind, tokens }) => {
    if (kind !== 'status') return false
    const named = Object.entries(AUTHORITIES).filter(([, words]) => tokens.some(({ text }) => words.has(text)))
    return named.length === 0 || named.some(([name]) => name === region)
  })
}

interface Matchers {
  set: DataSet<Approval>
  products: Matcher
  conditions: Matcher
}

/** A run uses one set for all its posts. */
let known: Matchers | undefined

function matchersOf(set: DataSet<Approval>): Matchers {
  if (known?.set !== set) {
    const matcher = (phrasesOf: (entry: Approval) => readonly string[]) =>
      compileCues(Object.fromEntries(set.entries.map((entry, index) => [String(index), phrasesOf(entry).flatMap(patternOf)])))
    known = { set, products: matcher(({ products }) => products), conditions: matcher(({ conditions = [] }) => conditions) }
  }
  return known
}

/** Words, and the plus of "NAD+": no other mark of a name may be read as notation. */
function patternOf(phrase: string): string[] {
  const words = tokenize(phrase).filter(({ word, number, text }) => word || number || text === '+')
  return words.length > 0 ? [words.map(({ form }) => form.written).join(' ')] : []
}
