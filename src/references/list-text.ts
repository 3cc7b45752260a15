/** The reference list of a post to read: what was understood of each entry, and what is missing. */
import { hasIdentifier, missingParts, PARTS } from '../post/references/completeness.ts'
import { workOf } from '../post/references/format/work.ts'
import type { Post, ReferenceEntry } from '../post/types.ts'
import { lineAndColumn } from './line-and-column.ts'

/** Fields in the order in which they are shown. */
const FIELDS = ['title', 'container-title', 'issued', 'volume', 'issue', 'page', 'publisher', 'edition'] as const

const NAMES: Record<string, string> = {
  title: 'title',
  'container-title': 'in',
  issued: 'year',
  volume: 'volume',
  issue: 'issue',
  page: 'pages',
  publisher: 'publisher',
  edition: 'edition',
}
const NAME_WIDTH = 11

export function listText(post: Post, shown: string, columns: number): string {
  const { entries, style, container } = post.references
  if (entries.length === 0) return `${shown}: no references.\n\n`
  const head = `${shown}: ${entries.length === 1 ? '1 entry' : `${entries.length} entries`} (${container}), style: ${style}`
  return `${[head, ...entries.map((entry) => entryText(post, entry, columns))].join('\n\n')}\n\n`
}

function entryText(post: Post, entry: ReferenceEntry, columns: number): string {
  const { number, label, csl, style, confidence, text, stoppedAt, parsed } = entry
  const work = workOf(text, parsed)
  const name = number === undefined ? (label === undefined ? '-' : `[^${label}]`) : `${number}.`
  const lines: [string, string][] = []
  if (csl.author) {
    const names = csl.author.map((author) =>
      'family' in author ? [author.family, author.given].filter(Boolean).join(' ') : author.literal,
    )
    lines.push(['authors', names.join(', ') + (work.cut === 'no' ? '' : ' (cut short)')])
  }
  for (const field of FIELDS) {
    const value = field === 'issued' ? csl.issued?.['date-parts'][0]?.[0] : csl[field]
    if (value !== undefined) lines.push([NAMES[field]!, String(value)])
  }
  if (work.doi) lines.push(['DOI', work.doi])
  if (csl.PMID) lines.push(['PMID', csl.PMID])
  if (csl.PMCID) lines.push(['PMCID', csl.PMCID])
  if (csl.URL && !work.doi) lines.push(['URL', csl.URL])
  const missing = missingOf(entry)
  if (missing.length > 0) lines.push(['missing', missing.join(', ')])
  if (stoppedAt) lines.push(['unread', `expected ${stoppedAt.expected} at ${lineAndColumn(post.text, stoppedAt.offset)}`])
  const head = `  ${name} line ${lineAndColumn(post.text, entry.start).split(':')[0]}, ${csl.type}, ${style}, confidence ${confidence}`
  if (lines.length === 0) lines.push(['text', text.slice(0, columns)])
  return [head, ...lines.map(([field, value]) => `     ${field.padEnd(NAME_WIDTH)}${value}`)].join('\n')
}

/** In words; nothing for an entry that cannot be judged. */
function missingOf(entry: ReferenceEntry): string[] {
  const missing = missingParts(entry, PARTS, false)?.missing ?? []
  const isArticle = entry.csl.type === 'article-journal'
  return isArticle && !hasIdentifier(entry) ? [...missing, 'an identifier (DOI, PMID)'] : missing
}

/** The same as data: CSL-JSON and the ranges of its fields in the source. */
export function listData(post: Post) {
  const { entries, style, container, start, end } = post.references
  return {
    start,
    end,
    container,
    style,
    entries: entries.map((entry) => ({
      start: entry.start,
      end: entry.end,
      number: entry.number ?? null,
      label: entry.label ?? null,
      text: entry.text,
      csl: entry.csl,
      fields: entry.fields,
      style: entry.style,
      confidence: entry.confidence,
      authorsCut: workOf(entry.text, entry.parsed).cut !== 'no',
      missing: missingOf(entry),
      stoppedAt: entry.stoppedAt ?? null,
    })),
  }
}
