/** Fits `data/difficulty.json`: the constants of the sentence difficulty, for the whole frequency list and for the browser's. */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { nodeResources } from '../../src/cli/resources.ts'
import { leastSquares, readRated, shortList } from './fit.ts'

export function train(shared: string, root: string): string {
  const frequency = nodeResources('frequency')
  if (frequency === undefined) throw new Error('The frequency list is missing: run npm run build first.')
  const constantsFor = (list: string) => {
    const [base, rarest, length] = leastSquares(readRated(shared, (name) => (name === 'frequency' ? list : undefined))).map(
      (value) => Math.round(1000 * value) / 1000,
    )
    return { base, rarest, length }
  }
  const list = {
    version: 1,
    asOf: new Date().toISOString().slice(0, 10),
    source:
      'least squares on 3,364 sentences of medical texts rated by people (MedReadMe train and dev, Jiang & Xu, EMNLP 2024); npm run train readability',
    licence: 'MIT',
    entries: { whole: constantsFor(frequency), short: constantsFor(shortList(root)) },
  }
  writeFileSync(path.join(root, 'data/difficulty.json'), `${JSON.stringify(list, null, 2)}\n`)
  return `data/difficulty.json: ${JSON.stringify(list.entries)}`
}
