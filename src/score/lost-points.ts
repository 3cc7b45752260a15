/** Where the points of a page went: per component the rule and the lines, the dearest first. */
import type { Message } from '../lint/types.ts'
import { COMPONENTS, type ComponentName, creditOf, evidenceShare, type Score, type ScoreInput, workQuality } from './formula.ts'

export interface LostPoint {
  component: ComponentName
  /** Points of this component that are lost, to hundredths. */
  points: number
  /** What costs them, with the rule that explains it, and lines; line 1 for what the page lacks as a whole. */
  causes: { what: string; rule: string; lines: number[] }[]
}

type Cause = LostPoint['causes'][number]

export function lostPoints(input: ScoreInput, { components }: Score, messages: readonly Message[]): LostPoint[] {
  const causesOf: Record<ComponentName, () => Cause[]> = {
    evidence: () => evidenceCauses(input),
    identity: () => identityCauses(input, messages),
    balance: () => balanceCauses(input),
    restraint: () => byRule(input.findings),
    references: () => referenceCauses(input),
    plainLanguage: () => plainCauses(input, messages),
  }
  return COMPONENTS.flatMap((name) => {
    const found = components.find((each) => each.name === name)
    const points = found ? Math.round((found.available - found.points) * 100) / 100 : 0
    return points > 0 ? [{ component: name, points, causes: causesOf[name]() }] : []
  }).sort((a, b) => b.points - a.points)
}

function cause(what: string, rule: string, lines: readonly number[], isThere = true): Cause[] {
  return isThere ? [{ what, rule, lines: lines.length > 0 ? [...new Set(lines)] : [1] }] : []
}

function evidenceCauses({ claims }: ScoreInput): Cause[] {
  const without = claims.filter(({ sources }) => sources.length === 0)
  const weak = claims.filter((claim) => claim.sources.length > 0 && creditOf(claim) < 1)
  const overstated = weak.filter(({ sources }) => sources.every((source) => source.overstated))
  const others = weak.filter((claim) => !overstated.includes(claim))
  const lines = (list: ScoreInput['claims']) => list.map(({ line }) => line)
  return [
    ...cause('claims without a source', 'unsupported-claim', lines(without), without.length > 0),
    ...cause('wording stronger than its source', 'claim-strength', lines(overstated), overstated.length > 0),
    ...cause(
      'sources that are weaker than trials or reviews, or do not say what they are',
      'weak-source',
      lines(others),
      others.length > 0,
    ),
  ]
}

function identityCauses({ identity, works, claims }: ScoreInput, messages: readonly Message[]): Cause[] {
  const linesOf = (rule: string) => messages.filter((message) => message.rule === rule).map(({ line }) => line)
  const { name, credential, list, disclosure, dates, current } = identity
  return [
    ...cause('no author by name', 'frontmatter-author', linesOf('frontmatter-author'), !name),
    ...cause('no credential of the author', 'frontmatter-author', linesOf('frontmatter-author'), name && !credential),
    ...cause('no sources', 'references-section', linesOf('references-section'), !list && works.length === 0),
    ...cause(
      'sources for less than half of what is claimed',
      'unsupported-claim',
      claims.filter(({ sources }) => sources.length === 0).map(({ line }) => line),
      (list || works.length > 0) && evidenceShare(claims) < 0.5,
    ),
    ...cause('no statement of conflicts of interest', 'conflict-disclosure', [1], !disclosure),
    ...cause('no valid dates of publication and of review or update', 'frontmatter-currency', [1], !dates),
    ...cause('review out of date', 'frontmatter-currency', linesOf('frontmatter-currency'), dates && !current),
  ]
}

function balanceCauses({ balance }: ScoreInput): Cause[] {
  if (!balance) return []
  const { harm, limits, alternatives, clinician } = balance
  return [
    ...cause('no harm named', 'balanced-risk', [1], harm === 'none'),
    ...cause('harm only played down', 'balanced-risk', [1], harm === 'minimised'),
    ...cause('limits of the evidence not stated', 'required-sections', [1], !limits),
    ...cause('no alternatives, among them no treatment', 'required-sections', [1], !alternatives),
    ...cause('not said when to ask a clinician about what', 'required-sections', [1], !clinician),
  ]
}

function byRule(findings: ScoreInput['findings']): Cause[] {
  const rules = [...new Set(findings.map(({ rule }) => rule))]
  return rules.map((rule) => ({ what: rule, rule, lines: findings.filter((each) => each.rule === rule).map(({ line }) => line) }))
}

function referenceCauses({ works, listMissing }: ScoreInput): Cause[] {
  const lines = (list: ScoreInput['works']) => list.map(({ line }) => line)
  const some = (what: string, rule: string, list: ScoreInput['works']) => cause(what, rule, lines(list), list.length > 0)
  const bad = works.filter((work) => workQuality(work) < 1)
  return [
    ...cause('no sources', 'references-section', [1], works.length === 0),
    ...cause('no list of references', 'references-section', [1], listMissing),
    ...some(
      'cited or listed, not both',
      'uncited-reference',
      bad.filter(({ unmatched }) => unmatched),
    ),
    ...some(
      'incomplete',
      'reference-complete',
      bad.filter(({ incomplete }) => incomplete),
    ),
    ...some(
      'identifier or style is off',
      'reference-identifier',
      bad.filter(({ irregular }) => irregular),
    ),
  ]
}

function plainCauses({ plain }: ScoreInput, messages: readonly Message[]): Cause[] {
  const linesOf = (rule: string) => messages.filter((message) => message.rule === rule).map(({ line }) => line)
  if (!plain) return []
  const { grade, target, longSentences, abbreviations } = plain
  return [
    ...cause(`grade ${grade.toFixed(1)}, target ${target}`, 'reading-level', linesOf('reading-level'), grade > target),
    ...cause('long sentences', 'sentence-length', linesOf('sentence-length'), longSentences > 0),
    ...cause('abbreviations', 'abbreviation-definition', linesOf('abbreviation-definition'), abbreviations > 0),
  ]
}
