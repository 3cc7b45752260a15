/**
 * Journal titles and their NLM abbreviations (NLM catalogue by way of citation-style-language/abbreviations, MIT, February
 * 2021). Loaded on first use and searched as text, since a process that lints one post must not build a Map of 34,000 titles;
 * where the host has no list nothing is known and no entry is judged by it.
 */
import nicknames from '../../../data/journal-nicknames.json' with { type: 'json' }
import { sortedLines, sortedPrefixes } from '../sorted-lines.ts'
import type { Resources } from '../types.ts'

export interface Journal {
  title: string
  abbreviation: string
}

/** Words an NLM abbreviation leaves out. */
const LEFT_OUT = new Set(
  'the of and for in on a an at to by from with & de la le les des du et el los las y und der die das fur für della dei di e da do dos'.split(
    ' ',
  ),
)

/** The words of a title that its abbreviation keeps. */
export function keptWords(title: string): string[] {
  return (title.match(/[\p{L}\p{N}'&-]+/gu) ?? []).filter((word) => !LEFT_OUT.has(word.toLowerCase()))
}

/** The abbreviation that follows from the words of a title. */
export function abbreviate(title: string, usual: ReadonlyMap<string, string>): string {
  return keptWords(title)
    .map((word) => {
      const short = usual.get(word.toLowerCase()) ?? word
      return short[0]!.toUpperCase() + short.slice(1)
    })
    .join(' ')
}

/** What names are compared by: lower case, no marks, no leading article, `&` as `and`. */
export function journalKey(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .replace(/^the /, '')
}

/** The word a line of the list starts with: the key of an abbreviation, its spaces as `_`. */
export function lineKey(abbreviation: string): string {
  return journalKey(abbreviation).replaceAll(' ', '_')
}

interface JournalList {
  usual: ReadonlyMap<string, string>
  /** Lines `key title[\town abbreviation][\ttitle[\town]...]`, sorted; an own abbreviation of `=` is the title itself. */
  lines: string
  known: Map<string, Found>
}

interface Found {
  /** Journals of exactly this title or abbreviation. */
  exact: Journal[]
  /** Journals whose abbreviation follows from this name, which is neither its title nor its abbreviation. */
  close: Journal[]
  /** The name is the abbreviation that follows from the words of a title. */
  regular: boolean
}

const loaded = new WeakMap<Resources, JournalList>()
/** So many names are kept; a list of references repeats a few. */
const MOST_KNOWN = 2000

function listOf(resources: Resources): JournalList {
  const before = loaded.get(resources)
  if (before) return before
  const text = resources('journals') ?? ''
  const cut = text.indexOf('\n\n')
  const table = text.slice(0, Math.max(cut, 0))
  const usual = new Map(table.split('\n').map((line) => line.split(' ') as [string, string]))
  const list = { usual, lines: text.slice(cut + 2), known: new Map<string, Found>() }
  loaded.set(resources, list)
  return list
}

function find(name: string, resources: Resources): Found {
  const list = listOf(resources)
  const before = list.known.get(name)
  if (before) return before
  const key = journalKey(name)
  const found: Found = { exact: [], close: [], regular: false }
  if (key !== '') {
    const lookUp = sortedLines(list.lines)
    const own = lineKey(name)
    for (const line of new Set([own, lineKey(abbreviate(name, list.usual))])) {
      for (const journal of journalsIn(lookUp(line) ?? '', list.usual)) {
        const isExact = journalKey(journal.title) === key || journalKey(journal.abbreviation) === key
        if (!isExact && line === own) found.regular = true
        const into = isExact ? found.exact : found.close
        if (!into.some(({ abbreviation }) => abbreviation === journal.abbreviation)) into.push(journal)
      }
    }
  }
  if (list.known.size >= MOST_KNOWN) list.known.clear()
  list.known.set(name, found)
  return found
}

function journalsIn(value: string, usual: ReadonlyMap<string, string>): Journal[] {
  const cells = value.split('\t')
  const journals: Journal[] = []
  for (let index = 0; index < cells.length; index += 2) {
    const title = cells[index]!
    const own = cells[index + 1] ?? ''
    if (title !== '') journals.push({ title, abbreviation: own === '=' ? title : own || abbreviate(title, usual) })
  }
  return journals
}

/** True when the name is a journal's title or abbreviation, whether or not it is the only one of that name. */
export function isJournal(name: string, resources: Resources): boolean {
  return find(name, resources).exact.length > 0
}

/** The same of a name that is folded already, as `journalKey` does it. */
export function hasJournalKey(key: string, resources: Resources): boolean {
  return find(key, resources).exact.length > 0
}

/** The one journal of this title or abbreviation. */
export function journalOf(name: string, resources: Resources): Journal | undefined {
  const { exact } = find(name, resources)
  if (exact.length === 1) return exact[0]
  // `Lancet`: the very name of one; others of that title have a longer abbreviation.
  const key = journalKey(name)
  const own = exact.filter(({ title, abbreviation }) => journalKey(title) === key && journalKey(abbreviation) === key)
  return own.length === 1 ? own[0] : undefined
}

const NICKNAMES: Readonly<Record<string, string>> = nicknames.entries

/**
 * The one journal meant by a name that is neither a title nor an abbreviation: `NEJM`, `Emerg Med Clin N Am`, `New Engl J Med`.
 * `undefined` for names that are right, for unknown ones and where several journals fit.
 */
export function meantJournal(name: string, resources: Resources): Journal | undefined {
  const { exact, close, regular } = find(name, resources)
  if (exact.length > 0 || regular) return undefined
  const nickname = NICKNAMES[name.replaceAll('.', '').toLowerCase()]
  if (nickname !== undefined) return journalOf(nickname, resources)
  const journal = close.length === 0 ? journalOfPrefixes(name, listOf(resources)) : close.length === 1 ? close[0] : undefined
  // `J Bone Joint Surg` for `J Bone Joint Surg Am`: only the mark of the place or series is missing.
  return journal && journalKey(journal.abbreviation).startsWith(`${journalKey(name)} `) ? undefined : journal
}

const FEWEST_WORDS = 2
const MOST_WORDS = 9
/** Left out between the words of an abbreviation. */
const BETWEEN = `(?:[ -]+(?:${[...LEFT_OUT].filter((word) => /^[a-z]+$/.test(word)).join('|')}|&))*[ -]+`

/** Words of the name are the beginnings of the words of one title, in order and without another between them. */
function journalOfPrefixes(name: string, { lines, usual }: JournalList): Journal | undefined {
  const words = keptWords(name).map((word) => word.toLowerCase())
  if (words.length < FEWEST_WORDS || words.length > MOST_WORDS || words.some((word) => !/^[a-z]+$/.test(word))) return undefined
  if (words.filter((word) => word.length > 1).length < FEWEST_WORDS) return undefined
  const range = sortedPrefixes(lines)(words[0]!.slice(0, 2))
  if (!range) return undefined
  const pattern = new RegExp(`^\\S+ (?:the )?${words.map((word) => `${word}[a-z]*`).join(BETWEEN)}(?:\\t.*)?$`, 'gim')
  const matches = lines.slice(range.low, range.high).match(pattern) ?? []
  const journals = matches.flatMap((line) => journalsIn(line.slice(line.indexOf(' ') + 1), usual).slice(0, 1))
  const [first] = journals
  return first && journals.every(({ abbreviation }) => abbreviation === first.abbreviation) ? first : undefined
}
