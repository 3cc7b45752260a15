/**
 * Journal titles and their NLM abbreviations (NLM catalogue by way of citation-style-language/abbreviations, MIT, February
 * 2021). Loaded on first use; where the host has no list nothing is known and no entry is judged by it.
 */
import type { Resources } from '../types.ts'

/** By folded title or abbreviation; `undefined` where two journals share the name. */
type Journals = ReadonlyMap<string, Journal | undefined>

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

const loaded = new WeakMap<Resources, Journals>()

function journalsOf(resources: Resources): Journals {
  const known = loaded.get(resources)
  if (known) return known
  const byName = new Map<string, Journal | undefined>()
  const [table = '', list = ''] = resources('journals')?.split('\n\n') ?? []
  const usual = new Map(table.split('\n').map((line) => line.split(' ') as [string, string]))
  const add = (name: string, journal: Journal) => {
    const key = journalKey(name)
    const other = byName.get(key)
    if (!byName.has(key)) byName.set(key, journal)
    // `Lancet`: the title of one, and no abbreviation of it is asked for; others of the name have a longer one.
    else if (!owns(other, key) && (owns(journal, key) || (other && other.abbreviation !== journal.abbreviation)))
      byName.set(key, owns(journal, key) ? journal : undefined)
  }
  for (const line of list.split('\n')) {
    if (line === '') continue
    const [title, own] = line.split('\t') as [string, string | undefined]
    const journal = { title, abbreviation: own === '=' ? title : (own ?? abbreviate(title, usual)) }
    add(title, journal)
    if (journal.abbreviation !== title) add(journal.abbreviation, journal)
  }
  loaded.set(resources, byName)
  return byName
}

/** Title and abbreviation are the very name. */
function owns(journal: Journal | undefined, key: string): boolean {
  return journal !== undefined && journalKey(journal.title) === key && journalKey(journal.abbreviation) === key
}

/** True when the name is a journal's title or abbreviation, whether or not it is the only one of that name. */
export function isJournal(name: string, resources: Resources): boolean {
  return journalsOf(resources).has(journalKey(name))
}

/** The one journal of this title or abbreviation. */
export function journalOf(name: string, resources: Resources): Journal | undefined {
  return journalsOf(resources).get(journalKey(name))
}
