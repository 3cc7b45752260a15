/** Averaged perceptron over token sequences (Collins 2002), pruned to the weights that matter and fitted again with only those. */
import { decode, HIGHEST_STEP, LABELS, sizeOfStep, transitionsOf } from '../../src/post/references/tagger.ts'
import { SIGN_COUNT, SIGNS_PER_TOKEN, transitionSign } from '../../src/post/references/tagger-signs.ts'

export interface Sequence {
  /** Where it comes from. */
  file: string
  signs: Int32Array
  marks: Uint8Array
  labels: Uint8Array
}

export interface Plan {
  epochs: number
  /** Weights kept. */
  kept: number
  /** Epochs with only those. */
  refits: number
}

const COUNT = LABELS.length
const isJournalKey = () => false

export function fitSequences(sequences: readonly Sequence[], { epochs, kept, refits }: Plan): Float32Array {
  const whole = perceptron(sequences, epochs, undefined)
  if (kept >= whole.length) return whole
  const mask = new Uint8Array(whole.length)
  for (const index of largest(whole, kept)) mask[index] = 1
  return perceptron(sequences, refits, mask)
}

function perceptron(sequences: readonly Sequence[], epochs: number, mask: Uint8Array | undefined): Float32Array {
  const size = SIGN_COUNT * COUNT
  const weights = new Float32Array(size)
  /** Sum of each change times the step it came at: what the average lacks of the weight. */
  const late = new Float64Array(size)
  const random = seeded(7)
  const order = sequences.map((_, index) => index)
  let step = 1
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random)
    let transitions = transitionsOf(weights)
    for (const at of order) {
      const { signs, marks, labels } = sequences[at]!
      const guess = decode(signs, marks, { weights, transitions, isJournalKey })
      const change = (index: number, by: number) => {
        if (mask && mask[index] === 0) return
        weights[index]! += by
        late[index]! += by * step
      }
      let changed = false
      for (let index = 0; index < labels.length; index++) {
        const right = labels[index]!
        const wrong = guess[index]!
        const rightBefore = index === 0 ? COUNT : labels[index - 1]!
        const wrongBefore = index === 0 ? COUNT : guess[index - 1]!
        if (right === wrong && rightBefore === wrongBefore) continue
        changed = true
        const mark = marks[index]!
        change(transitionSign(mark, rightBefore) * COUNT + right, 1)
        change(transitionSign(mark, wrongBefore) * COUNT + wrong, -1)
        if (right === wrong) continue
        for (let each = index * SIGNS_PER_TOKEN; each < (index + 1) * SIGNS_PER_TOKEN; each++) {
          change(signs[each]! * COUNT + right, 1)
          change(signs[each]! * COUNT + wrong, -1)
        }
      }
      if (changed) transitions = transitionsOf(weights)
      step++
    }
  }
  return weights.map((weight, index) => weight - late[index]! / step)
}

function largest(weights: Float32Array, count: number): number[] {
  const used: number[] = []
  for (let index = 0; index < weights.length; index++) if (weights[index] !== 0) used.push(index)
  return used.sort((a, b) => Math.abs(weights[b]!) - Math.abs(weights[a]!) || a - b).slice(0, count)
}

/** The steps nearest to the weights, the largest weight at the highest step. */
export function stepsOf(weights: Float32Array): Int8Array {
  const most = weights.reduce((high, weight) => Math.max(high, Math.abs(weight)), 0) || 1
  const sizes = Array.from({ length: HIGHEST_STEP + 1 }, (_, step) => (sizeOfStep(step) / sizeOfStep(HIGHEST_STEP)) * most)
  return Int8Array.from(weights, (weight) => {
    const size = Math.abs(weight)
    let step = 0
    while (step < HIGHEST_STEP && Math.abs(sizes[step + 1]! - size) <= Math.abs(sizes[step]! - size)) step++
    return weight < 0 ? -step : step
  })
}

/** Mulberry32: the same order on every run. */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mix = Math.imul(state ^ (state >>> 15), 1 | state)
    mix = (mix + Math.imul(mix ^ (mix >>> 7), 61 | mix)) ^ mix
    return ((mix ^ (mix >>> 14)) >>> 0) / 2 ** 32
  }
}

function shuffle(list: number[], random: () => number): void {
  for (let index = list.length - 1; index > 0; index--) {
    const other = Math.floor(random() * (index + 1))
    ;[list[index], list[other]] = [list[other]!, list[index]!]
  }
}
