/** Everything medlint knows about a post as plain data (`medlint inspect`). Stable: see docs/formats.md. */
import { harmsTold, weigh } from './balance.ts'
import { wordsOf } from './disclosure/statements.ts'
import { type ListGrades, listGrades, measureReadability, sentenceDifficulty } from './readability/index.ts'
import type { Post, Range, Readability, Section } from './types.ts'

export const INSPECT_PARTS = [
  'sentences',
  'claims',
  'citations',
  'references',
  'sections',
  'readability',
  'frontmatter',
  'links',
  'abbreviations',
  'images',
  'statements',
  'figures',
  'gestures',
  'harms',
] as const
export type InspectPart = (typeof INSPECT_PARTS)[number]

export interface InspectOptions {
  /** Count a marker that closes a section as support of it (`1:block`): monographs and pages for clinicians. */
  blockSupport?: boolean
}

/** `only` limits the parts; facts of the others are not computed. */
export function inspect(
  post: Post,
  only: readonly InspectPart[] = INSPECT_PARTS,
  options: InspectOptions = {},
): Record<string, unknown> {
  const result: Record<string, unknown> = { path: post.path ?? null }
  for (const part of INSPECT_PARTS) if (only.includes(part)) result[part] = PARTS[part](post, options)
  return result
}

const PARTS: Record<InspectPart, (post: Post, options: InspectOptions) => unknown> = {
  sentences: (post) =>
    post.sentences.map((sentence) => ({
      start: sentence.start,
      end: sentence.end,
      text: sentence.text,
      difficulty: rounded(sentenceDifficulty(sentence, post.resources)?.difficulty),
      zone: sentence.zone,
    })),
  claims: (post, { blockSupport = post.frontmatter.data['audience'] === 'clinician' }) =>
    post.claims.map(({ start, end, kind, strength, confidence, level, cues, support, closedBy, fragment }) => ({
      start,
      end,
      kind,
      strength,
      confidence: rounded(confidence),
      level,
      cues: cues.map((cue) => ({ start: cue.start, end: cue.end, family: cue.family })),
      support: blockSupport && closedBy && support.startsWith('0') ? '1:block' : support,
      fragment,
    })),
  citations: (post) =>
    post.citations.map(({ start, end, kind, ids, references }) => ({
      start,
      end,
      kind,
      ids,
      reference: references[0] ?? null,
      references,
    })),
  references: (post) => {
    const { start, end, style, entries } = post.references
    return {
      start,
      end,
      style,
      entries: entries.map((entry) => ({
        start: entry.start,
        end: entry.end,
        csl: entry.csl,
        fields: Object.fromEntries(Object.entries(entry.fields).map(([name, range]) => [name, [range.start, range.end]])),
        confidence: rounded(entry.confidence),
        style: entry.style,
        ...(entry.stoppedAt ? { stoppedAt: entry.stoppedAt } : {}),
      })),
    }
  },
  sections: (post) =>
    post.sections.map((section) => ({
      ...plainSection(section),
      readability: plainReadability(sectionReadability(post, section)),
    })),
  readability: (post) => plainReadability(post.readability, listGrades(post.sentences, post.resources)),
  frontmatter: (post) => ({ format: post.frontmatter.format, data: post.frontmatter.data }),
  links: (post) => post.links.map(({ start, end, kind, url, text, ids }) => ({ start, end, kind, url, text, ids })),
  abbreviations: (post) =>
    post.abbreviations.map(({ short, long, definitions, uses }) => ({
      short,
      long: long ?? null,
      definitions: definitions.map(rangeOf),
      uses: uses.map(rangeOf),
    })),
  images: (post) =>
    post.images.map(({ start, end, form, url, alt, decorative }) => ({ start, end, form, url, alt: alt ?? null, decorative })),
  statements: (post) =>
    post.statements.map((statement) => {
      const { start, end, text } = wordsOf(statement)
      return { start, end, kind: statement.kind, text }
    }),
  figures: (post) => post.figures.map(({ start, end, kind, text, support }) => ({ start, end, kind, text, support })),
  gestures: (post) => post.gestures.map(({ start, end, text, negative, support }) => ({ start, end, text, negative, support })),
  harms: (post) => {
    const told = harmsTold(post)
    return weigh(post).harms.map((sentence) => ({
      start: sentence.start,
      end: sentence.end,
      told: told.get(sentence) ?? 'general',
    }))
  },
}

function rangeOf({ start, end }: Range): Range {
  return { start, end }
}

function plainSection({ start, end, depth, title }: Section) {
  return { start, end, depth, title }
}

function sectionReadability(post: Post, section: Section): Readability {
  const inside = post.sentences.filter((sentence) => sentence.start >= section.start && sentence.end <= section.end)
  return measureReadability(inside, post.resources)
}

function plainReadability({ words, sentences, grade, difficulty }: Readability, byLists?: ListGrades) {
  const grades = Object.fromEntries(Object.entries({ ...grade, ...byLists }).map(([name, value]) => [name, rounded(value)]))
  return { words, sentences, grade: grades, difficulty: rounded(difficulty) }
}

function rounded(value: number | undefined): number | null {
  return value === undefined || !Number.isFinite(value) ? null : Math.round(value * 1000) / 1000
}
