/** Which seeded formatting defects the reference rules find in lists that are clean but for them, and what they say of clean lists. */

import { loadParser } from '../../src/cli/parse.ts'
import { nodeResources } from '../../src/cli/resources.ts'
import { lint } from '../../src/lint/lint.ts'
import type { Message } from '../../src/lint/types.ts'
import { createPost } from '../../src/post/post.ts'
import type { Parse } from '../../src/post/types.ts'
import { isArticle, renderedItems } from '../references/rendered.ts'
import { type Clean, COPIES, KINDS, type Mutation, partsOf, type Style } from './mutation-kinds.ts'
import { everyRule } from './preset-config.ts'
import { percent, row } from './table.ts'

const STYLES: Style[] = ['apa', 'american-medical-association', 'nlm-citation-sequence']
const LIST_LENGTH = 10
/** Entries a defect is seeded into, per style. */
const SEEDS = 24
const WARM_RUNS = 12
const RULES = ['reference-style', 'reference-identifier', 'reference-complete', 'retracted-source']

export async function mutationTable(): Promise<string[]> {
  const parse = await loadParser()
  const config = everyRule()
  const rules = Object.fromEntries(Object.entries(config.rules).filter(([id]) => RULES.includes(id)))
  const check = (text: string) => checkList(text, parse, { ...config, rules })
  const lines = [
    `Seeded defects in lists of ${LIST_LENGTH} rendered articles (complete ones, titles in sentence case), one defect a list; found means: a message or a related place of it at the spot, which the clean list does not have.`,
    '',
    row(['defect', ...STYLES.map(shortName), 'n', 'found, %']),
    `|---|${'---|'.repeat(STYLES.length + 2)}`,
  ]
  const total = { found: 0, count: 0 }
  const clean = { messages: 0, entries: 0, shown: [] as string[] }
  const results = new Map<string, { found: number; count: number; perStyle: Map<Style, [number, number]> }>()
  const missed: string[] = []
  for (const style of STYLES) {
    const lists = cleanLists(style)
    const before = lists.map((list) => check(pageOf(list.map(({ text }) => text)).text))
    clean.entries += lists.length * LIST_LENGTH
    clean.messages += before.reduce((sum, messages) => sum + messages.length, 0)
    for (const messages of before)
      for (const { rule, actual, message } of messages)
        clean.shown.push(`${shortName(style)} ${rule}: ${message} [${actual.slice(0, 160)}]`)
    const tally = (name: string, found: boolean, example: string) => {
      const result = results.get(name) ?? { found: 0, count: 0, perStyle: new Map() }
      results.set(name, result)
      const [right, count] = result.perStyle.get(style) ?? [0, 0]
      result.perStyle.set(style, [right + (found ? 1 : 0), count + 1])
      result.count++
      total.count++
      if (found) {
        result.found++
        total.found++
      } else missed.push(`${name} | ${shortName(style)} | ${example}`)
    }
    for (const { name, styles, mutate } of KINDS) {
      if (!styles.includes(style)) continue
      for (const { listIndex, index, mutation } of seedsOf(lists, style, mutate)) {
        const texts = lists[listIndex]!.map(({ text }) => text)
        const { text, start, end } = applied(texts[index]!, mutation)
        texts[index] = text
        const page = pageOf(texts)
        const at = page.rangeOf(index, start, end)
        tally(name, isFound(check(page.text), before[listIndex]!, at), text)
      }
    }
    for (const { name, styles, copy } of COPIES) {
      if (!styles.includes(style)) continue
      for (const [listIndex, list] of lists.entries()) {
        const texts = list.map(({ text }) => text)
        const more = copy(texts[2]!, texts[7]!)
        if (!more) continue
        if (name.startsWith('the DOI')) texts[7] = more
        else texts.push(more)
        const page = pageOf(texts)
        const index = name.startsWith('the DOI') ? 7 : texts.length - 1
        tally(name, isFound(check(page.text), before[listIndex]!, page.rangeOf(index, 0, more.length)), more)
      }
    }
  }
  for (const [name, { found, count, perStyle }] of results) {
    const cells = STYLES.map((style) => {
      const cell = perStyle.get(style)
      return cell ? `${cell[0]}/${cell[1]}` : ''
    })
    lines.push(row([name, ...cells, count, percent(found / count)]))
  }
  lines.push(
    row(['all', ...STYLES.map(() => ''), total.count, percent(total.found / total.count)]),
    '',
    `${results.size} kinds of defects. On the clean lists: ${clean.messages} messages for ${clean.entries} entries, ${((100 * clean.messages) / clean.entries).toFixed(2)} per 100.`,
    '',
  )
  if (process.env['MEDLINT_MISSED']) console.log([...clean.shown, ...missed].join('\n'))
  return lines
}

