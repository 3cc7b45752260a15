/** Author-year citations: `(Smith et al., 2019; Lee & Park, 2020)`, `[Roy 2018]`, and `Smith et al. (2019)` in the sentence. */

export interface AuthorYear {
  textStart: number
  textEnd: number
  author: string
  year: string
  /** `et al.`, `&` or `and` stand beside the name: the form alone shows that it is a citation. */
  certain: boolean
  /** The name stands in the sentence, before the year in parentheses. */
  narrative: boolean
}

const PARTICLES = '(?:(?:van|von|de|der|den|del|della|da|di|la|le|ten|ter|al|el|d\u2019|O\u2019|Van|De|Von) ?){0,4}'
const NAME = "\\p{Lu}[\\p{L}'\u2019\\p{M}]{1,30}(?:[-\u2010\u2011]\\p{Lu}[\\p{L}'\u2019]{1,30})?"
const FAMILY = `${PARTICLES}${NAME}`
const YEAR = '(?:19|20)\\d{2}[a-z]?'
const CO_AUTHORS = `(?<more>,? et\\.? al\\.?|,? and colleagues|(?:, ${FAMILY}){0,8},? (?:&|and) ${FAMILY})?`
const PIECE = new RegExp(
  `^\\s*(?:(?:e\\.g\\.|see|cf\\.|also|i\\.e\\.|reviewed (?:in|by)|adapted from|from|source:|and)[:,]? ){0,2}(?<author>${FAMILY}|[A-Z]{2,8})${CO_AUTHORS}(?<journal>,? [A-Z][\\p{L} ]{1,30})?(?<comma>,)? (?<year>${YEAR})(?<years>(?:(?:, ?|-)(?:${YEAR}))*)(?:[,:] ?(?:pp?\\. ?)?\\d[\\d\u2013-]*)?\\s*$`,
  'u',
)
const GROUP = /[([]([^()[\]]{4,240})[)\]]/g
const HAS_YEAR = /\b(?:19|20)\d{2}[a-z]?\b/
/** Every narrative citation holds it; the pattern itself tries each capitalised word. */
const YEAR_OPENS = new RegExp(` \\(${YEAR}`)
const NARRATIVE = new RegExp(
  `(?<author>${FAMILY})(?<more>,? et\\.? al\\.?,?|,? and colleagues|,? (?:&|and) ${FAMILY})?(?:['\u2019]s)? (?<year>\\((?<digits>${YEAR})\\))`,
  'gu',
)

/** `Park and Roy (2018)` may be two anybodies; `et al.` and "and colleagues" only stand in citations. */
const ONE_MORE_NAME = /(?:&|and) (?!colleagues)/

/** Capitalised words before a year that are no authors. */
const NOT_A_NAME =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Spring|Summer|Autumn|Fall|Winter|Since|Until|Before|After|From|Version|Edition|Updated|Published|Reviewed|Accessed|Revised|Copyright|Figure|Fig|Table|In|The|A|An|As|By|At|For|Study|Trial|Phase|Year|Years|Early|Late|Mid|Circa|Approx|About|Over|During|Between|Act|Law|Olympics|Edn|BC|AD|CE|USA|UK|US|EU)$/

export function authorYears(text: string): AuthorYear[] {
  if (!HAS_YEAR.test(text)) return []
  return [...parenthetical(text), ...narrative(text)]
}

function parenthetical(text: string): AuthorYear[] {
  const found: AuthorYear[] = []
  for (const group of text.matchAll(GROUP)) {
    if (!HAS_YEAR.test(group[1]!)) continue
    const pieces = group[1]!.split(';')
    let at = group.index + 1
    const hits = pieces.map((piece) => {
      const start = at
      at += piece.length + 1
      const groups = PIECE.exec(piece)?.groups
      return { start, end: start + piece.length, groups: groups && !NOT_A_NAME.test(groups.author!) ? groups : undefined }
    })
    const only = hits.every(({ groups }) => groups !== undefined)
    for (const [index, { start, end, groups }] of hits.entries()) {
      if (!groups) continue
      const certain = groups.more !== undefined
      if (!certain && groups.journal !== undefined) continue
      const inner = text.slice(start, end)
      const pieceStart = only && index === 0 ? group.index : start + inner.length - inner.trimStart().length
      const pieceEnd = only && index === hits.length - 1 ? group.index + group[0].length : end
      const author = groups.author!.trim()
      const further = furtherYears(inner, groups, start)
      found.push({
        textStart: pieceStart,
        textEnd: further[0] ? further[0].textStart - 2 : pieceEnd,
        author,
        year: groups.year!,
        certain,
        narrative: false,
      })
      for (const [position, { textStart, textEnd, year }] of further.entries()) {
        const isLast = position === further.length - 1
        found.push({ textStart, textEnd: isLast ? pieceEnd : textEnd, author, year, certain, narrative: false })
      }
    }
  }
  return found
}

/** `Smith et al., 2019, 2021`: each year is a work of its own; `2019-2021` is no list. */
function furtherYears(inner: string, groups: Record<string, string | undefined>, start: number) {
  const years = groups['years'] ?? ''
  if (years === '' || !/^(?:, (?:19|20)\d{2}[a-z]?)+$/.test(years)) return []
  const base = start + inner.indexOf(groups['year']! + years) + groups['year']!.length
  return [...years.matchAll(/, (\d{4}[a-z]?)/g)].map((match) => {
    const textStart = base + match.index + 2
    return { textStart, textEnd: textStart + match[1]!.length, year: match[1]! }
  })
}

/** Only the year in parentheses is the marker: the name is part of the sentence. */
function narrative(text: string): AuthorYear[] {
  const found: AuthorYear[] = []
  if (!YEAR_OPENS.test(text)) return found
  for (const match of text.matchAll(NARRATIVE)) {
    const groups = match.groups!
    if (NOT_A_NAME.test(groups.author!)) continue
    const textEnd = match.index + match[0].length
    found.push({
      textStart: textEnd - groups.year!.length,
      textEnd,
      author: groups.author!.trim(),
      year: groups.digits!,
      certain: groups.more !== undefined && !ONE_MORE_NAME.test(groups.more),
      narrative: true,
    })
  }
  return found
}
