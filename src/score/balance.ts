/**
 * What a page about a treatment says besides its benefits (RULES.md 4.2, after DISCERN): harm, limits of the evidence, alternatives, when to ask
 * a clinician. Only sentences that need no source or have one count, so that no unsupported sentence adds points.
 */
import { harmsTold } from '../post/balance.ts'
import { speaksOf } from '../post/page-topics.ts'
import type { Post, Sentence } from '../post/types.ts'
import type { ScoreInput } from './formula.ts'

export type Balance = NonNullable<ScoreInput['balance']>

const isOnLimits = speaksOf('evidence')
const isOnAlternatives = speaksOf('alternatives')
const isOnHelp = speaksOf('help')
const WHEN = /\b(?:if|when|whenever|as soon as|unless)\b/i
/** "If you have any questions": no reason by which a reader would know. */
const ANY_REASON = /\bif you have (?:any )?(?:questions|concerns|doubts)\b/i

/** `isDoubtful`: the sentence is a claim without a source, or another rule's finding. */
export function balanceOf(post: Post, isDoubtful: (sentence: Sentence) => boolean): Balance {
  const balance: Balance = { harm: 'none', limits: false, alternatives: false, clinician: false }
  const harms = harmsTold(post)
  const disclaimers = new Set(post.statements.filter(({ kind }) => kind === 'disclaimer').map(({ sentence }) => sentence))
  for (const sentence of post.sentences) {
    if (isDoubtful(sentence)) continue
    const { text } = sentence
    const harm = harms.get(sentence)
    if (harm === 'specific' || (harm === 'minimised' && balance.harm === 'none')) balance.harm = harm
    balance.alternatives ||= isOnAlternatives(text)
    if (disclaimers.has(sentence)) continue
    balance.limits ||= isOnLimits(text)
    balance.clinician ||= isOnHelp(text) && WHEN.test(text) && !ANY_REASON.test(text)
  }
  return balance
}