/** A list of 1,000 different works, as it would be linted: parsing of the Markdown, of the entries, and the reference rules. */
export async function checkedLine(): Promise<string[]> {
  const parse = await loadParser()
  const config = everyRule()
  const rules = Object.fromEntries(Object.entries(config.rules).filter(([id]) => RULES.includes(id)))
  const articles = renderedItems('american-medical-association').filter(({ item }) => isArticle(item) && item.title && item.DOI)
  const texts = Array.from({ length: 1000 }, (_, index) => {
    const { item, text } = articles[index % articles.length]!
    return text.replace(item.title!, () => `${item.title} ${index}`).replace(item.DOI!, () => `${item.DOI}.${index}`)
  })
  const { text } = pageOf(texts)
  let best = Number.POSITIVE_INFINITY
  for (let run = 0; run < WARM_RUNS; run++) {
    const started = performance.now()
    checkList(text, parse, { ...config, rules })
    best = Math.min(best, performance.now() - started)
  }
  return [`A list of 1,000 entries parsed and checked by ${RULES.length} rules in ${Math.round(best)} ms, warm.`]
}

function shortName(style: Style): string {
  return { apa: 'APA', 'american-medical-association': 'AMA', 'nlm-citation-sequence': 'NLM' }[style]
}

/** Complete articles whose text shows their title, each work once, titles in sentence case, in lists of one length. */
function cleanLists(style: Style): Clean[][] {
  const seen = new Set<string>()
  const entries: Clean[] = []
  for (const { item, text } of renderedItems(style)) {
    const { title = '', volume, page, DOI } = item
    const key = title.toLowerCase()
    const known = item['container-title-short'] !== undefined
    if (!isArticle(item) || !known || !volume || !page || !DOI || seen.has(key) || /[<>]/.test(title) || !text.includes(title))
      continue
    seen.add(key)
    entries.push({ item, text: text.replace(title, () => sentenceCase(title)) })
  }
  const lists: Clean[][] = []
  for (let at = 0; at + LIST_LENGTH <= entries.length; at += LIST_LENGTH) lists.push(entries.slice(at, at + LIST_LENGTH))
  return lists
}

function sentenceCase(title: string): string {
  return title.replace(/(?<=[\p{L}\p{N},)] |-)\p{Lu}(?=\p{Ll}+(?:[\s,:.-]|$))/gu, (letter) => letter.toLowerCase())
}

function* seedsOf(
  lists: readonly Clean[][],
  style: Style,
  mutate: (typeof KINDS)[number]['mutate'],
): Generator<{ listIndex: number; index: number; mutation: Mutation }> {
  let given = 0
  for (let index = 0; index < LIST_LENGTH; index++) {
    for (const [listIndex, list] of lists.entries()) {
      if (given === SEEDS) return
      const parts = partsOf(list[(index + listIndex) % LIST_LENGTH]!, style)
      const mutation = parts && parts.authors.length > 0 ? mutate(parts) : undefined
      if (!mutation) continue
      given++
      yield { listIndex, index: (index + listIndex) % LIST_LENGTH, mutation }
    }
  }
}

/** The entry with the mutation, and the range of its first edit in it. */
function applied(text: string, mutation: Mutation): { text: string; start: number; end: number } {
  const edits = [mutation, ...(mutation.also ?? [])].sort((a, b) => a.start - b.start)
  let result = ''
  let at = 0
  let start = 0
  for (const edit of edits) {
    result += text.slice(at, edit.start)
    if (edit === mutation) start = result.length
    result += edit.text
    at = edit.end
  }
  return { text: result + text.slice(at), start, end: start + mutation.text.length }
}

const escaped = (text: string) => text.replace(/[\\`*[\]<>~|]/g, '\\$&')

function pageOf(texts: readonly string[]): {
  text: string
  rangeOf(index: number, start: number, end: number): [number, number]
} {
  let text = '# Title\n\nText.\n\n## References\n\n'
  const starts: number[] = []
  for (const [index, entry] of texts.entries()) {
    text += `${index + 1}. `
    starts.push(text.length)
    text += `${escaped(entry)}\n`
  }
  return {
    text,
    rangeOf: (index, start, end) => {
      const from = starts[index]! + escaped(texts[index]!.slice(0, start)).length
      return [from, from + escaped(texts[index]!.slice(start, end)).length]
    },
  }
}

function checkList(text: string, parse: Parse, config: Parameters<typeof lint>[1]): Message[] {
  const post = createPost(text, { parse, path: 'list.md', lang: 'en', resources: nodeResources })
  return lint(post, config).messages.filter(({ rule }) => RULES.includes(rule))
}

/** Something is said at the spot, one character of grace on either side, that was not said before. */
function isFound(messages: readonly Message[], before: readonly Message[], [start, end]: [number, number]): boolean {
  const known = new Set(before.map(({ rule, message, actual }) => `${rule} ${message} ${actual}`))
  return messages.some((message) => {
    if (known.has(`${message.rule} ${message.message} ${message.actual}`)) return false
    return [message, ...message.related].some((place) => place.start <= end + 1 && place.end >= start - 1)
  })
}
