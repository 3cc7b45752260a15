/** Least squares for the sentence difficulty: its two signs against what people said of sentences of medical texts. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { unpackList } from '../../src/post/packed-list.ts'
import { difficultySigns } from '../../src/post/readability/difficulty.ts'
import type { Resources } from '../../src/post/types.ts'
import { plainSentence } from './plain-text.ts'
import { readCsv } from './read-csv.ts'

export interface Rated {
  source: string
  /** From 1 (easy) to 6, mean of the readers. */
  rating: number
  /** A constant 1, the mean Zipf value of the five rarest words, ln of the number of words. */
  signs: readonly number[]
}

/** The frequency list that browsers load. Needs `npm run build`. */
export function shortList(root: string): string {
  return unpackList(readFileSync(path.join(root, 'dist/data/browser/frequency.txt'), 'utf8'))
}

/** MedReadMe, train and dev (Jiang & Xu, EMNLP 2024); its sentences are read here and nowhere shipped. */
export function readRated(shared: string, resources: Resources): Rated[] {
  const rows = readCsv(readFileSync(path.join(shared, 'data/readability/medreadme-train-dev.csv'), 'utf8')).slice(1)
  return rows.flatMap(([text = '', source = '', , rating]) => {
    const signs = difficultySigns(plainSentence(text), resources)
    return signs ? [{ source, rating: Number(rating), signs: [1, signs.rarest, signs.length] }] : []
  })
}

/** Normal equations, solved by elimination; there are three unknowns. */
export function leastSquares(items: readonly Rated[]): number[] {
  const size = items[0]!.signs.length
  const rows = Array.from({ length: size }, () => new Array<number>(size + 1).fill(0))
  for (const { signs, rating } of items) {
    for (const [at, sign] of signs.entries()) {
      for (const [other, value] of [...signs, rating].entries()) rows[at]![other]! += sign * value
    }
  }
  for (let at = 0; at < size; at++) {
    for (let below = 0; below < size; below++) {
      if (below === at) continue
      const share = rows[below]![at]! / rows[at]![at]!
      for (let column = at; column <= size; column++) rows[below]![column]! -= share * rows[at]![column]!
    }
  }
  return rows.map((row, at) => row[size]! / row[at]!)
}

export function predicted(constants: readonly number[], { signs }: Rated): number {
  return signs.reduce((sum, sign, at) => sum + sign * constants[at]!, 0)
}

/** What constants fitted without its own part say of each item. */
export function leftOut(items: readonly Rated[], partOf: (item: Rated, index: number) => string | number): number[] {
  const parts = items.map(partOf)
  const fitted = new Map([...new Set(parts)].map((part) => [part, leastSquares(items.filter((_, at) => parts[at] !== part))]))
  return items.map((item, at) => predicted(fitted.get(parts[at]!)!, item))
}
