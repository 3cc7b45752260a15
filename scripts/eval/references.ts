/**
 * Accuracy of the reference grammar: rendered items parsed back, hand-written entries against hand-made labels, other
 * people's labelled strings, and the names it gives to styles. citeproc renders here only; it is no part of the package.
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { nodeResources } from '../../src/cli/resources.ts'
import { isCertain } from '../../src/post/references/gate.ts'
import { findIdentifiers } from '../../src/post/references/identifiers.ts'
import { type ParsedEntry, parseEntry } from '../../src/post/references/parse-entry.ts'
import { isArticle, type Rendered, renderedItems, STYLES } from '../references/rendered.ts'
import { conversionTable } from './conversion.ts'
import { checkedLine, mutationTable } from './mutations.ts'
import { grobidLines } from './reference-tagger.ts'
import { percent, plain, row } from './table.ts'

export const title = 'References'

const data = (name: string) => path.join(process.env['MEDLINT_SHARED'] ?? '../shared', 'data/references', name)
const readJson = (name: string) => JSON.parse(readFileSync(data(name), 'utf8'))

const percentOf = (right: number, count: number) => (count === 0 ? '-' : percent(right / count))

export async function evaluate(): Promise<string> {
  const tables = [renderedTable(), handWrittenTable(), grobidLines(), styleTable(), conversionTable(), await mutationTable()]
  return [...tables, speedLine(), await checkedLine()].flat().join('\n')
}

const PARTS = ['author', 'title', 'container-title', 'issued', 'volume', 'issue', 'page', 'DOI'] as const

/** What of the rendered string the parse got wrong. */
function wrongParts({ item, text }: Rendered, parsed: ParsedEntry): string[] {
  const { csl } = parsed
  const shown = plain(text)
  const has = (value: unknown): value is string => typeof value === 'string' && value !== '' && shown.includes(plain(value))
  const wrong: string[] = []
  const names = (item.author ?? []).map((name) => plain('family' in name ? name.family : name.literal)).filter(Boolean)
  const read = (csl.author ?? []).map((name) => plain('family' in name ? name.family : name.literal))
  if (names.length > 0 && shown.includes(names[0]!)) {
    const fits = read.length > 0 && read.every((name) => names.some((other) => sameName(name, other)))
    const whole = fits && (read.length === names.length || /et al|…|\.\.\./.test(text))
    if (!whole) wrong.push('author')
  }
  if (has(item.title) && plain(item.title) !== plain(csl.title)) wrong.push('title')
  const container = [item['container-title'], item['container-title-short']].filter(has)
  if (container.length > 0 && !container.some((value) => plain(value) === plain(csl['container-title'])))
    wrong.push('container-title')
  const year = item.issued?.['date-parts']?.[0]?.[0]
  if (year !== undefined && text.includes(String(year)) && csl.issued?.['date-parts'][0]?.[0] !== Number(year))
    wrong.push('issued')
  for (const part of ['volume', 'issue'] as const) {
    const value = item[part]
    if (part === 'issue' && [item.volume, item.page].includes(String(value))) continue
    if (
      isArticle(item) &&
      value !== undefined &&
      showsNumber(text, item.title, String(value)) &&
      plain(csl[part]) !== plain(String(value))
    )
      wrong.push(part)
  }
  const pages = item.page === undefined ? undefined : String(item.page)
  const first = pages?.split(/[-–]/)[0]
  if (
    first &&
    showsNumber(text, item.title, first) &&
    plain((csl.page ?? csl.number ?? '').replace(/^Article /, '').split(/[-–]/)[0]) !== plain(first)
  )
    wrong.push('page')
  const dois = findIdentifiers(text).map(({ kind, value }) => (kind === 'doi' ? value : undefined))
  if (item.DOI && has(item.DOI) && !dois.includes(item.DOI.toLowerCase())) wrong.push('DOI')
  return wrong
}

/** Particles go with the family or stay with the given name, by style. */
function sameName(read: string, gold: string): boolean {
  return read === gold || read.endsWith(gold) || gold.endsWith(read)
}

