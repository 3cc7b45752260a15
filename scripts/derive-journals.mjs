/**
 * `node scripts/derive-journals.mjs`: data/journals.txt from the NLM title abbreviations collected by the Citation Style
 * Language project (citation-style-language/abbreviations, MIT; NCBI, MEDLINE, NLM and PMC lists of February 2021).
 * src/post/references/journal-list.ts says what the lines mean. Proceedings are left out, and long titles (over 80 characters; over
 * 52 outside of MEDLINE and PMC): the list stays under 350 kB gzip.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { importTypeScript } from './run-typescript.mjs'

const { abbreviate, journalKey } = await importTypeScript('src/post/references/journal-words.ts')

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const folder = path.join(process.env.MEDLINT_SHARED ?? path.join(root, '../shared'), 'data/references/journals')

/** Behind an abbreviation: `Ann Math (Paris)`. */
const PLACE = / \(([^)]*)\)$/
const core = new Map()
const rest = new Map()
/** `Academic medicine : journal of ...` and `Gut (London)` are known by what stands in front. */
const short = (title) =>
  title
    .replace(/ : .*$/, '')
    .replace(/\. .*$/, '')
    .replace(/ = .*$/, '')
    .replace(/ \([^)]*\)$/, '')
    .trim()
    .normalize('NFC')
for (const [name, target] of [
  ['medline', core],
  ['nlm', core],
  ['pmc', core],
  ['ncbi', rest],
]) {
  const list = JSON.parse(readFileSync(path.join(folder, `${name}-abbreviations.json`), 'utf8')).default['container-title']
  for (const [title, abbreviation] of Object.entries(list)) {
    const clean = short(title)
    if (clean.length <= 80 && !target.has(clean)) target.set(clean, abbreviation.replace(/\./g, ''))
  }
}
const NOT_A_JOURNAL = /\b(?:Conf|Symp|Proc IEEE|Workshop|Meet|Congr|Colloq|Newsl|Bull Inf)\b|\d{4}\)?$/
const all = new Map(core)
/** A lesser known journal gives way to one of the core that has its name. */
const names = new Set([...core].flatMap(([title, abbreviation]) => [journalKey(title), journalKey(abbreviation)]))
for (const [title, abbreviation] of rest) {
  if (NOT_A_JOURNAL.test(abbreviation) || all.has(title) || title.length > 52) continue
  if (names.has(journalKey(title)) || names.has(journalKey(abbreviation))) continue
  // Single words outside the core are as often words of a title as names of a journal.
  if (!title.includes(' ') && title === abbreviation) continue
  all.set(title, abbreviation)
}
/** Every word has one usual abbreviation; a title whose abbreviation follows from its words needs no second column. */
const NOTHING_USUAL = new Map()
const counts = new Map()
for (const [title, abbreviation] of all) {
  const words = abbreviate(title, NOTHING_USUAL).toLowerCase().split(' ')
  const short = abbreviation.toLowerCase().replace(PLACE, '').split(' ')
  if (words.length !== short.length) continue
  for (const [index, word] of words.entries()) {
    const of = counts.get(word) ?? new Map()
    counts.set(word, of.set(short[index], (of.get(short[index]) ?? 0) + 1))
  }
}
const usual = new Map()
for (const [word, of] of counts) {
  const [best] = [...of].sort((a, b) => b[1] - a[1])
  if (best[0] !== word && best[1] >= 2 && best[0] !== '' && word.startsWith(best[0][0])) usual.set(word, best[0])
}
const byText = ([one], [other]) => (one < other ? -1 : one > other ? 1 : 0)
const journals = [...all]
  .map(([title, abbreviation]) => ({ title, abbreviation, regular: abbreviate(title, usual) }))
  .map((journal) => ({ ...journal, key: journalKey(journal.regular), own: ownOf(journal) }))
  .filter(({ key }) => key !== '')
  .sort((one, other) => byText([one.key], [other.key]) || byText([one.title], [other.title]))

function ownOf({ title, abbreviation, regular }) {
  if (abbreviation === regular || abbreviation === '') return undefined
  if (abbreviation === title) return '='
  const place = PLACE.exec(abbreviation)
  return place && regular === abbreviation.slice(0, place.index) ? `+${place[1]}` : abbreviation
}

let next = 0
const order = journals
  .filter(({ own }) => own !== undefined)
  .map(({ key, abbreviation }, number) => ({ key, number, ownKey: journalKey(abbreviation) }))
  .filter(({ key, ownKey }) => ownKey !== '' && ownKey !== key)
  .sort((one, other) => byText([one.ownKey], [other.ownKey]) || one.number - other.number)
  .map(({ number }) => {
    const difference = number - next
    next = number + 1
    return difference.toString(36)
  })
const table = [...usual]
  .sort(byText)
  .map(([word, short]) => (word.startsWith(short) ? `${short}.${word.slice(short.length)}` : `${word} ${short}`))
const lines = journals.map(({ title, own }) => (own === undefined ? title : `${title}\t${own}`))
const text = `${table.join('\n')}\n\n${lines.join('\n')}\n\n${order.join(' ')}\n`
console.log(
  `${core.size} core, ${all.size} titles, ${order.length} abbreviations of their own, ${table.length} words, ${gzipSync(text, { level: 9 }).length} bytes gzip`,
)
writeFileSync(path.join(root, 'data/journals.txt'), text)
