/** The style of an entry from its shape, and of a list from its entries. */
import type { References } from '../types.ts'
import type { Draft, EntryStyle } from './parse-entry.ts'

/** `1809-19`, `284-7`: the second number leaves out shared digits, as NLM writes. */
const ELIDED = /^(\d{2,})-(\d+)$/

export function styleOf(draft: Draft): EntryStyle {
  const { authors, part, leadYear, spans, text, type, extras } = draft
  const form = authors?.form
  if (isParenthesised(draft) && form !== 'van' && form !== 'giv') return 'apa'
  const informal = type === 'webpage' || type === 'document'
  if (leadYear) return informal ? 'web' : 'unknown'
  if (form === 'apa' && part?.form === 'nature') return 'nature'
  if (form !== 'van' && form !== 'group' && form !== 'full') return informal ? (extras.internet ? 'nlm' : 'web') : 'unknown'
  if (extras.internet) return 'nlm'
  if (informal && !extras.accessed) return 'web'
  const dated =
    part?.form === 'vancouver' || part?.form === 'date' || type === 'article' || spans['publisher'] !== undefined || extras.online
  if (!dated || separatesPages(draft)) return 'unknown'
  const pages = ELIDED.exec(part?.page?.value ?? '')
  const elided = pages !== null && pages[2]!.length < pages[1]!.length
  const yearFirst = part?.month !== undefined && part.year !== undefined && part.year.start < part.month.start
  if (yearFirst || elided || spans['publisher-place'] || /\bPMID\b|\beditors\.|doi: 10/.test(text)) return 'nlm'
  return 'ama'
}

/** `(2019).`, where Harvard and its kin write `2019.` or `(2019)`. */
function isParenthesised({ text, leadYear }: Draft): boolean {
  if (!leadYear) return false
  const open = text.lastIndexOf('(', leadYear.start)
  return open >= 0 && leadYear.start - open < 2 && /^\([^()]*\)\./.test(text.slice(open, open + 60))
}

/** PLOS writes `2016;529: 484-489`. */
function separatesPages({ text, part }: Draft): boolean {
  const { volume, page } = part ?? {}
  return volume !== undefined && page !== undefined && /[:;]\s$/.test(text.slice(volume.end, page.start))
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
