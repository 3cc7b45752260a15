/** Accuracy of the readability facts: sentence difficulty against people, plain/technical pairs, syllables. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { syllable } from 'syllable'
import { nodeResources } from '../../src/cli/resources.ts'
import { measureReadability, sentenceDifficulty } from '../../src/post/readability/index.ts'
import { countSyllables } from '../../src/post/readability/syllables.ts'
import { splitSentences } from '../../src/post/sentence-splitter.ts'
import type { Block, Sentence } from '../../src/post/types.ts'
import { findWords } from '../../src/post/words.ts'
import { percent, row } from './table.ts'

export const title = 'Readability'

const folder = () => path.join(process.env.MEDLINT_SHARED ?? '../shared', 'data/readability')
const read = (name: string) => readFileSync(path.join(folder(), name), 'utf8')

export function evaluateReadability() {
  return { sentences: sentenceRatings(), pairs: cochranePairs(), onestop: oneStopPairs(), syllables: syllableAccuracy() }
}

export function evaluate(): string {
  const { sentences, pairs, onestop, syllables } = evaluateReadability()
  return [
    `Correlation (Pearson) with the difficulty people gave to ${sentences.count} medical sentences (MedReadMe, train and dev); the constants of the difficulty were fitted on them, .78 holds by cross-validation.`,
    '',
    row(['score', 'r', 'r, mean per source']),
    '|---|---|---|',
    ...sentences.scores.map(({ name, pooled, perSource }) => row([name, pooled.toFixed(3), perSource.toFixed(3)])),
    '',
    `Pairs in the right order, %: ${pairs.count} Cochrane abstracts with their plain summaries, ${onestop.count} OneStop articles at two levels.`,
    '',
    row(['score', 'Cochrane', 'OneStop']),
    '|---|---|---|',
    ...pairs.scores.map(({ name, right }, index) => row([name, percent(right), percent(onestop.scores[index]!.right)])),
    '',
    `Syllables right, %, against pronunciation dictionaries.`,
    '',
    row(['words', 'n', 'medlint', 'npm syllable', 'medlint: three or more decided', 'npm syllable: the same']),
    '|---|---|---|---|---|---|',
    ...syllables.map(({ name, count, own, other, ownLong, otherLong }) =>
      row([name, count, percent(own), percent(other), percent(ownLong), percent(otherLong)]),
    ),
  ].join('\n')
}

/** Sentences of plain text, as if each line were a paragraph. */
function sentencesOf(text: string): Sentence[] {
  return text.split('\n').flatMap((line) => {
    const block = { zone: 'paragraph', text: line, masked: line } as Block
    return splitSentences(line).map(({ start, end }, index) => sentenceOf(block, index, start, end))
  })
}

function sentenceOf(block: Block, index: number, textStart: number, textEnd: number): Sentence {
  const text = block.text.slice(textStart, textEnd)
  const words = findWords(block.text, textStart, textEnd)
  return { index, block, textStart, textEnd, start: textStart, end: textEnd, text, zone: 'paragraph', words, measured: undefined }
}

function sentenceRatings() {
  const items = readCsv(read('medreadme-train-dev.csv'))
    .slice(1)
    .map(([text, source, , rating]) => {
      const block = { zone: 'paragraph', text: text!, masked: text! } as Block
      const sentence = sentenceOf(block, 0, 0, text!.length)
      const { grade } = measureReadability([sentence], nodeResources)
      const difficulty = sentenceDifficulty(sentence, nodeResources)?.difficulty
      return { source: source!, rating: Number(rating), scores: { difficulty, ...grade, words: sentence.words.length } }
    })
  const names = ['difficulty', 'fleschKincaid', 'gunningFog', 'automated', 'colemanLiau', 'words'] as const
  const sources = [...new Set(items.map(({ source }) => source))]
  const correlation = (name: (typeof names)[number], list: typeof items) => {
    const scored = list.filter(({ scores }) => scores[name] !== undefined)
    return pearson(
      scored.map(({ scores }) => scores[name]!),
      scored.map(({ rating }) => rating),
    )
  }
  const scores = names.map((name) => {
    const each = sources.map((source) =>
      correlation(
        name,
        items.filter((item) => item.source === source),
      ),
    )
    return { name, pooled: correlation(name, items), perSource: each.reduce((sum, value) => sum + value, 0) / each.length }
  })
  return { count: items.length, scores }
}

