/** RIS, the format that reference managers take in (tags as in the Reference Manager specification). */
import type { CslItem, CslName } from '../post/types.ts'
import type { Exported } from './items.ts'

const TYPES: Record<CslItem['type'], string> = {
  'article-journal': 'JOUR',
  article: 'UNPB',
  book: 'BOOK',
  chapter: 'CHAP',
  webpage: 'ELEC',
  report: 'RPRT',
  dataset: 'DATA',
  document: 'GEN',
}

export function toRis(items: readonly Exported[]): string {
  return items.map(entryOf).join('\n')
}

function entryOf({ item }: Exported): string {
  const [year, month, day] = item.issued?.['date-parts'][0] ?? []
  const [first, last] = pagesOf(item)
  const two = (number: number | undefined) => (number === undefined ? '' : String(number).padStart(2, '0'))
  const lines: [string, string | undefined][] = [
    ['TY', TYPES[item.type]],
    ['ID', item.id],
    ...(item.author ?? []).map((name): [string, string] => ['AU', nameOf(name)]),
    ['TI', item.title],
    [item.type === 'article-journal' ? 'JO' : 'T2', item['container-title']],
    ['PY', year === undefined ? undefined : String(year)],
    ['DA', month === undefined ? undefined : `${year}/${two(month)}/${two(day)}`],
    ['VL', item.volume],
    ['IS', item.issue],
    ['SP', first],
    ['EP', last],
    ['ET', item.edition],
    ['PB', item.publisher],
    ['CY', item['publisher-place']],
    ['SN', item.ISBN],
    ['DO', item.DOI],
    ['AN', item.PMID],
    ['C2', item.PMCID],
    ['UR', item.URL],
  ]
  const shown = lines.flatMap(([tag, value]) => (value ? [`${tag}  - ${value.replace(/\s+/g, ' ')}`] : []))
  return [...shown, 'ER  - ', ''].join('\n')
}

function nameOf(name: CslName): string {
  if ('literal' in name) return name.literal
  const family = [name['dropping-particle'], name.family].filter(Boolean).join(' ')
  return [family, name.given, name.suffix].filter(Boolean).join(', ')
}

function pagesOf({ page = '' }: CslItem): [string | undefined, string | undefined] {
  const [first, last] = page.split('-')
  return [first || undefined, last]
}
