import { defineRule } from '../src/lint/define-rule.ts'
import type { Edit, Finding } from '../src/lint/types.ts'
import type { HouseStyle } from '../src/post/references/features.ts'
import { emphasisOf, usualDash } from '../src/post/references/format/list-habits.ts'
import { isRewritten, rewriteEntry } from '../src/post/references/format/rewrite.ts'
import { type Deviation, deviationsOf, houseStyleOf, NAMED_STYLES, type StyleName } from '../src/post/references/house-style.ts'
import { habitsOf, problemOf } from '../src/post/references/identifier-problems.ts'
import { styleVector } from '../src/post/references/style-vector.ts'
import { type Change, changeFor, wordingOf } from '../src/post/references/style-wording.ts'
import type { Post, Range, ReferenceEntry } from '../src/post/types.ts'

interface Options {
  style: 'auto' | StyleName
  minEntries: number
  majority: number
  dash: 'any' | 'hyphen' | 'en'
}

const NAMES: Record<string, string> = { ama: 'AMA', apa: 'APA', nlm: 'NLM', nature: 'Nature' }

export default defineRule<Options>({
  id: 'reference-style',
  family: 'references',
  purpose: 'one style per list',
  type: 'suggestion',
  severity: 'info',
  fix: 'safe',
  wave: 1,
  standards: [
    { key: 'AMA', status: 'partly' },
    { key: 'APA', status: 'to-verify' },
    { key: 'NLM', status: 'to-verify' },
  ],
  messages: {
    feature: {
      text: "Use the list's style ({style}) here: {feature}.",
      note: 'Where all entries look alike, a reader finds author, year and journal at a glance, and a missing part shows.',
    },
    journal: {
      text: 'Write the journal as "{journal}".',
      note: 'The catalogue of the NLM knows no journal of this name; one form makes entries comparable.',
    },
  },
  schema: {
    type: 'object',
    properties: {
      style: {
        enum: ['auto', 'ama', 'apa', 'nlm'],
        description: 'The style to use; `auto` is what most entries of the list use.',
      },
      minEntries: { type: 'integer', minimum: 2, description: 'So many entries must show a feature to make it a style.' },
      majority: { type: 'number', minimum: 0.5, maximum: 1, description: 'Share of the entries that makes a feature a style.' },
      dash: { enum: ['any', 'hyphen', 'en'], description: 'Dash between pages; `any` is what most entries use.' },
    },
  },
  defaultOptions: { style: 'auto', minEntries: 3, majority: 0.6, dash: 'any' },
  check(post, { options, report, isEnabled }) {
    const { references } = post
    if (references.container === 'frontmatter') return
    const entries = references.entries.filter(({ optional }) => !optional)
    const vectors = entries.map((entry) => styleVector(post, entry))
    const house = houseOf(vectors, options)
    const name = options.style === 'auto' ? NAMES[references.style] : NAMES[options.style]
    const style = name ?? 'that of most entries'
    const target = options.style === 'auto' ? styleNamed(references.style) : options.style
    const named = target && NAMED_STYLES[target]
    const habits = isEnabled('reference-identifier') ? habitsOf(post, { form: 'auto', autolink: true }) : undefined
    const isOwned = (entry: ReferenceEntry) =>
      habits !== undefined && entry.identifiers.some((mention) => problemOf(post.text, entry, mention, habits) !== undefined)
    for (const [index, entry] of entries.entries()) {
      const deviations = deviationsOf(vectors[index]!, house, named).filter(({ feature }) => {
        if (feature.parameter === 'doi form') return !isOwned(entry)
        return feature.parameter !== 'pages mark' || !entry.stoppedAt
      })
      if (deviations.length > 0) report(findingFor(post, entry, deviations, house, { name: style, target }))
    }
  },
})

function styleNamed(style: string): StyleName | undefined {
  return Object.hasOwn(NAMED_STYLES, style) ? (style as StyleName) : undefined
}

function houseOf(vectors: Parameters<typeof houseStyleOf>[0], { style, minEntries, majority, dash }: Options): HouseStyle {
  const own = houseStyleOf(vectors, minEntries, majority)
  const house = style === 'auto' ? own : { ...own, ...NAMED_STYLES[style] }
  return dash === 'any' ? house : { ...house, dash }
}

