/** Logistic regression with an L2 penalty on named signs, by Newton's method: small, exact, the same on every machine. */

export interface Example {
  signs: ReadonlyMap<string, number>
  /** 1 for a claim. */
  label: number
  weight: number
}

export type Weights = Record<string, number>

const STEPS = 12

/** @returns weights by sign name and `bias`; `penalty` holds them near `prior`, else near 0 (the bias is free). */
export function fitWeights(examples: readonly Example[], penalty: number, prior: Weights = {}): Weights {
  const names = ['bias', ...[...new Set(examples.flatMap(({ signs }) => [...signs.keys()]))].sort()]
  const place = new Map(names.map((name, index) => [name, index]))
  const rows = examples.map(({ signs, label, weight }) => ({
    label,
    weight,
    values: [[0, 1] as const, ...[...signs].map(([name, value]) => [place.get(name)!, value] as const)],
  }))
  const size = names.length
  const expected = names.map((name) => prior[name] ?? 0)
  const weights = Float64Array.from(expected)
  for (let step = 0; step < STEPS; step++) {
    const gradient = Float64Array.from(weights, (value, index) => (index === 0 ? 0 : -penalty * (value - expected[index]!)))
    const hessian = Array.from({ length: size }, (_, index) => {
      const row = new Float64Array(size)
      row[index] = index === 0 ? 1e-6 : penalty
      return row
    })
    for (const { values, label, weight } of rows) {
      const sum = values.reduce((total, [index, value]) => total + weights[index]! * value, 0)
      const probability = 1 / (1 + Math.exp(-sum))
      const curvature = weight * probability * (1 - probability)
      for (const [i, a] of values) {
        gradient[i]! += weight * (label - probability) * a
        for (const [j, b] of values) hessian[i]![j]! += curvature * a * b
      }
    }
    const change = solve(hessian, gradient)
    for (let index = 0; index < size; index++) weights[index]! += change[index]!
  }
  return Object.fromEntries(names.map((name, index) => [name, weights[index]!]))
}

/** Gaussian elimination; the penalty keeps the matrix positive definite. */
function solve(matrix: Float64Array[], right: Float64Array): Float64Array {
  const size = right.length
  const result = Float64Array.from(right)
  for (let column = 0; column < size; column++) {
    const pivot = matrix[column]!
    for (let row = column + 1; row < size; row++) {
      const factor = matrix[row]![column]! / pivot[column]!
      if (factor === 0) continue
      const target = matrix[row]!
      for (let index = column; index < size; index++) target[index]! -= factor * pivot[index]!
      result[row]! -= factor * result[column]!
    }
  }
  for (let row = size - 1; row >= 0; row--) {
    let sum = result[row]!
    for (let index = row + 1; index < size; index++) sum -= matrix[row]![index]! * result[index]!
    result[row] = sum / matrix[row]![row]!
  }
  return result
}
