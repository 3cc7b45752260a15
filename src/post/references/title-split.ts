/** Where the title ends and the container (journal, site, publisher) begins. */

/** Words whose point does not end a title. */
const ABBREVIATION =
  /(?:^|[\s(])(?:vs|v|Dr|Drs|Mr|Mrs|Prof|St|No|Nos|vol|Vol|ed|eds|al|sp|spp|Jr|Sr|approx|ca|cf|e\.g|i\.e|etc|Inc|Ltd|Co|subsp|var|[A-Z]|U\.S|U\.K)$/
/** A journal may start with a small letter when a capital follows in the word: eLife, bioRxiv, mBio. */
const SENTENCE_END =
  /[.?!]["')\]]*(?: +(?=["'([]?(?:[\p{Lu}\p{N}]|\p{Ll}{1,4}\p{Lu}|npj ))|(?<=\p{Ll}{2}[.?!])(?=\p{Lu}))|: ?(?=\[)/gu
/** A piece of an abbreviated journal name: `Am.`, `J.`, `Clin.`, `BMC Med.`. */
const ABBREVIATED_PIECE = /^(?:\p{Lu}{2,5} )?\p{Lu}\p{L}{0,7}$/u

export interface Split {
  titleEnd: number
  containerStart: number
}

const MAX_CONTAINER_WORDS = 14
/** `2010 Nov 3: 327`: a date the grammar could not read, no journal. */
const STARTS_WITH_YEAR = /^(?:1[89]|20)\d{2}\b/

/** The last sentence end of `text` in `[from, to)` whose right side can be a container; `undefined` when there is none. */
export function splitTitle(text: string, from: number, to: number): Split | undefined {
  const ends: Split[] = []
  SENTENCE_END.lastIndex = from
  for (let match = SENTENCE_END.exec(text); match && match.index < to; match = SENTENCE_END.exec(text)) {
    const isPoint = text[match.index] === '.'
    if (isPoint && ABBREVIATION.test(text.slice(Math.max(from, match.index - 12), match.index))) continue
    const containerStart = match.index + match[0].length
    if (containerStart >= to) break
    ends.push({ titleEnd: isPoint ? match.index : match.index + 1, containerStart })
  }
  for (let index = ends.length - 1; index >= 0; index--) {
    const candidate = ends[index]!
    const before = ends[index - 1]?.containerStart ?? from
    const piece = text.slice(before, candidate.titleEnd)
    if (index > 0 && ABBREVIATED_PIECE.test(piece) && !/^[IVX]+$/.test(piece)) continue
    if (STARTS_WITH_YEAR.test(text.slice(candidate.containerStart, to))) continue
    const words = text.slice(candidate.containerStart, to).trim().split(/\s+/).length
    return words <= MAX_CONTAINER_WORDS ? candidate : undefined
  }
  return undefined
}
