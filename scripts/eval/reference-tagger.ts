/**
 * The tagger and the grammar on the labelled citations of GROBID. The tagger of the package has seen them all; what is measured here
 * are taggers trained on four fifths of the source files each and tried on the last fifth.
 */
import { nodeResources } from '../../src/cli/resources.ts'
import { fold } from '../../src/post/references/fold.ts'
import { isCertain, isWhole } from '../../src/post/references/gate.ts'
import { type ParsedEntry, parseEntry } from '../../src/post/references/parse-entry.ts'
import { type Label, type Tagger, tagReference } from '../../src/post/references/tagger.ts'
import { type Grobid, goldField, isGrobidArticle, readGrobid } from '../references/grobid.ts'
import { sequencesOf, taggerFrom, weightsText } from '../references/train.ts'
import { percent, plain, row } from './table.ts'

const FOLDS = 5
const PARTS = ['author', 'title', 'container-title', 'issued', 'volume', 'issue', 'page'] as const satisfies Label[]
/** The names that the grammar reads are not those of the gold, which has the author list as one string. */
const GRAMMAR_PARTS = PARTS.slice(1)

type Fields = Partial<Record<(typeof PARTS)[number], string | undefined>>

class Score {
  right = new Map<string, number>()
  gold = new Map<string, number>()
  read = new Map<string, number>()
  count = 0
  whole = 0

  add(gold: Fields, read: Fields, parts: readonly (typeof PARTS)[number][]): void {
    let whole = true
    for (const part of parts) {
      const [one, other] = [plain(gold[part]), plain(read[part])]
      const isRight =
        one !== '' && (part === 'issued' ? other !== '' && one.includes(/\d{4}/.exec(other)?.[0] ?? other) : one === other)
      if (one !== '') increase(this.gold, part)
      if (other !== '') increase(this.read, part)
      if (isRight) increase(this.right, part)
      if (!isRight && (one !== '' || other !== '')) whole = false
    }
    this.count++
    if (whole) this.whole++
  }

  f1(...parts: string[]): string {
    const sum = (counts: Map<string, number>) =>
      [...counts].reduce((total, [part, count]) => total + (parts.length === 0 || parts.includes(part) ? count : 0), 0)
    return ((200 * sum(this.right)) / (sum(this.gold) + sum(this.read))).toFixed(1)
  }

  get wholeShare(): string {
    return this.count === 0 ? '-' : percent(this.whole / this.count)
  }
}

function increase(counts: Map<string, number>, part: string): void {
  counts.set(part, (counts.get(part) ?? 0) + 1)
}

function goldFields(gold: Grobid): Fields {
  return Object.fromEntries(PARTS.map((part) => [part, goldField(gold, part)]))
}

function taggedFields(text: string, tagger: Tagger): Fields {
  const fields: Record<string, string> = {}
  for (const { label, start, end } of tagReference(text, tagger))
    fields[label] = `${fields[label] ?? ''} ${text.slice(start, end)}`.trim()
  return fields
}

function grammarFields({ csl }: ParsedEntry): Fields {
  const year = csl.issued?.['date-parts'][0]?.[0]
  const issued = year === undefined ? undefined : String(year)
  const { title, volume, issue, page } = csl
  return { title, 'container-title': csl['container-title'], issued, volume, issue, page }
}

export function grobidLines(): string[] {
  const all = readGrobid(process.env['MEDLINT_SHARED'] ?? '../shared')
  const files = [...new Set(all.map(({ f }) => f))].sort()
  const foldOf = new Map(files.map((file, index) => [file, index % FOLDS]))
  const tagger = new Score()
  const grammar = new Score()
  const whole = new Score()
  const certain = new Score()
  const sequences = sequencesOf(all)
  for (let part = 0; part < FOLDS; part++) {
    const reader = taggerFrom(weightsText(sequences.filter(({ file }) => foldOf.get(file) !== part)))
    for (const article of all) {
      if (foldOf.get(article.f) !== part || !isGrobidArticle(article)) continue
      measure(article, reader, { tagger, grammar, whole, certain })
    }
  }
  return [
    `GROBID citations (all disciplines, ${tagger.count} articles with author, title and journal), F1 of the fields, %. The tagger is trained on other source files than those it is tried on.`,
    '',
    row(['reader', 'all', ...PARTS, 'whole']),
    `|${'---|'.repeat(PARTS.length + 3)}`,
    row(['tagger', tagger.f1(), ...PARTS.map((part) => tagger.f1(part)), tagger.wholeShare]),
    row(['grammar', grammar.f1(), '', ...GRAMMAR_PARTS.map((part) => grammar.f1(part)), grammar.wholeShare]),
    '',
    `All parts read by the grammar and the journal known: ${whole.count} articles, field F1 ${whole.f1()}, whole references ${whole.wholeShare} %. Tagger of the same mind, the gate of a rewrite: ${certain.count} articles, field F1 ${certain.f1()}, whole references ${certain.wholeShare} %.`,
    '',
  ]
}

function measure(article: Grobid, reader: Tagger, scores: Record<'tagger' | 'grammar' | 'whole' | 'certain', Score>): void {
  const gold = goldFields(article)
  const text = fold(article.s).text
  scores.tagger.add(gold, taggedFields(text, reader), PARTS)
  const parsed = parseEntry(article.s)
  const entry = { text: article.s, ...parsed }
  const read = grammarFields(parsed)
  scores.grammar.add(gold, read, GRAMMAR_PARTS)
  if (!isWhole(entry, nodeResources)) return
  scores.whole.add(gold, read, GRAMMAR_PARTS)
  if (isCertain(entry, nodeResources, reader)) scores.certain.add(gold, read, GRAMMAR_PARTS)
}
