/** `npm run train claims|references|readability`: fits weights to the labelled data and writes them into `data/`. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { importTypeScript } from './run-typescript.mjs'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const shared = process.env.MEDLINT_SHARED ?? path.join(root, '../shared')
const TRAINERS = {
  claims: 'scripts/claims/train.ts',
  references: 'scripts/references/train.ts',
  readability: 'scripts/readability/train.ts',
}

const name = process.argv[2] ?? ''
const file = TRAINERS[name]
if (!file || !existsSync(path.join(shared, 'data'))) {
  const problem = file
    ? `The labelled data are needed: no ${shared}/data. Set MEDLINT_SHARED.`
    : `Name what to train: ${Object.keys(TRAINERS).join(', ')}.`
  console.error(problem)
  process.exit(2)
}
const { train } = await importTypeScript(file)
console.log(train(shared, root))
