import { defineRule } from '../src/lint/define-rule.ts'
import type { Finding, Suggestion } from '../src/lint/types.ts'
import type { Reading } from '../src/post/claims/cues.ts'
import { conclusionFrom, isLabelled, placeOf } from '../src/post/claims/preclinical.ts'
import { isAuthorsVoice, type Source, sourceOf, type TierRule } from '../src/post/claims/tiers.ts'
import { effectIn, isModal, type VerbGroup, withObject } from '../src/post/claims/verbs.ts'
import type { ClaimKind, Post } from '../src/post/types.ts'

interface Options {
  markers: string[]
  titleCues: string[]
  requireHedge: boolean
}

/** Kinds with a cell for tier E in RULES.md 2.10. */
const KINDS: ReadonlySet<ClaimKind> = new Set(['efficacy', 'alternative', 'safety', 'mechanism', 'cause'])

export default defineRule<Options>({
  id: 'preclinical-claim',
  family: 'claims',
  purpose: 'animal and laboratory findings are labelled',
  type: 'problem',
  severity: 'error',
  fix: 'suggestion',
  wave: 2,
  english: true,
  standards: [
    { key: 'SUMNER', clause: 'Sumner 2014', status: 'checked' },
    { key: 'FTC', clause: 'Health Products Compliance Guidance 2022', status: 'checked' },
  ],
  messages: {
    unlabelled: {
      text: 'Say that "{effect}" was seen in {species}, not in people.',
      note: 'Readers take an unlabelled finding for one in people; most effects in animals are not found again there.',
    },
    concluded: {
      text: 'Write "may" for "{effect}": the finding is from animals or the laboratory, not from people.',
      note: 'What works in a dish or an animal is a reason to test it in people, not a result in people.',
    },
  },
  schema: {
    type: 'object',
    properties: {
      markers: { type: 'array', items: { type: 'string', minLength: 2 }, description: 'More words that label such a finding.' },
      titleCues: {
        type: 'array',
        items: { type: 'string', minLength: 2 },
        description: 'More words in a title or link text that tell such a study.',
      },
      requireHedge: {
        type: 'boolean',
        description: 'Report a benefit for people that is drawn from a labelled finding without a hedge.',
      },
    },
  },
  defaultOptions: { markers: [], titleCues: [], requireHedge: true },
  check(post, { options, settings, report }) {
    const claims = new Map(post.claims.map((claim) => [claim.sentence, claim]))
    const tierRules = options.titleCues.map(titleRule)
    // On a page about animals a study in animals is no stand-in.
    const isHuman = settings.species === 'human'
    for (const { reading, fragment } of post.study.units) {
      if (fragment || !isAuthorsVoice(reading.sentence)) continue
      const concluded = options.requireHedge && isHuman ? conclusionFrom(post, reading) : undefined
      if (concluded) {
        report(conclusionFinding(concluded))
        continue
      }
      const claim = claims.get(reading.sentence)
      if (!claim || claim.level === 'low' || !KINDS.has(claim.kind) || isLabelled(post, claim.sentence, options.markers)) continue
      const source = sourceOf(post, claim.sentence, tierRules)
      if (source?.tier !== 'E' || (!isHuman && source.name !== 'a laboratory study')) continue
      const effect = effectIn(reading)
      if (effect) report(unlabelledFinding(post, reading, effect, source))
    }
  },
})

function titleRule(words: string): TierRule {
  return { pattern: words.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'), tier: 'E' }
}

function conclusionFinding({ start, end, text }: VerbGroup): Finding {
  const words = text.split(' ')
  // "will clear your nail" gives "may clear your nail".
  const suggestions = isModal(words[0]!.toLowerCase()) ? [edit(start, start + words[0]!.length, 'may')] : []
  return { at: { start, end }, message: 'concluded', data: { effect: text }, suggestions }
}

function unlabelledFinding(post: Post, reading: Reading, verb: VerbGroup, source: Source): Finding {
  const { start, end, text } = withObject(reading, verb)
  const label = source.name === 'a laboratory study' ? 'In laboratory studies, ' : 'In animal studies, '
  const [first] = reading.sentence.words
  const range = first && reading.sentence.block.rangeOf(first.textStart, first.textEnd)
  const suggestions = range ? [edit(range.start, range.end, label + inSentence(post, first.text))] : []
  return { at: { start, end }, message: 'unlabelled', data: { effect: text, species: placeOf(source) }, suggestions }
}

/** A first word keeps its capital unless the page also writes it without one, or it can be no name. */
function inSentence({ text }: Post, word: string): string {
  const lower = word.toLowerCase()
  return /^(?:the|this|that|these|those|it|its|they|an?|in|both)$/.test(lower) || text.includes(` ${lower} `) ? lower : word
}

function edit(start: number, end: number, text: string): Suggestion {
  return { title: `Write "${text}"`, edits: [{ start, end, text }] }
}
