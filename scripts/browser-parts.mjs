/** What the bundles for a browser share: the word lists, and how the engine is bundled. */
import { copyFileSync, existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const data = path.join(root, 'dist/data')

export const LISTS = ['words', 'frequency', 'easy-words', 'journals', 'reference-tagger']

/** Copies the lists of `npm run build`, in the form for browsers where there is one. */
export function copyLists(folder) {
  for (const name of LISTS) {
    const small = path.join(data, `browser/${name}.txt`)
    copyFileSync(existsSync(small) ? small : path.join(data, `${name}.txt`), path.join(folder, `${name}.txt`))
  }
}

/**
 * Options of esbuild. Without the condition a package of the parser asks for a document, which a worker has not. acorn-jsx requires acorn, which is imported elsewhere: without the alias there would be two of it.
 */
export const ENGINE = { conditions: ['worker'], alias: { acorn: path.join(root, 'node_modules/acorn/dist/acorn.mjs') } }
