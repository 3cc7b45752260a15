import { defineRule } from '../src/lint/define-rule.ts'
import type { Finding } from '../src/lint/types.ts'
import { causeIn, OBSERVING } from '../src/post/claims/causes.ts'
import type { Reading } from '../src/post/claims/cues.ts'
import { LADDER } from '../src/post/claims/kind.ts'
import { limitBehind, proofIn, softerProof } from '../src/post/claims/proof.ts'
import { isAuthorsVoice, sourceOf, TIERS, type Tier, type TierRule } from '../src/post/claims/tiers.ts'
import { associated, effectIn, hedged, isPresent, type VerbGroup } from '../src/post/claims/verbs.ts'
import type { Claim, Figure, Post, Range, Strength } from '../src/post/types.ts'

interface Options {
  ladder: Record<string, number>
  tierRules: TierRule[]
  matrix: Partial<Record<string, Partial<Record<Tier, number>>>>
  limits: string[]
}

/** RULES.md 2.10 without the rows and columns of `causal-language`, `preclinical-claim` and the `absolute-*` rules. */
const MATRIX: Options['matrix'] = {
  efficacy: { A: 3, B: 3, C: 1, D: 1, F: 1, G: 1 },
  alternative: { A: 3, B: 3, C: 1, D: 1, F: 1, G: 1 },
  mechanism: { A: 3, B: 3, C: 3, D: 1, F: 3, G: 1 },
  statistic: { A: 3, B: 3, C: 3, D: 0, F: 3, G: 3 },
  use: { A: 3, B: 3, C: 3, D: 3, F: 3, G: 3 },
}
const CELL = { type: 'integer', minimum: 0, maximum: 4 }

export default defineRule<Options>({
  id: 'claim-strength',
  family: 'claims',
  purpose: 'wording is no stronger than the source tier allows',
  type: 'suggestion',
  severity: 'warn',
  fix: 'suggestion',
  wave: 2,
  english: true,
  standards: [
    { key: 'GRADE', clause: 'guidance 26', status: 'checked' },
    { key: 'COCHRANE', clause: 'verb study', status: 'checked' },
  ],
  messages: {
    strong: {
      text: 'Write "{softer}": the source looks like {tierName}.',
      note: 'The verb tells readers how sure the finding is; the kind of study says how sure it can be (GRADE, guidance 26).',
    },
    limited: { text: 'Write "{softer}": the next sentence says "{limit}".' },
    unfit: { text: 'Cite a larger study for "{term}": the source looks like {tierName}.' },
  },
  schema: {
    type: 'object',
    properties: {
      ladder: {
        type: 'object',
        additionalProperties: { enum: [1, 2, 3, 4] },
        description: 'Strength of own words: 1 hedged, 2 capability, 3 asserted, 4 absolute.',
      },
      tierRules: {
        type: 'array',
        items: {
          type: 'object',
          properties: { pattern: { type: 'string', format: 'regex' }, tier: { enum: TIERS } },
          required: ['pattern', 'tier'],
        },
        description: 'Tiers for titles, link texts and hosts that match a regular expression.',
      },
      matrix: {
        type: 'object',
        additionalProperties: { type: 'object', additionalProperties: CELL },
        description: 'Highest strength allowed, by kind of claim and tier.',
      },
      limits: { type: 'array', items: { type: 'string', minLength: 3 }, description: 'More words that limit a study.' },
    },
  },
  defaultOptions: { ladder: {}, tierRules: [], matrix: MATRIX, limits: [] },
  check(post, { options, isEnabled, report }) {
    const causesAreOthers = isEnabled('causal-language')
    const { units } = post.study
    const claims = new Map(post.claims.map((claim) => [claim.sentence, claim]))
    const figures = new Map(post.figures.filter(({ kind }) => kind !== 'money').map((figure) => [figure.sentence, figure]))
    for (const { reading, fragment } of units) {
      const { sentence } = reading
      if (fragment || !isAuthorsVoice(sentence)) continue
      const finding =
        judgeProof(post, reading, options, causesAreOthers) ??
        judgeClaim(post, reading, claims.get(sentence), options) ??
        judgeFigure(post, figures.get(sentence), options)
      if (finding) report(finding)
    }
  },
})

/** "The survey proves that ...": a cause behind it is the business of `causal-language`, where that runs. */
function judgeProof(post: Post, reading: Reading, { tierRules }: Options, causesAreOthers: boolean): Finding | undefined {
  const proof = proofIn(reading)
  if (!proof || (causesAreOthers && causeIn(reading))) return undefined
  const source = sourceOf(post, reading.sentence, tierRules)
  if (!source || !OBSERVING.has(source.tier)) return undefined
  return findingFor('strong', proof, softerProof(proof), { tierName: source.name })
}

function judgeClaim(post: Post, reading: Reading, claim: Claim | undefined, options: Options): Finding | undefined {
  const verb = claim && effectIn(reading)
  if (!verb || !isPresent(reading.tokens, verb)) return undefined
  const value = strengthOf(reading, verb, claim.strength, options.ladder)
  // Absolute wording belongs to `absolute-claim`.
  if (value === 4) return undefined
  const limit = value === 3 && claim.support.startsWith('1') ? limitBehind(post, claim.sentence, options.limits) : undefined
  if (limit) return findingFor('limited', verb, hedged(reading.tokens, verb), { limit })
  const source = claim.level === 'low' ? undefined : sourceOf(post, claim.sentence, options.tierRules)
  if (!source) return undefined
  const allowed = options.matrix[claim.kind]?.[source.tier]
  if (allowed === undefined || value <= allowed || (OBSERVING.has(source.tier) && causeIn(reading))) return undefined
  return findingFor('strong', verb, wordingFor(reading, verb, source.tier, allowed), { tierName: source.name })
}

const PAST = /\b(?:was|were|had|did|[a-z]{3,}ed)\b/

/** A figure about people in general; what was counted in the study itself stands in the past. */
function judgeFigure(post: Post, figure: Figure | undefined, { tierRules, matrix }: Options): Finding | undefined {
  if (!figure || PAST.test(figure.sentence.text)) return undefined
  const source = sourceOf(post, figure.sentence, tierRules)
  if (!source || (matrix['statistic']?.[source.tier] ?? 3) > 0) return undefined
  const { start, end, text } = figure
  return { at: { start, end }, message: 'unfit', data: { term: text, tierName: source.name } }
}

/** Own words of the ladder first, then what the sentence says as a whole. */
function strengthOf({ tokens }: Reading, verb: VerbGroup, whole: Strength, ladder: Options['ladder']): number {
  for (const word of tokens.slice(verb.from, verb.to)) {
    if (Object.hasOwn(ladder, word.text)) return ladder[word.text]!
  }
  return LADDER[whole]
}

function wordingFor({ tokens }: Reading, verb: VerbGroup, tier: Tier, allowed: number): string {
  if (allowed > 1) return hedged(tokens, verb, 'can')
  return (tier === 'C' ? associated(tokens, verb) : undefined) ?? hedged(tokens, verb)
}

function findingFor(message: string, at: Range, softer: string, data: Record<string, string>): Finding {
  const { start, end } = at
  const suggestions = [{ title: `Write "${softer}"`, edits: [{ start, end, text: softer }] }]
  return { at: { start, end }, message, data: { ...data, softer }, suggestions }
}
