/**
 * `node scripts/derive-journals.mjs`: data/journals.txt from the NLM title abbreviations collected by the Citation Style
 * Language project (citation-style-language/abbreviations, MIT; NCBI, MEDLINE, NLM and PMC lists of February 2021).
 * First the words with their usual abbreviation, then, after an empty line, one abbreviation a line, sorted: its key, a space and
 * the title, and behind a tab the abbreviation without points where it does not follow from the words (`=`: the title itself);
 * journals with the same key follow behind tabs. A journal with an abbreviation of its own stands in two lines, so that its title
 * finds it too. Proceedings are left out, and long titles (over 80 characters; over 52 outside of MEDLINE and PMC): the list stays under 550 kB gzip.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { importTypeScript } from './run-typescript.mjs'

const { abbreviate, journalKey, keptWords, lineKey } = await importTypeScript('src/post/references/journals.ts')

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const folder = path.join(process.env.MEDLINT_SHARED ?? path.join(root, '../shared'), 'data/references/journals')

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
const counts = new Map()
for (const [title, abbreviation] of all) {
  const words = keptWords(title)
  const short = abbreviation.replace(/ \([^)]*\)$/, '').split(' ')
  if (words.length !== short.length) continue
  for (const [index, word] of words.entries()) {
    const of = counts.get(word.toLowerCase()) ?? new Map()
    counts.set(word.toLowerCase(), of)
    of.set(short[index].toLowerCase(), (of.get(short[index].toLowerCase()) ?? 0) + 1)
  }
}
const usual = new Map()
for (const [word, of] of counts) {
  const [best] = [...of].sort((a, b) => b[1] - a[1])
  if (best[0] !== word && best[1] >= 2 && word.startsWith(best[0][0])) usual.set(word, best[0])
}
const byKey = new Map()
function add(key, cells) {
  if (key !== '') byKey.set(key, [...(byKey.get(key) ?? []), cells])
}
for (const [title, abbreviation] of [...all].sort(([a], [b]) => (a < b ? -1 : 1))) {
  const regular = abbreviate(title, usual)
  const cells = [title, regular === abbreviation ? '' : abbreviation === title ? '=' : abbreviation]
  for (const key of new Set([lineKey(regular), lineKey(abbreviation)])) add(key, cells)
}
const lines = [...byKey]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([key, journals]) => `${key} ${journals.flat().join('\t')}`.replace(/\t+$/, ''))
const table = [...usual].sort(([a], [b]) => (a < b ? -1 : 1)).map(([word, abbreviation]) => `${word} ${abbreviation}`)
const text = `${table.join('\n')}\n\n${lines.join('\n')}\n`
console.log(
  `${core.size} core, ${all.size} titles, ${lines.length} lines, ${table.length} words, ${gzipSync(text, { level: 9 }).length} bytes gzip`,
)
writeFileSync(path.join(root, 'data/journals.txt'), text)
