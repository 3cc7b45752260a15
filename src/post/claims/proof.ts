/** Words that call a finding settled, and sentences that say why it is not (RULES.md 3.2, claim-strength). */
import type { Post, Sentence } from '../types.ts'
import { findCause } from './causes.ts'
import type { Reading } from './cues.ts'
import { compileList } from './patterns.ts'
import { isDenied } from './polarity.ts'
import { endsClause, type Token } from './tokens.ts'
import { findEffect, groupAt, type VerbGroup } from './verbs.ts'

const findProofs = compileList({
  proof: [
    'prove|proves|proved|demonstrate|demonstrates|demonstrated|establish|establishes|established|verify|verifies|verified',
    'has|have|had proven|proved|demonstrated|established|verified',
  ],
})
const STUDIES = new Set(
  'study studies review reviews survey surveys trial cohort report reports series analysis research authors researchers data results findings editorial commentary'.split(
    ' ',
  ),
)
const ASSOCIATIONS = new Set(
  'associated linked correlated association associations link links correlation correlations relationship connection prevalence'.split(
    ' ',
  ),
)
/** "People with established psychosis": no verb. */
const ADJECTIVE_SIGNS = new Set('a an the with of for in by from well already newly their its to'.split(' '))
const NEGATION_WINDOW = 5
const SUBJECT_WINDOW = 14

/** "The survey proves that X lowers Y": a study as the subject, and an effect behind it. */
export function proofIn({ sentence, tokens }: Reading): VerbGroup | undefined {
  for (const { from, to } of findProofs(tokens)) {
    if (ADJECTIVE_SIGNS.has(tokens[from - 1]?.text ?? '')) continue
    if (!hasStudyAsSubject(tokens, from) || isDenied(tokens, from, NEGATION_WINDOW)) continue
    // "Demonstrates the value of ...", "establishes an association": only an effect is at stake here.
    if (
      tokens.slice(to).some(({ text }) => ASSOCIATIONS.has(text)) ||
      !(findEffect(tokens, to + 1) ?? findCause(tokens.slice(to)))
    )
      continue
    return groupAt(sentence, tokens, from, to)
  }
  return undefined
}

function hasStudyAsSubject(tokens: readonly Token[], from: number): boolean {
  for (let at = from - 1; at >= 0 && from - at <= SUBJECT_WINDOW; at--) {
    if (endsClause(tokens[at]!)) return false
    if (STUDIES.has(tokens[at]!.text)) return true
  }
  return false
}

/** "suggests" for "proves" and "has proven", "suggest" for "prove", "suggested" for "proved". */
export function softerProof({ text }: VerbGroup): string {
  const words = text.toLowerCase().split(/\s+/)
  if (words.length > 1) return words[0] === 'has' ? 'suggests' : words[0] === 'have' ? 'suggest' : 'suggested'
  return words[0]!.endsWith('ed') ? 'suggested' : words[0]!.endsWith('s') ? 'suggests' : 'suggest'
}

const SAME_STUDY = /^(?:it|(?:the|this|that) (?:\w+ )?(?:study|trial|survey|experiment))\b/i
const LIMITS = [
  /\b(?:no|without an?|lacked an?|did not have an?) (?:control|placebo|comparison) (?:group|arm)\b/i,
  /\b(?:was|were) (?:not blinded|unblinded|not controlled|uncontrolled)\b/i,
  /\b(?:no|without) blinding\b/i,
  /\b(?:one|a single) (?:centre|center|hospital|clinic)\b/i,
]

/** The words of the next sentence that limit the study of this one: no control group, no blinding, one centre. */
export function limitBehind(post: Post, sentence: Sentence, own: readonly string[]): string | undefined {
  const around = post.evidence.sentencesOf.get(sentence.block) ?? []
  const next = around[around.indexOf(sentence) + 1]
  if (!next || !SAME_STUDY.test(next.text)) return undefined
  const lower = next.text.toLowerCase()
  const listed = own.find((words) => lower.includes(words.toLowerCase()))
  if (listed) return listed
  for (const pattern of LIMITS) {
    const found = pattern.exec(next.text)?.[0]
    if (found) return found
  }
  return undefined
}
