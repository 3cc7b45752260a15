/** BibTeX, in UTF-8. Titles stand in double braces, so that no style changes their capitals. */
import type { CslItem, CslName } from '../post/types.ts'
import type { Exported } from './items.ts'

const TYPES: Record<CslItem['type'], string> = {
  'article-journal': 'article',
  article: 'misc',
  book: 'book',
  chapter: 'incollection',
  webpage: 'misc',
  report: 'techreport',
  dataset: 'misc',
  document: 'misc',
}

const CONTAINERS: Partial<Record<CslItem['type'], string>> = {
  'article-journal': 'journal',
  chapter: 'booktitle',
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

export function toBibtex(items: readonly Exported[]): string {
  return items.map(entryOf).join('\n')
}

function entryOf({ item, work }: Exported): string {
  const { type, id } = item
  const names = (item.author ?? []).map(nameOf)
  if (work.cut !== 'no') names.push('others')
  const [year, month] = item.issued?.['date-parts'][0] ?? []
  const fields: [string, string | undefined][] = [
    ['author', names.length > 0 ? names.join(' and ') : undefined],
    ['title', item.title && `{${escaped(item.title)}}`],
    [CONTAINERS[type] ?? 'howpublished', item['container-title'] && escaped(item['container-title'])],
    ['year', year === undefined ? undefined : String(year)],
    ['volume', item.volume && escaped(item.volume)],
    ['number', item.issue && escaped(item.issue)],
    ['pages', item.page && escaped(item.page).replace(/(?<=\w)-(?=\w)/, '--')],
    ['edition', item.edition && escaped(item.edition)],
    [type === 'report' ? 'institution' : 'publisher', item.publisher && escaped(item.publisher)],
    ['address', item['publisher-place'] && escaped(item['publisher-place'])],
    ['doi', item.DOI && verbatim(item.DOI)],
    ['pmid', item.PMID],
    ['pmcid', item.PMCID],
    ['isbn', item.ISBN],
    ['url', item.URL && verbatim(item.URL)],
  ]
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}},`] : []))
  if (month !== undefined) lines.push(`  month = ${MONTHS[month - 1]},`)
  return `@${TYPES[type]}{${id},\n${lines.join('\n')}\n}\n`
}

/** `von Last, Jr, First`; groups in braces of their own. */
function nameOf(name: CslName): string {
  if ('literal' in name) return `{${escaped(name.literal)}}`
  const particle = name['dropping-particle'] ? `${name['dropping-particle']} ` : ''
  return [`${particle}${name.family}`, name.suffix, name.given].flatMap((part) => (part ? [escaped(part)] : [])).join(', ')
}

const SPECIAL: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '{': '\\{',
  '}': '\\}',
}

function escaped(text: string): string {
  return text.replace(/[\\~^{}&%$#_]/g, (character) => SPECIAL[character] ?? `\\${character}`).replaceAll('--', '-{}-')
}

/** Identifiers and addresses are read as they stand; only braces would end the field. */
function verbatim(text: string): string {
  return text.replace(/[{}]/g, (brace) => (brace === '{' ? '%7B' : '%7D'))
}
