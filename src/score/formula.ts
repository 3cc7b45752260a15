/**
 * The score of a page: its form, from 0 to 100 (RULES.md 4.2). Plain arithmetic over plain data, so that its guarantees can be tested. It says
 * nothing about truth: a page of well cited errors scores well.
 */

import type { Audience } from '../lint/types.ts'
import type { Tier } from '../post/claims/tiers.ts'
import type { ClaimKind } from '../post/types.ts'

/** Changes with every weight and every list that the facts are found by, so that scores of different formulas are not compared. */
export const FORMULA = 2

export interface ScoredSource {
  /** Undefined: it does not say what it is. */
  tier: Tier | undefined
  /** The wording is stronger than this tier allows (RULES.md 2.10). */
  overstated: boolean
}

export interface ScoredClaim {
  kind: ClaimKind
  /** Qualifying citations nearby; none makes the claim unsupported. */
  sources: readonly ScoredSource[]
  line: number
}

export interface ScoredFinding {
  rule: string
  line: number
}

export interface ScoredWork {
  /** Uncited in the list, or cited and not listed. */
  unmatched: boolean
  incomplete: boolean
  /** Identifier or style is off. */
  irregular: boolean
  line: number
}

export interface ScoreInput {
  claims: readonly ScoredClaim[]
  identity: { name: boolean; credential: boolean; list: boolean; disclosure: boolean; dates: boolean; current: boolean }
  /** Undefined without an intervention. */
  balance: { harm: 'specific' | 'minimised' | 'none'; limits: boolean; alternatives: boolean; clinician: boolean } | undefined
  findings: readonly ScoredFinding[]
  works: readonly ScoredWork[]
  /** A required list of references is missing. */
  listMissing: boolean
  /** US school grades; `longSentences` is a share. Undefined with fewer than 10 sentences. */
  plain: { grade: number; target: number; longSentences: number; abbreviations: number } | undefined
  audience: Audience
  /** Why the total is limited, besides findings. */
  missing: { author: boolean; reviewer: boolean; status: boolean; review: boolean }
}

export const COMPONENTS = ['evidence', 'identity', 'balance', 'restraint', 'references', 'plainLanguage'] as const
export type ComponentName = (typeof COMPONENTS)[number]

export interface Component {
  name: ComponentName
  /** Rounded to hundredths. */
  points: number
  available: number
}

export interface Cap {
  limit: number
  reason: string
}

export interface Score {
  formula: number
  /** 0 to 100, rounded down; undefined on a page without claims. */
  total: number | undefined
  letter: 'A' | 'B' | 'C' | 'D' | 'F' | undefined
  note: 'no claims' | 'few claims' | undefined
  /** Components left out are not in the list. */
  components: Component[]
  /** The lowest cap that lowered the total. */
  cap: Cap | undefined
  jama: { authorship: boolean; attribution: boolean; disclosure: boolean; currency: boolean; met: number }
  cited: number
  claims: number
  /** Best source of each supported claim. */
  tiers: Partial<Record<Tier | 'unknown', number>>
}

const CLAIM_WEIGHTS: Record<ClaimKind, number> = {
  efficacy: 3,
  safety: 3,
  provider: 3,
  alternative: 2,
  anecdote: 2,
  statistic: 2,
  cause: 2,
  use: 1.5,
  evidence: 1.5,
  mechanism: 1,
}
const TIER_CREDIT: Record<Tier, number> = { A: 1, B: 1, C: 0.9, D: 0.6, E: 0.5, F: 0.8, G: 0.3 }
/** Not less than tier F: a page is not charged for what cannot be told. */
const UNKNOWN_CREDIT = 0.8
const OVERSTATED = 0.6
/** Overreach short of absolute wording is charged in the evidence, and only there. */
const PENALTIES: Readonly<Record<string, number>> = {
  'absolute-claim': 5,
  'absolute-safety': 5,
  'self-citation': 5,
  'unsafe-advice': 5,
  'selective-outcome': 4,
  'anecdotal-evidence': 3,
  'indication-list': 3,
  'evidence-gesture': 2,
  'approval-claim': 2,
  'disparaging-comparison': 1.5,
  'citation-plurality': 1,
  'hype-language': 1,
}
const MOST_FOR_HYPE = 3
const CAPPING = new Set(['absolute-claim', 'absolute-safety', 'self-citation', 'unsafe-advice'])
const LETTERS = [
  [90, 'A'],
  [80, 'B'],
  [70, 'C'],
  [60, 'D'],
] as const
const FEW = 2

export function penaltyOf(rule: string): number {
  return PENALTIES[rule] ?? 0
}

export function score(input: ScoreInput): Score {
  const { claims } = input
  const evidence = evidenceShare(claims)
  const identity = identityPoints(input, evidence)
  const components: Component[] = [
    component('evidence', 30 * evidence, 30),
    component('identity', identity.points, 20),
    ...(input.balance ? [component('balance', balancePoints(input.balance), 15)] : []),
    component('restraint', restraintPoints(input), 15),
    component('references', referencePoints(input), 10),
    ...(input.plain
      ? [component('plainLanguage', plainPoints(input.plain, input.audience), plainAvailable(input.audience))]
      : []),
  ]
  const points = components.reduce((sum, each) => sum + each.points, 0)
  const available = components.reduce((sum, each) => sum + each.available, 0)
  const raw = (100 * points) / available
  const cap = capOf(input)
  const rated = claims.length > 0
  const total = rated ? Math.floor(roundedUp(Math.min(raw, cap?.limit ?? 100))) : undefined
  const supported = claims.filter(isSupported)
  return {
    formula: FORMULA,
    total,
    letter: total === undefined ? undefined : (LETTERS.find(([least]) => total >= least)?.[1] ?? 'F'),
    note: rated ? (claims.length <= FEW ? 'few claims' : undefined) : 'no claims',
    components: components.map((each) => ({ ...each, points: Math.round(each.points * 100) / 100 })),
    cap: rated && cap && raw > cap.limit ? cap : undefined,
    jama: identity.jama,
    cited: supported.length,
    claims: claims.length,
    tiers: tiersOf(supported),
  }
}

