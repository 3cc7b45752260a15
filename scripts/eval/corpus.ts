/** The whole corpus as a user would lint it: nothing crashes, ranges are right, output is the same twice, and how often each rule speaks. */
import { rules } from '../../rules/index.ts'
import { loadParser } from '../../src/cli/parse.ts'
import { nodeResources } from '../../src/cli/resources.ts'
import type { ResolvedConfig } from '../../src/config/types.ts'
import { type LintResult, lint } from '../../src/lint/lint.ts'
import { isPublication } from '../../src/lint/page-names.ts'
import type { Message } from '../../src/lint/types.ts'
import { createPost } from '../../src/post/post.ts'
import type { Parse, Post } from '../../src/post/types.ts'
import { everyRule, presetConfig } from './preset-config.ts'
import { type CorpusFile, readCorpus } from './read-corpus.ts'

export const title = 'Messages over the corpus'

/** What may not happen, by what it is; the paths where it did. */
type Faults = Record<string, string[]>

export async function evaluate(): Promise<string> {
  const parse = await loadParser()
  const files = readCorpus()
  const { faults, messages, foreign } = checkAll(files, parse)
  const broken = Object.values(faults).reduce((sum, paths) => sum + paths.length, 0)
  return [
    `${files.length} files, every rule on: ${faults['crashes of rules']!.length} crashes, ${messages} messages, ${broken} faults.`,
    '',
    '| checked of every file | faults |',
    '|---|---|',
    ...Object.entries(faults).map(([fault, paths]) => `| ${fault} | ${paths.length}${listed(paths)} |`),
    '',
    `${foreign} files are not English by their words or their \`lang\`; each with prose gets one info about it and no message of a rule of English prose.`,
    '',
    frequencyTable(files, parse),
  ].join('\n')
}

const listed = (paths: readonly string[]) => (paths.length > 0 ? ` (${paths.slice(0, 5).join(', ')})` : '')

function run({ path, text }: CorpusFile, parse: Parse, config: ResolvedConfig): { post: Post; result: LintResult } {
  const post = createPost(text, { parse, path, resources: nodeResources })
  return { post, result: lint(post, { ...config, content: isPublication(path) }) }
}

/** Every file twice, the second time in reverse order, so that nothing kept between files can show. */
function checkAll(files: readonly CorpusFile[], parse: Parse): { faults: Faults; messages: number; foreign: number } {
  const config = everyRule()
  const faults: Faults = {
    'crashes of rules': [],
    'messages whose range is not what they show': [],
    'messages said twice': [],
    'messages of rules of English prose on other text': [],
    'files that are not English without exactly one info about it, or English ones with it': [],
    'files with another result on a second run, in reverse order': [],
  }
  const [crashes, ranges, duplicates, prose, infos, changed] = Object.values(faults) as [
    string[],
    string[],
    string[],
    string[],
    string[],
    string[],
  ]
  const first = new Map<string, string>()
  let messages = 0
  let foreign = 0
  for (const file of files) {
    const { post, result } = run(file, parse, config)
    const { path } = file
    messages += result.messages.length
    for (const _ of result.crashed) crashes.push(path)
    const seen = new Set<string>()
    for (const message of [...result.messages, ...result.suppressed]) {
      if (post.text.slice(message.start, message.end) !== message.actual) ranges.push(path)
      const place = `${message.rule} ${message.messageId} ${message.start} ${message.end}`
      if (seen.has(place)) duplicates.push(path)
      seen.add(place)
    }
    const other = post.language !== 'en'
    if (other) foreign++
    if (other) for (const { rule } of result.messages) if (rules[rule]?.meta.english) prose.push(path)
    const told = result.messages.filter(({ rule }) => rule === 'medlint/language').length
    if (told !== (other && post.prose.length > 0 ? 1 : 0)) infos.push(path)
    first.set(path, essence(result.messages))
  }
  for (const file of files.toReversed()) {
    if (essence(run(file, parse, config).result.messages) !== first.get(file.path)) changed.push(file.path)
  }
  return { faults, messages, foreign }
}

const essence = (messages: readonly Message[]) => JSON.stringify(messages)

/** How much preset `recommended` says on English medical posts. */
function frequencyTable(files: readonly CorpusFile[], parse: Parse): string {
  const config = presetConfig('recommended')
  const counts = new Map<string, { messages: number; files: number }>()
  const posts = files.filter((file) => file.medical && file.language === 'en')
  for (const file of posts) {
    const { messages } = run(file, parse, config).result
    for (const id of new Set(messages.map((message) => message.rule))) {
      const count = counts.get(id) ?? { messages: 0, files: 0 }
      count.messages += messages.filter((message) => message.rule === id).length
      count.files++
      counts.set(id, count)
    }
  }
  const words = posts.reduce((sum, file) => sum + file.words, 0)
  const row = (id: string, messages: number, inFiles: number) =>
    `| ${id} | ${messages} | ${((messages / words) * 1000).toFixed(2)} | ${((inFiles / posts.length) * 100).toFixed(0)} % |`
  const all = [...counts.values()].reduce((sum, count) => sum + count.messages, 0)
  return [
    `Preset \`recommended\` on the ${posts.length} English medical files (${words} words):`,
    '',
    '| rule | messages | per 1,000 words | share of files |',
    '|---|---|---|---|',
    ...[...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, count]) => row(`\`${id}\``, count.messages, count.files)),
    `| all | ${all} | ${((all / words) * 1000).toFixed(2)} | |`,
  ].join('\n')
}
