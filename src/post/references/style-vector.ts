/**
 * The style of one entry as a vector of parameters (notes: APA 7, AMA 11 and NLM by their public CSL styles and guides), so that
 * the entries of a list can be compared. Only what the grammar read as authors, title, journal and numbers is measured.
 */
import type { Post, ReferenceEntry } from '../types.ts'
import { authorFeatures } from './author-features.ts'
import type { Feature } from './features.ts'
import { fold } from './fold.ts'
import { isJournal, journalKey, journalOf, meantJournal } from './journals.ts'
import { identifierFeatures, pageFeatures, sourceFeatures, titleCaseOf, yearFeatures } from './source-features.ts'

/** Longer entries are prose. */
const MAX_LENGTH = 1500

/** Books and chapters that the grammar takes for articles; brackets around what it takes for the journal. */
const OTHER_WORK = /\b\d{1,2}(?:st|nd|rd|th) [Ee]d\b|[.?!] In:? \p{Lu}/u

export function styleVector(post: Post, entry: ReferenceEntry): Feature[] {
  const { csl, textFields: fields, text: original } = entry
  if (entry.style === 'web' || csl.type === 'webpage' || csl.type === 'document' || original.length > MAX_LENGTH) return []
  const { text } = fold(original)
  // Ligatures and invisible characters shift the offsets.
  if (text.length !== original.length) return []
  const features: Feature[] = []
  const { author } = fields
  if (author && csl.author && author.textStart === 0) {
    const next = nextField(entry, author.textEnd)
    features.push(...authorFeatures(text, csl.author, author.textEnd, next))
  }
  if (author || csl.volume !== undefined) features.push(...yearFeatures(text, fields))
  if (csl.volume !== undefined && !fields['container-title']) features.push(...gluedJournal(post, entry, text))
  if (csl.type === 'article-journal' && fields['container-title'] && !OTHER_WORK.test(text)) {
    features.push(...sourceFeatures(text, fields), ...journalFeatures(post, entry), ...titleCaseOf(text, fields))
    features.push(...pageFeatures(original, fields))
  }
  features.push(...identifierFeatures(post.text, entry, text))
  return features
}

/** `Night splints in adults, J Hand, 7, 11`: the title ends where the journal begins, with a mark the grammar does not take for an end. */
function gluedJournal(post: Post, { textFields: { title } }: ReferenceEntry, text: string): Feature[] {
  if (!title) return []
  const inside = text.slice(title.textStart, title.textEnd)
  for (const { 0: value, index } of [...inside.matchAll(/[,;:] +/g)].slice(-MOST_COMMAS).reverse()) {
    if (!isJournal(inside.slice(index + value.length), post.resources)) continue
    const textStart = title.textStart + index
    return [{ parameter: 'title end', value, textStart, textEnd: textStart + value.length }]
  }
  return []
}

/** Titles of journals hold no more. */
const MOST_COMMAS = 3

function nextField({ textFields }: ReferenceEntry, from: number): number | undefined {
  const starts = [textFields['title'], textFields['issued'], textFields['container-title']].flatMap((field) =>
    field && field.textStart >= from ? [field.textStart] : [],
  )
  return starts.length > 0 ? Math.min(...starts) : undefined
}

function journalFeatures(post: Post, entry: ReferenceEntry): Feature[] {
  const range = entry.textFields['container-title']!
  const place = entry.fields['container-title']!
  const name = entry.csl['container-title']!
  const before = post.text.slice(Math.max(0, place.start - 5), place.start)
  const italic = /(?:^|[^*_])[*_]$|<(?:em|i|cite)>$/i.test(before)
  const features: Feature[] = [{ parameter: 'italics', value: italic ? 'italic' : 'plain', ...range }]
  const journal = entry.csl.volume === undefined ? undefined : journalOf(name, post.resources)
  if (!journal) {
    if (entry.csl.volume !== undefined && meantJournal(name, post.resources))
      features.push({ parameter: 'journal name', value: name, ...range })
    return features
  }
  const isShort = journalKey(journal.abbreviation) === journalKey(name)
  if (isShort && journalKey(journal.title) === journalKey(name)) return features
  features.push({ parameter: 'journal form', value: isShort ? 'abbreviated' : 'full', ...range })
  if (isShort) features.push({ parameter: 'journal points', value: /\p{L}\. /u.test(name) ? 'points' : 'plain', ...range })
  return features
}
