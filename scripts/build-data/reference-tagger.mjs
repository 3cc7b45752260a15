/** reference-tagger.txt: the weights in data/ as they stand; `npm run train references` makes them. */
import { copyFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export async function build(outputFolder) {
  const name = 'reference-tagger.txt'
  copyFileSync(fileURLToPath(new URL(`../../data/${name}`, import.meta.url)), path.join(outputFolder, name))
}
