/**
 * The tier of a source (RULES.md 2.9), from what stands on the page alone: title of the entry, link text, words of the sentence, domain.
 * Only explicit words count; whatever does not say what it is has no tier.
 */
import domains from '../../../data/news-domains.json' with { type: 'json' }
import { isOnDomain } from '../links.ts'
import type { Citation, Post, Sentence } from '../types.ts'
import { studyOf } from './index.ts'
import { evidenceOf, isQualifying, supportOf } from './support.ts'

/** A systematic review or guideline, B randomised trial, C observational, D case report, E animal or laboratory, F opinion, G news. */
export type Tier = 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G'

export interface Source {
  tier: Tier
  /** What it looks like, with its article: "a cohort study". */
  name: string
  /** The words it was told by. */
  cue: string
}

/** A pattern of a user with the tier it stands for. */
export interface TierRule {
  pattern: string
  tier: Tier
}

const NAMES: Record<Tier, string> = {
  A: 'a systematic review',
  B: 'a randomised trial',
  C: 'an observational study',
  D: 'a case report',
  E: 'an animal or laboratory study',
  F: 'an opinion or narrative review',
  G: 'a news report',
}

type Cue = readonly [Tier, string, RegExp]

/** In order: a trial in rats is an animal study, a meta-analysis of cohorts a meta-analysis. */
const CUES: readonly Cue[] = [
  [
    'E',
    'an animal study',
    /\bmice\b|\bmouse models?\b|\bmurine (?:models?|studies|study)\b|\b(?:in|of|to|for|female|male|adult|aged|obese|diabetic|wistar|albino|sprague[- ]dawley|hypertensive) rats\b|\brats (?:fed|with|treated|given)\b|\brat (?:models?|study|studies|brains?|livers?|cartilage|knees?|tendons?|neurons?|kidneys?|hepatocytes)\b|\b(?:rabbit|rodent|canine|porcine|ovine|equine|primate|animal|zebrafish|drosophila) (?:models?|study|studies|experiments?)\b|\bin (?:rodents|zebrafish|rabbits)\b/i,
  ],
  [
    'E',
    'a laboratory study',
    /\bin[- ]vitro\b(?![- ](?:fertili[sz]ation|maturation|diagnostics?))|\bcell[- ]lines?\b|\bcell[- ]cultures?\b|\bcultured (?:human |\w+ )?(?:cells|fibroblasts|keratinocytes|chondrocytes|neurons|hepatocytes)\b/i,
  ],
  [
    'A',
    'a systematic review',
    /\bsystematic(?:ally)? (?:literature )?reviews?\b|\bumbrella reviews?\b|\bcochrane (?:database|review|systematic)\b/i,
  ],
  ['A', 'a meta-analysis', /\b(?:network )?meta[- ]?analys[ei]s\b|\bpooled analysis\b/i],
  ['A', 'a guideline', /\bguidelines?\b|\brecommendation statement\b|\bpractice parameters?\b/i],
  ['B', 'a randomised trial', /\brandomi[sz]ed\b|\bplacebo[- ]controlled\b|\bdouble[- ]blind(?:ed)?\b/i],
  ['C', 'a cohort study', /\bcohorts?\b/i],
  ['C', 'a cross-sectional study', /\bcross[- ]sectional\b/i],
  ['C', 'a case-control study', /\bcase[- ]control(?:led)? (?:study|studies|analysis)\b/i],
  ['C', 'an observational study', /\bobservational (?:study|studies|data|research|evidence|analysis)\b/i],
  [
    'C',
    'a survey',
    /\b(?:an?|one|the|this|online|national|cross-sectional) (?:\w+ )?survey (?:of|among|in) (?!(?:the |recent |published )?(?:literature|evidence|research|studies))/i,
  ],
  ['D', 'a case series', /\bcase series\b/i],
  ['D', 'a case report', /\bcase reports?\b|\breport of (?:a|one|two|three) cases?\b/i],
  ['F', 'a narrative review', /\bnarrative (?:literature )?reviews?\b/i],
  ['F', 'an opinion', /\bexpert opinions?\b|\bopinion (?:piece|article|paper)\b|\b(?:an )?editorial\b|\bcommentary\b/i],
]
/** People were studied too. */
const PEOPLE = /\b(?:patients?|people|persons|men|women|children|adults|participants|volunteers|clinical trials?)\b/i
const HUMANS = /\bhumans?\b/i

