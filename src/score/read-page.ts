/** From a post and what the full rule set says of it to the plain data that the formula reads. */
import type { ResolvedConfig } from '../config/types.ts'
import { readsByBlock } from '../lint/settings.ts'
import type { Message, Settings } from '../lint/types.ts'
import { LADDER } from '../post/claims/kind.ts'
import { isQualifying } from '../post/claims/support.ts'
import { sourcesBeside, type TierRule } from '../post/claims/tiers.ts'
import { disclosesInterests, INTEREST_KEYS } from '../post/disclosure/paid-links.ts'
import { findEntries, PUBLISHED_KEYS, REVIEWED_KEYS, UPDATED_KEYS } from '../post/frontmatter-keys.ts'
import { measureReadability, scoredSentences } from '../post/readability/index.ts'
import type { Claim, Post, Range } from '../post/types.ts'
import { balanceOf } from './balance.ts'
import { penaltyOf, type ScoredClaim, type ScoredFinding, type ScoredWork, type ScoreInput } from './formula.ts'

const FEWEST_SENTENCES = 10
/** Kinds of claims that speak of an intervention. */
const OF_INTERVENTIONS = new Set(['efficacy', 'safety', 'provider', 'alternative', 'use', 'anecdote'])
interface Page {
  post: Post
  /** From a run of the full rule set without suppressions. */
  messages: readonly Message[]
  settings: Settings
  config: ResolvedConfig
}

export function readPage(page: Page): ScoreInput {
  const { post, messages, settings, config } = page
  const claims = post.claims.filter(({ fragment, level }) => !fragment && level !== 'low')
  const has = (rule: string, ...ids: string[]) =>
    messages.some((message) => message.rule === rule && (ids.length === 0 || ids.includes(message.messageId)))
  return {
    claims: claims.map((claim) => scoredClaim(page, claim)),
    identity: {
      name: !has('frontmatter-author', 'missing', 'banned'),
      credential: !has('frontmatter-author'),
      list: post.references.entries.length > 0 || post.references.external,
      disclosure: !has('conflict-disclosure') && disclosesInterests(post, interestKeys(config)),
      dates: hasDates(post) && !has('frontmatter-currency', 'invalid', 'ambiguous', 'order', 'future'),
      current: !has('frontmatter-currency', 'stale', 'due'),
    },
    balance: isAboutIntervention(claims, settings) ? balanceOf(post, doubtful(page)) : undefined,
    findings: messages.flatMap(({ rule, line }): ScoredFinding[] => (penaltyOf(rule) > 0 ? [{ rule, line }] : [])),
    works: worksOf(page),
    listMissing: has('references-section', 'missing', 'empty'),
    plain: plainOf(page),
    audience: settings.audience,
    missing: {
      author: has('frontmatter-author', 'missing', 'banned'),
      reviewer: needsReviewer(config) && has('frontmatter-reviewer'),
      status: (config.presets ?? []).includes('regenerative-medicine') && has('regulatory-status'),
      review: has('frontmatter-currency', 'stale', 'due'),
    },
  }
}

function needsReviewer({ presets = [] }: ResolvedConfig): boolean {
  return presets.some((name) => name === 'patient' || name === 'strict' || name === 'regenerative-medicine')
}

function scoredClaim({ post, settings, config }: Page, claim: Claim): ScoredClaim {
  const { kind, strength } = claim
  const { line } = lineOf(post.text, claim.start)
  const by = supportOf(claim, settings)
  if (!by) return { kind, sources: [], line }
  const { matrix = {}, tierRules = [] } = optionsOf(config, 'claim-strength') as {
    matrix?: Record<string, Record<string, number>>
    tierRules?: TierRule[]
  }
  const found = sourcesBeside(post, by, tierRules)
  const sources = (found.length > 0 ? found : [undefined]).map((source) => {
    const allowed = source && matrix[kind]?.[source.tier]
    return { tier: source?.tier, overstated: allowed !== undefined && LADDER[strength] > allowed }
  })
  return { kind, sources, line }
}

/** Where a marker closes the section, it counts for the whole of it (RULES.md 2.7, `1:block`). */
function supportOf({ support, supportedBy, closedBy }: Claim, settings: Settings): Range | undefined {
  if (support.startsWith('1')) return supportedBy
  return readsByBlock(settings) ? closedBy : undefined
}

