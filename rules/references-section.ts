import { defineRule } from '../src/lint/define-rule.ts'
import { isListPage } from '../src/post/references/list-page.ts'
import { wholeHeading } from '../src/post/references/regions.ts'
import type { Citation, Post, Range } from '../src/post/types.ts'

interface Options {
  headings: string[]
  minSources: number
  inlineOk: boolean
  minClaims: number
}

export default defineRule<Options>({
  id: 'references-section',
  family: 'references',
  purpose: 'cited evidence is listed',
  type: 'problem',
  severity: 'warn',
  fix: 'none',
  wave: 1,
  standards: [{ key: 'JAMA', clause: 'Attribution', status: 'checked' }],
  messages: {
    missing: {
      text: 'Add a reference list for the {n} {works} cited here.',
      note: 'Readers should find every source in one place (JAMA benchmark: attribution).',
    },
    empty: {
      text: 'List the sources under this heading or remove it.',
      note: 'A heading without entries promises sources that are not there.',
    },
    noSources: {
      text: 'Add sources: {n} claims, none cited.',
      severity: 'error',
      note: 'A page that makes medical claims names its sources (JAMA benchmark: attribution).',
    },
  },
  schema: {
    type: 'object',
    properties: {
      headings: {
        type: 'array',
        items: { type: 'string', minLength: 1 },
        description: 'Headings that also start a reference list.',
      },
      minSources: { type: 'integer', minimum: 1, description: 'Works cited before a list is asked for.' },
      inlineOk: { type: 'boolean', description: 'Links in the text are enough; no list is asked for.' },
      minClaims: {
        type: 'integer',
        minimum: 1,
        description: 'Claims of high confidence before a page without any source is reported.',
      },
    },
  },
  defaultOptions: {
    headings: ['References', 'Sources', 'Bibliography', 'Literature'],
    minSources: 1,
    inlineOk: false,
    minClaims: 3,
  },
  check(post, { options, report }) {
    const { entries, external } = post.references
    if (external || entries.some(({ optional }) => !optional)) return reportEmpty(post, report)
    if (ownList(post, options.headings)) return
    if (!post.citations.some(isSource)) {
      const claims = post.claims.filter(({ level }) => level === 'high').length
      if (entries.length === 0 && claims >= options.minClaims) {
        return report({ at: titleOf(post), message: 'noSources', data: { n: claims } })
      }
    }
    reportEmpty(post, report)
    const works = options.inlineOk || isListPage(post) ? [] : citedWorks(post.citations)
    if (works.length >= options.minSources && post.references.headings.length === 0) {
      const data = { n: works.length, works: works.length === 1 ? 'work' : 'works' }
      report({ at: works[0]!, message: 'missing', data, lower: works.length < FEW_WORKS ? 1 : 0 })
    }
  },
})

/** Readers keep track of one or two linked works without a list: a hint is enough. */
const FEW_WORKS = 3

type Report = (finding: { at: Range; message: string }) => void

function reportEmpty(post: Post, report: Report): void {
  const { entries, external, headings } = post.references
  if (external) return
  for (const heading of headings) {
    if (heading.zone !== 'heading') continue
    const section = post.sections.find((each) => each.heading === heading)
    if (!section || entries.some(({ start }) => start >= section.start && start < section.end)) continue
    const content = post.text.slice(heading.end, section.end).replace(/<!--[\s\S]*?-->/g, '')
    if (/^[\s#*_-]*$/.test(content)) report({ at: wholeHeading(post.text, heading), message: 'empty' })
  }
}

/** A section under one of the configured headings that has content, whatever its form. */
function ownList(post: Post, headings: readonly string[]): boolean {
  const wanted = new Set(headings.map((title) => title.toLowerCase()))
  return post.sections.some(({ title, heading, end }) => {
    if (!wanted.has(title.trim().toLowerCase().replace(/:$/, ''))) return false
    return post.blocks.some((block) => block.start > heading.end && block.start < end && block.zone !== 'heading')
  })
}

function isSource({ kind, references }: Citation): boolean {
  return kind === 'link' || kind === 'identifier' || kind === 'key' || references.length > 0
}

/** Works a reader would look for in a list: scholarly links, identifiers, author-year. Cite keys are listed by their tool. */
function citedWorks(citations: readonly Citation[]): Citation[] {
  const seen = new Set<string>()
  return citations.filter((citation) => {
    const name = workName(citation)
    if (name === undefined || seen.has(name) || isGivenInFull(citation)) return false
    seen.add(name)
    return true
  })
}

/** Year, volume and pages: `2018;7(2):11-15`, `2004: 292(7); 807-20`, `7(2), 11-15`. */
const SOURCE_PART =
  /(?:\b(?:1[89]|20)\d{2}(?: [A-Z][a-z]{2}(?: \d{1,2})?)?\s?[;:,]\s?\d{1,4}\s?(?:\(\d[^()]{0,12}\))?|\b\d{1,4}\s?\(\d{1,4}\))\s?[;:,]\s?[A-Za-z]{0,3}\d/
/** Links that stand behind a reference written out in the text. */
const LABEL = /^[\s[\]]*(?:pubmed|medline|full[ -]?text|abstract|pdf|doi|html format|pdf format|pmid:? ?\d*)[\s[\]]*$/i
const AVAILABLE_BEFORE = /\bavailable (?:from|at|in)\s*:?\s*[<([]*$/i

/** A page that writes the whole reference where it cites the work has nothing left to list. */
function isGivenInFull({ block, textStart, link }: Citation): boolean {
  if (link && LABEL.test(link.text)) return true
  return SOURCE_PART.test(block.text) || AVAILABLE_BEFORE.test(block.text.slice(0, textStart))
}

function workName({ kind, ids, link, author, year }: Citation): string | undefined {
  if (kind === 'author-year') return `${author} ${year}`
  if (kind === 'link' && link?.kind !== 'scholarly') return undefined
  if (kind !== 'link' && kind !== 'identifier') return undefined
  const named = ids.doi ?? ids.pmid ?? ids.pmcid ?? ids.nct
  // The home page of a journal is no work.
  return named ?? (ids.url && /[/?]/.test(ids.url) ? ids.url : undefined)
}

function titleOf(post: Post): Range {
  const heading = post.frontmatter.entries.get('title') ? undefined : post.blocks.find(({ zone }) => zone === 'heading')
  return heading ? wholeHeading(post.text, heading) : post.titleRange
}
