/** The CSL items of the data sets rendered by citeproc as plain text, one style at a time. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import citeproc from 'citeproc'
import { nodeResources } from '../../src/cli/resources.ts'
import { journalOf } from '../../src/post/references/journals.ts'

export const STYLES = [
  'apa',
  'american-medical-association',
  'nlm-citation-sequence',
  'nature',
  'plos',
  'springer-vancouver',
] as const
export type Style = (typeof STYLES)[number]

export interface Item {
  id: string
  type: string
  title?: string
  author?: ({ family: string; given?: string } | { literal: string })[]
  issued?: { 'date-parts': (number | string)[][] }
  'container-title'?: string
  'container-title-short'?: string
  volume?: string
  issue?: string
  page?: string
  DOI?: string
  PMID?: string
  URL?: string
}

export interface Rendered {
  item: Item
  text: string
}

export const isArticle = ({ type, ...item }: Item) =>
  type === 'article-journal' && item.author !== undefined && item['container-title'] !== undefined && item.issued !== undefined

const folder = () => path.join(process.env['MEDLINT_SHARED'] ?? '../shared', 'data/references')

let items: Item[] | undefined

/** Items with an author and a title, the notes of the tool that made them left out, MEDLINE abbreviations added. */
function allItems(): Item[] {
  if (items) return items
  const read = JSON.parse(readFileSync(path.join(folder(), 'csl-json-items.json'), 'utf8')) as (Item & { note?: string })[]
  items = read
    .filter(({ title, author }) => title !== undefined && author !== undefined)
    .map(({ note: _note, ...item }) => {
      const short = item['container-title'] ? journalOf(item['container-title'], nodeResources)?.abbreviation : undefined
      return short ? { ...item, 'container-title-short': short } : item
    })
  return items
}

const rendered = new Map<Style, Rendered[]>()

export function renderedItems(style: Style): Rendered[] {
  const known = rendered.get(style)
  if (known) return known
  const all = allItems()
  const texts = render(style, all)
  const list = all.map((item, index) => ({ item, text: texts[index]! }))
  rendered.set(style, list)
  return list
}

/** One string per item, in the order given; items are told apart by `id`. */
export function render(style: Style, given: readonly Item[]): string[] {
  const byId = new Map(given.map((item) => [item.id, item]))
  const system = {
    retrieveLocale: () => readFileSync(path.join(folder(), 'csl/locales/locales-en-US.xml'), 'utf8'),
    retrieveItem: (id: string) => structuredClone(byId.get(id)),
  }
  const engine = new citeproc.Engine(system, readFileSync(path.join(folder(), `csl/${style}.csl`), 'utf8'), 'en-US')
  engine.setOutputFormat('text')
  engine.updateItems([...byId.keys()])
  const [parameters, strings] = engine.makeBibliography() as [{ entry_ids: string[][] }, string[]]
  const at = new Map(parameters.entry_ids.map(([id], index) => [id!, strings[index]!]))
  return given.map(({ id }) =>
    (at.get(id) ?? '')
      .trim()
      .replace(/^\[?\d+[.\]]\s*/, '')
      .replace(/\s+/g, ' '),
  )
}
