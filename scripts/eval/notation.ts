/** Notation rules on real posts: how often they speak, and how often an editor would agree (bench/labels/notation.json). */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { rules } from '../../rules/index.ts'
import { loadParser } from '../../src/cli/parse.ts'
import { nodeResources } from '../../src/cli/resources.ts'
import type { ResolvedConfig } from '../../src/config/types.ts'
import { lint } from '../../src/lint/lint.ts'
import { resolveSetting } from '../../src/lint/rule-setting.ts'
import type { Audience } from '../../src/lint/types.ts'
import { defaultConfig } from '../../src/lint/unified-plugin.ts'
import { createPost } from '../../src/post/post.ts'
import type { Parse } from '../../src/post/types.ts'
import { type CorpusFile, ROOT, readCorpus } from './read-corpus.ts'
import { percent, row } from './table.ts'

export const title = 'Notation of doses and units'

const RULES = ['dose-decimal', 'error-prone-abbreviation', 'unit-format']
const AUDIENCES: Audience[] = ['general', 'patient']
const NOW = '2026-12-01'

interface Labels {
  posts: { path: string; sha1: string; rows: [rule: string, audience: Audience, start: number, end: number, right: 0 | 1][] }[]
}

interface Count {
  messages: number
  errors: number
  right: number
  wrong: number
}

/** By rule, those for patients apart. */
const counts = new Map<string, Count>()

export async function evaluate(): Promise<string> {
  const parse = await loadParser()
  const files = readCorpus().filter(({ medical, language }) => medical && language === 'en')
  const words = files.reduce((sum, file) => sum + file.words, 0)
  const labels = readLabels(files)
  counts.clear()
  for (const audience of AUDIENCES) for (const file of files) countMessages(file, audience, parse, labels)
  const rows = [...counts].map(([name, { messages, errors, right, wrong }]) =>
    row([
      name,
      messages,
      ((1000 * messages) / words).toFixed(2),
      errors,
      right + wrong,
      right + wrong === 0 ? '–' : percent(right / (right + wrong)),
    ]),
  )
  return [
    `Default options on the ${files.length} English medical posts (${words} words). Every message was read once in its context, while the rules were written; a message without a label is new since then.`,
    'The row for patients counts what `error-prone-abbreviation` says on top when the same posts are taken for pages for patients.',
    '',
    row(['rule', 'messages', 'per 1,000 words', 'errors', 'labelled', 'precision, %']),
    '|---|---|---|---|---|---|',
    ...rows,
  ].join('\n')
}

const keyOf = (file: string, rule: string, start: number, end: number) => `${file} ${rule} ${start} ${end}`

/** Labels by the place of the message; a file that has changed since has none. */
function readLabels(files: readonly CorpusFile[]): Map<string, boolean> {
  const { posts } = JSON.parse(readFileSync(path.join(ROOT, 'bench/labels/notation.json'), 'utf8')) as Labels
  const texts = new Map(files.map((file) => [file.path, file.text]))
  const labels = new Map<string, boolean>()
  for (const post of posts) {
    const text = texts.get(post.path)
    if (text === undefined || createHash('sha1').update(text).digest('hex') !== post.sha1) continue
    for (const [rule, , start, end, right] of post.rows) labels.set(keyOf(post.path, rule, start, end), right === 1)
  }
  return labels
}

function configFor(audience: Audience): ResolvedConfig {
  const entries = RULES.map((id) => [id, { ...resolveSetting(rules[id]!, {}), overridden: false }])
  return { ...defaultConfig(Object.fromEntries(entries), NOW), audience }
}

function countMessages(
  { path: file, text }: CorpusFile,
  audience: Audience,
  parse: Parse,
  labels: ReadonlyMap<string, boolean>,
): void {
  const run = (reader: Audience) =>
    lint(createPost(text, { parse, path: file, resources: nodeResources }), configFor(reader)).messages
  const known = audience === 'general' ? [] : run('general').map(({ rule, start }) => `${rule} ${start}`)
  for (const { rule, start, end, severity } of run(audience)) {
    if (!RULES.includes(rule) || known.includes(`${rule} ${start}`)) continue
    const name = `\`${rule}\`${audience === 'patient' ? ', more for patients' : ''}`
    const count = counts.get(name) ?? { messages: 0, errors: 0, right: 0, wrong: 0 }
    const right = labels.get(keyOf(file, rule, start, end))
    count.messages++
    if (severity === 'error') count.errors++
    if (right !== undefined) count[right ? 'right' : 'wrong']++
    counts.set(name, count)
  }
}

/** Measured precision for the page of each rule. */
export function pages(): Map<string, string> {
  const lines = RULES.flatMap((rule): [string, string][] => {
    const count = counts.get(`\`${rule}\``)
    if (!count || count.right + count.wrong === 0) return []
    const share = percent(count.right / (count.right + count.wrong))
    return [
      [
        rule,
        `On the English medical posts of the corpus it has ${count.messages} messages; of ${count.right + count.wrong} read, ${share} % were right.`,
      ],
    ]
  })
  return new Map(lines)
}
