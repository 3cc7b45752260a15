/** Approvals, registrations, patents and prizes that a page holds out as proof, or that nobody could look up (tokens of legitimacy). */
import type { Reading } from '../claims/cues.ts'
import { namesCondition, namesIntervention, namesOutcome } from '../claims/naming.ts'
import { isDenied } from '../claims/polarity.ts'
import { isQuestion } from '../claims/score.ts'
import { isAuthorsVoice } from '../claims/tiers.ts'
import { endsClause, type Token, wordSet } from '../claims/tokens.ts'
import { isOnDomain } from '../links.ts'
import type { Post, Range, Sentence } from '../types.ts'
import { type Statement, wordsOf } from './statements.ts'

const NEGATION_WINDOW = 6
/** Cues of what a treatment does, or that it is harmless: not that it is used. */
const EFFECTS: ReadonlySet<string> = new Set(['efficacy', 'merit', 'capability', 'prevention', 'safety', 'absence', 'mechanism'])
/** Words that draw a conclusion from the approval. */
const CONCLUSIONS = wordSet('so therefore thus hence proves proof proving guarantees guarantee guaranteed ensures ensuring')
const CONCLUSION_AHEAD = 4
const GOOD = wordSet('safe effective proven safety effectiveness efficacy works work')
/** Behind an approval these say for what it was given. */
const PURPOSE = wordSet('for in to as against')
const OWNERS = wordSet('our we')
/** What makes an approval one that can be looked up, besides a link. */
const NUMBERED =
  /\b(?:no\.?|number|nr\.?|licen[cs]e|registration|certificate|patent|approval|reg\.?|K)\s?[#:]?\s?(?:[A-Z]{0,4}[-/ ]?)?\d{3,}/i

/** Approvals without product, indication, number or link, and those a page concludes from. `registries`: domains whose links are proof. */
export function findEmptyApprovals(post: Post, registries: readonly string[]): (Range & { text: string })[] {
  const { units } = post.study
  const taken = new Set<Sentence>()
  return post.statements.flatMap((statement) => {
    const { kind, sentence, tokens, from } = statement
    if ((kind !== 'approval' && kind !== 'credential') || !sentence || taken.has(sentence)) return []
    const { reading } = units[sentence.index]!
    if (isQuestion(tokens) || !isAuthorsVoice(sentence) || isDenied(tokens, from, NEGATION_WINDOW)) return []
    const concluded = concludes(statement)
    if (!concluded && (isSpecific(sentence, registries) || !isOffered(statement, reading))) return []
    taken.add(sentence)
    return [wordsOf(statement)]
  })
}

/** "FDA approved, so it works", "approved and safe". */
function concludes({ tokens, to }: Statement): boolean {
  const behind = tokens.slice(to, to + CONCLUSION_AHEAD)
  const [first, second] = behind
  if ((first?.text === 'and' || first?.text === ',') && second !== undefined && GOOD.has(second.text)) return true
  const at = behind.findIndex(({ text }) => CONCLUSIONS.has(text))
  return at >= 0 && tokens.slice(to + at, to + at + NEGATION_WINDOW).some(({ text }) => GOOD.has(text))
}

/** A number or a link that leads to whoever gave the approval. */
function isSpecific({ block, textStart, textEnd, text }: Sentence, registries: readonly string[]): boolean {
  if (NUMBERED.test(text)) return true
  return block.links.some(
    (link) =>
      link.textStart >= textStart &&
      link.textEnd <= textEnd + 1 &&
      (link.kind === 'authority' || link.kind === 'scholarly' || link.kind === 'other' || isOnDomain(link.host, registries)),
  )
}

/** A registration, patent or prize beside what a treatment is for; an approval of the publisher's own products that does not say for what. */
function isOffered({ kind, tokens, from, to }: Statement, { cues }: Reading): boolean {
  const named = tokens.some((token) => namesCondition(token) || namesOutcome(token))
  if (kind === 'approval')
    return !named && !PURPOSE.has(tokens[to]?.text ?? '') && isOwn(tokens, from) && tokens.some(namesIntervention)
  if (tokens[from]!.text === 'patented' && !isAdjective(tokens, to)) return false
  return (
    cues.some(({ family }) => EFFECTS.has(family)) ||
    isForCondition(tokens, to) ||
    (isOwn(tokens, from) && tokens.some(namesIntervention))
  )
}

function isOwn(tokens: readonly Token[], from: number): boolean {
  return tokens.slice(0, from + 1).some(({ text }) => OWNERS.has(text))
}

/** "A patented formula", not "the device was patented". */
function isAdjective(tokens: readonly Token[], to: number): boolean {
  const next = tokens[to]
  return next?.word === true && next.text !== 'in' && next.text !== 'by' && next.text !== 'and'
}

const FOR_AHEAD = 8

function isForCondition(tokens: readonly Token[], to: number): boolean {
  const behind = tokens.slice(to, to + FOR_AHEAD)
  const at = behind.findIndex(({ text }) => text === 'for' || text === 'against')
  if (at < 0) return false
  const border = behind.findIndex((token, index) => index > at && endsClause(token))
  return behind.slice(at, border < 0 ? undefined : border).some((token) => namesCondition(token) || namesOutcome(token))
}
