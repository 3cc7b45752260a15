import abbreviations from '../data/abbreviations.json' with { type: 'json' }
import notAbbreviations from '../data/gene-and-symbol.json' with { type: 'json' }
import { defineRule } from '../src/lint/define-rule.ts'
import type { Audience, RuleContext, Suggestion } from '../src/lint/types.ts'
import { expansionFinder } from '../src/post/abbreviation-expansion.ts'
import { isInTitleOfOthers, isReference, looksLikeName } from '../src/post/abbreviation-noise.ts'
import { isPlainAbbreviation } from '../src/post/abbreviations.ts'
import { sortedLines } from '../src/post/sorted-lines.ts'
import type { Abbreviation, AbbreviationMention, Block, Post } from '../src/post/types.ts'

interface Options {
  allow: string[]
  minUses: number
  scope: 'document' | 'section'
}

const AUDIENCES: Audience[] = ['patient', 'general', 'clinician']
const SYMBOLS = new Set([...notAbbreviations.entries.genes, ...notAbbreviations.entries.symbols])
const EXPANSIONS: Readonly<Record<string, string>> = abbreviations.expansions
const KNOWN = new Map(AUDIENCES.map((audience) => [audience, knownTo(audience)]))
/** More undefined abbreviations than this mean notes for colleagues, not a page that forgot a definition. */
const NOTES_FOR_COLLEAGUES = 8

/** What one audience knows, the next more expert one knows as well. */
function knownTo(audience: Audience): Set<string> {
  const level = AUDIENCES.indexOf(audience)
  return new Set(
    abbreviations.entries
      .filter((entry) => AUDIENCES.indexOf(entry.audience as Audience) <= level)
      .flatMap((entry) => entry.known),
  )
}

export default defineRule<Options>({
  id: 'abbreviation-definition',
  family: 'readability',
  purpose: 'abbreviations are defined once, first, and used',
  type: 'suggestion',
  severity: 'warn',
  fix: 'suggestion',
  wave: 1,
  english: true,
  standards: [
    { key: 'AMA', status: 'partly' },
    { key: 'NHS', status: 'checked' },
  ],
  messages: {
    undefined: {
      text: 'Write out "{abbr}" at first use.',
      note: 'Readers who do not know an abbreviation stop or guess. (AMA, NHS)',
    },
    late: { text: 'Write out "{abbr}" at first use, not later.', note: 'The definition comes after readers needed it. (AMA)' },
    again: {
      text: 'Remove the second definition of "{abbr}".',
      severity: 'info',
      note: 'One definition is enough; after it, use the abbreviation. (AMA)',
    },
    unused: {
      text: 'Remove "({abbr})": it is not used again.',
      severity: 'info',
      note: 'An abbreviation that is not used again is one more thing to remember. (AMA)',
    },
  },
  schema: {
    type: 'object',
    properties: {
      allow: { type: 'array', items: { type: 'string' }, description: 'Abbreviations your readers know.' },
      minUses: { type: 'integer', minimum: 0, description: 'Uses after its definition that an abbreviation needs.' },
      scope: { enum: ['document', 'section'], description: 'How far a definition counts.' },
    },
    additionalProperties: false,
  },
  defaultOptions: { allow: [], minUses: 1, scope: 'document' },
  check(post, context) {
    const { options, settings } = context
    const allowed = KNOWN.get(settings.audience) ?? new Set()
    const isKnown = (short: string) => allowed.has(short) || SYMBOLS.has(short) || options.allow.includes(short)
    const undefinedOnes: { abbreviation: Abbreviation; use: AbbreviationMention }[] = []
    const isWord = wordTest(post)
    const isSpelledOut = expansionFinder(post)
    const defined = new Set(post.abbreviations.filter(({ definitions }) => definitions.length > 0).map(({ short }) => short))
    // `NSAIDS` is meant as the plural of `NSAID`.
    const isPlural = (short: string) =>
      short.length > 3 && short.endsWith('S') && (isKnown(short.slice(0, -1)) || defined.has(short.slice(0, -1)))
    for (const abbreviation of post.abbreviations.flatMap((entry) => scoped(entry, options.scope))) {
      if (abbreviation.definitions.length > 0) {
        checkDefined(abbreviation, isKnown(abbreviation.short), context)
        continue
      }
      const { short } = abbreviation
      if (!isPlainAbbreviation(short) || isKnown(short) || isWord(short) || isPlural(short)) continue
      const uses = abbreviation.uses.filter((use) => use.block.zone !== 'heading' && !isInTitleOfOthers(use))
      const use = uses.find((mention) => !looksLikeName(mention, short))
      if (!use || uses.some((mention) => looksLikeName(mention, short))) continue
      if (options.scope === 'document' && isSpelledOut(short, use.start, EXPANSIONS[short])) continue
      undefinedOnes.push({ abbreviation, use })
    }
    const lower = undefinedOnes.length > NOTES_FOR_COLLEAGUES ? { lower: 1 } : {}
    for (const { abbreviation, use } of undefinedOnes) {
      const suggestions = writeOut(abbreviation.short, use, abbreviation.long ?? EXPANSIONS[abbreviation.short])
      context.report({ at: use, message: 'undefined', data: { abbr: abbreviation.short }, suggestions, ...lower })
    }
  },
})

