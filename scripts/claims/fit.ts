/** Logistic regression with an L2 penalty on named signs, by L-BFGS: small, and the same on every machine. */

export interface Example {
  /** Values by sign name. */
  signs: ReadonlyMap<string, number>
  /** 1 for a claim. */
  label: number
  weight: number
}

export type Weights = Record<string, number>

export interface Penalties {
  /** How strongly the weight of a sign is held near its prior; 0 leaves it free. */
  penaltyOf(name: string): number
  priorOf(name: string): number
}

const MOST_STEPS = 400
const MEMORY = 12
const FLATTEST = 1e-3

/** @returns weights by sign name, `bias` among them. */
export function fitWeights(examples: readonly Example[], { penaltyOf, priorOf }: Penalties): Weights {
  const names = ['bias', ...[...new Set(examples.flatMap(({ signs }) => [...signs.keys()]))].sort()]
  const place = new Map(names.map((name, index) => [name, index]))
  const rows = examples.map(({ signs, label, weight }) => ({
    label,
    weight,
    places: Int32Array.from([0, ...[...signs.keys()].map((name) => place.get(name)!)]),
    values: Float64Array.from([1, ...signs.values()]),
  }))
  const prior = Float64Array.from(names, priorOf)
  const penalty = Float64Array.from(names, (name) => (name === 'bias' ? 0 : penaltyOf(name)))

  /** Penalised negative log likelihood; fills `gradient`. */
  const cost = (weights: Float64Array, gradient: Float64Array): number => {
    let total = 0
    for (let index = 0; index < weights.length; index++) {
      const off = weights[index]! - prior[index]!
      gradient[index] = penalty[index]! * off
      total += 0.5 * penalty[index]! * off * off
    }
    for (const { places, values, label, weight } of rows) {
      let sum = 0
      for (let at = 0; at < places.length; at++) sum += weights[places[at]!]! * values[at]!
      const probability = 1 / (1 + Math.exp(-sum))
      total -= weight * Math.log(Math.max(1e-12, label === 1 ? probability : 1 - probability))
      const error = weight * (probability - label)
      for (let at = 0; at < places.length; at++) gradient[places[at]!]! += error * values[at]!
    }
    return total
  }
  const weights = minimise(cost, prior)
  return Object.fromEntries(names.map((name, index) => [name, weights[index]!]))
}

/** Limited-memory BFGS with backtracking (Nocedal and Wright, Numerical Optimization, algorithm 7.5). */
function minimise(cost: (at: Float64Array, gradient: Float64Array) => number, start: Float64Array): Float64Array {
  let at = Float64Array.from(start)
  let gradient = new Float64Array(at.length)
  let value = cost(at, gradient)
  const history: { move: Float64Array; change: Float64Array; scale: number }[] = []
  for (let step = 0; step < MOST_STEPS && Math.sqrt(dot(gradient, gradient)) > FLATTEST; step++) {
    const direction = directionOf(gradient, history)
    const slope = dot(gradient, direction)
    for (let length = step === 0 ? 1 / Math.sqrt(dot(gradient, gradient)) : 1; ; length /= 2) {
      const next = at.map((each, index) => each + length * direction[index]!)
      const nextGradient = new Float64Array(at.length)
      const nextValue = cost(next, nextGradient)
      if (nextValue > value + 1e-4 * length * slope && length > 1e-10) continue
      const move = next.map((each, index) => each - at[index]!)
      const change = nextGradient.map((each, index) => each - gradient[index]!)
      const curvature = dot(move, change)
      if (curvature > 0) history.push({ move, change, scale: 1 / curvature })
      if (history.length > MEMORY) history.shift()
      at = next
      gradient = nextGradient
      value = nextValue
      break
    }
  }
  return at
}

function directionOf(
  gradient: Float64Array,
  history: readonly { move: Float64Array; change: Float64Array; scale: number }[],
): Float64Array {
  const direction = gradient.map((each) => -each)
  const shares: number[] = []
  for (const { move, change, scale } of history.toReversed()) {
    const share = scale * dot(move, direction)
    shares.push(share)
    for (let index = 0; index < direction.length; index++) direction[index]! -= share * change[index]!
  }
  const last = history.at(-1)
  const size = last ? dot(last.move, last.change) / dot(last.change, last.change) : 1
  for (let index = 0; index < direction.length; index++) direction[index]! *= size
  for (const [index, { move, change, scale }] of history.entries()) {
    const back = scale * dot(change, direction)
    const share = shares[history.length - 1 - index]! - back
    for (let at = 0; at < direction.length; at++) direction[at]! += share * move[at]!
  }
  return direction
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0
  for (let index = 0; index < one.length; index++) sum += one[index]! * other[index]!
  return sum
}
