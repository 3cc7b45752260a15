/** A journal's name as a style writes it: NLM's abbreviation, or the title in full. */
import type { Resources } from '../../types.ts'
import { journalKey, journalOf } from '../journals.ts'

/** NLM's abbreviation without points; the name as it stands when the list has none, or several, of that name. */
export function abbreviatedJournal(name: string, resources: Resources): string {
  return (journalOf(plain(name), resources)?.abbreviation ?? name).replace(/\.(?=\s|$)/g, '')
}

/** The title in full; a title that is written out keeps its own capitals. */
export function fullJournal(name: string, resources: Resources): string {
  const journal = journalOf(plain(name), resources)
  const isWritten = !journal || journalKey(name) === journalKey(journal.title)
  const title = isWritten ? name : inTitleCase(journal.title)
  // The catalogue follows the old spelling of its publisher.
  return title.replace(/^PLoS One$/i, 'PLOS ONE').replace(/^PLoS\b/, 'PLOS')
}

/** The list has straight apostrophes. */
function plain(name: string): string {
  return name.replace(/[\u2018\u2019]/g, "'")
}

/** Small words of English titles (APA 7, 6.17: words of three letters or fewer that are no nouns or verbs). */
const SMALL = new Set('a an and as at but by for from in into of on or the to via with'.split(' '))
/** Words that show a title in another language, whose capitals NLM keeps as the language has them. */
const OTHER_LANGUAGE =
  /[^\p{ASCII}]|\b(?:der|die|das|und|fur|la|le|les|du|et|del|della|di|de|el|los|las|y|e|da|do|dos|voor|och|og|medizinische|revista|rivista|zeitschrift|archiv|annales|acta|giornale|journal de)\b/iu

/** NLM's catalogue has only the first word and names in capitals. */
function inTitleCase(title: string): string {
  // `Circulation. Heart failure`, `JAMA otolaryngology-- head & neck surgery`: part of a series, and a dash.
  const spaced = title.replace(/--\s?/g, '–').replace(/\. (?=\p{Lu})/gu, ': ')
  if (OTHER_LANGUAGE.test(title)) return spaced
  return spaced.replace(/[\p{L}\p{N}'’]+/gu, (word, at: number) => {
    const first = at === 0 || /[:–]\s?$/.test(spaced.slice(0, at))
    if (!first && SMALL.has(word)) return word
    return word[0]!.toUpperCase() + word.slice(1)
  })
}
