/** Claims of a post (RULES.md 2): what is one, how sure, of which kind, how strongly worded, and whether a citation is near. */
import type { Block, Claim, ClaimKind, Cue, Post, Sentence } from '../types.ts'
import { type Reading, readSentence } from './cues.ts'
import { kindOf, rankOf, strengthOf } from './kind.ts'
import { findStructure, isFragment, isLeadIn, type Structure } from './lists.ts'
import { isHealthWord, namesCondition, namesIntervention } from './naming.ts'
import type { Hit } from './patterns.ts'
import type { PhraseSum } from './phrases.ts'
import { type Context, confidenceOf, isInstruction, levelOf, readPhrases, signsOf } from './score.ts'
import { supportOf } from './support.ts'
import { type Token, tokenize } from './tokens.ts'

/** Sentences that are at least this likely to be a claim are facts; see `levelOf` for the levels. */
const LEAST_CONFIDENCE = 0.4
/** Without a cue, phrases alone must make it a claim; below this sum (in log odds) no place on a page could. */
const LEAST_WITHOUT_CUE = 0.5

export function findClaims(post: Post): Claim[] {
  const { structure, units } = post.study
  const claims: Claim[] = []
  for (const unit of units) {
    const { reading, fragment } = unit
    if (reading.cues.length === 0 && reading.health.length === 0) continue
    const phrases = readPhrases(reading.tokens)
    if (reading.cues.length === 0 && phrases.sum < LEAST_WITHOUT_CUE) continue
    const confidence = confidenceOf(unit.signs, phrases.sum)
    if (confidence < LEAST_CONFIDENCE) continue
    const cues = withPhrase(reading, phrases)
    if (cues.length === 0) continue
    const { sentence } = reading
    const kind = kindOf(reading)
    claims.push({
      start: sentence.start,
      end: sentence.end,
      sentence,
      kind,
      strength: strengthOf(reading),
      confidence,
      // Phrases alone are a hint: they bring in what is about a disease, too.
      level: reading.cues.length === 0 ? 'low' : levelOf(confidence),
      cues: cuesOf(reading.sentence, reading.tokens, cues, kind),
      ...supportOf(post, sentence, post.evidence, structure),
      fragment,
      leadIn: structure.leadInOf.get(sentence),
    })
  }
  return claims
}

/** One reading of all sentences, shared by the facts that need it. */
export interface Study {
  structure: Structure
  units: Unit[]
}

export function readAll(post: Post): Study {
  const structure = findStructure(post)
  return { structure, units: readPost(post, structure) }
}

export interface Unit {
  reading: Reading
  /** What counts for and against a claim, by name; see `data/claim-weights.json`. */
  readonly signs: Map<string, number>
  context: Context
  fragment: boolean
}

/** Every sentence with its signs, also those that are no claims: the weights are fitted on them. */
function readPost(post: Post, structure: Structure): Unit[] {
  const readings = post.sentences.map(readSentence)
  const contexts = contextOf(post, readings)
  const units = readings.map((reading) => {
    const context = contexts.get(reading)!
    return unitOf(reading, context)
  })
  const byPlace = new Map(units.map((unit) => [unit.reading.sentence, unit]))
  for (const [leadIn, items] of structure.itemsOf) {
    const unit = byPlace.get(leadIn)
    if (unit && isLeadIn(leadIn))
      readWithItems(
        unit,
        items.flatMap((item) => byPlace.get(item) ?? []),
      )
  }
  return units
}

/** Most sentences have no cue, and nobody asks for their signs. */
function unitOf(reading: Reading, context: Context): Unit {
  let signs: Unit['signs'] | undefined
  return {
    reading,
    context,
    fragment: isFragment(reading, isInstruction(reading.tokens)),
    get signs() {
      signs ??= signsOf(reading, context)
      return signs
    },
  }
}

/** A lead-in is read together with its items when these cannot stand alone. */
function readWithItems({ reading, signs }: Unit, items: readonly Unit[]): void {
  const fragments = items.filter((item) => item.fragment)
  if (fragments.length * 2 <= items.length) return
  signs.delete('lead-in')
  if (fragments.some((item) => item.reading.health.length > 0)) signs.set('health', 1)
  const named = fragments.some((item) => item.reading.tokens.some(namesCondition))
  if (named && reading.cues.length > 0) signs.set(reading.intervention ? 'treatment-acts-on-condition' : 'acts-on-condition', 1)
}

/** A claim that no cue gives away is shown by the phrase that speaks loudest for it. */
function withPhrase({ cues }: Reading, { loudest }: PhraseSum): readonly Hit[] {
  return cues.length > 0 || !loudest ? cues : [{ family: 'phrase', ...loudest }]
}

function cuesOf(sentence: Sentence, tokens: readonly Token[], cues: readonly Hit[], kind: ClaimKind): Cue[] {
  return cues
    .map(({ family, from, to }) => {
      const textStart = tokens[from]!.start
      const textEnd = tokens[to - 1]!.end
      return { ...sentence.block.rangeOf(textStart, textEnd), family, text: sentence.block.text.slice(textStart, textEnd) }
    })
    .sort((a, b) => rankOf(b.family, kind) - rankOf(a.family, kind) || a.start - b.start)
}

/** What surrounds each sentence: its paragraph so far, its heading, the title. */
function contextOf(post: Post, readings: readonly Reading[]): Map<Reading, Context> {
  const healthIn = new Set<Block>()
  for (const { sentence, health } of readings) if (health.length > 0) healthIn.add(sentence.block)
  const title = about(post.title)
  const headings = new Map<Block | undefined, About>()
  const result = new Map<Reading, Context>()
  let topicIn: Block | undefined
  for (const reading of readings) {
    const { block } = reading.sentence
    const heading = block.section?.heading
    let above = headings.get(heading)
    if (!above) {
      const own = about(heading?.text ?? '')
      above = { health: own.health || title.health, topic: own.topic || title.topic }
      headings.set(heading, above)
    }
    result.set(reading, {
      health: healthIn.has(block) ? 'paragraph' : above.health ? 'heading' : 'none',
      topic: topicIn === block ? 'paragraph' : above.topic ? 'heading' : 'none',
    })
    if (reading.intervention) topicIn = block
  }
  return result
}

interface About {
  health: boolean
  topic: boolean
}

/** Does a title or heading name something of health, and a treatment? */
export function about(text: string): About {
  const words = tokenize(text).filter((token) => token.word)
  return {
    health: words.some(isHealthWord),
    topic: words.some(namesIntervention),
  }
}
