/** The style of an entry from its shape, and of a list from its entries. */
import type { References } from '../types.ts'
import type { Draft, EntryStyle } from './parse-entry.ts'

/** `1809-19`, `284-7`: the second number leaves out shared digits, as NLM writes. */
const ELIDED = /^(\d{2,})-(\d+)$/

export function styleOf(draft: Draft): EntryStyle {
  const { authors, part, leadYear, spans, text, type, extras } = draft
  const form = authors?.form
  const otherNames = form === 'van' || form === 'giv'
  if ((!otherNames || (leadYear && part?.form === 'apa')) && (APA_DATE.test(text) || UNDATED.test(text))) return 'apa'
  const informal = type === 'webpage' || type === 'document'
  if (leadYear) return informal ? 'web' : 'unknown'
  if (form === 'apa' && part?.form === 'nature') return 'nature'
  if (isPlos(draft)) return 'unknown'
  if (extras.internet) return 'nlm'
  if (NLM_ADDRESS.test(text) && form !== 'apa' && form !== 'giv') return 'nlm'
  if (AMA_ACCESS.test(text) && form !== 'apa' && form !== 'giv') return 'ama'
  if (form !== 'van' && form !== 'group' && form !== 'full') return informal ? 'web' : 'unknown'
  if (informal && !extras.accessed) return 'web'
  // `Journal. 2017. doi:...`: AMA would write `Published online`.
  if (form === 'van' && type === 'article-journal' && !extras.preprint && isYearSentence(draft)) return 'nlm'
  const dated =
    part?.form === 'vancouver' ||
    part?.form === 'date' ||
    type === 'article' ||
    (type === 'chapter' && spans['issued'] !== undefined) ||
    spans['publisher'] !== undefined ||
    extras.online
  if (!dated) return 'unknown'
  const pages = ELIDED.exec(part?.page?.value ?? '')
  const elided = pages !== null && pages[2]!.length < pages[1]!.length
  const yearFirst = part?.month !== undefined && part.year !== undefined && part.year.start < part.month.start
  if (yearFirst || elided || spans['publisher-place'] || /\bPMID\b|\beditors\.|doi: 10/.test(text)) return 'nlm'
  // `2016;6.` is an article that has its number left out: nothing tells whose list it stands in.
  return part?.volume && !part.issue && !part.page ? 'unknown' : 'ama'
}

/** `(2019).`, `(2019, May 4).`, `(n.d.).` with more behind it; Harvard and its kin write `2019.` or `(2019)`. */
const APA_DATE =
  /(?<!\d[-,:]? ?[\w-]{1,12} )\((?:(?:1[89]|20)\d{2}[a-z]?(?:, [^()]{1,30})?|n\.d\.|in press)\)\.(?! ?(?:https?:|doi\b)) ?["'(]?[\p{L}\p{N}]/u
/** `Title. (n.d.).`; Elsevier, which puts initials first, ends so too. */
const UNDATED = /^(?!\p{Lu}\.).*\. \(n\.d\.\)\.$/u
/** ISO 690 says the same behind `[online]`. */
const NLM_ADDRESS = /^(?!.*\[online\]).*[;.] ?Available from:/
/** The access date in front of the address. */
const AMA_ACCESS = /\. Accessed [A-Z][a-z]{2,8} \d{1,2}, \d{4}\. https?:/

/** `2016;529: 484-489`, `2015; btv371`, `pp. 12-15`, `Available: https://...`, `Report No.: 7`, `[cited 29 Feb 2020]`. */
function isPlos(draft: Draft): boolean {
  return separatesPages(draft) || /\. pp\. \d|\bAvailable: ?(?:http|$)|\bReport No\.:|\[cited \d{1,2} [A-Z]/.test(draft.text)
}

function isYearSentence({ text, part, authors }: Draft): boolean {
  return part?.form === 'year' && text[part.start] === '.' && text[authors!.end] === '.' && /\bdoi: ?10\./.test(text)
}

/** A space in front of the pages. */
function separatesPages({ text, part }: Draft): boolean {
  const { year, volume, page } = part ?? {}
  const before = volume ?? year
  return (
    part?.form === 'vancouver' && before !== undefined && page !== undefined && /[:;]\s$/.test(text.slice(before.end, page.start))
  )
}

/** Share of the entries one style needs to name the list. */
const MAJORITY = 0.6

export function listStyle(styles: readonly EntryStyle[]): References['style'] {
  const formal = styles.filter((style) => style !== 'web' && style !== 'unknown')
  if (formal.length === 0) return 'unknown'
  const counts = new Map<EntryStyle, number>()
  for (const style of formal) counts.set(style, (counts.get(style) ?? 0) + 1)
  // AMA and NLM differ only in details an entry need not show: both together are no mixture.
  const medical = (counts.get('ama') ?? 0) + (counts.get('nlm') ?? 0)
  const [best] = [...counts].sort((a, b) => b[1] - a[1])
  if (medical / formal.length >= MAJORITY) return (counts.get('nlm') ?? 0) >= (counts.get('ama') ?? 0) ? 'nlm' : 'ama'
  return best && best[1] / formal.length >= MAJORITY ? (best[0] as References['style']) : 'mixed'
}
