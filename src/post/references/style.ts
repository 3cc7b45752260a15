/** The style of an entry from its shape, and of a list from its entries. */
import type { References } from '../types.ts'
import type { Draft, EntryStyle } from './parse-entry.ts'

/** `1809-19`, `284-7`: the second number leaves out shared digits, as NLM writes. */
const ELIDED = /^(\d{2,})-(\d+)$/

export function styleOf({ authors, part, leadYear, spans, text, type, extras }: Draft): EntryStyle {
  const form = authors?.form
  if (type === 'webpage' || type === 'document') {
    if (extras.internet) return 'nlm'
    return leadYear && form === 'apa' ? 'apa' : 'web'
  }
  if (leadYear && (form === 'apa' || form === 'group')) return 'apa'
  if (form === 'apa' && part?.form === 'nature') return 'nature'
  const vancouver = part?.form === 'vancouver' || spans['publisher'] !== undefined
  if (!vancouver || (form !== 'van' && form !== 'group')) return 'unknown'
  const pages = ELIDED.exec(part?.page?.value ?? '')
  const elided = pages !== null && pages[2]!.length < pages[1]!.length
  if (part?.month || elided || extras.internet || spans['publisher-place'] || /\bPMID\b|\beditors\.|doi: 10/.test(text))
    return 'nlm'
  return 'ama'
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
