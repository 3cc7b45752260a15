/** journals.txt: the list in data/ as it stands; scripts/derive-journals.mjs says how it was made. */
import { copyFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export async function build(outputFolder) {
  copyFileSync(fileURLToPath(new URL('../../data/journals.txt', import.meta.url)), path.join(outputFolder, 'journals.txt'))
}
