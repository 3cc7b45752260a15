/**
 * Conversion between styles: an entry rendered by citeproc in one style, read and written in another, against citeproc's
 * rendering of the fields that the first string shows.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { nodeResources } from '../../src/cli/resources.ts'
import { applyEdits } from '../../src/lint/fixes.ts'
import { parsePortable } from '../../src/portable-parser.ts'
import { createPost } from '../../src/post/post.ts'
import { leftOver, unreadPart } from '../../src/post/references/format/gate.ts'
import {
  formatWork,
  REFERENCE_STYLES,
  type ReferenceStyle,
  STYLE_NAMES,
  type Work,
  workOf,
} from '../../src/post/references/format/index.ts'
import { journalKey, journalOf } from '../../src/post/references/journals.ts'
import { parseEntry } from '../../src/post/references/parse-entry.ts'
import { rewriteList } from '../../src/references/rewrite-list.ts'
import { type Item, isArticle, type Rendered, render, renderedItems, type Style } from '../references/rendered.ts'
import { percent, row } from './table.ts'

const SHEETS: Record<ReferenceStyle, Style> = {
  apa: 'apa',
  ama: 'american-medical-association',
  nlm: 'nlm-citation-sequence',
}

const PAIRS: [ReferenceStyle, ReferenceStyle][] = [
  ['apa', 'ama'],
  ['apa', 'nlm'],
  ['nlm', 'ama'],
  ['ama', 'nlm'],
  ['ama', 'apa'],
  ['nlm', 'apa'],
]

const SAME: [ReferenceStyle, ReferenceStyle][] = [
  ['apa', 'apa'],
  ['ama', 'ama'],
  ['nlm', 'nlm'],
]

export interface Conversion {
  source: string
  expected: string
  converted: string
  gated: boolean
}

/** Letters that tell works of one year apart depend on the list, not on the work. */
const read = (text: string): Work => ({ ...workOf(text, parseEntry(text)), letter: '' })
const write = (work: Work, style: ReferenceStyle) => formatWork(work, style, { resources: nodeResources })
const withoutLetter = (text: string) => text.replace(/\((\d{4}|n\.d\.)-?[a-z]\)/, '($1)')

function isGated(text: string): boolean {
  const parsed = parseEntry(text)
  return !unreadPart(text, parsed, nodeResources) && !leftOver(text, parsed, [])
}

/** Articles of the set converted, with what citeproc makes of the fields the source shows. */
export function conversions(from: ReferenceStyle, to: ReferenceStyle): Conversion[] {
  const sources = renderedItems(SHEETS[from]).filter(({ item }) => isArticle(item))
  const expected = render(
    SHEETS[to],
    sources.map((rendered) => shownItem(rendered, from)),
  )
  return sources.map(({ text }, index) => {
    const source = withoutLetter(text)
    return {
      source,
      expected: withoutLetter(expected[index]!),
      converted: write(read(source), to),
      gated: isGated(source),
    }
  })
}

interface Extra {
  PMCID?: string
  accessed?: unknown
  journalAbbreviation?: string
}

/** The item with only what a style prints of it. */
function shownItem({ item }: Rendered, style: ReferenceStyle): Item {
  const { DOI, URL, PMID, issued, author = [], ...rest } = item
  const {
    PMCID,
    accessed: _accessed,
    'container-title-short': _short,
    journalAbbreviation: _own,
    ...others
  } = rest as typeof rest & Extra
  const parts = issued?.['date-parts'][0] ?? []
  const short = journalOf(others['container-title'] ?? '', nodeResources)?.abbreviation
  const shown: Item & { PMCID?: string } = {
    ...others,
    author,
    ...(issued
      ? {
          issued: {
            'date-parts': [style === 'nlm' || (style === 'ama' && !others.volume && !others.issue) ? parts : parts.slice(0, 1)],
          },
        }
      : {}),
    ...(DOI ? { DOI } : URL && !(style === 'nlm' && PMID) ? { URL } : {}),
    ...(style === 'nlm' && PMID ? { PMID } : {}),
    ...(style === 'nlm' && PMCID ? { PMCID } : {}),
  }
  return short === undefined ? shown : { ...shown, 'container-title-short': short }
}

/** Names behind "et al." are gone: such entries can only be compared when both styles cut at the same place. */
function isCut({ source }: Conversion): boolean {
  return / et al\b|…/.test(source)
}

export function conversionTable(): string[] {
  const lines = [
    'Conversion of rendered articles, string equal to what citeproc makes of the fields that the source shows, %. Dashes of page ranges count as one (manuals differ); "uncut": entries whose author list is whole in the source.',
    '',
    row([
      'from',
      'to',
      'articles',
      'exact',
      'uncut',
      'exact',
      'behind the gate',
      'exact',
      'exact but for what the source cannot show',
      'same when read again',
    ]),
    `|${'---|'.repeat(10)}`,
  ]
  const share = (list: readonly Conversion[], test: (each: Conversion) => boolean) =>
    list.length === 0 ? '-' : percent(list.filter(test).length / list.length)
  for (const [from, to] of [...PAIRS, ...SAME]) {
    const all = conversions(from, to)
    const uncut = all.filter((each) => !isCut(each))
    const gated = all.filter(({ gated: passes }) => passes)
    lines.push(
      row([
        from,
        to,
        all.length,
        share(all, isExact),
        uncut.length,
        share(uncut, isExact),
        gated.length,
        share(gated, isExact),
        share(gated, isExactButForHidden),
        share(all, (each) => readsTheSame(each, to)),
      ]),
    )
  }
  return [...lines, '', ...roundTripLines(), ...handWrittenLines(), ...gateLines()]
}