/** Sums of tenths fall short by the last bits of a number: 69.999999 are 70. */
function roundedUp(value: number): number {
  return Math.round(value * 1e9) / 1e9
}

function component(name: ComponentName, points: number, available: number): Component {
  return { name, points, available }
}

function isSupported({ sources }: ScoredClaim): boolean {
  return sources.length > 0
}

/** 0 to 1: what the best source of a claim is worth. */
export function creditOf({ sources }: ScoredClaim): number {
  return Math.max(0, ...sources.map(({ tier, overstated }) => creditOfTier(tier) * (overstated ? OVERSTATED : 1)))
}

function creditOfTier(tier: Tier | undefined): number {
  return tier === undefined ? UNKNOWN_CREDIT : TIER_CREDIT[tier]
}

/** S of RULES.md 4.2: credit of all claims by their weight, 0 to 1. */
export function evidenceShare(claims: readonly ScoredClaim[]): number {
  const weight = claims.reduce((sum, { kind }) => sum + CLAIM_WEIGHTS[kind], 0)
  return weight === 0 ? 0 : claims.reduce((sum, claim) => sum + CLAIM_WEIGHTS[claim.kind] * creditOf(claim), 0) / weight
}

function identityPoints({ identity, works }: ScoreInput, evidence: number): { points: number; jama: Score['jama'] } {
  const { name, credential, list, disclosure, dates, current } = identity
  const sourced = list || works.length > 0
  const parts = {
    authorship: (name ? 2.5 : 0) + (name && credential ? 2.5 : 0),
    attribution: !sourced || evidence < 0.25 ? 0 : evidence < 0.5 ? 2.5 : 5,
    disclosure: disclosure ? 5 : 0,
    currency: (dates ? 2.5 : 0) + (dates && current ? 2.5 : 0),
  }
  const full = (points: number) => points === 5
  const jama = {
    authorship: full(parts.authorship),
    attribution: full(parts.attribution),
    disclosure: full(parts.disclosure),
    currency: full(parts.currency),
  }
  const points = parts.authorship + parts.attribution + parts.disclosure + parts.currency
  return { points, jama: { ...jama, met: Object.values(jama).filter(Boolean).length } }
}

function balancePoints({ harm, limits, alternatives, clinician }: NonNullable<ScoreInput['balance']>): number {
  return { specific: 6, minimised: 3, none: 0 }[harm] + (limits ? 3 : 0) + (alternatives ? 3 : 0) + (clinician ? 3 : 0)
}

function restraintPoints({ findings, claims }: ScoreInput): number {
  const hype = Math.min(MOST_FOR_HYPE, findings.filter(({ rule }) => rule === 'hype-language').length)
  const others = findings.reduce((sum, { rule }) => sum + (rule === 'hype-language' ? 0 : penaltyOf(rule)), 0)
  return 15 - Math.min(15, (hype + others) / patience(claims))
}

/** Long, well sourced pages may slip once: by supported claims, not by words, so that neither padding nor cutting pays. */
function patience(claims: readonly ScoredClaim[]): number {
  return Math.min(3, Math.max(1, claims.filter(isSupported).length / 10))
}

export function workQuality({ unmatched, incomplete, irregular }: ScoredWork): number {
  return 1 - (unmatched ? 0.5 : 0) - (incomplete ? 0.25 : 0) - (irregular ? 0.25 : 0)
}

function referencePoints({ works, listMissing }: ScoreInput): number {
  if (works.length === 0 || listMissing) return 0
  return (10 * works.reduce((sum, work) => sum + workQuality(work), 0)) / works.length
}

function plainAvailable(audience: Audience): number {
  return audience === 'clinician' ? 3 : 10
}

function plainPoints(
  { grade, target, longSentences, abbreviations }: NonNullable<ScoreInput['plain']>,
  audience: Audience,
): number {
  const lost = 1.2 * Math.max(0, grade - target) + Math.min(3, 10 * longSentences) + Math.min(2, 0.3 * abbreviations)
  return (Math.max(0, 10 - lost) * plainAvailable(audience)) / 10
}

function capOf({ findings, missing }: ScoreInput): Cap | undefined {
  const capping = findings.find(({ rule }) => CAPPING.has(rule))
  const caps: (Cap | false | undefined)[] = [
    capping && { limit: 59, reason: `${capping.rule}, line ${capping.line}` },
    missing.status && { limit: 69, reason: 'no regulatory status' },
    missing.author && { limit: 79, reason: 'no author' },
    missing.reviewer && { limit: 79, reason: 'no reviewer' },
    missing.review && { limit: 89, reason: 'review out of date' },
  ]
  return caps.find((cap) => cap !== false && cap !== undefined) || undefined
}

function tiersOf(supported: readonly ScoredClaim[]): Score['tiers'] {
  const counts: Score['tiers'] = {}
  for (const { sources } of supported) {
    const [best] = sources.toSorted((a, b) => creditOfTier(b.tier) - creditOfTier(a.tier))
    const tier = best?.tier ?? 'unknown'
    counts[tier] = (counts[tier] ?? 0) + 1
  }
  return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)))
}
