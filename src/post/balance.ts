/** Benefits and harms of what a page is about, sentence by sentence: the ground for judging whether it tells both sides. */
import list from '../../data/harm-wording.json' with { type: 'json' }
import type { Unit } from './claims/index.ts'
import { namesCondition, namesIntervention } from './claims/naming.ts'
import { compileList } from './claims/patterns.ts'
import { isDenied } from './claims/polarity.ts'
import { isQuestion } from './claims/score.ts'
import { type Token, tokenize, wordSet } from './claims/tokens.ts'
import { isModal } from './claims/verbs.ts'
import type { ClaimKind, Link, Post, Section, Sentence } from './types.ts'

export interface Balance {
  benefits: Sentence[]
  /** Sentences that name a harm. */
  harms: Sentence[]
  /** Harms named in them, each once. */
  terms: ReadonlySet<string>
}

const findHarm = compileList({ general: list.general }, list.sets)
const NAMED = wordSet(list.named)
const REDUCING = wordSet(list.reducing)
const MINIMISING = wordSet(list.minimising)
const BENEFITS: ReadonlySet<ClaimKind> = new Set(['efficacy', 'provider', 'anecdote'])
/** How far in front of a harm a verb that takes it away may stand, in tokens. */
const REDUCING_WINDOW = 6

export function weigh(post: Post): Balance {
  const benefits = post.claims.filter(({ kind, level }) => BENEFITS.has(kind) && level !== 'low').map(({ sentence }) => sentence)
  const terms = new Set<string>()
  const harms: Sentence[] = []
  for (const unit of post.study.units) {
    const found = harmsIn(unit)
    if (found.length === 0) continue
    harms.push(unit.reading.sentence)
    for (const term of found) terms.add(term)
  }
  const both = new Set(harms)
  return { benefits: benefits.filter((sentence) => !both.has(sentence)), harms, terms }
}

/** How sentences tell of harm: by name, or only as little of it. Outside of sections on harm a condition may as well be what is treated. */
export function harmsTold({ study }: Post): Map<Sentence, 'specific' | 'minimised'> {
  const told = new Map<Sentence, 'specific' | 'minimised'>()
  for (const unit of study.units) {
    const { sentence, tokens } = unit.reading
    if (harmsIn(unit).length === 0) continue
    if (tokens.some(({ text }) => MINIMISING.has(text))) told.set(sentence, 'minimised')
    else {
      const isNamed = isUnderRisks(sentence) ? isHarm : ({ text }: Token) => NAMED.has(text)
      if (tokens.some((token, at) => isNamed(token) && !isTakenAway(tokens, at))) told.set(sentence, 'specific')
    }
  }
  return told
}

/** Harms of a sentence: named ones where it speaks of harm, else what it calls harm in general. */
function harmsIn({ reading: { sentence, tokens, discourse } }: Unit): string[] {
  if (isQuestion(tokens)) return []
  const under = isUnderRisks(sentence)
  const general = findHarm(tokens).filter(({ from }) => !isTakenAway(tokens, from))
  if (general.length === 0 && !under) return []
  const named = tokens.filter((token, at) => isHarm(token) && !isTakenAway(tokens, at)).map(({ text }) => text)
  // What nobody knows of the safety of a treatment is a risk as well.
  const unknown = under && discourse.some(({ family }) => family === 'caveat') ? ['unknown'] : []
  if (named.length > 0) return [...named, ...unknown]
  return [...general.map(({ from }) => (isModal(tokens[from]!.text) ? 'may' : tokens[from]!.text)), ...unknown]
}

function isUnderRisks({ block: { section, table } }: Sentence): boolean {
  return [section?.title, table?.header].some((title) => title !== undefined && (isRiskTitle(title) || SAFETY_TITLE.test(title)))
}

function isHarm(token: Token): boolean {
  return NAMED.has(token.text) || namesCondition(token)
}

/** "Lowers the risk of stroke", "no side effects". */
function isTakenAway(tokens: readonly Token[], at: number): boolean {
  if (isDenied(tokens, at, REDUCING_WINDOW) && !/^(?:not|should|must)$/.test(tokens[at]!.text)) return true
  return tokens.slice(Math.max(0, at - REDUCING_WINDOW), at).some(({ text }) => REDUCING.has(text))
}

const RISK_TITLE =
  /\b(?:risks|side[- ]effects?|adverse (?:effects|events|reactions)|complications|contraindications|dangers|downsides|drawbacks|warnings|precautions)\b/i
