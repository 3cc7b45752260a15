/** Changes of a risk told without what they start from ("twice as likely", "30 % lower risk"), and absolute numbers that tell it. */
import list from '../../../data/claim-cues.json' with { type: 'json' }
import { namesCondition } from './naming.ts'
import { wordsOf } from './patterns.ts'
import { endsClause, type Token, textAt, wordSet } from './tokens.ts'
import type { Place } from './verbs.ts'

const RISK = wordSet('risk risks odds chance chances likelihood probability mortality survival incidence prevalence deaths')
/** What a rate has to be of: a heart rate or a tax rate is none of people falling ill. */
const RATE_OF = wordSet(
  'death mortality survival fatality infection relapse recurrence complication pregnancy birth miscarriage transmission suicide hospitalisation hospitalization readmission admission failure event attack case cure success',
)
const EVENTS = wordSet(
  'deaths death cases strokes attacks events infections fractures falls clots miscarriages hospitalisations hospitalizations admissions readmissions relapses exacerbations complications births pregnancies suicides episodes',
)
const PEOPLE = wordsOf(list.sets.people)
const REDUCTIONS = 'reduction decrease decline drop fall cut'
const CHANGES = wordSet(
  `${REDUCTIONS} increase rise lower higher greater less fewer more reduced decreased increased elevated raised`,
)
const CHANGE_NOUNS = wordSet(`${REDUCTIONS} increase rise`)
const CHANGE_VERBS = wordsOf([
  'reduce~ lower~ decrease~ increase~ raise~ slash~ elevate~ cut cuts cutting drop drops dropped dropping fall falls fell falling rise rises rose rising decline~ improve~ multiply~',
])
const HEDGES = wordSet('about approximately around nearly almost roughly over to up than more least at much as some estimated an')
const HELPERS = wordSet(
  'is are was were be been has have had can could may might will would more than or also nearly almost roughly about approximately at least even',
)
const NUMBER_WORDS = wordSet('one two three four five six seven eight nine ten twelve twenty')
const OWNERS = wordSet('the their your his her its our a an average normal usual same')
const RATIOS = wordSet('odds risk hazard hazards rate incidence')
const PREPOSITIONS = wordSet('of from against for with in')
const LARGE = wordSet('hundred thousand million ten hundreds thousands')
/** Words that end the search for what a bare "double" doubles. */
const NO_OBJECT = wordSet('to and or for of in on at with that which if by from is are was were blind blinded check checked')

const OBJECT_AHEAD = 7
const VERB_BEHIND = 14
const NOUN_BEHIND = 7

type Finder = (tokens: readonly Token[], at: number) => Place | undefined

const finders = new Map<string, Finder>([
  ...keys('% percent cent', percentAt),
  ...keys('half third thirds quarter', fractionAt),
  ...keys('twice times fold twofold threefold fourfold fivefold sixfold sevenfold eightfold tenfold', multipleAt),
  ...keys('double doubles doubled doubling triple triples tripled tripling', doublingAt),
  ...keys('quadruple quadruples quadrupled quadrupling halve halves halved halving', doublingAt),
  ...keys('ratio ratios relative', ratioAt),
])

function keys(names: string, finder: Finder): [string, Finder][] {
  return names.split(' ').map((name) => [name, finder])
}

export function findRelativeChanges(tokens: readonly Token[]): Place[] {
  const found: Place[] = []
  for (let at = 0; at < tokens.length; at++) {
    const finder = finders.get(tokens[at]!.text)
    if (!finder) continue
    const place = finder(tokens, at)
    if (place && place.from >= (found.at(-1)?.to ?? 0)) found.push(place)
  }
  return found
}

function isRisk(tokens: readonly Token[], at: number): boolean {
  const { text } = tokens[at]!
  // "Median survival" is a time.
  if (text === 'survival' && (textAt(tokens, at - 1) === 'median' || textAt(tokens, at - 2) === 'median')) return false
  if (text !== 'rate' && text !== 'rates') return RISK.has(text)
  const before = tokens[at - 1]
  return before !== undefined && (RATE_OF.has(before.text) || namesCondition(before))
}