export function isExact({ expected, converted }: Conversion): boolean {
  return oneDash(expected) === oneDash(converted)
}

/** AMA and NLM show neither hyphens between initials nor a journal's own capitals and article. */
function isExactButForHidden({ expected, converted }: Conversion): boolean {
  const plain = (text: string) =>
    oneDash(text)
      .replace(/(?<=\p{Lu}\.)-/gu, ' ')
      .replace(/\bthe /gi, '')
      .toLowerCase()
  return plain(expected) === plain(converted)
}

function oneDash(text: string): string {
  return text.replace(/[–]/g, '-').replace(/Article (?=[a-z]+\d)/i, '')
}

/** What a formatted entry gives when it is read and written once more. */
function readsTheSame({ converted }: Conversion, style: ReferenceStyle): boolean {
  return write(read(converted), style) === converted
}

/** APA -> AMA -> APA: what is left of each field. */
function roundTripLines(): string[] {
  const articles = renderedItems('apa').filter(({ item }) => isArticle(item))
  const lost = new Map<string, number>()
  let whole = 0
  for (const { text } of articles) {
    const before = read(withoutLetter(text))
    const after = read(write(read(write(before, 'ama')), 'apa'))
    const wrong = (Object.keys(before) as (keyof Work)[]).filter((name) => !isKept(name, before, after))
    if (wrong.length === 0) whole++
    for (const name of wrong) lost.set(name, (lost.get(name) ?? 0) + 1)
  }
  const losses = [...lost].map(([name, count]) => `${name} ${count}`).join(', ')
  return [
    `APA to AMA and back, ${articles.length} articles: ${percent(whole / articles.length)} % keep every field but names that "et al." cut and hyphens between initials${losses === '' ? '' : ` (lost: ${losses})`}.`,
    '',
  ]
}

function isKept(name: keyof Work, before: Work, after: Work): boolean {
  if (name === 'cut' || name === 'numbered') return true
  if (name === 'authors') {
    const names = (work: Work) => JSON.stringify(work.authors).replace(/[-. ]/g, '')
    const cut = before.authors.length > 6 || before.cut !== 'no'
    return names(cut ? { ...before, authors: before.authors.slice(0, 3) } : before) === names(after)
  }
  if (name === 'container') return journalKey(before.container ?? '') === journalKey(after.container ?? '')
  const plain = (value: unknown) =>
    JSON.stringify(value ?? null)
      .toLowerCase()
      .replace(/[–-]/g, '-')
  return plain(before[name]) === plain(after[name])
}

const folder = () => path.join(process.env['MEDLINT_SHARED'] ?? '../shared', 'data/references')
const readJson = (name: string) => JSON.parse(readFileSync(path.join(folder(), name), 'utf8'))

/** The hand-written entries as one list: what is rewritten, and whether a second run finds anything left to do. */
function handWrittenLines(): string[] {
  const strings = [...new Set((readJson('hand-written-medical.json') as { s: string }[]).map(({ s }) => s.replace(/\s+/g, ' ')))]
  const markdown = `Text.\n\n## References\n\n${strings.map((text) => `- ${text}`).join('\n')}\n`
  const postOf = (text: string) =>
    createPost(text, { parse: (source, { mdx }) => parsePortable(source, { mdx }), resources: nodeResources })
  const lines = REFERENCE_STYLES.map((style) => {
    const { edits, changed, untouched } = rewriteList(postOf(markdown), { style, italics: true })
    const again = rewriteList(postOf(applyEdits(markdown, edits)), { style, italics: true })
    const readable = strings.length - untouched.length
    return `${STYLE_NAMES[style]} ${changed.length} rewritten, ${readable - changed.length} as they should be, ${untouched.length} left alone, ${again.edits.length} changed by a second run`
  })
  return [`Hand-written entries of medical Markdown (${strings.length} distinct ones): ${lines.join('; ')}.`, '']
}

interface Grobid {
  s: string
  g: Record<string, string[]>
}

const LABELS = [
  ['title:a', 'title'],
  ['title:j', 'container-title'],
  ['biblScope:vol', 'volume'],
  ['biblScope:issue', 'issue'],
  ['biblScope:pp', 'page'],
] as const

/** Entries of all disciplines that would be rewritten, against their labels; fields without a label count for nothing. */
function gateLines(): string[] {
  const articles = (readJson('grobid-citations.json') as Grobid[]).filter(({ g }) => g['author'] && g['title:a'] && g['title:j'])
  const plain = (text: string) =>
    text
      .normalize('NFKD')
      .replace(/[^\p{L}\p{N}]+/gu, '')
      .toLowerCase()
  let passed = 0
  let right = 0
  for (const { s, g } of articles) {
    const parsed = parseEntry(s)
    if (unreadPart(s, parsed, nodeResources) || leftOver(s, parsed, [])) continue
    passed++
    const differs = LABELS.some(([label, field]) => {
      const gold = g[label]?.join(' ')
      return gold !== undefined && plain(gold) !== plain(parsed.csl[field] ?? '')
    })
    const date = g['date']?.join(' ')
    const year = parsed.csl.issued?.['date-parts'][0]?.[0]
    if (!differs && (date === undefined || date.includes(String(year)))) right++
  }
  return [
    `GROBID citations (${articles.length} articles of all disciplines): ${passed} would be rewritten, ${percent(right / passed)} % of them without a field that contradicts its label.`,
    '',
  ]
}
