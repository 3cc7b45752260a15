/**
 * A second reader of reference strings, learned and not written: an averaged perceptron over tokens with Viterbi decoding (Collins
 * 2002). It reads more kinds of strings than the grammar and errs in other places, so that where both agree both are right.
 * The weights are trained on the GROBID citations (annotations CC BY 4.0) by `npm run train references`.
 */
import type { Resources } from '../types.ts'
import { hasJournalKey } from './journals.ts'
import { MARKS, markBefore, SIGN_COUNT, SIGNS_PER_TOKEN, signsOf, type Token, tokensOf, transitionSign } from './tagger-signs.ts'

export const LABELS = [
  'other',
  'author',
  'title',
  'container-title',
  'book',
  'issued',
  'volume',
  'issue',
  'page',
  'publisher',
  'place',
  'editor',
  'note',
] as const
export type Label = (typeof LABELS)[number]

export interface Tagger {
  /** By sign and label. */
  weights: ArrayLike<number>
  /** By mark, label before and label. */
  transitions: Float32Array
  isJournalKey(key: string): boolean
}

export interface Run {
  label: Label
  start: number
  end: number
}

const COUNT = LABELS.length

/** The weights of label pairs as a table, since every token asks for all of them. */
export function transitionsOf(weights: ArrayLike<number>): Float32Array {
  const table = new Float32Array(MARKS * (COUNT + 1) * COUNT)
  for (let mark = 0; mark < MARKS; mark++) {
    for (let before = 0; before <= COUNT; before++) {
      const sign = transitionSign(mark, before) * COUNT
      for (let label = 0; label < COUNT; label++) table[(mark * (COUNT + 1) + before) * COUNT + label] = weights[sign + label]!
    }
  }
  return table
}

/** The most likely label of each token. `signs` are those of `signsOf`. */
export function decode(signs: Int32Array, marks: ArrayLike<number>, { weights, transitions }: Tagger): Uint8Array {
  const length = marks.length
  const labels = new Uint8Array(length)
  if (length === 0) return labels
  const from = new Uint8Array(length * COUNT)
  let scores = new Float64Array(COUNT)
  let next = new Float64Array(COUNT)
  const own = new Float64Array(COUNT)
  for (let index = 0; index < length; index++) {
    own.fill(0)
    for (let at = index * SIGNS_PER_TOKEN; at < (index + 1) * SIGNS_PER_TOKEN; at++) {
      const base = signs[at]! * COUNT
      for (let label = 0; label < COUNT; label++) own[label]! += weights[base + label]!
    }
    const table = marks[index]! * (COUNT + 1) * COUNT
    for (let label = 0; label < COUNT; label++) {
      if (index === 0) {
        next[label] = own[label]! + transitions[table + COUNT * COUNT + label]!
        continue
      }
      let best = -Infinity
      for (let before = 0; before < COUNT; before++) {
        const score = scores[before]! + transitions[table + before * COUNT + label]!
        if (score <= best) continue
        best = score
        from[index * COUNT + label] = before
      }
      next[label] = best + own[label]!
    }
    ;[scores, next] = [next, scores]
  }
  let label = scores.indexOf(Math.max(...scores))
  for (let index = length - 1; index >= 0; index--) {
    labels[index] = label
    label = from[index * COUNT + label]!
  }
  return labels
}

export function marksOf(tokens: readonly Token[]): Uint8Array {
  return Uint8Array.from(tokens, (_, index) => markBefore(tokens, index))
}

/** The fields of a reference string in order, `other` left out. The text is best folded first. */
export function tagReference(text: string, tagger: Tagger): Run[] {
  const tokens = tokensOf(text)
  const labels = decode(signsOf(tokens, tagger.isJournalKey), marksOf(tokens), tagger)
  const runs: Run[] = []
  for (const [index, token] of tokens.entries()) {
    const label = LABELS[labels[index]!]!
    const last = runs.at(-1)
    if (last && last.label === label && index > 0 && labels[index - 1] === labels[index]) last.end = token.end
    else if (label !== 'other') runs.push({ label, start: token.start, end: token.end })
  }
  return runs
}

const loaded = new WeakMap<Resources, Tagger | undefined>()

/** `undefined` where the host has no weights. */
export function taggerOf(resources: Resources): Tagger | undefined {
  if (!loaded.has(resources)) {
    const text = resources('reference-tagger')
    const weights = text === undefined ? undefined : readWeights(text)
    loaded.set(
      resources,
      weights && { weights, transitions: transitionsOf(weights), isJournalKey: (key) => hasJournalKey(key, resources) },
    )
  }
  return loaded.get(resources)
}

/**
 * Weights as text: a line that says where they come from, the distances from one weight other than 0 to the next, and the weights. A
 * character stands for 0 to 89. A distance is written in digits to the base of 45, the lowest first, 45 added to all but the last.
 * A weight is a step of -45 to 45 on a scale that is fine near 0, where most weights are, and coarse at its ends.
 */
const FIRST_CHARACTER = 35
export const HIGHEST_STEP = 45
const BASE = 45

export function sizeOfStep(step: number): number {
  return Math.round(8 * step + step * Math.abs(step))
}

export function readWeights(text: string): Int16Array {
  const [, distances = '', steps = ''] = text.split('\n')
  const weights = new Int16Array(SIGN_COUNT * COUNT)
  let index = -1
  let place = 1
  let distance = 0
  let read = 0
  for (let at = 0; at < distances.length; at++) {
    const digit = distances.charCodeAt(at) - FIRST_CHARACTER
    distance += (digit % BASE) * place
    place *= BASE
    if (digit >= BASE) continue
    index += distance
    weights[index] = sizeOfStep(steps.charCodeAt(read++) - FIRST_CHARACTER - HIGHEST_STEP)
    distance = 0
    place = 1
  }
  return weights
}

/** The reverse of `readWeights`, from steps. */
export function writeWeights(source: string, weights: Int8Array): string {
  let distances = ''
  let steps = ''
  let last = -1
  for (let index = 0; index < weights.length; index++) {
    const step = weights[index]!
    if (step === 0) continue
    let distance = index - last
    last = index
    for (; distance >= BASE; distance = Math.floor(distance / BASE))
      distances += String.fromCharCode(FIRST_CHARACTER + BASE + (distance % BASE))
    distances += String.fromCharCode(FIRST_CHARACTER + distance)
    steps += String.fromCharCode(FIRST_CHARACTER + HIGHEST_STEP + step)
  }
  return `${source}\n${distances}\n${steps}\n`
}
