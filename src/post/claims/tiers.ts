/**
 * The tier of a source (RULES.md 2.9), from what stands on the page alone: title of the entry, link text, words of the sentence, domain.
 * Only explicit words count; whatever does not say what it is has no tier.
 */
import domains from '../../../data/news-domains.json' with { type: 'json' }
import { isOnDomain } from '../links.ts'
import { inQuotation } from '../readability/index.ts'
import type { Block, Citation, Post, Range, Sentence, Support } from '../types.ts'
import { isQualifying, supportOf } from './support.ts'

/** A systematic review or guideline, B randomised trial, C observational, D case report, E animal or laboratory, F opinion, G news. */
export type Tier = 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G'

/** Best first. */
export const TIERS: readonly Tier[] = ['A', 'B', 'C', 'D', 'E', 'F', 'G']

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

/** Labels of RULES.md 2.7 whose citation is about this very sentence. */
const CLOSE: ReadonlySet<Support> = new Set(['1:same', '1:next', '1:prev', '1:leadin', '1:row'])
/** A weaker design further back in the sentence is what it talks about, not where it comes from. */
const LAST_START = 60

/** What a title or a link text calls its study. */
export function tierOfText(text: string): Source | undefined {
  for (const [tier, name, pattern] of CUES) {
    const cue = pattern.exec(text)?.[0]
    if (!cue) continue
    if (tier === 'E' && (PEOPLE.test(text) || (name === 'an animal study' && HUMANS.test(text)))) continue
    return { tier, name, cue }
  }
  return undefined
}

/** The words of a link speak of the work behind it alone, so they are blanked. */
function withoutLinks({ masked, links }: Block, textStart: number, textEnd: number): string {
  let text = masked.slice(textStart, textEnd)
  for (const link of links) {
    const from = Math.max(0, link.textStart - textStart)
    const to = Math.min(text.length, link.textEnd - textStart)
    if (from < to) text = text.slice(0, from) + ' '.repeat(to - from) + text.slice(to)
  }
  return text
}

/** Running text also speaks of cohorts of a trial and of editorials in passing: there the words have to name a study. */
const NAMED =
  /\b(?:cohort|cross[- ]sectional|case[- ]control(?:led)?|observational) (?:study|studies|survey|analysis)\b|\bcohort of\b|\bsurvey (?:of|among|in)\b|\bcase (?:report|series)\b|\bnarrative (?:literature )?review\b|\b(?:an|one|this) (?:editorial|expert opinion|opinion piece)\b/i

/** "In a cohort study, ...": what a sentence calls the study it reports. */
function tierOfSentence({ block, textStart, textEnd }: Sentence): Source | undefined {
  const text = withoutLinks(block, textStart, textEnd)
  const source = tierOfText(text)
  if (!source || 'ABE'.includes(source.tier)) return source
  return NAMED.test(text) && text.indexOf(source.cue) <= LAST_START ? source : undefined
}

/**
 * The best source near a sentence, by the words of its citations, else by what the sentence itself calls its study.
 * Undefined as soon as one of the citations does not say what it is: it may be the better one.
 */
export function sourceOf(post: Post, sentence: Sentence, rules: readonly TierRule[] = []): Source | undefined {
  const evidence = post.evidence
  const { support, supportedBy } = supportOf(post, sentence, evidence, post.study.structure)
  const told = tierOfSentence(sentence)
  if (!support.startsWith('1') || !supportedBy) return told
  if (!CLOSE.has(support)) return undefined
  let best: Source | undefined
  for (const source of sourcesBeside(post, supportedBy, rules)) {
    const known = source ?? told
    if (!known) return undefined
    if (!best || TIERS.indexOf(known.tier) < TIERS.indexOf(best.tier)) best = known
  }
  return best
}

/** What each work cited at a place says of itself: by the citation there and the others of its sentence. */
export function sourcesBeside(post: Post, place: Range, rules: readonly TierRule[] = []): (Source | undefined)[] {
  return citationsBeside(post, place).flatMap((citation) => worksOf(post, citation).map((work) => sourceOfWork(work, rules)))
}

/** Strength is judged in the author's own running text: not in tables, and not in quotations. */
export function isAuthorsVoice(sentence: Sentence): boolean {
  const { block } = sentence
  return !block.table && block.quoteDepth === 0 && !inQuotation(sentence)
}

/** A citation and the others in its sentence. */
function citationsBeside(post: Post, { start }: Range): Citation[] {
  const first = post.citations.find((citation) => citation.start === start)
  if (!first) return []
  const around = post.evidence.sentencesOf.get(first.block) ?? []
  const at = around.findLastIndex(({ textStart }) => textStart <= first.textStart)
  const from = around[at]?.textStart ?? 0
  const to = around[at + 1]?.textStart ?? Number.POSITIVE_INFINITY
  return post.citations.filter(
    (citation) =>
      citation.block === first.block && citation.textStart >= from && citation.textStart < to && isQualifying(citation),
  )
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
    return { title: csl.title ?? text, journal: csl['container-title'] ?? '', host: '' }
  })
}

function sourceOfWork({ title, journal, host }: Work, rules: readonly TierRule[]): Source | undefined {
  for (const { pattern, tier } of rules) {
    const cue = new RegExp(pattern, 'iu').exec(`${title} ${host}`)?.[0]
    if (cue !== undefined) return { tier, name: NAMES[tier], cue }
  }
  if (/\bcochrane database\b/i.test(journal)) return { tier: 'A', name: NAMES.A, cue: journal }
  const told = tierOfText(title)
  if (told) return told
  const { news, press } = domains.entries
  return isOnDomain(host, news) || isOnDomain(host, press) ? { tier: 'G', name: NAMES.G, cue: host } : undefined
}
