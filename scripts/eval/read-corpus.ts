import { readFileSync } from 'node:fs'
import path from 'node:path'

/** Folder that holds `data` and `corpus`, and the repository; set by scripts/eval.mjs. */
export const SHARED = process.env['MEDLINT_SHARED'] ?? ''
export const ROOT = process.env['MEDLINT_ROOT'] ?? ''

export interface CorpusFile {
  path: string
  text: string
  words: number
  language: string
  medical: boolean
}

/** The posts of the corpus with what its index says of them. */
export function readCorpus(): CorpusFile[] {
  const folder = path.join(SHARED, 'corpus')
  const rows = readFileSync(path.join(folder, 'INDEX.tsv'), 'utf8').trim().split('\n').slice(1)
  return rows.map((row) => {
    const [name = '', words = '0', language = '', medical = ''] = row.split('\t')
    return {
      path: name,
      text: readFileSync(path.join(folder, name), 'utf8'),
      words: Number(words),
      language,
      medical: medical === 'yes',
    }
  })
}
