/** Author lists in the form of a style. */
import type { CslName } from '../../types.ts'
import type { Work } from './work.ts'

/** `AB`, `A. B.`, `M.-J.` -> the initials with the hyphens between them; `Yu` and `Kh` are one initial of another script. */
const INITIAL = /(?<hyphen>[-\u2010\u2011]?)(?<letters>\p{Lu}\p{Ll}*)/gu

const ROMAN: Record<string, string> = { '2nd': 'II', '3rd': 'III' }
const ORDINAL: Record<string, string> = { II: '2nd', III: '3rd' }

/** APA prints up to twenty names, else nineteen and the last. */
const APA_MOST = 20
/** AMA and NLM print up to six. */
const MEDICAL_MOST = 6
const AMA_SHOWN = 3
const NLM_SHOWN = 6

export function apaNames({ authors, cut }: Work): string {
  const names = authors.map(apaName)
  if (cut === 'et-al') return `${names.join(', ')}, et al.`
  const last = names.at(-1)
  if (last === undefined) return ''
  if (cut === 'gap') return `${names.slice(0, -1).join(', ')}, … ${last}`
  if (names.length > APA_MOST) return `${names.slice(0, APA_MOST - 1).join(', ')}, … ${last}`
  return names.length === 1 ? last : `${names.slice(0, -1).join(', ')}, & ${last}`
}

export function amaNames(work: Work): string {
  return medicalNames(work, AMA_SHOWN, (suffix) => ROMAN[suffix] ?? suffix)
}

export function nlmNames(work: Work): string {
  return medicalNames(work, NLM_SHOWN, (suffix) => ORDINAL[suffix] ?? suffix)
}

function medicalNames({ authors, cut }: Work, shown: number, suffixed: (suffix: string) => string): string {
  const names = authors.map((name) => medicalName(name, suffixed))
  const all = cut === 'no' && names.length <= MEDICAL_MOST
  return all ? names.join(', ') : `${names.slice(0, shown).join(', ')}, et al`
}

function apaName(name: CslName): string {
  if ('literal' in name) return name.literal
  const given = [...(name.given ?? '').matchAll(INITIAL)].map(
    ({ groups }) => `${groups!['hyphen'] === '' ? ' ' : '-'}${groups!['letters']}.`,
  )
  const suffix =
    name.suffix && (/^[JS]r/.test(name.suffix) ? `${name.suffix.replace(/\.$/, '')}.` : (ROMAN[name.suffix] ?? name.suffix))
  const initials = [given.join('').trim(), name['dropping-particle']].filter(Boolean).join(' ')
  return [name.family, initials, suffix].filter(Boolean).join(', ')
}

function medicalName(name: CslName, suffixed: (suffix: string) => string): string {
  if ('literal' in name) return name.literal
  const given = [...(name.given ?? '').matchAll(INITIAL)].map(({ groups }) => groups!['letters']).join('')
  const suffix = name.suffix && suffixed(name.suffix.replace(/\.$/, ''))
  return [name.family, given, name['dropping-particle'], suffix].filter(Boolean).join(' ')
}