/** One message per entry: the first deviation, with the others as related places. */
function findingFor(
  post: Post,
  entry: ReferenceEntry,
  deviations: readonly Deviation[],
  house: HouseStyle,
  { name: style, target }: { name: string; target: StyleName | undefined },
): Finding {
  const [first, ...others] = deviations as [Deviation, ...Deviation[]]
  const feature = wordingOf(first, post, entry, house)
  const isJournal = first.feature.parameter === 'journal name'
  const related = others.map((other) => ({
    ...shownRange(entry, other),
    message: `Also: ${wordingOf(other, post, entry, house)}.`,
  }))
  const journal = isJournal ? (changeFor(first, post, entry, house)?.text ?? '') : ''
  const finding: Finding = {
    at: shownRange(entry, first),
    message: isJournal ? 'journal' : 'feature',
    data: { style, feature, journal },
    related,
    // Titles are copied as their journals print them, and proper nouns make it hard to tell.
    lower: first.feature.parameter === 'title case' ? 1 : 0,
  }
  if (deviations.some(({ feature: { parameter } }) => parameter === 'year place')) {
    const edit = target && writtenAnew(post, entry, target)
    return edit ? { ...finding, suggestions: [{ title: `Write the entry anew in ${style}`, edits: [edit] }] } : finding
  }
  const all = deviations.flatMap((deviation) => changeFor(deviation, post, entry, house) ?? [])
  const changes = all.filter((change, index) => !all.some((later, at) => at > index && overlap(change, later)))
  const spaces = changes.filter((change) => isSpacing(entry, change)).flatMap((change) => editFor(post, entry, change) ?? [])
  const edits = changes.filter((change) => !isSpacing(entry, change)).flatMap((change) => editFor(post, entry, change) ?? [])
  if (spaces.length > 0) finding.fix = spaces
  if (edits.length > 0) finding.suggestions = [{ title: `Write it in the list's style (${style})`, edits }]
  return finding
}

/** An entry in another style altogether, where it was read as a whole and the style shows all of it. */
function writtenAnew(post: Post, entry: ReferenceEntry, style: StyleName): Edit | undefined {
  const result = rewriteEntry(post, entry, {
    style,
    emphasis: emphasisOf(post),
    dash: style === 'nlm' ? usualDash(post.references.entries) : undefined,
    letter: '',
  })
  if (!isRewritten(result) || result.omitted.length > 0) return undefined
  return { start: result.start, end: result.end, text: result.text }
}

/** Dash and elision change the same pages; the change of the elision sees to both. */
function overlap(a: Change, b: Change): boolean {
  return a.textStart < b.textEnd && b.textStart < a.textEnd
}

/** Marks that stand between spaces show with their neighbours. */
function shownRange(entry: ReferenceEntry, { feature }: Deviation): Range {
  const { textStart, textEnd } = feature.shown ?? feature
  if (entry.text.slice(textStart, textEnd).trim() !== '') return entry.rangeOf(textStart, textEnd)
  return entry.rangeOf(Math.max(0, textStart - 1), Math.min(entry.text.length, textEnd + 1))
}

/** Only white space between marks differs: nothing that is read changes. */
function isSpacing({ text }: ReferenceEntry, { textStart, textEnd, text: wanted }: Change): boolean {
  const written = text.slice(textStart, textEnd)
  return !/[\p{L}\p{N}]/u.test(written + wanted) && written.replace(/\s/g, '') === wanted.replace(/\s/g, '')
}

/** Nothing where markup stands in between: the source holds more than the text shows. */
function editFor(post: Post, entry: ReferenceEntry, { textStart, textEnd, text }: Change): Edit | undefined {
  const written = entry.text.slice(textStart, textEnd)
  const start = entry.sourceOf(textStart)
  const end = start + written.length
  if (post.text.slice(start, end) !== written) return undefined
  // An empty place between two characters that markup parts could be on either side of it.
  if (written === '' && textStart > 0 && entry.sourceOf(textStart - 1) + 1 !== start) return undefined
  return { start, end, text }
}
