/**
 * What a page about a treatment says besides its benefits (RULES.md 4.2, after DISCERN): harm, limits of the evidence, alternatives, when to ask
 * a clinician. Only sentences that need no source or have one count, so that no unsupported sentence adds points.
 */
import type { Post, Sentence } from '../post/types.ts'
import type { ScoreInput } from './formula.ts'

/** Harms by name: what a reader could notice or be told of. */
const HARM =
  /\b(?:nausea|vomit\w*|diarrh\w+|constipation|headaches?|dizz\w+|faint\w*|rash(?:es)?|itch\w*|swelling|swollen|bruis\w+|redness|bleed\w*|infect(?:ed|ions?)|fever|pain|sore\w*|scar\w*|allerg\w+|anaphyla\w+|nerve damage|numbness|blood clots?|thrombos\w+|embol\w+|stroke|heart attack|seizures?|tumou?rs?|cancer|liver (?:damage|failure|injury)|kidney (?:damage|failure|injury)|miscarriage|birth defects?|overdos\w+|addict\w+|withdrawal|drowsi\w+|insomnia|weight gain|hair loss|blindness|death|die[sd]?)\b/i
const RISK =
  /\b(?:risks?|side effects?|adverse (?:effects?|events?|reactions?)|complications?|harms?|may cause|can cause|can lead to|may lead to|reactions?|to be expected|warnings?|stop (?:taking|using))\b/i
const MINIMISED = /\b(?:no|without|free of|hardly any|few|minimal|rare(?:ly)?|mild|minor|slight|harmless|nothing to worry)\b/i
const RISK_HEADING =
  /\b(?:risks?|side effects?|adverse|complications?|harms?|safety|warnings?|precautions?|contraindications?)\b/i

const LIMITS =
  /\b(?:(?:more|further|larger|better|longer) (?:research|studies|trials|evidence)\b[^.]{0,40}\bneeded|evidence (?:\w+ ){0,3}(?:is|was|remains) (?:\w+ )?(?:limited|weak|low|poor|mixed|scarce|lacking|insufficient|uncertain|unclear|inconclusive)|(?:limited|weak|little|no (?:good|strong|clear|reliable)|insufficient|low[- ]certainty|low[- ]quality) evidence|not (?:yet )?(?:been )?(?:proven|established|shown|known|clear)|(?:remains?|is|are|was) (?:still )?(?:unclear|unknown|uncertain)|small (?:studies|trials|study|trial)|no (?:trial|study|studies|trials) ha(?:s|ve))\b/i
const ALTERNATIVES =
  /\b(?:alternatives? (?:to|include|are)|other (?:treatments?|options?|ways|medicines)|(?:treatment|other) options (?:include|are)|watchful waiting|wait and see|active surveillance|without (?:any )?treatment|no treatment|if (?:it is )?(?:left )?untreated|instead of (?:surgery|medicines?|drugs|treatment)|do(?:ing)? nothing)\b/i
const ASK =
  /\b(?:see|call|ask|tell|contact|talk to|speak to|consult|ring|seek|get)\s+(?:\w+\s+){0,3}(?:doctor|gp|physician|nurse|midwife|pharmacist|clinician|dentist|specialist|surgeon|vet|emergency|urgent|medical (?:help|attention|care)|ambulance|999|112|911)\b/i
const WHEN = /\b(?:if|when|whenever|as soon as|unless)\b/i
/** What every page says, whatever it is about. */
const DISCLAIMER =
  /\b(?:before (?:starting|taking|using|beginning|trying|making)|substitute for|medical advice|informational|educational purposes|always (?:consult|ask|seek)|if you have (?:any )?(?:questions|concerns|doubts))\b/i

export type Balance = NonNullable<ScoreInput['balance']>

/** `isDoubtful`: the sentence is a claim without a source, or another rule's finding. */
export function balanceOf(post: Post, isDoubtful: (sentence: Sentence) => boolean): Balance {
  const balance: Balance = { harm: 'none', limits: false, alternatives: false, clinician: false }
  for (const sentence of post.sentences) {
    if (isDoubtful(sentence)) continue
    const { text } = sentence
    const harm = harmIn(sentence)
    if (harm === 'specific' || (harm === 'minimised' && balance.harm === 'none')) balance.harm = harm
    balance.limits ||= LIMITS.test(text)
    balance.alternatives ||= ALTERNATIVES.test(text)
    balance.clinician ||= ASK.test(text) && WHEN.test(text) && !DISCLAIMER.test(text)
  }
  return balance
}

function harmIn({ text, block }: Sentence): Balance['harm'] {
  const underRisks = RISK_HEADING.test(block.section?.title ?? '')
  if (!underRisks && !RISK.test(text)) return 'none'
  if (HARM.test(text)) return MINIMISED.test(text) ? 'minimised' : 'specific'
  return MINIMISED.test(text) ? 'minimised' : 'none'
}