/** First token from `from` within `length` that is a risk, in the same clause. */
function riskAhead(tokens: readonly Token[], from: number, length: number, stops?: ReadonlySet<string>): number {
  for (let at = from; at < Math.min(tokens.length, from + length); at++) {
    if (isRisk(tokens, at)) return at
    if (endsClause(tokens[at]!) || stops?.has(tokens[at]!.text)) return -1
  }
  return -1
}

function riskBehind(tokens: readonly Token[], to: number, length: number, through?: ReadonlySet<string>): number {
  for (let at = to - 1; at >= Math.max(0, to - length); at--) {
    if (isRisk(tokens, at)) return at
    if (endsClause(tokens[at]!) || textAt(tokens, at) === 'by' || (through && !through.has(tokens[at]!.text))) return -1
  }
  return -1
}

const isNumber = (token: Token | undefined) => token !== undefined && (token.number || NUMBER_WORDS.has(token.text))

const RANGE = wordSet('– to or')
const LONGEST_RANGE = 3

/** "25–30 %", "25 % to 30 %": the first number of an amount whose last stands at `at`. */
function amountStart(tokens: readonly Token[], at: number): number {
  let from = at
  for (let steps = 0; steps < LONGEST_RANGE; steps++) {
    const dash = RANGE.has(textAt(tokens, from - 1)) ? 1 : 0
    const mark = textAt(tokens, from - 1 - dash) === '%' ? 1 : 0
    const next = from - 1 - dash - mark
    if (!isNumber(tokens[next])) break
    from = next
  }
  return from
}

function beforeHedges(tokens: readonly Token[], from: number): number {
  let at = from - 1
  while (HEDGES.has(textAt(tokens, at))) at--
  return at
}

function percentAt(tokens: readonly Token[], at: number): Place | undefined {
  const last = textAt(tokens, at) === 'cent' ? at - 2 : at - 1
  if (!tokens[last]?.number || startsRange(tokens, at)) return undefined
  const from = amountStart(tokens, last)
  return changeBehind(tokens, from, at + 1) ?? changeAhead(tokens, from, at + 1)
}

/** The first percentage of "30 % to 40 %". */
function startsRange(tokens: readonly Token[], at: number): boolean {
  const next = RANGE.has(textAt(tokens, at + 1)) ? at + 2 : at + 1
  return tokens[next]?.number === true && textAt(tokens, next + 1) === '%'
}

/** "by a third", "in half"; "half the risk", "half as likely". */
function fractionAt(tokens: readonly Token[], at: number): Place | undefined {
  let from = at
  while (/^(?:a|one|two|three)$/.test(textAt(tokens, from - 1))) from--
  const changed = changeBehind(tokens, from, at + 1)
  if (changed || textAt(tokens, at) !== 'half') return changed
  return likelyAhead(tokens, at, at + 1) ?? ownRiskAhead(tokens, at, at + 1)
}

function multipleAt(tokens: readonly Token[], at: number): Place | undefined {
  const counted = /^(?:times|fold)$/.test(textAt(tokens, at))
  if (counted && !isNumber(tokens[at - 1])) return undefined
  const from = counted ? amountStart(tokens, at - 1) : at
  const ahead = likelyAhead(tokens, from, at + 1) ?? ownRiskAhead(tokens, from, at + 1) ?? changeAhead(tokens, from, at + 1)
  if (ahead || !tokens[at]!.text.endsWith('fold')) return ahead
  // "Raises the risk fivefold".
  const verb = verbBehind(tokens, beforeHedges(tokens, from) + 1)
  return verb < 0 ? undefined : { from: verb, to: at + 1 }
}

