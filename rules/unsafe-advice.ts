import { defineRule } from '../src/lint/define-rule.ts'
import { shortened } from '../src/lint/shortened.ts'
import { termsList } from '../src/post/claims/absolutes.ts'
import { type Advice, findAdvice, isPrecaution, isUnmeant, namesProfessional } from '../src/post/claims/advice.ts'
import type { Unit } from '../src/post/claims/index.ts'
import { isAuthorsVoice } from '../src/post/claims/tiers.ts'
import { groupAt, type VerbGroup, withObject } from '../src/post/claims/verbs.ts'
import type { Post, Section } from '../src/post/types.ts'

interface Options {
  verbs: string[]
  doses: boolean
  emergencyNumbers: string[]
}

export default defineRule<Options>({
  id: 'unsafe-advice',
  family: 'claims',
  purpose: 'no directive to stop, replace, delay or dose without a professional',
  type: 'problem',
  severity: 'error',
  fix: 'none',
  wave: 2,
  english: true,
  audiences: ['patient', 'general'],
  standards: [
    { key: 'CAP', clause: 'section 12', status: 'checked' },
    { key: 'SUMNER', clause: 'Sumner 2014', status: 'checked' },
    { key: 'DIR', clause: 'Art. 90', status: 'checked' },
  ],
  messages: {
    unasked: {
      text: 'Add who to ask before "{directive}", or remove it.',
      note: 'Some medicines must not be stopped or dosed on one’s own; a reader cannot know which, a pharmacist or doctor does.',
    },
  },
  schema: {
    type: 'object',
    properties: {
      verbs: {
        type: 'array',
        items: { type: 'string', minLength: 2 },
        description: 'Verbs or phrases that tell readers to do without a medicine, besides the built-in ones.',
      },
      doses: { type: 'boolean', description: 'Report doses a reader is told to take.' },
      emergencyNumbers: {
        type: 'array',
        items: { type: 'string', minLength: 2 },
        description: 'Telephone numbers that stand for an emergency service.',
      },
    },
  },
  defaultOptions: { verbs: [], doses: true, emergencyNumbers: ['112', '911', '999'] },
  check(post, { options, settings, report }) {
    const own = options.verbs.length > 0 ? termsList(options.verbs).find : undefined
    const numbers = new Set(options.emergencyNumbers)
    let asking: Asking | undefined
    for (const unit of post.study.units) {
      const { sentence, tokens } = unit.reading
      const found = findAdvice(tokens, own)
      if (found.length === 0 || !isAuthorsVoice(sentence) || isUnmeantHere(post, unit)) continue
      asking ??= askingIn(post, numbers)
      if (isNearAsking(post, unit, asking)) continue
      const precaution = isPrecaution(tokens)
      for (const advice of found) {
        if (advice.kind === 'dose' && (!options.doses || settings.pageType === 'monograph')) continue
        if (advice.kind === 'dose' && withParents(sentence.block.section).some((section) => asking?.sections.has(section)))
          continue
        if (precaution && (advice.kind === 'stop' || advice.kind === 'delay')) continue
        const { start, end, text } = groupOf(unit, advice)
        report({ at: { start, end }, message: 'unasked', data: { directive: shortened(text) } })
      }
    }
  },
})

/** Where somebody is named whom a reader can ask. */
interface Asking {
  /** By index. */
  sentences: Set<number>
  lists: Set<number>
  sections: Set<Section | undefined>
}

function askingIn(post: Post, numbers: ReadonlySet<string>): Asking {
  const asking: Asking = { sentences: new Set(), lists: new Set(), sections: new Set() }
  for (const { reading } of post.study.units) {
    if (!namesProfessional(reading.tokens, numbers)) continue
    const { index, block } = reading.sentence
    asking.sentences.add(index)
    asking.sections.add(block.section)
    if (block.list) asking.lists.add(block.list.id)
  }
  return asking
}

/** In the sentence or one beside it, in the list or its lead-in. */
function isNearAsking({ study: { units, structure } }: Post, { reading: { sentence } }: Unit, asking: Asking): boolean {
  const { block, index } = sentence
  const leadIn = structure.leadInOf.get(sentence)
  if (block.list && asking.lists.has(block.list.id)) return true
  if (asking.sentences.has(index) || (leadIn && asking.sentences.has(leadIn.index))) return true
  return [index - 1, index + 1].some(
    (other) => asking.sentences.has(other) && units[other]?.reading.sentence.block.section === block.section,
  )
}

/** Continues a lead-in: "Your risk rises if you:". */
const OPEN_LEAD_IN = /\b(?:you|to|who|that|by|if|when|people|patients|they)\s*:?\s*$/i
const QUOTE = /["“'‘]/

/** Words held at a distance: in quotation marks, or under a heading or lead-in that warns of them. */
function isUnmeantHere(post: Post, { reading: { sentence } }: Unit): boolean {
  const { block, textStart } = sentence
  const leadIn = post.study.structure.leadInOf.get(sentence)?.text
  if (leadIn !== undefined && (isUnmeant(leadIn) || OPEN_LEAD_IN.test(leadIn))) return true
  return QUOTE.test(block.text[textStart] ?? '') || isUnmeant(block.section?.title ?? '')
}

/** A section and those it stands in, down to the text above the first heading. */
function withParents(section: Section | undefined): (Section | undefined)[] {
  return section ? [section, ...withParents(section.parent)] : [undefined]
}

/** A dose with what it is of, and how often: "take 10,000 units of vitamin D every day". */
function groupOf({ reading }: Unit, { kind, from, to }: Advice): VerbGroup {
  const group = groupAt(reading.sentence, reading.tokens, from, to)
  return kind === 'dose' ? withObject(reading, group) : group
}