/** Best first. */
const ORDER = 'ABCDEFG'

/** What a title, a link text or a sentence calls its study. */
export function tierOfText(text: string): Source | undefined {
  for (const [tier, name, pattern] of CUES) {
    const cue = pattern.exec(text)?.[0]
    if (!cue) continue
    if (tier === 'E' && (PEOPLE.test(text) || (name === 'an animal study' && HUMANS.test(text)))) continue
    return { tier, name, cue }
  }
  return undefined
}

/**
 * The best source near a sentence, by the words of its citations, else by what the sentence itself calls its study.
 * Undefined as soon as one of the citations does not say what it is: it may be the better one.
 */
export function sourceOf(post: Post, sentence: Sentence, rules: readonly TierRule[] = []): Source | undefined {
  const { citations, citing } = citationsNear(post, sentence)
  const told = tierOfText(sentence.text) ?? (citing && citing !== sentence ? tierOfText(citing.text) : undefined)
  if (citations.length === 0) return told
  const works = citations.flatMap((citation) => worksOf(post, citation))
  let best: Source | undefined
  for (const work of works) {
    const source = sourceOfWork(work, rules) ?? told
    if (!source) return undefined
    if (!best || ORDER.indexOf(source.tier) < ORDER.indexOf(best.tier)) best = source
  }
  return best
}

/** The citations that support a sentence, and the sentence they stand in. */
function citationsNear(post: Post, sentence: Sentence): { citations: Citation[]; citing: Sentence | undefined } {
  const evidence = evidenceOf(post)
  const { support, supportedBy } = supportOf(post, sentence, evidence, studyOf(post).structure)
  if (!support.startsWith('1') || !supportedBy) return { citations: [], citing: undefined }
  const deciding = post.citations.find(({ start }) => start === supportedBy.start)
  if (!deciding) return { citations: [], citing: undefined }
  const around = evidence.sentencesOf.get(deciding.block) ?? []
  const citing = around.findLast(({ textStart }) => textStart <= deciding.textStart)
  const next = around[around.indexOf(citing!) + 1]
  const citations = post.citations.filter(
    (citation) =>
      citation.block === deciding.block &&
      isQualifying(citation) &&
      citation.textStart >= (citing?.textStart ?? 0) &&
      citation.textStart < (next?.textStart ?? Number.POSITIVE_INFINITY),
  )
  return { citations, citing }
}

interface Work {
  title: string
  journal: string
  host: string
}

function worksOf(post: Post, { references, link }: Citation): Work[] {
  if (references.length === 0) return [{ title: link?.text ?? '', journal: '', host: link?.host ?? '' }]
  return references.map((index) => {
    const { csl, text } = post.references.entries[index]!
    return { title: `${csl.title ?? text}`, journal: csl['container-title'] ?? '', host: '' }
  })
}

function sourceOfWork({ title, journal, host }: Work, rules: readonly TierRule[]): Source | undefined {
  for (const { pattern, tier } of rules) {
    const cue = new RegExp(pattern, 'iu').exec(title)?.[0]
    if (cue) return { tier, name: NAMES[tier], cue }
  }
  if (/\bcochrane database\b/i.test(journal)) return { tier: 'A', name: NAMES.A, cue: journal }
  const { news, press } = domains.entries
  return tierOfText(title) ?? (isOnDomain(host, [...news, ...press]) ? { tier: 'G', name: NAMES.G, cue: host } : undefined)
}