function checkDefined(abbreviation: Abbreviation, known: boolean, { options, report }: RuleContext<Options>): void {
  const { short, definitions, uses } = abbreviation
  const data = { abbr: short }
  const first = definitions[0]!
  const early = uses.find((use) => use.start < first.start && isRunningText(use.block) && !looksLikeName(use, short))
  if (early && !known && first.long !== undefined && first.definition?.form !== 'other' && isRunningText(first.block)) {
    const related = [{ start: first.start, end: first.end, message: 'Defined here' }]
    report({ at: early, message: 'late', data, related, suggestions: writeOut(short, early, first.long) })
    return
  }
  const full = definitions.filter((one) => one.long !== undefined && isRunningText(one.block) && !isLabel(one))
  const second = full[1]
  if (second && sameWords(second.long!, full[0]!.long!)) {
    const related = [{ start: full[0]!.start, end: full[0]!.end, message: 'First defined here' }]
    report({ at: second, message: 'again', data, related, suggestions: withoutLong(short, second) })
  }
  // Readers may know an everyday abbreviation better than its long form, so it stays.
  if (known || definitions.length > 1 || first.long === undefined || !stays(first)) return
  const later = uses.filter(({ start }) => start > first.start).length
  if (later < options.minUses) report({ at: first, message: 'unused', data, suggestions: withoutShort(short, first) })
}

/** Headings, captions and table cells are read apart from the text: a definition there does not count for it, a use does not need one first. */
function isRunningText({ zone, text, emphasis }: Block): boolean {
  const runIn = emphasis.some(({ textStart, textEnd }) => textStart === 0 && textEnd === text.length)
  return zone !== 'heading' && zone !== 'caption' && zone !== 'table-cell' && !runIn && !/^[|+]|\|$/.test(text)
}

/** Headings, labels, links to other pages, items that are nothing but a name, and reference entries name things by their full title. */
function stays(mention: AbbreviationMention): boolean {
  const { block, textStart, definition } = mention
  const { zone, text, links } = block
  return (
    zone !== 'heading' &&
    !isLabel(mention) &&
    !isReference(text) &&
    !(definition?.textStart === 0 && definition.textEnd === text.trimEnd().length) &&
    !links.some((link) => link.textStart <= textStart && textStart < link.textEnd)
  )
}

/** Bold words a block starts with: "**Directly observed therapy (DOT):** ...". */
function isLabel({ block, textStart }: AbbreviationMention): boolean {
  return block.emphasis.some((range) => range.strong && range.textStart === 0 && textStart <= range.textEnd + 2)
}

function sameWords(one: string, other: string): boolean {
  return one.toLowerCase().replace(/s$/, '') === other.toLowerCase().replace(/s$/, '')
}

/** One entry per section when definitions count for their section only. */
function scoped(abbreviation: Abbreviation, scope: Options['scope']): Abbreviation[] {
  if (scope === 'document') return [abbreviation]
  const sections = new Map<number, Abbreviation>()
  const entryOf = ({ block }: AbbreviationMention) => {
    const index = block.section?.index ?? -1
    const entry = sections.get(index) ?? { ...abbreviation, definitions: [], uses: [] }
    sections.set(index, entry)
    return entry
  }
  for (const mention of abbreviation.definitions) entryOf(mention).definitions.push(mention)
  for (const mention of abbreviation.uses) entryOf(mention).uses.push(mention)
  return [...sections.values()]
}

function writeOut(short: string, use: AbbreviationMention, long: string | undefined): Suggestion[] {
  if (long === undefined) return []
  const written = use.block.text.slice(use.textStart, use.textEnd)
  const plural = written !== short && !long.endsWith('s') ? 's' : ''
  const text = `${long}${plural} (${written})`
  return [{ title: `Write "${text}"`, edits: [{ start: use.start, end: use.end, text }] }]
}

/** Deletes ` (ABC)` behind its long form. */
function withoutShort(short: string, { definition, block, long }: AbbreviationMention): Suggestion[] {
  if (definition?.form !== 'long (short)' || long === undefined) return []
  const { start, end } = block.rangeOf(definition.textStart + long.length, definition.textEnd)
  return [{ title: `Remove "(${short})"`, edits: [{ start, end, text: '' }] }]
}

function withoutLong(short: string, { definition, block, textStart, textEnd }: AbbreviationMention): Suggestion[] {
  if (!definition || definition.form === 'other') return []
  const { start, end } = block.rangeOf(definition.textStart, definition.textEnd)
  return [{ title: `Write "${short}"`, edits: [{ start, end, text: block.text.slice(textStart, textEnd) }] }]
}

/** Words in capitals for emphasis: "do NOT stop". */
function wordTest(post: Post): (short: string) => boolean {
  const words = post.resources('words')
  if (words === undefined) return () => false
  const look = sortedLines(words)
  return (short) => {
    const flags = look(short.toLowerCase())
    return flags !== undefined && !/\b[md]\b/.test(flags)
  }
}
