/** Books, chapters and reports: edition, place, publisher; year. Only shapes that nothing else has. */
import type { Draft, EntryLink } from './parse-entry.ts'
import { trimmed, without, withoutNote } from './spans.ts'
import { splitTitle } from './title-split.ts'

const EDITION =
  /[.,(]\s*(\d{1,2}(?:st|nd|rd|th)|[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|[Ss]ixth|[Rr]ev(?:ised)?\.?) [Ee]d(?:ition|n)?\.?/d
const IN_BOOK = /[.?!"]\s*["']?\s*In:? +(?=\p{Lu})/du
const EDITORS = /\(?\b[Ee]d(?:s|itors?)?\.?\)?[.,:]?\s/
/** `London: Elsevier; 2021` and `Elsevier; 2021:45-62`. */
const IMPRINT =
  /(?<=^|[.?!\])"] ?)(?:\[Internet\]\. )?(?:(?<place>[\p{Lu}][\p{L} ,()]{1,40}?): )?(?<publisher>[\p{Lu}](?:[^.;:]|(?<=\b(?:Inc|Ltd|Co|St))\.){1,80}?)[;,] ?(?:c|©)?(?<year>(?:1[89]|20)\d{2})(?: [A-Z][a-z]{2}[.-]?-?)?(?:-)?(?::(?<pages>[\w]{1,7}-[\w]{1,7}))?(?: \[[^\]]{0,60}\])?(?:\. ?(?:\d{1,5} ?p|p+\. ?(?<tailPages>[\w]{1,7}-[\w]{1,7})))?(?:\. \([^()]{3,80}\)|\. Report [Nn]o\.?: ?[\w-]{1,20})?\.?$/du
/** `In: Conference. 2013:1337-1345` and `In: Conference [Internet]. 2013 [cited ...]. p. 1337-45`: no publisher. */
const UNPUBLISHED =
  /(?:\.| \[Internet\]\.) (?<year>(?:1[89]|20)\d{2})(?: \[[^\]]{0,60}\])?(?::(?<pages>\w{1,7}-\w{1,7})|\. pp?\. ?(?<tailPages>\w{1,7}-\w{1,7}))\.?$/d
/** The editors in front of the title of their book. */
const EDITED = /^[^?!]{3,240}?,? (?:\(Eds?\.\),?|eds?\.|editors?\.) /
const APA_CHAPTER_PAGES = /\((?:[^()]{0,20}, )?pp?\. ?([\w]{1,7}-[\w]{1,7})\)/d

/** `NIPS'12`, `Lecture Notes 12`: a series behind the name of the book. */
const SERIES = /[,.] [A-Z]{3,8}\s?'\d{2}$/

/** Fills the draft and answers true when the entry is a book, chapter or report. */
export function parseBook(draft: Draft, from: number, titled: readonly EntryLink[]): boolean {
  const core = draft.text.slice(0, draft.end)
  const rest = core.slice(from)
  const edition = EDITION.exec(rest)
  const inBook = IN_BOOK.exec(rest)
  const tail = Math.max(0, rest.length - 200)
  const end = rest.slice(tail)
  const imprint = unlinked(IMPRINT.exec(end), from + tail, titled) ?? (inBook ? UNPUBLISHED.exec(end) : null)
  const isChapter =
    inBook !== null && (imprint !== null || namesBook(rest, rest.slice(inBook.index), draft.leadYear !== undefined))
  if (!isChapter && !edition && !(imprint && (imprint.groups?.['place'] || isPublisher(imprint.groups?.['publisher'] ?? ''))))
    return false
  if (!imprint && !isChapter && !draft.leadYear && !edition) return false
  draft.type = isChapter ? 'chapter' : 'book'
  draft.part = undefined
  const bodyEnd = imprint ? from + tail + imprint.index : core.length
  readImprint(draft, imprint, from + tail)
  if (edition) set(draft, 'edition', from + edition.indices![1]![0], from + edition.indices![1]![1])
  if (isChapter && inBook) {
    set(draft, 'title', from, from + inBook.index)
    const inside = from + inBook.index + inBook[0].length
    const container = inside + (EDITED.exec(core.slice(inside, bodyEnd))?.[0].length ?? 0)
    const limit = edition ? Math.max(container, from + edition.index) : bodyEnd
    const split = imprint || edition ? undefined : splitTitle(core, container, limit)
    set(draft, 'container-title', container, split ? split.titleEnd : limit)
    if (split) set(draft, 'publisher', split.containerStart, limit)
    const pages = APA_CHAPTER_PAGES.exec(rest)
    if (pages) set(draft, 'page', from + pages.indices![1]![0], from + pages.indices![1]![1])
    return true
  }
  const titleLimit = edition ? from + edition.index : bodyEnd
  if (!draft.spans['publisher'] && edition) set(draft, 'publisher', from + edition.index + edition[0].length, core.length)
  const split = edition ? undefined : splitTitle(core, from, titleLimit)
  set(draft, 'title', from, split ? split.titleEnd : titleLimit)
  return true
}

/** Editors, pages in brackets or, behind a year, a publisher: `In` starts the name of a book. */
function namesBook(rest: string, book: string, dated: boolean): boolean {
  return EDITORS.test(book) || APA_CHAPTER_PAGES.test(rest) || (dated && isPublisher(book))
}

/** `Leaflets: [Gout](...), 2018` has a linked title where an imprint has its publisher. */
function unlinked(imprint: RegExpExecArray | null, base: number, titled: readonly EntryLink[]): RegExpExecArray | null {
  const [from, to] = imprint?.indices?.groups?.['publisher'] ?? [0, 0]
  return titled.some(({ textStart, textEnd }) => textStart < base + to && textEnd > base + from) ? null : imprint
}

function readImprint(draft: Draft, imprint: RegExpExecArray | null, base: number): void {
  const indices = imprint?.indices?.groups
  if (!indices) return
  const names = { place: 'publisher-place', publisher: 'publisher', year: 'issued', pages: 'page', tailPages: 'page' } as const
  for (const [group, name] of Object.entries(names)) {
    const range = indices[group]
    if (range) set(draft, name, base + range[0], base + range[1])
  }
}

const PUBLISHER =
  /\b(?:Press|Publish(?:ers?|ing)|Elsevier|Springer|Wiley|Blackwell|McGraw|Saunders|Mosby|Lippincott|Wolters|Routledge|Academic|Books?|Churchill|Thieme|Karger|Organization|University|Humana|Sage|Taylor|CRC|Oxford|Cambridge|Penguin|Random House|StatPearls)\b/

function isPublisher(text: string): boolean {
  return PUBLISHER.test(text)
}

const CHAPTER_PAGES = /\s*\((?:[^()]{0,20}, )?pp?\. .*$/

function set(draft: Draft, name: string, start: number, end: number): void {
  const { text } = draft
  let span = trimmed(text, start, end, /[\s.,;:(]/)
  if (name === 'title' || name === 'container-title') span = withoutNote(text, span)
  if (name === 'container-title') span = without(SERIES, text, without(CHAPTER_PAGES, text, span))
  if (!span || (name === 'publisher' && !/^\p{Lu}/u.test(span.value))) return
  draft.spans[name] = span
}