/** "as likely", "more likely". */
function likelyAhead(tokens: readonly Token[], from: number, at: number): Place | undefined {
  return /^(?:as|more|less)$/.test(textAt(tokens, at)) && textAt(tokens, at + 1) === 'likely' ? { from, to: at + 2 } : undefined
}

/** "twice the risk", "three times the average risk". */
function ownRiskAhead(tokens: readonly Token[], from: number, at: number): Place | undefined {
  if (!OWNERS.has(textAt(tokens, at))) return undefined
  const risk = riskAhead(tokens, at, 4, NO_OBJECT)
  return risk < 0 ? undefined : { from, to: risk + 1 }
}

/** The amount goes first: "30 % reduction in mortality", "40 % less likely", "60 times higher" of an incidence. */
function changeAhead(tokens: readonly Token[], from: number, to: number): Place | undefined {
  const at = textAt(tokens, to) === 'relative' ? to + 1 : to
  const change = textAt(tokens, at)
  const likely = likelyAhead(tokens, from, at)
  if (likely || !CHANGES.has(change)) return likely
  const risk = riskAhead(tokens, at + 1, OBJECT_AHEAD)
  if (risk >= 0) return { from, to: risk - at <= 2 && !NO_OBJECT.has(textAt(tokens, at + 1)) ? risk + 1 : at + 1 }
  if (eventAhead(tokens, at + 1)) return { from, to: at + 1 }
  const isComparison = change !== 'more' && change !== 'less' && change !== 'fewer'
  return isComparison && riskBehind(tokens, from, OBJECT_AHEAD) >= 0 ? { from, to: at + 1 } : undefined
}

/** "increase in blood clots", "fewer heart attacks". */
function eventAhead(tokens: readonly Token[], at: number): boolean {
  const first = /^(?:in|of)$/.test(textAt(tokens, at)) ? at + 1 : at
  return tokens.slice(first, first + 3).some(({ text }) => EVENTS.has(text))
}

/** The change goes first: "lowers the risk of gout by 30 %", "the risk falls by a third", "a risk reduction of 30 %". */
function changeBehind(tokens: readonly Token[], amount: number, to: number): Place | undefined {
  const before = beforeHedges(tokens, amount)
  const word = textAt(tokens, before)
  const from = word === 'by' || (word === 'in' && textAt(tokens, amount) === 'half') ? verbBehind(tokens, before) : -1
  if (from >= 0) return { from, to }
  return word === 'of' ? nounBehind(tokens, before, to) : undefined
}

function verbBehind(tokens: readonly Token[], by: number): number {
  let risk = -1
  for (let at = by - 1; at >= Math.max(0, by - VERB_BEHIND); at--) {
    const token = tokens[at]!
    if (token.text === 'by' || (endsClause(token) && token.text !== ')' && token.text !== '(')) return -1
    if (risk < 0 && isRisk(tokens, at)) risk = at
    if (!CHANGE_VERBS.has(token.text) || isNoun(tokens, at)) continue
    if (risk > at) return at
    // "The risk was reduced significantly by": nothing else between verb and amount.
    return by - at <= 3 ? riskBehind(tokens, at, OBJECT_AHEAD) : -1
  }
  return -1
}

/** "The risk of falls". */
function isNoun(tokens: readonly Token[], at: number): boolean {
  return /^(?:falls?|drops?|rises?|cuts?)$/.test(textAt(tokens, at)) && PREPOSITIONS.has(textAt(tokens, at - 1))
}

function nounBehind(tokens: readonly Token[], of: number, to: number): Place | undefined {
  for (let at = of - 1; at >= Math.max(0, of - NOUN_BEHIND); at--) {
    if (endsClause(tokens[at]!)) return undefined
    if (!CHANGE_NOUNS.has(tokens[at]!.text)) continue
    if (at > 0 && isRisk(tokens, at - 1)) return { from: at - 1, to }
    const risk = riskAhead(tokens, at + 1, of - at) >= 0 || riskAhead(tokens, to, OBJECT_AHEAD) >= 0
    return risk ? { from: at, to } : undefined
  }
  return undefined
}

