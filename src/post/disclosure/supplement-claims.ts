/** What a page about a supplement claims for it, by what the law of a region asks of such a claim. */

import type { Unit } from '../claims/index.ts'
import { namesCondition } from '../claims/naming.ts'
import { isDenied } from '../claims/polarity.ts'
import { isQuestion } from '../claims/score.ts'
import { isAuthorsVoice } from '../claims/tiers.ts'
import { endsClause, type Token, wordSet } from '../claims/tokens.ts'
import { findEffect, groupAt } from '../claims/verbs.ts'
import type { Post, Range } from '../types.ts'
import type { AuthorisedClaim } from './data-sets.ts'
import { type Statement, type StatementKind, wordsOf } from './statements.ts'

export interface SupplementClaim extends Range {
  kind: 'function' | 'disease' | 'weight-loss' | 'doctor'
  text: string
  unit: Unit
}

const KINDS: Partial<Record<StatementKind, SupplementClaim['kind']>> = {
  'function-claim': 'function',
  'weight-loss': 'weight-loss',
  'doctor-recommends': 'doctor',
}
const NEGATION_WINDOW = 6

/** In order of place; one claim of a kind per sentence. */
export function findSupplementClaims(post: Post): SupplementClaim[] {
  const found: SupplementClaim[] = []
  const units = new Map(post.study.units.map((unit) => [unit.reading.sentence, unit]))
  for (const statement of post.statements) {
    const kind = KINDS[statement.kind]
    const unit = statement.sentence && units.get(statement.sentence)
    if (!kind || !unit || !isStated(unit, statement, kind)) continue
    if (found.some((other) => other.unit === unit && other.kind === kind)) continue
    found.push({ kind, unit, ...wordsOf(statement) })
  }
  for (const unit of post.study.units) {
    const claim = diseaseClaim(unit)
    if (claim) found.push(claim)
  }
  return found.sort((a, b) => a.start - b.start)
}

/** Claimed by the author for the supplement: not asked, denied, told to the reader, or reported of a study. */
function isStated(
  { reading: { sentence, tokens }, fragment }: Unit,
  { from, to }: Statement,
  kind: SupplementClaim['kind'],
): boolean {
  if (isQuestion(tokens) || !isAuthorsVoice(sentence) || isDenied(tokens, from, NEGATION_WINDOW)) return false
  if (kind === 'function' && (fragment || from === 0 || tokens[from - 1]!.text === 'to' || !endsObject(tokens[to]))) return false
  return kind === 'weight-loss' || !isOfOthers(tokens, from)
}

/** Words that may follow the object; another noun would make it one of something else ("muscle contraction"). */
const BEHIND_OBJECT = wordSet(
  'and or but in by for to during with through as while when which that at on from both without naturally because so all after every day if too',
)

function endsObject(next: Token | undefined): boolean {
  return next === undefined || !(next.word || next.number) || BEHIND_OBJECT.has(next.text)
}

/** Subjects that are no supplement: people, care, studies and what else acts on a disease. */
const OTHERS = wordSet(
  'doctor doctors physician physicians provider providers clinician clinicians dietitian you we i patients people researchers scientists study studies trial trials research evidence review reviews therapy treatment treatments infection microbiome children adults surgery medication medications drug drugs statins insulin antibiotics vaccine vaccines exercise exercises training sleep body bodies hormone hormones who that lifestyle your',
)

/** A subject of another kind in the clause of the verb. */
function isOfOthers(tokens: readonly Token[], from: number): boolean {
  for (let at = from - 1; at >= 0; at--) {
    const token = tokens[at]!
    if (endsClause(token)) return false
    if (OTHERS.has(token.text)) return true
  }
  return false
}

/** Words of the condition list that name no disease, or only "any disease". */
const NO_DISEASE = wordSet(
  'stress tension hunger cravings loss damage pressure problems condition conditions disease diseases illness illnesses disorder disorders symptom symptoms fatigue ageing aging shock decline discomfort stiffness soreness weakness overweight resistance cold kidney deficiency suffering attack attacks death decay injury injuries apathy burnout hangover pain swelling inflammation bloating clot clots clotting bleeding scarring',
)
/** Verbs that say of a disease that it is treated or prevented. */
const TREATING =
  /^(?:treat|cure|heal|relieve|alleviate|ease|prevent|reverse|reduce|lower|decrease|fight|combat|improve|shrink|slow|delay|soothe|halt|eliminate|eradicate|protect|minimi[sz]e|ameliorate|mitigate|diminish)/
/** Complaints of healthy people, which a supplement may speak of. */
const OCCASIONAL = wordSet('occasional occasionally mild minor everyday temporary')
/** Nouns behind the name of a disease that belong to it. */
const TAILS = wordSet('risk disease symptoms pain attacks attack activity frequency progression patients')
const OBJECT = 9

/** "Lowers blood sugar in people with diabetes": a stated effect on a disease. */
function diseaseClaim(unit: Unit): SupplementClaim | undefined {
  const { sentence, tokens } = unit.reading
  const effect = findEffect(tokens)
  if (
    !effect ||
    !TREATING.test(tokens[effect.to - 1]!.text) ||
    isQuestion(tokens) ||
    !isAuthorsVoice(sentence) ||
    isOfOthers(tokens, effect.from)
  )
    return undefined
  const ahead = tokens.slice(effect.to, effect.to + OBJECT)
  const border = ahead.findIndex(endsClause)
  const object = border < 0 ? ahead : ahead.slice(0, border)
  const at = object.findLastIndex((token) => namesCondition(token) && !NO_DISEASE.has(token.text))
  if (at < 0 || object.some(({ text }) => OCCASIONAL.has(text))) return undefined
  const last = effect.to + at + 1
  const tail = TAILS.has(tokens[last]?.text ?? '') ? 1 : 0
  const { start, end, text } = groupAt(sentence, tokens, effect.from, last + tail)
  return { kind: 'disease', unit, start, end, text }
}

/** The claim in the words of a list: its nutrient and its effect both stand in the sentence. */
export function isAuthorised({ unit }: SupplementClaim, entries: readonly AuthorisedClaim[], region: string): boolean {
  const words = plain(unit.reading.tokens)
  return entries.some(
    ({ nutrients, effects, regions }) =>
      regions.includes(region) &&
      nutrients.some((each) => words.includes(` ${each} `)) &&
      effects.some((each) => words.includes(` ${each} `)),
  )
}

function plain(tokens: readonly Token[]): string {
  return ` ${tokens
    .filter(({ word, number }) => word || number)
    .map(({ text }) => text)
    .join(' ')} `
}

export interface RequiredStatement {
  /** One of the wordings stands on the page. */
  verbatim: boolean
  /** A sentence that says it in other words. */
  similar: (Range & { text: string }) | undefined
}

/** Looks for a statement whose wording the law gives; white space, case, quotation marks and emphasis do not count. */
export function findRequiredStatement(post: Post, wordings: readonly string[]): RequiredStatement {
  const wanted = wordings.map(folded)
  const verbatim = post.blocks.some(({ text }) => {
    const words = folded(text)
    return wanted.some((each) => words.includes(each))
  })
  if (verbatim) return { verbatim, similar: undefined }
  const near = post.statements.find(({ kind }) => kind === 'not-evaluated')
  if (!near) return { verbatim, similar: undefined }
  const { start, end } = near.block
  return { verbatim, similar: { start, end, text: near.block.text } }
}

function folded(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim()
}
