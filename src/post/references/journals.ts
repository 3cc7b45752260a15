/**
 * Journal titles and their NLM abbreviations (NLM catalogue by way of citation-style-language/abbreviations, MIT, February
 * 2021). Where the host has no list nothing is known and no entry is judged by it.
 */
import nicknames from '../../../data/journal-nicknames.json' with { type: 'json' }
import type { Resources } from '../types.ts'
import { type Journal, type JournalList, journalList } from './journal-list.ts'
import { abbreviate, journalKey, keptWords, LEFT_OUT } from './journal-words.ts'

export type { Journal } from './journal-list.ts'
export { journalKey, keptWords } from './journal-words.ts'

interface Found {
  /** Journals of exactly this title or abbreviation. */
  exact: Journal[]
  /** Journals whose abbreviation follows from this name, which is neither its title nor its abbreviation. */
  close: Journal[]
  /** The name is the abbreviation that follows from the words of a title. */
  regular: boolean
}

const known = new WeakMap<JournalList, Map<string, Found>>()
/** So many names are kept; a list of references repeats a few. */
const MOST_KNOWN = 2000

function find(name: string, resources: Resources): Found {
  const list = journalList(resources)
  const names = known.get(list) ?? new Map<string, Found>()
  known.set(list, names)
  let found = names.get(name)
  if (!found) {
    found = findIn(list, name)
    if (names.size >= MOST_KNOWN) names.clear()
    names.set(name, found)
  }
  return found
}

function findIn(list: JournalList, name: string): Found {
  const key = journalKey(name)
  const found: Found = { exact: [], close: [], regular: false }
  if (key === '') return found
  for (const each of new Set([key, journalKey(abbreviate(name, list.usual))])) {
    for (const journal of list.journalsOf(each)) {
      const isExact = journalKey(journal.title) === key || journalKey(journal.abbreviation) === key
      if (!isExact && each === key) found.regular = true
      const into = isExact ? found.exact : found.close
      if (!into.some(({ abbreviation }) => abbreviation === journal.abbreviation)) into.push(journal)
    }
  }
  return found
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
  const journal = close.length === 0 ? journalOfPrefixes(name, journalList(resources)) : close.length === 1 ? close[0] : undefined
  // `J Bone Joint Surg` for `J Bone Joint Surg Am`: only the mark of the place or series is missing.
  return journal && journalKey(journal.abbreviation).startsWith(`${journalKey(name)} `) ? undefined : journal
}

const FEWEST_WORDS = 2
const MOST_WORDS = 9
/** Left out between the words of an abbreviation. */
const BETWEEN = `(?:[ -]+(?:${[...LEFT_OUT].filter((word) => /^[a-z]+$/.test(word)).join('|')}|&))*[ -]+`

/** Words of the name are the beginnings of the words of one title, in order and without another between them. */
function journalOfPrefixes(name: string, list: JournalList): Journal | undefined {
  const words = keptWords(name).map((word) => word.toLowerCase())
  if (words.length < FEWEST_WORDS || words.length > MOST_WORDS || words.some((word) => !/^[a-z]+$/.test(word))) return undefined
  if (words.filter((word) => word.length > 1).length < FEWEST_WORDS) return undefined
  const pattern = new RegExp(`^(?:the )?${words.map((word) => `${word}[a-z]*`).join(BETWEEN)}(?:\\t.*)?$`, 'gim')
  const journals = (list.linesOf(words[0]!.slice(0, 2)).match(pattern) ?? []).map(list.read)
  const [first] = journals
  return first && journals.every(({ abbreviation }) => abbreviation === first.abbreviation) ? first : undefined
}