/** "doubles the risk", "the odds are halved". */
function doublingAt(tokens: readonly Token[], at: number): Place | undefined {
  const ahead = riskAhead(tokens, at + 1, 5, NO_OBJECT)
  if (ahead >= 0) return { from: at, to: ahead + 1 }
  const behind = riskBehind(tokens, at, 5, HELPERS)
  return behind < 0 ? undefined : { from: behind, to: at + 1 }
}

const BETWEEN = wordSet('is was were are of = : , ( [ ] ) or rr hr aor ahr')

/** "hazard ratio of 0.71", "relative risk 1.6". */
function ratioAt(tokens: readonly Token[], at: number): Place | undefined {
  const relative = textAt(tokens, at) === 'relative'
  if (relative ? textAt(tokens, at + 1) !== 'risk' : !RATIOS.has(textAt(tokens, at - 1))) return undefined
  const first = at + (relative ? 2 : 1)
  let number = first
  while (number < first + 5 && BETWEEN.has(textAt(tokens, number))) number++
  const after = textAt(tokens, number + 1)
  if (!tokens[number]?.number || after === '%' || after === 'percent') return undefined
  return { from: relative ? at : at - 1, to: number + 1 }
}

const INTERVAL = wordSet('ci confidence credible interval cri')
const SIZE_SIGNS = wordSet('of in among with involving followed enrolled included including studied from randomised randomized')
const ABSOLUTE_OF = wordSet('risk difference reduction increase numbers terms rate rates')

/** Numbers that tell how many: "4 in 100", "per 1,000", a second percentage, "12 deaths", "percentage points". */
export function hasAbsoluteNumbers(tokens: readonly Token[], changes: readonly Place[]): boolean {
  let change = 0
  return tokens.some((token, at) => {
    while (change < changes.length && changes[change]!.to <= at) change++
    const isInChange = change < changes.length && changes[change]!.from <= at
    const next = textAt(tokens, at + 1)
    if (isNumber(token)) return !isInChange && isAbsolute(tokens, at, next)
    switch (token.text) {
      case 'per':
        return isAmount(tokens[at + 1])
      case 'out':
        return next === 'of' && isAmount(tokens[at + 2])
      case 'percentage':
        return next.startsWith('point')
      case 'absolute':
        return ABSOLUTE_OF.has(next)
      case 'number':
        return next === 'needed'
      case 'n':
        return next === '=' && tokens[at + 2]?.number === true
      default:
        return false
    }
  })
}

const isAmount = (token: Token | undefined) => isNumber(token) || LARGE.has(token?.text ?? '')

function isAbsolute(tokens: readonly Token[], at: number, next: string): boolean {
  if (next === '%' || next === 'percent' || next === 'per') {
    if (next === 'per' && textAt(tokens, at + 2) !== 'cent') return isAmount(tokens[at + 2])
    const after = at + (next === 'per' ? 3 : 2)
    if (INTERVAL.has(textAt(tokens, after)) || CHANGES.has(textAt(tokens, after))) return false
    // "And new fractures by about 53 %": one more change.
    return textAt(tokens, beforeHedges(tokens, amountStart(tokens, at))) !== 'by'
  }
  if (next === 'in' || next === 'of' || next === 'out' || next === '/' || next === 'for') {
    const rest = tokens.slice(at + 2, at + 5).filter(({ text }) => text !== 'of' && text !== 'every' && text !== 'a')
    if (isAmount(rest[0])) return true
  }
  const counted = tokens.slice(at + 1, at + 4)
  if (counted.some(({ text }) => EVENTS.has(text))) return true
  return counted.slice(0, 2).some(({ text }) => PEOPLE.has(text)) && !SIZE_SIGNS.has(textAt(tokens, at - 1))
}
