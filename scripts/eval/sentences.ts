/** Accuracy of the sentence splitter on hand-labelled blocks of the corpus (bench/labels/README.md), beside two ready-made splitters. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { ParseEnglish } from 'parse-english'
import { loadParser } from '../../src/cli/parse.ts'
import { createPost } from '../../src/post/post.ts'
import { splitSentences } from '../../src/post/sentence-splitter.ts'
import { type Block, CITATION_MARK, type Parse, type Post } from '../../src/post/types.ts'
import { ROOT, SHARED } from './read-corpus.ts'
import { percent } from './table.ts'

export const title = 'Sentences'

interface LabelledBlock {
  path: string
  sha1: string
  start: number
  end: number
  ends: number[]
  hard: string[]
  pick: 'random' | 'hard'
}

/** One labelled block with the text view it became. */
interface Sample {
  label: LabelledBlock
  block: Block
  /** Labelled ends as text offsets; the last one is the end of the block. */
  ends: number[]
}

export interface SentenceRow {
  splitter: string
  part: string
  precision: number
  recall: number
  f1: number
  missed: number
  extra: number
  /** Share of blocks without any error. */
  exact: number
}

const intl = new Intl.Segmenter('en', { granularity: 'sentence' })
const english = new ParseEnglish()

/** Text offsets just after each sentence. */
const splitters: Record<string, (block: Block) => number[]> = {
  medlint: (block) => splitSentences(block.masked).map(({ end }) => end),
  'Intl.Segmenter': ({ text }) => [...intl.segment(text)].map(({ index, segment }) => index + segment.trimEnd().length),
  'parse-english': ({ text }) =>
    english.parse(text).children.flatMap((paragraph) => {
      if (paragraph.type !== 'ParagraphNode') return []
      return paragraph.children.flatMap((node) => (node.type === 'SentenceNode' ? [node.position?.end.offset ?? 0] : []))
    }),
}

const parts: Record<string, (label: LabelledBlock) => boolean> = {
  all: () => true,
  random: ({ pick }) => pick === 'random',
  hard: ({ pick }) => pick === 'hard',
  'without doubtful': ({ hard }) => !hard.includes('doubtful'),
}

export async function evaluateSentences() {
  const labels = path.join(ROOT, 'bench/labels/sentences.json')
  const { blocks } = JSON.parse(readFileSync(labels, 'utf8')) as { blocks: LabelledBlock[] }
  const parse = await loadParser()
  const { samples, unmatched } = findSamples(blocks, parse)
  const rows = Object.entries(splitters).flatMap(([splitter, split]) =>
    Object.entries(parts).map(([part, chosen]): SentenceRow => {
      const counts = samples.filter(({ label }) => chosen(label)).map((sample) => compare(sample, split(sample.block)))
      return { splitter, part, ...score(counts) }
    }),
  )
  const citations = Object.entries(splitters).map(([splitter, split]) => ({ splitter, ...citationShare(samples, split) }))
  if (process.env['MEDLINT_SHOW']) show(samples)
  return { name: title, blocks: samples.length, unmatched, rows, citations }
}

export async function evaluate(): Promise<string> {
  const { blocks, unmatched, rows, citations } = await evaluateSentences()
  return [
    `Sentence ends inside ${blocks} labelled paragraphs and list items (bench/labels/README.md; ${unmatched} more are not one block of ours).`,
    'Part "hard" was picked for hard cases, "random" among paragraphs with an obvious inner end. The ready-made splitters get the same text view, markup removed.',
    '',
    '| splitter | part | precision | recall | F1 | missed | extra | blocks without error |',
    '|---|---|---|---|---|---|---|---|',
    ...rows.map(
      ({ splitter, part, precision, recall, f1, missed, extra, exact }) =>
        `| ${[splitter, part, percent(precision), percent(recall), percent(f1), missed, extra, percent(exact)].join(' | ')} |`,
    ),
    '',
    'Citations behind the stop that land in the sentence they follow:',
    '',
    ...citations.map(({ splitter, right, of }) => `- ${splitter}: ${right} of ${of}`),
  ].join('\n')
}

function findSamples(labels: LabelledBlock[], parse: Parse): { samples: Sample[]; unmatched: number } {
  const posts = new Map<string, Post>()
  const samples: Sample[] = []
  for (const label of labels) {
    let post = posts.get(label.path)
    if (!post) {
      const bytes = readFileSync(path.join(SHARED, 'corpus', label.path))
      if (createHash('sha1').update(bytes).digest('hex') !== label.sha1) continue
      post = createPost(bytes.toString('utf8'), { parse, path: label.path })
      posts.set(label.path, post)
    }
    const block = post.blocks.find(({ start, end }) => start < label.end && end > label.start)
    if (!block || block.sourceOf(0) > label.start + 12 || block.end < label.end - 12) continue
    samples.push({ label, block, ends: label.ends.map((end) => textOffset(block, end)) })
  }
  return { samples, unmatched: labels.length - samples.length }
}

/** Text offset of a source offset, without white space before it: markup that closes there makes no difference. */
function textOffset(block: Block, source: number): number {
  let low = 0
  let high = block.text.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (block.sourceOf(middle) < source) low = middle + 1
    else high = middle
  }
  return block.text.slice(0, low).trimEnd().length
}

interface Counts {
  right: number
  missed: number[]
  extra: number[]
}

function compare({ block, ends }: Sample, found: number[]): Counts {
  const last = block.text.trimEnd().length
  const gold = new Set(ends.filter((end) => end < last))
  const own = new Set(found.filter((end) => end < last))
  const missed = [...gold].filter((end) => !own.has(end))
  return { right: gold.size - missed.length, missed, extra: [...own].filter((end) => !gold.has(end)) }
}

function score(counts: Counts[]): Omit<SentenceRow, 'splitter' | 'part'> {
  const sum = (of: (each: Counts) => number) => counts.reduce((total, each) => total + of(each), 0)
  const right = sum((each) => each.right)
  const missed = sum((each) => each.missed.length)
  const extra = sum((each) => each.extra.length)
  const precision = right / (right + extra)
  const recall = right / (right + missed)
  const exact = sum((each) => (each.missed.length + each.extra.length === 0 ? 1 : 0)) / counts.length
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall), missed, extra, exact }
}

function citationShare(samples: Sample[], split: (block: Block) => number[]): { right: number; of: number } {
  let right = 0
  let of = 0
  for (const { block, ends } of samples) {
    const own = new Set(split(block))
    for (const end of ends) {
      if (block.masked[end - 1] !== CITATION_MARK) continue
      of++
      if (own.has(end)) right++
    }
  }
  return { right, of }
}

function show(samples: Sample[]): void {
  for (const sample of samples) {
    const { block, label } = sample
    const { missed, extra } = compare(sample, splitters['medlint']!(block))
    for (const [kind, offsets] of Object.entries({ missed, extra })) {
      for (const end of offsets) {
        const place = `${block.text.slice(Math.max(0, end - 60), end)}‖${block.text.slice(end, end + 50)}`
        console.error(`${kind} [${label.pick} ${label.hard.join(' ')}] ${JSON.stringify(place)}`)
      }
    }
  }
}
