/** Appeals to evidence in the words of `data/evidence-gestures.json`, in sentences about health. */
import list from '../../../data/evidence-gestures.json' with { type: 'json' }
import type { Gesture, Post, Range, Sentence } from '../types.ts'
import { pointsBack } from './cohesion.ts'
import type { Structure } from './lists.ts'
import { compileCues, compileList, type Hit } from './patterns.ts'
import { isDenied, isNegator } from './polarity.ts'
import { isQuestion } from './score.ts'
import { supportOf } from './support.ts'
import { type Token, tokenize } from './tokens.ts'

const findHits = compileList(list.families, list.sets)
const findPromises = compileList({ promise: list.promises })

/** Somebody's own, or known from the text before: "our experts", "these studies". */
const OWNED = new Set('our your my his her its their this these those that which what whose said both same'.split(' '))
/** Examinations of one patient: "imaging studies reveal". */
const EXAMINATIONS = new Set(
  'imaging coagulation laboratory lab blood conduction radiographic diagnostic urodynamic sleep doppler'.split(' '),
)
const NEGATION_WINDOW = 4

/** `phrases` are looked for besides the built-in ones. */
export function findGestures(post: Post, phrases: readonly string[] = []): Gesture[] {
  const { units, structure } = post.study
  const findOwn = phrases.length > 0 ? compileCues({ own: phrases.map(wordsOf) }) : undefined
  const gestures: Gesture[] = []
  for (const { reading, context } of units) {
    const { sentence, tokens } = reading
    if (context.health === 'none' && reading.health.length === 0) continue
    const hit = firstGesture(sentence, tokens, [...findHits(tokens), ...(findOwn?.(tokens) ?? [])])
    if (!hit || isQuestion(tokens) || pointsBack(sentence)) continue
    const negative = isDenied(tokens, hit.from, NEGATION_WINDOW) || tokens.slice(hit.from, hit.to + 1).some(isNegator)
    gestures.push({ ...placeOf(sentence, tokens, hit), sentence, negative, ...supportFor(post, sentence, structure) })
  }
  return gestures
}

function wordsOf(phrase: string): string {
  return tokenize(phrase)
    .map(({ text }) => text)
    .join(' ')
}

/** The next sentence may name the evidence whatever its subject: "Studies agree. In the largest [6], ...". */
function supportFor(post: Post, sentence: Sentence, structure: Structure): Pick<Gesture, 'support' | 'supportedBy'> {
  const evidence = post.evidence
  const { support, supportedBy } = supportOf(post, sentence, evidence, structure)
  if (support.startsWith('1')) return { support, supportedBy }
  const around = evidence.sentencesOf.get(sentence.block) ?? []
  const next = around[around.indexOf(sentence) + 1]
  const citation = next && evidence.qualifying.get(next)
  return citation ? { support: '1:next', supportedBy: citation } : { support, supportedBy }
}

/** Sentences that promise evidence for the whole page, from their first word: "we rely only on large trials". */
export function findPromisesOfEvidence(post: Post): (Range & { text: string })[] {
  return post.study.units.flatMap(({ reading: { sentence, tokens } }) => {
    const hit = findPromises(tokens).find(({ from }) => !isDenied(tokens, from, NEGATION_WINDOW) && !isQuestion(tokens))
    return hit ? [placeOf(sentence, tokens, hit)] : []
  })
}

/** The first one that is not somebody's own; of several from one place the longest. */
function firstGesture({ block }: Sentence, tokens: readonly Token[], hits: readonly Hit[]): Hit | undefined {
  const free = hits.filter(({ from }) => !isKnown(block.text, tokens, from))
  const [first] = free.toSorted((a, b) => a.from - b.from || b.to - a.to)
  return first
}

const ACRONYM = /^[A-Z][A-Z\d]+$/

/** "Our experts", "what the evidence supports", "the TORO trials". */
function isKnown(text: string, tokens: readonly Token[], from: number): boolean {
  const before = tokens[from - 1]
  if (!before) return false
  if (OWNED.has(before.text) || EXAMINATIONS.has(before.text) || ACRONYM.test(text.slice(before.start, before.end))) return true
  // "As it is commonly known" gives a name.
  if (before.text === 'as' && tokens[from]!.text === 'it') return true
  return before.text === 'the' && OWNED.has(tokens[from - 2]?.text ?? '')
}

function placeOf({ block }: Sentence, tokens: readonly Token[], { from, to }: Hit): Range & { text: string } {
  const textStart = tokens[from]!.start
  const textEnd = tokens[to - 1]!.end
  return { ...block.rangeOf(textStart, textEnd), text: block.text.slice(textStart, textEnd) }
}
