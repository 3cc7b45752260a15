/** Whether an entry may be rewritten: an article whose parts were all read, in a journal of the list, with no text left over. */
import type { Resources } from '../../types.ts'
import { fold } from '../fold.ts'
import { findIdentifiers } from '../identifiers.ts'
import { isJournal, journalOf } from '../journals.ts'
import type { ParsedEntry } from '../parse-entry.ts'
import { EPUB } from './work.ts'

export interface Obstacle {
  /** Offset into the entry's text. */
  textOffset: number
  /** What stands in the way, as the end of a sentence about the entry. */
  reason: string
}

export interface TextSpan {
  textStart: number
  textEnd: number
}

const READ = 0.9
/** `J. Phys. C`: the tail of a name may be a journal of the list by chance. */
const SHORTEST_JOURNAL = 3
/** `... et al. Sleep Expert Group. Title.` */
const GROUP_FIRST =
  /^(?:[^.?!]{0,80}\s)?(?:Group|Investigators|Collaborat(?:ion|ors)|Consortium|Committee|Network|Society|Association|Task Force)\.\s/

const TYPES: Record<string, string> = {
  book: 'a book',
  chapter: 'a chapter',
  report: 'a report',
  webpage: 'a page on the web',
  article: 'a preprint',
}

/** The part that was not read, or not known. */
export function unreadPart(text: string, parsed: ParsedEntry, resources: Resources): Obstacle | undefined {
  const { csl, fields, stoppedAt, confidence, authors } = parsed
  if (stoppedAt) return { textOffset: stoppedAt.textOffset, reason: `expected ${stoppedAt.expected} here` }
  if (csl.type !== 'article-journal')
    return { textOffset: 0, reason: `read as ${TYPES[csl.type] ?? 'something else'}, and only journal articles are rewritten` }
  if (confidence < READ || !fields['author'] || authors?.form === 'full' || authors?.form === 'group') return missingPart(parsed)
  if (GROUP_FIRST.test(csl.title ?? '') || csl.author?.some((name) => 'family' in name && /^(?:The|An?)$/.test(name.family)))
    return { textOffset: fields['title']?.textStart ?? 0, reason: 'a group of authors was read as part of something else' }
  const journal = csl['container-title'] ?? ''
  const at = fields['container-title']?.textStart ?? 0
  if (journal.length < SHORTEST_JOURNAL || !isJournal(journal, resources))
    return { textOffset: at, reason: `"${journal}" is not in the list of journals` }
  if (!journalOf(journal, resources)) return { textOffset: at, reason: `several journals are called "${journal}"` }
  return unreadName(text, parsed)
}

function missingPart({ csl, fields, authors }: ParsedEntry): Obstacle {
  const end = (name: string) => fields[name]?.textEnd ?? 0
  if (!authors || authors.form === 'full' || authors.form === 'group')
    return { textOffset: 0, reason: 'expected authors as "Family AB" or "Family, A. B." at the start' }
  if (!csl.title) return { textOffset: end('author'), reason: 'expected a title behind the authors' }
  if (!csl['container-title']) return { textOffset: end('title'), reason: 'expected a journal behind the title' }
  if (!csl.issued) return { textOffset: end('container-title'), reason: 'expected a year' }
  if (!csl.volume) return { textOffset: end('container-title'), reason: 'expected a volume behind the journal' }
  if (!csl.page) return { textOffset: end('issue') || end('volume'), reason: 'expected pages behind the volume' }
  return { textOffset: fields['title']?.textStart ?? 0, reason: 'expected a title of at least three words' }
}

const BETWEEN_NAMES = new Set(['and', 'et', 'al', 'y', 'und', 'others', 'colleagues'])

/** Words among the authors that are in no name: "for the", roles, degrees. */
function unreadName(text: string, { csl, fields }: ParsedEntry): Obstacle | undefined {
  const { textStart, textEnd } = fields['author']!
  const known = new Set(wordsOf(JSON.stringify(Object.values(csl.author ?? {}).map((name) => Object.values(name).join(' ')))))
  const authors = fold(text.slice(textStart, textEnd)).text
  const unknown = wordsOf(authors).find((word) => !known.has(word) && !BETWEEN_NAMES.has(word.toLowerCase()))
  if (unknown === undefined) return undefined
  return {
    textOffset: Math.max(textStart, text.indexOf(unknown, textStart)),
    reason: `"${unknown}" among the authors has no place`,
  }
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
}

const LABEL =
  /(?:PubMed )?(?:Central )?(?:PMC?ID|PubMed ID|DOI|Available (?:from|at)|URL|Retrieved from|https?:\/\/(?:dx\.)?doi\.org\/)\s{0,2}:?\s{0,2}$/i
const BETWEEN_FIELDS = /^(?:vol|volume|no|issue|pp?|internet|suppl|supplement|article|id)$/i

/** Words that belong to no field, identifier or kept link. */
export function leftOver(text: string, parsed: ParsedEntry, placed: readonly TextSpan[]): Obstacle | undefined {
  const spans: TextSpan[] = [...Object.values(parsed.fields), ...placed]
  for (const { start, end, kind, value } of findIdentifiers(text)) {
    if (value === undefined && kind !== 'url') continue
    const label = LABEL.exec(text.slice(Math.max(0, start - 40), start))
    spans.push({ textStart: start - (label?.[0].length ?? 0), textEnd: end })
  }
  const epub = EPUB.exec(text)
  if (epub) spans.push({ textStart: epub.index, textEnd: epub.index + epub[0].length })
  const issued = parsed.fields['issued']
  const month = issued && DATE_TAIL.exec(text.slice(issued.textEnd, issued.textEnd + 40))
  if (issued && month) spans.push({ textStart: issued.textEnd, textEnd: issued.textEnd + month[0].length })
  const supplement = spanOfSupplement(text, parsed)
  if (supplement) spans.push(supplement)
  let rest = text
  for (const { textStart, textEnd } of spans)
    rest = rest.slice(0, textStart) + ' '.repeat(textEnd - textStart) + rest.slice(textEnd)
  for (const match of rest.matchAll(/[\p{L}\p{N}][^\s,;()[\]]*/gu)) {
    const word = match[0].replace(/[.:]+$/, '')
    if (BETWEEN_FIELDS.test(word)) continue
    const words = rest
      .slice(match.index)
      .split(/\s{2,}|[.;\]]/)[0]!
      .trim()
    return { textOffset: match.index, reason: `"${words.slice(0, 40)}" has no place` }
  }
  return undefined
}

/** Letter, month and day behind the year of an article that has a volume. */
const DATE_TAIL =
  /^[a-z]?(?:,? (?:\p{Lu}\p{Ll}{2,8}\.?(?:[-/ \u2013]\p{Lu}\p{Ll}{2,8}\.?)?)(?: \d{1,2}(?:[-\u2013]\d{1,2})?)?(?= ?;))?/u

function spanOfSupplement(text: string, { fields }: ParsedEntry): TextSpan | undefined {
  const from = (fields['issue'] ?? fields['volume'])?.textEnd
  const to = fields['page']?.textStart
  if (from === undefined || to === undefined || to < from || to - from > 40) return undefined
  const match = /suppl(?:ement)?(?:[._ ]{1,2}[A-Z]?\d{1,3})?/i.exec(text.slice(from, to))
  return match ? { textStart: from + match.index, textEnd: from + match.index + match[0].length } : undefined
}
