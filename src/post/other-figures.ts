/** Figures that state nothing about people: worked arithmetic, supposed cases, how often something is done, figures of speech. */
import type { Figure } from './types.ts'

const NUMBER = String.raw`\(?\d[\d.,]*\s?%?\)?`
/** `142/308 = 0.461`, `1.4 = 9.4% / 6.7%`, `risk = events / patients`; not `n = 40` and not `BP = 120/80`. */
const ARITHMETIC = new RegExp(
  String.raw`${NUMBER}\s?[/*×·÷+−-]\s?${NUMBER}\s?=\s?\d|=\s?${NUMBER}\s[/*×·÷+−]\s${NUMBER}|=\s?\(?[a-z][a-z ]{0,40}\)?\s[/*×÷]\s\(?[a-z]|[a-z]\)?\s[/*×÷]\s\(?[a-z][a-z ]{0,40}\)?\s?=\s?\d`,
  'i',
)
const SUPPOSED =
  /(?:^|[.!?:]\s+)(?:(?:so|now|let us|let['’]s|for example|for instance),? )*(?:suppos(?:e|ing)\b|assum(?:e|ing)\b|pretend\b|(?:imagine|say),? (?:that|you have|there (?:is|are)|an?|two)\b)|\bhypothetically\b|\b(?:hypothetical|made-up|invented|fictitious) (?:example|case|trial|study|population|scenario|numbers?|data|figures)\b/i
const FREQUENCY =
  /^[\s-]?(?:(?:a|an|per|each|every|in|during|over|within)\s(?:the\s|an?\s)?(?:\w+[ -])?(?:day|night|week|month|year|hour|minute|second|session|test)s?\b|daily|nightly|weekly|monthly|yearly|annually|today|yesterday)/i
/** What is counted in people; a multiple of anything else ("ten times the effort") is a figure of speech or of technique. */
const OUTCOME =
  /\b(?:risks?|odds|rates?|incidence|prevalence|mortality|deaths?|die[sd]?|likel(?:y|ihood)|chances?|cases|common(?:ly)?|often|frequent(?:ly)?|higher|lower|greater|increase[sd]?|decrease[sd]?|normal)\b/i
const FIGURATIVE =
  /^\s?(?:sure|certain|confident|natural|organic|honest|committed|behind|(?:of\s)?(?:your|my|our)\s(?:time|effort|attention))\b/i
const SCALE = /^(?:\s?(?:to|[-–])\s?\d+\s?%)?[\s-](?:scale|rating)\b/i

/** No figure about people at all: "twice a day", "100 % sure", "a ten fold gap". */
export function isFigureOfSpeech({ kind, textEnd, sentence }: Figure): boolean {
  const behind = sentence.block.text.slice(textEnd, textEnd + 60)
  if (kind === 'multiple') return FREQUENCY.test(behind) || !OUTCOME.test(sentence.text)
  return FIGURATIVE.test(behind) || SCALE.test(behind)
}

/** The figure of an example: its paragraph shows how it is calculated, or supposes it. */
export function isOfExample({ textStart, sentence: { block } }: Figure): boolean {
  const { text } = block
  return (text.includes('=') && ARITHMETIC.test(text)) || SUPPOSED.test(text.slice(0, textStart))
}