function optionsOf({ rules }: ResolvedConfig, rule: string): object {
  return rules[rule]?.options ?? {}
}

function interestKeys(config: ResolvedConfig): readonly string[] {
  return (optionsOf(config, 'conflict-disclosure') as { fields?: readonly string[] }).fields ?? INTEREST_KEYS
}

function hasDates({ frontmatter }: Post): boolean {
  const has = (keys: readonly string[]) => findEntries(frontmatter, keys).some(({ data }) => data !== null && data !== '')
  return has(PUBLISHED_KEYS) && (has(REVIEWED_KEYS) || has(UPDATED_KEYS))
}

function isAboutIntervention(claims: readonly Claim[], { pageType }: Settings): boolean {
  return pageType === 'treatment' || pageType === 'supplement' || claims.some(({ kind }) => OF_INTERVENTIONS.has(kind))
}

/** Claims without a source, and whatever a rule that costs points speaks of. */
function doubtful({ post, messages, settings }: Page): (range: Range) => boolean {
  const claims = new Set(post.claims.filter((claim) => !supportOf(claim, settings)).map(({ start }) => start))
  const findings = messages.filter(({ rule }) => penaltyOf(rule) > 0)
  return ({ start, end }) => claims.has(start) || findings.some((message) => message.start < end && message.end > start)
}

const INCOMPLETE = new Set(['reference-complete'])
const IRREGULAR = new Set(['reference-identifier', 'reference-style', 'citation-style'])
const UNMATCHED = new Set(['uncited-reference', 'unlisted-citation'])

/** Entries of the list, works that are linked in the text alone, and markers that lead nowhere. */
function worksOf({ post, messages }: Page): ScoredWork[] {
  const judged = messages
    // "Cannot verify" and "no record has so high a number" cost nothing.
    .filter(({ messageId, severity }) => messageId !== 'undecided' && severity !== 'info')
    .flatMap(({ rule, start, end, related }) => [
      { rule, start, end },
      ...related.map((range) => ({ rule, start: range.start, end: range.end })),
    ])
  const work = (range: Range): ScoredWork => {
    const rules = judged.filter(({ start, end }) => start < range.end && end > range.start).map(({ rule }) => rule)
    return {
      unmatched: rules.some((rule) => UNMATCHED.has(rule)),
      incomplete: rules.some((rule) => INCOMPLETE.has(rule)),
      irregular: rules.some((rule) => IRREGULAR.has(rule)),
      line: lineOf(post.text, range.start).line,
    }
  }
  const listed = post.references.entries.filter(({ optional }) => !optional)
  const inText = new Map<string, Range>()
  for (const citation of post.citations) {
    if (citation.references.length > 0) continue
    const { ids, link, label, numbers, author, year } = citation
    const name =
      ids.doi ?? ids.pmid ?? ids.pmcid ?? ids.nct ?? ids.url ?? link?.url ?? [label, author, year, ...numbers].join(' ')
    const isWork =
      isQualifying(citation) || judged.some(({ rule, start }) => rule === 'unlisted-citation' && start === citation.start)
    if (isWork && !inText.has(name)) inText.set(name, citation)
  }
  return [...listed, ...inText.values()].map(work)
}

function plainOf({ post, messages, config }: Page): ScoreInput['plain'] {
  const scored = scoredSentences(post.sentences, post.resources)
  const grade = scored.length < FEWEST_SENTENCES ? undefined : measureReadability(scored, post.resources).grade.fleschKincaid
  if (grade === undefined) return undefined
  const { formula, maxGrade = 12 } = optionsOf(config, 'reading-level') as { formula?: string; maxGrade?: number }
  const long = messages.filter(({ rule }) => rule === 'sentence-length').length
  return {
    grade,
    // The other formula runs from 1 to 6.
    target: formula === 'difficulty' ? 12 : maxGrade,
    longSentences: long / post.sentences.length,
    abbreviations: messages.filter(({ rule }) => rule === 'abbreviation-definition').length,
  }
}

function lineOf(text: string, offset: number): { line: number } {
  let line = 1
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++
  return { line }
}
