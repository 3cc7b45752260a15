/** Accuracy of the speller: unknown words and messages on real posts, seeded slips found and corrected. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { loadParser } from '../../src/cli/parse.ts'
import { nodeResources } from '../../src/cli/resources.ts'
import { createPost } from '../../src/post/post.ts'
import { spelledBlocks } from '../../src/post/spelling/spelled-words.ts'
import { createSpeller, type Speller } from '../../src/post/spelling/speller.ts'
import { findUnknownWords } from '../../src/post/spelling/unknown-words.ts'
import { randomNumbers } from './random-numbers.ts'
import { readCorpus, SHARED } from './read-corpus.ts'
import { percent, row } from './table.ts'

export const title = 'Spelling'

const SLIPS = 4000
const SEED = 20261101
const LETTERS = 'abcdefghijklmnopqrstuvwxyz'
const KEYS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']

export async function evaluate(): Promise<string> {
  const speller = createSpeller(nodeResources)
  if (!speller) throw new Error('The vocabulary is missing: run npm run build first.')
  const counts = await countCorpus(speller)
  const groups = [
    { name: 'common words (Zipf 3.5 and more)', slips: slipsOf(commonWords(), speller) },
    { name: 'words of medicine', slips: slipsOf(flaggedWords('m'), speller) },
    { name: 'drugs', slips: slipsOf(flaggedWords('d'), speller) },
  ]
  return [
    'English medical posts of the corpus, per 1,000 words. For clinicians: the repositories that the labelled claims call so.',
    '',
    row(['posts', 'n', 'words', 'unknown words', 'different ones', 'misspellings reported']),
    '|---|---|---|---|---|---|',
    ...counts.map(({ name, posts, words, unknown, different, messages }) => {
      const perThousand = (count: number) => ((1000 * count) / words).toFixed(2)
      return row([name, posts, words, perThousand(unknown), different.size, perThousand(messages)])
    }),
    '',
    ...measureSpeed(),
    '',
    `Slips made by a seeded generator (one swapped, missing, doubled, wrong neighbouring or wrong vowel letter, never the first) in ${SLIPS} words of each kind, %. Words of the vocabulary are those it was made from, so "accepted" counts slips that are words themselves. Unseen real slips are harder.`,
    '',
    row([
      'words',
      'slip accepted as a word',
      'reported',
      'of these, first correction right',
      'right word among five suggestions',
    ]),
    '|---|---|---|---|---|',
    ...groups.map(({ name, slips }) => {
      const missed = slips.filter(({ typed }) => speller.flags(typed) === undefined)
      const reported = missed.filter(({ typed }) => speller.confident(typed) !== undefined)
      const right = reported.filter(({ typed, meant }) => speller.confident(typed) === meant)
      const offered = missed.filter(({ typed, meant }) => speller.suggest(typed).includes(meant))
      return row([
        name,
        percent(1 - missed.length / slips.length),
        percent(reported.length / slips.length),
        percent(right.length / reported.length),
        percent(offered.length / missed.length),
      ])
    }),
  ].join('\n')
}

const CLINICIANS = ['aliemteam+aliemcards', 'kangruixiang+Knowledge']

async function countCorpus(speller: Speller) {
  const parse = await loadParser()
  const counts = ['for everybody', 'for clinicians'].map((name) => {
    return { name, posts: 0, words: 0, unknown: 0, different: new Set<string>(), messages: 0 }
  })
  for (const { text, path: name, words, language, medical } of readCorpus()) {
    if (!medical || language !== 'en') continue
    const total = counts[CLINICIANS.some((repository) => name.includes(repository)) ? 1 : 0]!
    total.posts++
    total.words += words
    const post = createPost(text, { parse, path: name, resources: nodeResources })
    for (const { word, mentions, inPhrase } of findUnknownWords(spelledBlocks(post, speller), new Set())) {
      const { block, textStart, textEnd } = mentions[0]!
      const written = block.text.slice(textStart, textEnd)
      total.unknown += mentions.length
      total.different.add(word)
      if (!inPhrase && speller.confident(written, mentions.length) !== undefined) total.messages++
    }
  }
  return counts
}

const PROSE_BYTES = 266_000

/** Wall time over plain prose with many long words: abstracts of Cochrane reviews. */
function measureSpeed(): string[] {
  const file = path.join(SHARED, 'data/readability/cochrane/val.source')
  const words = readFileSync(file, 'utf8')
    .slice(0, PROSE_BYTES)
    .split(/[^A-Za-z]+/)
    .filter((word) => word.length > 1)
  const fresh = createSpeller(nodeResources)!
  fresh.flags('loaded')
  const milliseconds = (work: () => void) => {
    const started = performance.now()
    work()
    return Math.round(performance.now() - started)
  }
  let unknown: string[] = []
  const first = milliseconds(() => {
    unknown = [...new Set(words.filter((word) => fresh.flags(word) === undefined))]
  })
  const again = milliseconds(() => words.filter((word) => fresh.flags(word) === undefined))
  const suggestions = milliseconds(() => unknown.map((word) => fresh.suggest(word)))
  return [
    `Speed over ${PROSE_BYTES / 1000} kB of prose (abstracts of Cochrane reviews): ${first} ms at the first run, ${again} ms once the words are known; suggestions for all ${unknown.length} unknown words ${suggestions} ms.`,
  ]
}

function commonWords(): string[] {
  return lines('frequency').flatMap(([word = '', value]) => (Number(value) >= 3500 && /^[a-z]{6,}$/.test(word) ? [word] : []))
}

function flaggedWords(flag: string): string[] {
  return lines('words').flatMap(([word = '', ...flags]) => (flags.includes(flag) && /^[a-z]{6,}$/.test(word) ? [word] : []))
}

function lines(resource: string): string[][] {
  return (nodeResources(resource) ?? '').split('\n').map((line) => line.split(' '))
}

function slipsOf(words: readonly string[], speller: Speller): { typed: string; meant: string }[] {
  const known = words.filter((word) => speller.flags(word) !== undefined)
  const random = randomNumbers(SEED)
  const pick = <T>(list: ArrayLike<T>): T => list[Math.floor(random() * list.length)]!
  const slips: { typed: string; meant: string }[] = []
  while (slips.length < SLIPS) {
    const meant = pick(known)
    const at = 1 + Math.floor(random() * (meant.length - 1))
    const typed = pick([swapped, without, doubled, mistyped, misheard])(meant, at, pick)
    if (typed !== meant) slips.push({ typed, meant })
  }
  return slips
}

type Pick = <T>(list: ArrayLike<T>) => T

function swapped(word: string, at: number): string {
  return at + 1 < word.length ? word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2) : word
}

function without(word: string, at: number): string {
  return word.slice(0, at) + word.slice(at + 1)
}

function doubled(word: string, at: number): string {
  return word.slice(0, at) + word[at] + word.slice(at)
}

function mistyped(word: string, at: number, pick: Pick): string {
  const row = KEYS.find((keys) => keys.includes(word[at]!)) ?? LETTERS
  const column = row.indexOf(word[at]!)
  const beside = [row[column - 1], row[column + 1]].filter((letter) => letter !== undefined)
  return word.slice(0, at) + pick(beside) + word.slice(at + 1)
}

function misheard(word: string, at: number, pick: Pick): string {
  return 'aeiou'.includes(word[at]!) ? word.slice(0, at) + pick('aeiou') + word.slice(at + 1) : word
}