/** Shown behind the title and outside of identifiers. */
function showsNumber(text: string, title: string | undefined, value: string): boolean {
  const bare = text.replace(/https?:\/\/\S+|doi: ?\S+|PM(?:C?ID)[^.]*/g, '')
  const behind = title ? bare.slice(bare.toLowerCase().indexOf(title.toLowerCase().slice(-12)) + 12) : bare
  const escaped = value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/[-–]/g, '[-–]')
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'u').test(behind)
}

function renderedTable(): string[] {
  const lines = [
    'CSL items rendered by citeproc and parsed back, whole references right, %. A part counts when the rendered string shows it.',
    '',
    row(['style', 'articles', 'n', ...PARTS, 'other types', 'n']),
    `|${'---|'.repeat(PARTS.length + 5)}`,
  ]
  for (const style of STYLES) {
    const items = renderedItems(style)
    const results = items.map((rendered) => ({ rendered, wrong: wrongParts(rendered, parseEntry(rendered.text)) }))
    const articles = results.filter(({ rendered }) => isArticle(rendered.item))
    const others = results.filter(({ rendered }) => !isArticle(rendered.item))
    const whole = (list: typeof results) => percentOf(list.filter(({ wrong }) => wrong.length === 0).length, list.length)
    const parts = PARTS.map((part) => percentOf(articles.filter(({ wrong }) => !wrong.includes(part)).length, articles.length))
    lines.push(row([style, whole(articles), articles.length, ...parts, whole(others), others.length]))
  }
  return [...lines, '']
}

interface HandLabel {
  sha1: string
  type: string
  /** Offsets into the string, by CSL name; several ranges for authors. */
  fields: Record<string, [number, number][]>
  borderline?: boolean
}

function handWrittenTable(): string[] {
  const file = path.join(process.env['MEDLINT_ROOT'] ?? '.', 'bench/labels/references.json')
  if (!existsSync(file)) return []
  const labels = new Map((JSON.parse(readFileSync(file, 'utf8')).entries as HandLabel[]).map((label) => [label.sha1, label]))
  const strings = new Set((readJson('hand-written-medical.json') as { s: string }[]).map(({ s }) => s))
  const order = [...labels.keys()]
  const scores = { all: newScore(), later: newScore() }
  for (const text of strings) {
    const label = labels.get(createHash('sha1').update(text).digest('hex'))
    if (!label || label.type === 'other' || label.borderline) continue
    const shown = fromMarkdown(text)
    const parsed = parseEntry(shown)
    const right = wrongFields(text, label, parsed).length === 0 ? 1 : 0
    const isGated = isCertain({ text: shown, ...parsed }, nodeResources)
    for (const score of order.indexOf(label.sha1) < SEEN ? [scores.all] : [scores.all, scores.later]) {
      score.count++
      score.right += right
      if (label.type === 'article') {
        score.articles++
        score.articlesRight += right
      }
      if (!isGated) continue
      score.gated++
      score.gatedRight += right
    }
  }
  const figures = ({ count, right, articles, articlesRight, gated, gatedRight }: ReturnType<typeof newScore>) =>
    `whole reference right ${percentOf(right, count)} % (articles ${percentOf(articlesRight, articles)} % of ${articles}); the gate of a rewrite covers ${percentOf(gated, count)} % and is right on ${percentOf(gatedRight, gated)} % of them`
  const { all, later } = scores
  return [
    `Hand-written entries of medical Markdown (${all.count} distinct ones that are references, labelled by hand): ${figures(all)}. The ${later.count} of them by which the grammar was not corrected: ${figures(later)}.`,
    '',
  ]
}

/** Labels by whose entries the grammar was corrected; they come first. */
const SEEN = 118

const newScore = () => ({ count: 0, right: 0, articles: 0, articlesRight: 0, gated: 0, gatedRight: 0 })