const SAFETY_TITLE = /\b(?:safety|safe|risk|caution|cautions|concerns|limits|limitations)\b/i
/** Of an illness, or of something to be done about them. */
const OTHER_RISKS = /\b(?:factors?|at risk|reduc\w+|lower\w*|prevent\w*|manag\w+|without|no|avoid\w*|of (?:not|untreated))\b/i

/** A heading or column that announces harms. */
export function isRiskTitle(title: string): boolean {
  return RISK_TITLE.test(title) && !OTHER_RISKS.test(title)
}

/** Sections about harm that name none and say that there is little of it. */
export function emptyRiskSections(post: Post): Section[] {
  const told = new Map<Section, boolean>()
  for (const section of post.sections) if (section.kind === 'body' && isRiskTitle(section.title)) told.set(section, false)
  if (told.size === 0) return []
  const belittled = new Set<Section>()
  for (const { reading } of post.study.units) {
    for (const section of withParents(reading.sentence.block.section)) {
      if (!told.has(section)) continue
      if (reading.tokens.some(({ text }) => MINIMISING.has(text))) belittled.add(section)
      if (reading.tokens.some(isHarm) || namesMore(reading.tokens)) told.set(section, true)
    }
  }
  for (const link of post.links) {
    for (const section of withParents(link.block?.section)) if (told.has(section) && !link.image) told.set(section, true)
  }
  return [...told].flatMap(([section, isTold]) => (isTold || !belittled.has(section) ? [] : [section]))
}

/** Harm in other words, without a word that makes little of it. */
function namesMore(tokens: readonly Token[]): boolean {
  return (
    findHarm(tokens).some(({ from }) => !isDenied(tokens, from, REDUCING_WINDOW)) &&
    !tokens.some(({ text }) => MINIMISING.has(text))
  )
}

function withParents(section: Section | undefined): Section[] {
  return section ? [section, ...withParents(section.parent)] : []
}

const SAFETY_TEXT =
  /\b(?:leaflet|package insert|prescribing information|label|summary of product characteristics|smpc|side[- ]effects?|risks|safety|warnings|contraindications)\b/i

/** A link to where the harms are told: the leaflet, a page on side effects. */
export function linksToHarms({ links }: Post): boolean {
  return links.some((link) => !link.image && SAFETY_TEXT.test(`${link.text} ${pathOf(link)}`))
}

function pathOf({ url }: Link): string {
  return url.replace(/^[a-z]+:\/\/[^/]*/i, '').replace(/[-_/]/g, ' ')
}

/** Habits whose risks nobody expects a page to tell. */
const HABITS = wordSet(
  'exercise exercises exercising walking running swimming cycling stretching yoga pilates meditation mindfulness hygiene lifestyle nutrition food foods diet diets dietary sleep counselling counseling screening surveillance training rehabilitation rehab physiotherapy fruit fruits vegetables grains nuts berries seeds fish water hypnosis band bands mask masks pillow mattress floss flossing toothpaste sunscreen intake consumption protein fibre fiber intervention interventions treatment treatments therapy therapies care',
)

/** Words that name a treatment only with the word in front of them: "thymulin peptide", "cord blood cells". */
const GENERIC = wordSet(
  'peptide peptides extract extracts oil oils supplement supplements injection injections infusion infusions drops tablet tablets pill pills capsule capsules spray gel cream serum patch drug drugs surgery procedure remedy remedies medication medications hormone hormones inhibitor inhibitors agonist agonists blocker blockers implant implants device devices laser',
)
const NO_TREATMENT = wordSet('cell cells stem toxin radiation caffeine honey tea')

/** The treatment a title names, as written, if it is one with risks a reader has to know. */
export function treatmentInTitle({ title }: Post): string | undefined {
  const tokens = tokenize(title)
  const at = tokens.findIndex((token) => namesIntervention(token) && !HABITS.has(token.text) && !NO_TREATMENT.has(token.text))
  if (at < 0) return undefined
  const before = tokens[at - 1]
  const from = GENERIC.has(tokens[at]!.text) && before?.word ? before : tokens[at]!
  const next = tokens[at + 1]
  const joined = next !== undefined && title[next.start - 1] === '-' && next.start === tokens[at]!.end + 1
  return title.slice(from.start, joined ? next.end : tokens[at]!.end)
}

/** Longest title that stands for the treatment it is about, in words. */
const LONGEST_NAME = 4

/** What a message calls the treatment of a page. */
export function treatmentName(post: Post): string {
  const title = post.title.trim()
  return treatmentInTitle(post) ?? (title !== '' && title.split(/\s+/).length <= LONGEST_NAME ? title : 'this treatment')
}
