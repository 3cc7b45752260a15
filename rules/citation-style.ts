import { defineRule } from '../src/lint/define-rule.ts'
import { sentenceAt } from '../src/post/claims/support.ts'
import { isListPage } from '../src/post/references/list-page.ts'
import type { Citation, Post, ReferenceEntry, Sentence } from '../src/post/types.ts'

type System = 'numeric' | 'author-year' | 'inline-link' | 'footnote'

interface Options {
  system: 'auto' | System
  order: boolean
}

const NAMES: Record<System, string> = {
  numeric: 'numbers',
  'author-year': 'author and year',
  'inline-link': 'links',
  footnote: 'footnotes',
}

export default defineRule<Options>({
  id: 'citation-style',
  family: 'citations',
  purpose: 'one in-text system, numbers in order',
  type: 'problem',
  severity: 'warn',
  fix: 'none',
  wave: 1,
  standards: [
    { key: 'AMA', clause: 'citation order', status: 'to-verify' },
    { key: 'ICMJE', clause: 'References', status: 'partly' },
  ],
  messages: {
    order: {
      text: 'Number citations in order of first use: expected [{expected}].',
      note: 'References are numbered consecutively in the order in which the text first mentions them (ICMJE).',
    },
    system: {
      text: 'Use one citation system; most markers here are {system}.',
      note: 'A reader looks for a number among names, or a name among numbers, in vain.',
    },
    unused: {
      text: 'Cite these entries by number, or list them without numbers.',
      note: 'The numbers of this list stand nowhere in the text.',
    },
  },
  schema: {
    type: 'object',
    properties: {
      system: {
        enum: ['auto', 'numeric', 'author-year', 'inline-link', 'footnote'],
        description: 'The system to use; `auto` is what most markers of the page use.',
      },
      order: { type: 'boolean', description: 'Numbers come in order of first use.' },
    },
  },
  defaultOptions: { system: 'auto', order: true },
  check(post, { options, report }) {
    if (isListPage(post)) return
    const markers = post.citations.filter(pointsIntoList)
    if (options.order) {
      const wrong = firstOutOfOrder(post, markers)
      if (wrong) report({ at: wrong.marker, message: 'order', data: { expected: wrong.expected } })
    }
    const stray = firstOfMinority(post, markers, options.system)
    if (stray) report({ at: stray.marker, message: 'system', data: { system: NAMES[stray.system] } })
    const { heading, container, entries } = post.references
    const linked = post.citations.some(({ kind, references }) => kind === 'link' && references.length > 0)
    if (heading && container === 'ordered' && entries.length > 0 && markers.length === 0 && linked)
      report({ at: { start: heading.start, end: heading.end }, message: 'unused' })
  },
})

function systemOf({ kind }: Citation): System {
  if (kind === 'author-year') return 'author-year'
  if (kind === 'footnote' || kind === 'key') return 'footnote'
  return kind === 'numeric' || kind === 'superscript' ? 'numeric' : 'inline-link'
}

/** Markers that an entry answers; links beside a list are another way to help the reader, unless asked for. */
function pointsIntoList(citation: Citation): boolean {
  return citation.references.length > 0 && systemOf(citation) !== 'inline-link'
}

/** The first marker that introduces a number before a smaller one had its turn. */
function firstOutOfOrder(post: Post, markers: readonly Citation[]): { marker: Citation; expected: number } | undefined {
  const numeric = markers.filter((marker) => systemOf(marker) === 'numeric')
  const listed = post.references.entries.filter(({ optional }) => !optional)
  if (numeric.length < 2 || isAlphabetical(listed)) return undefined
  const seen = new Set<number>()
  let expected = listed[0]?.number ?? 1
  for (const marker of numeric) {
    for (const number of marker.numbers) {
      if (seen.has(number)) continue
      if (number !== expected) return number > expected ? { marker, expected } : undefined
      seen.add(number)
      expected++
    }
  }
  return undefined
}

/** So many entries in alphabetical order are a habit: there numbers follow the names (some journals ask for it). */
const SORTED = 4

function isAlphabetical(entries: readonly ReferenceEntry[]): boolean {
  const names = entries.map(({ text }) => text.slice(0, 12).toLowerCase())
  return names.length >= SORTED && names.every((name, index) => index === 0 || names[index - 1]! <= name)
}

function firstOfMinority(
  post: Post,
  markers: readonly Citation[],
  wanted: Options['system'],
): { marker: Citation; system: System } | undefined {
  const counts = new Map<System, number>()
  for (const marker of markers) counts.set(systemOf(marker), (counts.get(systemOf(marker)) ?? 0) + 1)
  const [best, second] = [...counts].sort((a, b) => b[1] - a[1])
  const system = wanted === 'auto' ? best?.[0] : wanted
  if (!system || (wanted === 'auto' && (!second || best![1] === second[1]))) return undefined
  const company = countBySentence(post, markers)
  const marker = markers.find((each) => systemOf(each) !== system && !standsInProse(post, each, company))
  return marker && { marker, system }
}

function countBySentence(post: Post, markers: readonly Citation[]): Map<Sentence | undefined, number> {
  const counts = new Map<Sentence | undefined, number>()
  for (const marker of markers) {
    const sentence = sentenceAt(post.evidence, marker.block, marker.textStart)
    counts.set(sentence, (counts.get(sentence) ?? 0) + 1)
  }
  return counts
}

/** `Roy et al. (2019) found [3]`: beside another marker the name is prose. */
function standsInProse(post: Post, marker: Citation, company: ReadonlyMap<Sentence | undefined, number>): boolean {
  if (systemOf(marker) !== 'author-year') return false
  const sentence = sentenceAt(post.evidence, marker.block, marker.textStart)
  return sentence !== undefined && company.get(sentence)! > 1
}
