/** Accuracy of the readability facts: sentence difficulty against people, plain/technical pairs, syllables. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { syllable } from 'syllable'
import { nodeResources } from '../../src/cli/resources.ts'
import { listGrades, measureReadability, sentenceDifficulty } from '../../src/post/readability/index.ts'
import { countSyllables } from '../../src/post/readability/syllables.ts'
import type { Resources, Sentence } from '../../src/post/types.ts'
import { leftOut, readRated, shortList } from '../readability/fit.ts'
import { plainSentence, plainSentences } from '../readability/plain-text.ts'
import { readCsv } from '../readability/read-csv.ts'
import { randomNumbers } from './random-numbers.ts'
import { percent, row } from './table.ts'

export const title = 'Readability'

const SEED = 20261101
const shared = () => process.env.MEDLINT_SHARED ?? '../shared'
const folder = () => path.join(shared(), 'data/readability')
const read = (name: string) => readFileSync(path.join(folder(), name), 'utf8')

export function evaluateReadability() {
  return {
    sentences: sentenceRatings(),
    apart: fittedApart(),
    pairs: cochranePairs(),
    onestop: oneStopPairs(),
    syllables: syllableAccuracy(),
  }
}

export function evaluate(): string {
  const { sentences, apart, pairs, onestop, syllables } = evaluateReadability()
  return [
    `Correlation (Pearson) with the difficulty people gave to ${sentences.count} medical sentences (MedReadMe, train and dev).`,
    '',
    row(['score', 'r', 'r, mean per source']),
    '|---|---|---|',
    ...sentences.scores.map(({ name, pooled, perSource }) => row([name, pooled.toFixed(3), perSource.toFixed(3)])),
    '',
    'The constants of the difficulty were fitted on these sentences. Fitted without those it is tried on, for the two lists of word frequencies (the command line and the editors use the whole one, browsers the other); CLEAR: 2,362 excerpts of stories and non-fiction rated by teachers, nothing fitted on them.',
    '',
    row(['frequency list', 'r, ten parts', 'r, each source left out', 'hard sentences found at 90 % precision', 'r, CLEAR']),
    '|---|---|---|---|---|',
    ...apart.map(({ name, folds, sources, recall, clear }) =>
      row([name, folds.toFixed(3), sources.toFixed(3), `${percent(recall)} %`, clear.toFixed(3)]),
    ),
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

/** Lists of the frequency of words: the whole one of the command line and the editors, and the browser's. */
const LISTS: [name: string, resources: Resources][] = [
  ['whole', nodeResources],
  ['30,000 words', withShortList(nodeResources)],
]

function withShortList(resources: Resources): Resources {
  const short = shortList(process.env.MEDLINT_ROOT ?? '.')
  return (name) => (name === 'frequency' ? short : resources(name))
}

/** From this rating on people call a sentence hard. */
const HARD = 4
const FOLDS = 10
const WANTED_PRECISION = 0.9

/** The difficulty with constants fitted without the sentences it is tried on. */
function fittedApart() {
  return LISTS.map(([name, resources]) => {
    const items = readRated(shared(), resources)
    const ratings = items.map(({ rating }) => rating)
    const random = randomNumbers(SEED)
    const folds = items.map(() => Math.floor(random() * FOLDS))
    const apart = leftOut(items, ({ source }) => source)
    const clear = clearExcerpts().map(({ text, ease }) => {
      return { ease, difficulty: meanDifficulty(plainSentences(text), resources) }
    })
    return {
      name,
      folds: pearson(
        leftOut(items, (_, index) => folds[index]!),
        ratings,
      ),
      sources: pearson(apart, ratings),
      recall: recallAt(WANTED_PRECISION, apart, ratings),
      clear: pearson(
        clear.map(({ difficulty }) => difficulty),
        clear.map(({ ease }) => ease),
      ),
    }
  })
}

/** Of stories: what people say in them, which a post's reading level leaves out, is their text. */
function meanDifficulty(sentences: readonly Sentence[], resources: Resources): number {
  let [sum, words] = [0, 0]
  for (const sentence of sentences) {
    const score = sentenceDifficulty(sentence, resources)
    if (!score || sentence.words.length < 3) continue
    sum += score.difficulty * sentence.words.length
    words += sentence.words.length
  }
  return sum / words
}

/** Excerpts of stories and non-fiction; nothing was fitted on them. */
function clearExcerpts(): { text: string; ease: number }[] {
  const items = JSON.parse(read('clear-half.json')) as { text: string; y: number }[]
  return items.map(({ text, y }) => ({ text: text.replaceAll('\n', ' '), ease: y }))
}

/** Share of the hard sentences found at the threshold that finds most of them with the wanted precision. */
function recallAt(precision: number, scores: readonly number[], ratings: readonly number[]): number {
  const hard = ratings.filter((rating) => rating >= HARD).length
  const order = scores.map((_, index) => index).sort((a, b) => scores[b]! - scores[a]!)
  let [found, best] = [0, 0]
  for (const [rank, index] of order.entries()) {
    if (ratings[index]! >= HARD) found++
    if (found >= precision * (rank + 1)) best = found
  }
  return best / hard
}

function sentenceRatings() {
  const items = readCsv(read('medreadme-train-dev.csv'))
    .slice(1)
    .map(([text = '', source = '', , rating]) => {
      const sentence = plainSentence(text)
      return { source, rating: Number(rating), scores: { ...scoresOf([sentence]), words: sentence.words.length } }
    })
  const names = [...SCORES, 'words'] as const
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

const SCORES = ['difficulty', 'fleschKincaid', 'gunningFog', 'automated', 'colemanLiau', 'daleChall', 'spache'] as const

function scoresOf(sentences: readonly Sentence[]) {
  const { difficulty, grade } = measureReadability(sentences, nodeResources)
  return { difficulty, ...grade, ...listGrades(sentences, nodeResources) }
}

function orderPairs(pairs: [technical: string, plain: string][]) {
  const measured = pairs.map((pair) => pair.map((text) => scoresOf(plainSentences(text))))
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
