/** words.txt: the vocabulary of medical-spelling. Sorted by code unit, one `word[ flags]` a line; browser/words.txt: the same, packed. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import localeSpelling from '../../data/locale-spelling.json' with { type: 'json' }
import { expandDictionary } from '../hunspell.mjs'
import { packList } from '../pack-list.mjs'

const data = (name) => readFileSync(new URL(`../../data/${name}`, import.meta.url), 'utf8')
const resolve = createRequire(import.meta.url).resolve

/** All forms of dictionary-en (en-US) and dictionary-en-gb (both MIT AND BSD, from SCOWL). */
export async function dictionaryWords() {
  const [us, gb] = ['dictionary-en', 'dictionary-en-gb'].map((name) => {
    const folder = new URL('.', pathToFileURL(resolve(name)))
    return expandDictionary(
      readFileSync(new URL('index.aff', folder), 'utf8'),
      readFileSync(new URL('index.dic', folder), 'utf8'),
    )
  })
  return { us, gb }
}

/** Words of a committed list. Lines are `word[ flag]`, or after a `## flag` line many words a line in the shorthand of medical-words.txt. */
export function readWordList(text) {
  let section
  return text.split('\n').flatMap((line) => {
    if (line.startsWith('## ')) section = line.slice(3).trim()
    if (line.startsWith('#') || line.trim() === '') return []
    if (section === undefined) {
      const [word, flag = 'm'] = line.trim().split(' ')
      return [{ word, flag }]
    }
    return line
      .trim()
      .split(/\s+/)
      .flatMap(expandShorthand)
      .map((word) => ({ word, flag: section }))
  })
}

/** `{hyper,hypo}tension` and `statin/s`; a hyphenated word gives its parts, because the reader splits words at hyphens. */
function expandShorthand(token) {
  const braces = /^([^{]*)\{([^}]*)\}(.*)$/.exec(token)
  if (braces) return braces[2].split(',').flatMap((part) => expandShorthand(braces[1] + part + braces[3]))
  const [word, ending] = token.split('/')
  const words = word.split('-').filter((part) => part.length > 1)
  return ending ? [...words, `${words.at(-1)}${ending}`] : words
}

/** British spellings of an American word: `hemorrhage` -> `haemorrhage`. */
function britishForms(word) {
  return localeSpelling.entries.flatMap(({ gb, us, at, except = [] }) => {
    const found = at === 'end' ? word.length - us.length : word.indexOf(us)
    const fits = at === 'start' ? found === 0 : found >= 0 && word.startsWith(us, found)
    // Latin and British spellings hold the British part already (`dyslipidaemia`).
    return fits && !except.includes(word) && !word.startsWith(gb, found - gb.indexOf(us))
      ? [word.slice(0, found) + gb + word.slice(found + us.length)]
      : []
  })
}

export async function build(outputFolder) {
  const { us, gb } = await dictionaryWords()
  const flags = new Map()
  for (const word of us) flags.set(word, gb.has(word) ? '' : 'us')
  for (const word of gb) if (!us.has(word)) flags.set(word, 'gb')
  for (const name of ['medical-words.txt', 'medical-words-government.txt', 'rare-words.txt']) {
    for (const { word, flag } of readWordList(data(name))) {
      if (flag === '-') flags.set(word, flag)
      else if (!flags.has(word)) flags.set(word, flag === 'g' ? '' : flag)
    }
  }
  for (const [word, flag] of [...flags]) {
    if (us.has(word) || !flag.startsWith('m')) continue
    // The medical lists are American: their words get a British form, unless that is American too (anaesthesia).
    for (const british of britishForms(word)) {
      if (us.has(british)) continue
      if (!gb.has(british)) flags.set(british, 'gb m')
      flags.set(word, gb.has(word) ? flag : 'us m')
    }
  }
  for (const [word, flag] of flags) if (flag === '-') flags.delete(word)
  const lines = [...flags].map(([word, flag]) => (flag ? `${word} ${flag}` : word)).sort(byWord)
  mkdirSync(join(outputFolder, 'browser'), { recursive: true })
  writeFileSync(join(outputFolder, 'words.txt'), lines.join('\n'))
  writeFileSync(join(outputFolder, 'browser/words.txt'), packList(lines))
}

/** Order of the words alone: a flag after a space must not change it. */
function byWord(first, second) {
  const [one] = first.split(' ')
  const [two] = second.split(' ')
  return one < two ? -1 : one > two ? 1 : 0
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build(process.argv[2] ?? 'dist/data')
