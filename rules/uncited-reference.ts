import { defineRule } from '../src/lint/define-rule.ts'
import { sameWork } from '../src/post/references/identifiers.ts'
import { isListPage } from '../src/post/references/list-page.ts'
import { wholeHeading } from '../src/post/references/regions.ts'
import { foldName } from '../src/post/references/resolve.ts'
import type { Citation, CitationKind, Post, Range, ReferenceEntry } from '../src/post/types.ts'

interface Options {
  furtherReading: string[]
  idMap: string
}

export default defineRule<Options>({
  id: 'uncited-reference',
  family: 'references',
  purpose: 'every entry is cited',
  type: 'problem',
  severity: 'warn',
  fix: 'none',
  wave: 1,
  needs: ['lock'],
  standards: [{ key: 'ICMJE', clause: 'References', status: 'partly' }],
  messages: {
    uncited: {
      text: 'Cite this entry in the text or remove it.',
      note: 'A reader cannot tell which statement this source supports (ICMJE).',
    },
    undecided: {
      text: 'Cannot verify whether this entry is cited (identifiers differ in kind).',
      severity: 'info',
      note: 'The text links a work by another kind of identifier; an id map would settle it.',
    },
    few: {
      text: 'Cite the other {n} of {total} entries in the text or remove them.',
      note: 'A reader cannot tell which statement these sources support (ICMJE).',
    },
    none: {
      text: 'Point to {entries} from the text: nothing cites this list.',
      severity: 'info',
      note: 'A reader cannot tell which statement a source supports (ICMJE).',
    },
  },
  schema: {
    type: 'object',
    properties: {
      furtherReading: {
        type: 'array',
        items: { type: 'string', minLength: 1 },
        description: 'Headings whose entries need no citation.',
      },
      idMap: { type: 'string', description: 'File with identifiers that mean the same work.' },
    },
  },
  defaultOptions: { furtherReading: ['Further reading', 'See also'], idMap: '.medlint/ids.json' },
  check(post, { options, report }) {
    const entries = post.references.entries.filter((entry) => !isOptional(post, entry, options.furtherReading))
    if (entries.length === 0 || isListPage(post)) return
    const { container } = post.references
    const pointing = post.citations.filter(({ references }) => references.length > 0)
    const marked = pointing.some(({ kind }) => MARKERS.has(kind))
    // A template prints lists of the frontmatter; only markers show that the text is meant to cite them.
    if (container === 'frontmatter' && !marked) return
    const cited = new Set(pointing.flatMap(({ references }) => references))
    const uncited = entries.filter(({ index }) => !cited.has(index))
    if (uncited.length === 0) return
    const place = placeOf(post, entries)
    if (uncited.length === entries.length) {
      const data = { entries: entries.length === 1 ? 'this entry' : `these ${entries.length} entries` }
      if (place) report({ at: place, message: 'none', data })
      return
    }
    if (place && container !== 'footnotes' && uncited.length * 2 > entries.length) {
      const data = { n: uncited.length, total: entries.length }
      const related = uncited.map(({ start, end }) => ({ start, end, message: 'Nothing cites this entry.' }))
      report({ at: place, message: 'few', data, related, lower: marked ? 0 : 1 })
      return
    }
    const open = post.citations.filter(
      ({ references, kind, link }) => references.length === 0 && (kind === 'identifier' || link?.kind === 'scholarly'),
    )
    for (const entry of uncited) {
      const message = isUndecided(post, entry, open) ? 'undecided' : 'uncited'
      report({ at: { start: entry.start, end: entry.end }, message })
    }
  },
})

/** Citations made for a list. A link or a name may hit an entry by chance. */
const MARKERS: ReadonlySet<CitationKind> = new Set(['numeric', 'superscript', 'footnote', 'key'])

function isOptional(post: Post, entry: ReferenceEntry, furtherReading: readonly string[]): boolean {
  if (entry.optional) return true
  const titles = furtherReading.map((title) => title.toLowerCase())
  return post.sections.some(
    ({ start, end, title }) => start <= entry.start && entry.start < end && titles.includes(title.trim().toLowerCase()),
  )
}

/** The heading, or the first entry of a list without one; nothing for lists in the frontmatter, which a template prints. */
function placeOf(post: Post, entries: readonly ReferenceEntry[]): Range | undefined {
  const { heading, container } = post.references
  if (container === 'frontmatter') return undefined
  if (heading) {
    const line = heading.text.split('\n', 1)[0]!.length
    return heading.zone === 'heading' ? wholeHeading(post.text, heading) : heading.rangeOf(0, line)
  }
  return container === 'footnotes' ? entries[0] : undefined
}

function isUndecided(post: Post, entry: ReferenceEntry, open: readonly Citation[]): boolean {
  if (open.some(({ ids }) => sameWork(ids, entry.ids, post.project.idMap) === undefined)) return true
  return isNamed(post, entry)
}

/** "The study by Park" names the entry although no marker does. */
function isNamed(post: Post, entry: ReferenceEntry): boolean {
  const [author] = entry.csl.author ?? []
  if (!author || !('family' in author) || author.family.length < 4) return false
  const name = foldName(author.family)
  return post.prose.some(
    ({ text }) =>
      text.includes(author.family) && new RegExp(`(?<![\\p{L}])${escaped(name)}(?![\\p{L}])`, 'u').test(foldName(text)),
  )
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
