/** What stands behind the bibliographic core: identifiers, addresses, access notes, `[PubMed]`. Taken off from the right. */
import { findIdentifiers } from './identifiers.ts'
import type { Span } from './source-part.ts'

export interface Extras {
  /** End of the core. */
  end: number
  accessed: boolean
  /** NLM's mark of a work that was read on the web. */
  internet: boolean
  preprint: boolean
  /** AMA's date of a work that is not in an issue yet. */
  online: boolean
  /** Year of `Published online May 1, 2026`. */
  onlineYear: Span | undefined
}

const DATE =
  '(?:[A-Z][a-z]{2,8}\\.? \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|\\d{1,2}(?:st|nd|rd|th)? (?:of )?[A-Z][a-z]{2,8}\\.?,? \\d{4}|\\d{4} [A-Z][a-z]{2,8}\\.?(?: \\d{1,2})?|[A-Z][a-z]{2,8} \\d{4}|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4})'

/** Each is tried at the end of what is left; the order does not matter. */
const AT_END: RegExp[] = [
  /[\s.,;:()[\]]+$/,
  /[\s.,;[(]+(?:PubMed )?(?:PubMed Central )?(?:PMID|PMCID|PubMed ID|doi|DOI|ISBN|ISSN|URL|Link|arXiv|DOI link)\s*[:.]?\s*$/i,
  /[\s.,;[(]+(?:\[+)?(?:PubMed|Medline|Pub Med|Source|Link|Full[ -]?text|Free full text|Free PMC Article|PMC free article|CrossRef|Cross Ref|Google Scholar|Article|PDF|Abstract|Web of Science|Scopus|View|Read|pubmed\/\d*|More|Epub ahead of print|Online ahead of print|published online ahead of print|Here)\s*\]*$/i,
  /[\s.,;(]+(?:Available (?:from|at|online(?: at)?)|Retrieved(?: from)?|Accessed(?: at| from| via)?|Availableat|From|Online at|Published at|Available|Access)\s*:?\s*$/i,
]
const ACCESSED = new RegExp(
  `[\\s.,;([]+(?:Accessed|Retrieved|Cited|Last accessed|accessed on|viewed|Date accessed:?|Access(?:ed)? date:?)(?: on)?:? ?(?:${DATE})(?:,? from)?\\s*[\\]).]*$`,
  'i',
)
const EPUB = new RegExp(
  `[\\s.,;([]+(?:Epub|eCollection|Published online|published online|Updated|Last updated|updated|Erratum in|Review)(?: ?:? ?(?:${DATE}|\\d{4}))?\\s*[\\]).]*$`,
  'i',
)
const CITED_ANYWHERE = /\b(?:accessed|retrieved|cited|last viewed|viewed)\b[ :]{1,2}(?:on )?(?:\d|[A-Z][a-z]{2,8}\.? \d)/i

export function stripExtras(text: string): Extras {
  const identifiers = findIdentifiers(text)
  let end = text.length
  let onlineYear: Span | undefined
  for (let changed = true, guard = 0; changed && guard < 40; guard++) {
    changed = false
    for (const { start, end: stop } of identifiers) {
      if (start >= end || start < 4 || text.slice(stop, end).replace(/[\s.,;:()[\]<>]/g, '') !== '') continue
      end = start
      changed = true
    }
    const rest = text.slice(Math.max(0, end - 120), end)
    for (const pattern of [...AT_END, ACCESSED, EPUB]) {
      const match = pattern.exec(rest)
      if (!match || match[0] === '') continue
      if (closesBracket(text, end, match[0])) {
        end = text.lastIndexOf(')', end - 1) + 1
        continue
      }
      if (pattern === EPUB) onlineYear = yearIn(match[0], end - match[0].length) ?? onlineYear
      end -= match[0].length
      changed = true
      break
    }
  }
  return {
    end,
    accessed: CITED_ANYWHERE.test(text),
    internet: text.includes('[Internet]'),
    preprint: /\bpreprint\b|\b(?:bio|med)Rxiv\b/i.test(text),
    onlineYear,
    online: /\b(?:Published|Preprint posted) online\b/.test(text),
  }
}

/** The year of `Nature 14, 210 (2020).` keeps its parenthesis. */
function closesBracket(text: string, end: number, match: string): boolean {
  if (!/^[\s.,;:()[\]]+$/.test(match) || !match.includes(')')) return false
  const opening = text.lastIndexOf('(', end)
  return opening >= 0 && end - opening < 60 && !text.slice(opening, end - match.length).includes(')')
}

function yearIn(text: string, offset: number): Span | undefined {
  const match = /(?:19|20)\d{2}/.exec(text)
  return match ? { start: offset + match.index, end: offset + match.index + 4, value: match[0] } : undefined
}
