import { defineRule } from '../src/lint/define-rule.ts'
import { isOnDomain } from '../src/post/links.ts'
import { sameWork } from '../src/post/references/identifiers.ts'
import { isListPage } from '../src/post/references/list-page.ts'
import { createResolver, type Resolver } from '../src/post/references/resolve.ts'
import type { Citation, Post, Range } from '../src/post/types.ts'

interface Options {
  kinds: string[]
  idMap: string
}

type Verdict = 'unlisted' | 'undecided'

export default defineRule<Options>({
  id: 'unlisted-citation',
  family: 'references',
  purpose: 'every cited work is in the list',
  type: 'problem',
  severity: 'warn',
  fix: 'none',
  wave: 1,
  needs: ['lock'],
  standards: [{ key: 'ICMJE', clause: 'References', status: 'partly' }],
  messages: {
    unlisted: {
      text: 'Add this work to the reference list.',
      note: 'Every work cited in the text has an entry in the list (ICMJE).',
    },
    undecided: {
      text: 'Cannot verify whether this work is listed.',
      severity: 'info',
      note: 'No entry has an identifier of the same kind; an id map would settle it.',
    },
  },
  schema: {
    type: 'object',
    properties: {
      kinds: {
        type: 'array',
        items: { type: 'string', minLength: 1 },
        description: 'Kinds of links (`scholarly`, `authority`, `other`) and domains that count.',
      },
      idMap: { type: 'string', description: 'File with identifiers that mean the same work.' },
    },
  },
  defaultOptions: { kinds: ['scholarly'], idMap: '.medlint/ids.json' },
  check(post, { options, report }) {
    const { entries, container } = post.references
    if (!entries.some(({ optional }) => !optional) || isListPage(post)) return
    const resolver = createResolver(post)
    const seen = new Set<string>()
    for (const citation of post.citations) {
      const verdict = verdictOn(post, citation, options.kinds, resolver, container)
      if (!verdict) continue
      // One work is one entry to add, however often it is cited.
      const name = JSON.stringify([citation.numbers, citation.author, citation.year, citation.ids])
      if (seen.has(name)) continue
      seen.add(name)
      report({ at: rangeOf(citation), message: verdict })
    }
  },
})

function verdictOn(
  post: Post,
  citation: Citation,
  kinds: readonly string[],
  resolver: Resolver,
  container: string,
): Verdict | undefined {
  const { kind, numbers, references, author, link, ids } = citation
  // Notes stand where the text needs them: a link or number beside them is another way of citing, not a gap in a list.
  if (container === 'footnotes') return undefined
  if (numbers.length > 0) {
    if (container === 'frontmatter') return undefined
    return numbers.every((number) => resolver.hasNumber(number)) || (references.length > 0 && link) ? undefined : 'unlisted'
  }
  if (references.length > 0) return undefined
  if (kind === 'author-year') return resolver.namesAuthors && !isAcronym(author ?? '') ? 'unlisted' : 'undecided'
  if (kind === 'link') return link && counts(link.kind, link.host, kinds) ? byIdentifier(post, ids) : undefined
  return kind === 'identifier' && ids.nct === undefined ? byIdentifier(post, ids) : undefined
}

function counts(kind: string, host: string, kinds: readonly string[]): boolean {
  return (
    kinds.includes(kind) ||
    isOnDomain(
      host,
      kinds.filter((each) => each.includes('.')),
    )
  )
}

function byIdentifier(post: Post, ids: Citation['ids']): Verdict {
  const verdicts = post.references.entries.map((entry) => sameWork(ids, entry.ids, post.project.idMap))
  return verdicts.every((verdict) => verdict === false) ? 'unlisted' : 'undecided'
}

/** `WHO` in the text may be "World Health Organization" in the list. */
function isAcronym(author: string): boolean {
  return /^[A-Z]{2,8}$/.test(author)
}

/** The destination of a link, else the marker. */
function rangeOf({ kind, link, start, end }: Citation): Range {
  return kind === 'link' && link?.urlRange ? link.urlRange : { start, end }
}
