import { defineRule } from '../src/lint/define-rule.ts'
import {
  entryType,
  hasAccessDate,
  hasIdentifier,
  isBareAddress,
  missingParts,
  PARTS,
  type PartNames,
} from '../src/post/references/completeness.ts'
import { openBracket, runsBackwards } from '../src/post/references/slips.ts'
import type { Range, ReferenceEntry } from '../src/post/types.ts'

interface Options {
  byType: PartNames
  requireIdentifier: boolean
}

export default defineRule<Options>({
  id: 'reference-complete',
  family: 'references',
  purpose: 'entries have the parts a reader needs',
  type: 'problem',
  severity: 'warn',
  fix: 'none',
  wave: 1,
  standards: [
    { key: 'NLM', status: 'to-verify' },
    { key: 'ICMJE', clause: 'References', status: 'partly' },
  ],
  messages: {
    missing: { text: 'Add {parts} to this reference.', note: 'Without these parts a reader cannot find the work (ICMJE).' },
    bare: {
      text: 'Add the author or site and the title to the {n} bare addresses of this list.',
      note: 'Without these parts a reader cannot find the work when its address changes (ICMJE).',
    },
    accessDate: {
      text: 'Add {parts} to this reference.',
      severity: 'info',
      note: 'Web pages change; other entries of this list say when they were read.',
    },
    stopped: {
      text: 'Check the punctuation of this reference: expected {expected}.',
      note: 'The entry cannot be read on from that spot.',
    },
    bracket: { text: 'Close the "{mark}" of this reference, or remove it.', note: 'What an open bracket holds cannot be told.' },
    pages: { text: 'Check the pages: {pages} runs backwards.', note: 'The last page of a work comes after its first.' },
    identifier: {
      text: 'Add an identifier (DOI, PMID) to this reference.',
      note: 'An identifier finds the work even when its address changes.',
    },
  },
  schema: {
    type: 'object',
    properties: {
      byType: {
        type: 'object',
        description: 'Parts asked for by type of entry.',
        properties: {
          article: { type: 'array', items: { enum: PARTS.article } },
          web: { type: 'array', items: { enum: PARTS.web } },
          book: { type: 'array', items: { enum: PARTS.book } },
        },
        additionalProperties: false,
      },
      requireIdentifier: { type: 'boolean', description: 'Articles need a DOI, PMID or PMCID.' },
    },
  },
  defaultOptions: { byType: PARTS, requireIdentifier: false },
  check(post, { options, report }) {
    const { entries, container } = post.references
    if (container === 'frontmatter') return
    const accessDates = entries.some((entry) => entry.csl.type === 'webpage' && hasAccessDate(entry))
    const bare = entries.filter((entry) => !entry.optional && isBareAddress(entry))
    const together = bare.length >= REPEATED && missingParts(bare[0]!, options.byType, false) !== undefined
    if (together) {
      const [first, ...others] = bare.map(({ start, end }) => ({ start, end }))
      const related = others.map((range) => ({ ...range, message: 'Another bare address.' }))
      report({ at: first!, message: 'bare', data: { n: bare.length }, related })
    }
    for (const entry of entries) {
      if (entry.optional || (together && bare.includes(entry))) continue
      const bracket = openBracket(entry)
      if (bracket) {
        const { textOffset, mark } = bracket
        report({ at: entry.rangeOf(textOffset, textOffset + 1), message: 'bracket', data: { mark } })
        continue
      }
      const page = entry.fields['page']
      if (page && runsBackwards(entry)) report({ at: page, message: 'pages', data: { pages: entry.csl.page ?? '' } })
      const stop = entry.stoppedAt
      const at = { start: entry.start, end: entry.end }
      if (stop && entry.csl.author) {
        report({ at, message: 'stopped', data: { expected: stop.expected } })
        continue
      }
      const incomplete = missingParts(entry, options.byType, accessDates)
      if (incomplete) {
        const parts = joined(incomplete.missing)
        const onlyAccess = incomplete.missing.length === 1 && incomplete.missing[0] === 'the access date'
        if (onlyAccess) report({ at: addressOf(entry) ?? at, message: 'accessDate', data: { parts } })
        else report({ at, message: 'missing', data: { parts }, lower: incomplete.minor ? 1 : 0 })
      } else if (options.requireIdentifier && entryType(entry) === 'article' && !hasIdentifier(entry)) {
        report({ at, message: 'identifier' })
      }
    }
  },
})

/** So many bare addresses are one habit, and one message. */
const REPEATED = 4

function addressOf({ identifiers, links }: ReferenceEntry): Range | undefined {
  const mention = identifiers.find(({ kind }) => kind === 'url')
  return mention ? { start: mention.start, end: mention.end } : links.find(({ urlRange }) => urlRange)?.urlRange
}

/** `the year, pages and ...`: one phrase. */
function joined(parts: readonly string[]): string {
  return parts.length === 1 ? parts[0]! : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}
