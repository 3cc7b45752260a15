/** The shape of a DOI: where it ends in running text, and its canonical (lower-case) value. */

/** Zero-width characters, soft hyphen, object replacement: never part of an identifier, left behind by copy and paste. */
export const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff\ufffc\ufffd]/g

/**
 * Crossref's recommended expression plus `%`, `+`, dashes (a typo worth catching) and the brackets of old SICI suffixes
 * (`<..>`, `[..]`). https://www.crossref.org/blog/dois-and-matching-regular-expressions/
 */
const DOI_AT =
  /10\.\d{4,9}(?:\.\d{1,6})?\/(?:[-._;()/:%+A-Za-z0-9\u00ad\u200b-\u200d\u2060\ufeff\ufffc\u2010-\u2014]|\[\d{1,6}:[A-Z]{1,8}\])+(?:<\d{1,6}:[A-Z:\d-]{1,20}>[-._;()/:A-Za-z0-9]{1,20})?/y

/** Words that authors glue to the end of a DOI. */
const GLUED = /\.?(?:pmid|pmcid|pubmed|epub|available|accessed|https?:)/i

/** The DOI that starts at `at`: its end without trailing punctuation, or -1. */
export function doiEnd(text: string, at: number): number {
  DOI_AT.lastIndex = at
  const match = DOI_AT.exec(text)
  if (!match) return -1
  const slash = match[0].indexOf('/')
  const glued = GLUED.exec(match[0])
  const length = trimmedLength(glued && glued.index > slash + 1 ? match[0].slice(0, glued.index) : match[0])
  return length > slash + 1 ? at + length : -1
}

const TRAILING = '.,;:-\'"!?/\u00ad\u200b\u200c\u200d\u2060\ufeff\ufffc\u2010\u2011\u2012\u2013\u2014'
const CLOSING: Record<string, string> = { ')': '(', ']': '[', '}': '{', '>': '<' }

/** Length without trailing punctuation and without closing brackets that nothing opened. */
export function trimmedLength(text: string): number {
  let length = text.length
  for (; length > 0; length--) {
    const last = text[length - 1]!
    if (TRAILING.includes(last)) continue
    const opening = CLOSING[last]
    if (!opening || count(text, opening, length) >= count(text, last, length)) break
  }
  return length
}

function count(text: string, character: string, end: number): number {
  let found = 0
  for (let at = text.indexOf(character); at >= 0 && at < end; at = text.indexOf(character, at + 1)) found++
  return found
}

/** Canonical DOI: lower case, decoded, without invisible characters, dashes as hyphens. */
export function canonicalDoi(raw: string): string {
  return decoded(raw)
    .replace(INVISIBLE, '')
    .replace(/[\u2010-\u2014]/g, '-')
    .toLowerCase()
}

export function decoded(text: string): string {
  if (!text.includes('%')) return text
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
