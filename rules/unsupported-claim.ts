import { defineRule } from '../src/lint/define-rule.ts'
import { readsByBlock } from '../src/lint/settings.ts'
import type { Finding, Related, Settings } from '../src/lint/types.ts'
import { LADDER } from '../src/post/claims/kind.ts'
import { citesAnything, isCitedWithin, isSupported, type Window } from '../src/post/claims/support.ts'
import type { Block, Claim, ClaimKind, Post, Sentence } from '../src/post/types.ts'

interface Options {
  kinds: ClaimKind[]
  lowerKinds: ClaimKind[]
  window: Window
  minStrength: number
  minConfidence: 'high' | 'medium' | 'low'
  group: 'sentence' | 'auto'
  maxPerUncitedPost: number
  delegateTo: string[]
}

const KINDS: ClaimKind[] = [
  'anecdote',
  'provider',
  'alternative',
  'safety',
  'efficacy',
  'mechanism',
  'cause',
  'statistic',
  'use',
  'evidence',
]
const LEVEL = { low: 0, medium: 1, high: 2 }
/** The support group in order of ownership (RULES.md 2.12), this rule last. */
const OWNERS = ['self-citation', 'weak-source', 'evidence-gesture', 'anecdotal-evidence', 'unsourced-statistic']

export default defineRule<Options>({
  id: 'unsupported-claim',
  family: 'claims',
  purpose: 'a medical claim has a qualifying citation nearby',
  type: 'problem',
  severity: 'warn',
  fix: 'none',
  wave: 1,
  english: true,
  standards: [
    { key: 'FTC', clause: 'Health Products Compliance Guidance 2022', status: 'checked' },
    { key: 'HON', clause: 'Justifiability', status: 'checked' },
    { key: 'CAP', clause: 'section 12', status: 'checked' },
  ],
  messages: {
    unsupported: {
      text: 'Cite a source for this {kind} claim ("{cue}") here or in the next sentence, or reword it.',
      note: 'A health claim needs evidence that the reader can look up (FTC, HON). This says nothing about whether it is true.',
    },
  },
  schema: {
    type: 'object',
    properties: {
      kinds: { type: 'array', items: { enum: KINDS }, description: 'Kinds of claims to report.' },
      lowerKinds: { type: 'array', items: { enum: KINDS }, description: 'Kinds reported one step lower.' },
      window: { enum: ['strict', 'default', 'paragraph', 'section'], description: 'How near the citation has to be.' },
      minStrength: {
        enum: [1, 2, 3, 4],
        description: 'Weakest wording to report: 1 hedged, 2 capability, 3 asserted, 4 absolute.',
      },
      minConfidence: { enum: ['high', 'medium', 'low'], description: 'How sure medlint has to be that it is a claim.' },
      group: { enum: ['sentence', 'auto'], description: 'auto: one report per paragraph for claims about mechanisms.' },
      maxPerUncitedPost: {
        type: 'integer',
        minimum: 0,
        description: 'Most reports on a page without any source; 0 means no limit.',
      },
      delegateTo: {
        type: 'array',
        items: { enum: OWNERS },
        description: 'Rules that report the same fault in place of this one.',
      },
    },
  },
  defaultOptions: {
    kinds: KINDS,
    lowerKinds: ['use', 'cause', 'mechanism'],
    window: 'default',
    minStrength: 1,
    minConfidence: 'medium',
    group: 'auto',
    maxPerUncitedPost: 5,
    delegateTo: OWNERS,
  },
  check(post, { options, settings, isEnabled, report }) {
    const owners = new Set(options.delegateTo.filter(isEnabled))
    const theirs = sentencesOfOthers(post, owners)
    const claims = post.claims.filter(
      (claim) =>
        isWanted(claim, options) && !isSupportedWithin(post, claim, options.window, settings) && !isOwned(claim, owners, theirs),
    )
    const units = options.group === 'auto' ? grouped(claims) : claims.map((claim) => [claim])
    const limit = options.maxPerUncitedPost
    const cut = limit > 0 && units.length > limit && !citesAnything(post)
    for (const finding of cut ? strongest(units, limit, options) : units.map((unit) => findingOf(unit, options))) report(finding)
  },
})

function isWanted({ fragment, kind, strength, level }: Claim, { kinds, minStrength, minConfidence }: Options): boolean {
  return !fragment && kinds.includes(kind) && LADDER[strength] >= minStrength && LEVEL[level] >= LEVEL[minConfidence]
}

function isSupportedWithin(post: Post, claim: Claim, window: Window, settings: Settings): boolean {
  if (window === 'strict') return claim.support === '1:same'
  return isSupported(claim, readsByBlock(settings)) || (window !== 'default' && isCitedWithin(post, claim.sentence, window))
}

function isOwned({ support, sentence, kind }: Claim, owners: ReadonlySet<string>, theirs: ReadonlySet<Sentence>): boolean {
  if (support === '0:self' && owners.has('self-citation')) return true
  if ((support === '0:gloss' || support === '0:vendor') && owners.has('weak-source')) return true
  return theirs.has(sentence) || (kind === 'anecdote' && owners.has('anecdotal-evidence'))
}

/** Sentences with an appeal to evidence or a health figure: the rules for these say what is missing. */
function sentencesOfOthers(post: Post, owners: ReadonlySet<string>): Set<Sentence> {
  const gestures = owners.has('evidence-gesture') ? post.gestures.filter(({ negative }) => !negative) : []
  const figures = owners.has('unsourced-statistic') ? post.figures.filter(({ kind }) => kind !== 'money') : []
  return new Set([...gestures, ...figures].map(({ sentence }) => sentence))
}

/** Claims about mechanisms are one unit per paragraph. */
function grouped(claims: readonly Claim[]): Claim[][] {
  const units: Claim[][] = []
  const mechanisms = new Map<Block, Claim[]>()
  for (const claim of claims) {
    const known = claim.kind === 'mechanism' ? mechanisms.get(claim.sentence.block) : undefined
    if (known) {
      known.push(claim)
      continue
    }
    const unit = [claim]
    units.push(unit)
    if (claim.kind === 'mechanism') mechanisms.set(claim.sentence.block, unit)
  }
  return units
}

/** The claims of highest confidence and strength in order of place; the others become related ranges of the last. */
function strongest(units: readonly Claim[][], limit: number, options: Options): Finding[] {
  const weight = ([claim]: readonly Claim[]) => LEVEL[claim!.level] * 10 + LADDER[claim!.strength]
  const ranked = units.toSorted((a, b) => weight(b) - weight(a) || b[0]!.confidence - a[0]!.confidence)
  const kept = new Set(ranked.slice(0, limit))
  const findings = units.filter((unit) => kept.has(unit)).map((unit) => findingOf(unit, options))
  const others = units
    .filter((unit) => !kept.has(unit))
    .flatMap((unit) => unit.map((claim) => related(claim, 'Another claim without a source')))
  const last = findings.at(-1)!
  last.related = [...(last.related ?? []), ...others]
  return findings
}

function findingOf([claim, ...others]: readonly Claim[], { lowerKinds }: Options): Finding {
  const { kind, level, cues } = claim!
  return {
    at: claim!,
    message: 'unsupported',
    data: { kind, cue: cues[0]!.text },
    lower: level === 'low' ? 2 : level === 'medium' || lowerKinds.includes(kind) ? 1 : 0,
    related: others.map((other) => related(other, 'Same paragraph, same kind of claim')),
  }
}

function related({ start, end }: Claim, message: string): Related {
  return { start, end, message }
}