const SCORES = ['difficulty', 'fleschKincaid', 'gunningFog', 'automated', 'colemanLiau'] as const

function orderPairs(pairs: [technical: string, plain: string][]) {
  const measured = pairs.map((pair) =>
    pair.map((text) => {
      const { difficulty, grade } = measureReadability(sentencesOf(text), nodeResources)
      return { difficulty, ...grade }
    }),
  )
  const scores = SCORES.map((name) => {
    const right = measured.filter(([technical, plain]) => (technical![name] ?? 0) > (plain![name] ?? 0)).length
    return { name, right: right / pairs.length }
  })
  return { count: pairs.length, scores }
}

function cochranePairs() {
  const technical = read('cochrane/val.source').trim().split('\n')
  const plain = read('cochrane/val.target').trim().split('\n')
  return orderPairs(technical.map((text, index) => [text, plain[index]!]))
}

/** Files with the columns Elementary, Intermediate, Advanced, one paragraph per row; any two levels make a pair. */
function oneStopPairs() {
  const pairs: [string, string][] = []
  for (const name of readdirSync(path.join(folder(), 'onestop'))) {
    if (!name.endsWith('.csv')) continue
    const rows = readCsv(read(`onestop/${name}`).replace(/^\uFEFF/, '')).slice(1)
    const [easy, middle, hard] = [0, 1, 2].map((column) =>
      rows.map((cells) => (cells[column] ?? '').replace(/\s+/g, ' ')).join('\n'),
    )
    pairs.push([hard!, middle!], [middle!, easy!], [hard!, easy!])
  }
  return orderPairs(pairs)
}

function syllableAccuracy() {
  const rows = read('syllables-medical.tsv')
    .trim()
    .split('\n')
    .map((line) => {
      const [word, counts, medical] = line.split('\t')
      return { word: word!, counts: counts!.split(',').map(Number), medical: medical === '1' }
    })
  const groups: [string, typeof rows][] = [
    ['all words outside CMUdict', rows],
    ['medical words of five letters and more', rows.filter(({ word, medical }) => medical && word.length >= 5)],
  ]
  return groups.map(([name, list]) => {
    const right = (count: (word: string) => number) =>
      list.filter(({ word, counts }) => counts.includes(count(word))).length / list.length
    const long = (count: (word: string) => number) =>
      list.filter(({ word, counts }) => counts.some((each) => each >= 3 === count(word) >= 3)).length / list.length
    return {
      name,
      count: list.length,
      own: right(countSyllables),
      other: right(syllable),
      ownLong: long(countSyllables),
      otherLong: long(syllable),
    }
  })
}

function pearson(x: number[], y: number[]): number {
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [meanX, meanY] = [mean(x), mean(y)]
  let [xy, xx, yy] = [0, 0, 0]
  for (let index = 0; index < x.length; index++) {
    const [dx, dy] = [x[index]! - meanX, y[index]! - meanY]
    xy += dx * dy
    xx += dx * dx
    yy += dy * dy
  }
  return xy / Math.sqrt(xx * yy)
}

function readCsv(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  for (const [, quoted, plain, separator] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n\r]*))(,|\r?\n|$)/g)) {
    row.push(quoted === undefined ? plain! : quoted.replaceAll('""', '"'))
    if (separator === ',') continue
    if (row.length > 1 || row[0] !== '') rows.push(row)
    row = []
  }
  return rows
}