/** Emphasis, links and escapes as the reader sees them; addresses stay, as in a text view. */
function fromMarkdown(text: string): string {
  return text
    .replace(/\\([[\]*_])/g, '$1')
    .replace(/\[([^[\]]*)\]\((?:[^()]|\([^()]*\))*\)/g, '$1')
    .replace(/(\*\*|__|(?<![\p{L}\p{N}])[*_]|[*_](?![\p{L}\p{N}]))/gu, '')
    .trim()
}

/** Names of the fields that differ from the label. */
function wrongFields(text: string, { fields }: HandLabel, { csl }: ParsedEntry): string[] {
  const gold = (name: string) => fields[name]?.map(([start, end]) => text.slice(start, end)) ?? []
  const wrong: string[] = []
  const names = gold('author').map(plain)
  const read = (csl.author ?? []).map((name) => plain('family' in name ? `${name.family}${name.given ?? ''}` : name.literal))
  if (
    names.filter((name) => !read.some((other) => sameName(other, name))).length > groupsIn(gold('author')) ||
    read.length > names.length
  )
    wrong.push('author')
  if (gold('title').length > 0 && plain(gold('title')[0]) !== plain(csl.title)) wrong.push('title')
  if (gold('container').length > 0 && plain(gold('container')[0]) !== plain(csl['container-title'])) wrong.push('container-title')
  if (gold('year').length > 0 && Number(gold('year')[0]) !== csl.issued?.['date-parts'][0]?.[0]) wrong.push('issued')
  for (const [name, field] of [
    ['volume', 'volume'],
    ['issue', 'issue'],
    ['pages', 'page'],
    ['publisher', 'publisher'],
  ] as const)
    if (gold(name).length > 0 && plain(gold(name)[0]) !== plain(csl[field])) wrong.push(field)
  return wrong
}

/** Groups behind the persons may be left out of the names. */
function groupsIn(names: readonly string[]): number {
  return names.length < 2
    ? 0
    : names.filter((name) =>
        /\b(?:Group|Investigators|Committee|Collaborat\w+|Network|Society|College|Association|Force|Consortium|Council|Trial|Study)\b/.test(
          name,
        ),
      ).length
}

/** Style strings: the name of each file is the style. */
function styleTable(): string[] {
  const lines = [
    'Style recognition: what entries of a style are called, %. Strings without a word, such as `(n.d.).`, are left out.',
    '',
    row(['entries of', 'n', 'APA', 'AMA', 'NLM', 'Nature', 'other']),
    '|---|---|---|---|---|---|---|',
  ]
  const sets: [string, string[]][] = STYLES.map((style) => [`${style} (rendered)`, renderedItems(style).map(({ text }) => text)])
  for (const file of readdirSync(data('style-strings')).sort()) {
    if (!file.endsWith('.csv')) continue
    const strings = readFileSync(data(`style-strings/${file}`), 'utf8')
      .trim()
      .split('\n')
      .map(csvString)
      .filter((text) => /\p{L}{3}/u.test(text))
    sets.push([file.replace('.csv', ''), strings])
  }
  for (const [name, strings] of sets) {
    const found = strings.map((text) => parseEntry(text).style)
    const share = (...styles: string[]) => percentOf(found.filter((style) => styles.includes(style)).length, found.length)
    lines.push(row([name, found.length, share('apa'), share('ama'), share('nlm'), share('nature'), share('web', 'unknown')]))
  }
  return [...lines, '']
}

function csvString(line: string): string {
  const value = line.split(',').slice(2).join(',')
  return (value.startsWith('"') ? value.slice(1, -1).replaceAll('""', '"') : value).replace(/^(?:\(\d+\)|\[\d+\]|\d+\.) ?/, '')
}

function speedLine(): string[] {
  const texts = renderedItems('american-medical-association').map(({ text }) => text)
  const thousand = Array.from({ length: 1000 }, (_, index) => texts[index % texts.length]!)
  for (const text of thousand) parseEntry(text)
  const started = performance.now()
  for (const text of thousand) parseEntry(text)
  return [`1,000 entries parsed in ${Math.round(performance.now() - started)} ms, warm.`]
}
