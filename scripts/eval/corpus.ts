/** The whole corpus as a user would lint it: nothing crashes, ranges are right, output is the same twice, and how often each rule speaks. */
import { presets } from '../../presets/index.ts'
import { rules } from '../../rules/index.ts'
import { loadParser } from '../../src/cli/parse.ts'
import { nodeResources } from '../../src/cli/resources.ts'
import type { ResolvedConfig } from '../../src/config/types.ts'
import { lint } from '../../src/lint/lint.ts'
import { resolveSetting } from '../../src/lint/rule-setting.ts'
import { defaultConfig, isPublication } from '../../src/lint/unified-plugin.ts'
import { createPost } from '../../src/post/post.ts'
import { type CorpusFile, readCorpus } from './read-corpus.ts'

export const title = 'Messages over the corpus'

const NOW = '2026-11-24'

function presetConfig(name: string): ResolvedConfig {
  const entries = Object.entries(presets[name]!.rules).map(([id, setting]) => [
    id,
    { ...resolveSetting(rules[id]!, setting), overridden: false },
  ])
  return { ...defaultConfig(Object.fromEntries(entries), NOW), knownRules: new Set(Object.keys(rules)) }
}

export async function evaluate(): Promise<string> {
  const parse = await loadParser()
  const files = readCorpus()
  const config = presetConfig('recommended')
  const run = ({ path, text }: CorpusFile) => {
    const post = createPost(text, { parse, path, resources: nodeResources })
    return { post, result: lint(post, { ...config, content: isPublication(path) }) }
  }
  const counts = new Map<string, { messages: number; files: number }>()
  let crashed = 0
  let wrong = 0
  let duplicates = 0
  let different = 0
  let foreignProse = 0
  let words = 0
  for (const file of files) {
    const { post, result } = run(file)
    crashed += result.crashed.length
    const seen = new Set<string>()
    for (const message of result.messages) {
      if (post.text.slice(message.start, message.end) !== message.actual) wrong++
      const key = `${message.rule} ${message.messageId} ${message.start} ${message.end} ${message.message}`
      if (seen.has(key)) duplicates++
      seen.add(key)
      if (post.language !== 'en' && rules[message.rule]?.meta.english) foreignProse++
    }
    if (JSON.stringify(run(file).result.messages) !== JSON.stringify(result.messages)) different++
    if (!file.medical || file.language !== 'en') continue
    words += file.words
    for (const id of new Set(result.messages.map((message) => message.rule))) {
      const count = counts.get(id) ?? { messages: 0, files: 0 }
      count.messages += result.messages.filter((message) => message.rule === id).length
      count.files++
      counts.set(id, count)
    }
  }
  const medical = files.filter((file) => file.medical && file.language === 'en').length
  const rows = [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([id, { messages, files: inFiles }]) =>
        `| \`${id}\` | ${messages} | ${((messages / words) * 1000).toFixed(2)} | ${((inFiles / medical) * 100).toFixed(0)} % |`,
    )
  return `${files.length} files, preset \`recommended\`: ${crashed} crashes of rules, ${wrong} messages whose range is not what they show, ${duplicates} duplicate messages, ${different} files with another result on a second run, ${foreignProse} messages of English prose rules on text that is not English.

Of these, ${medical} files (${words} words) are English and medical:

| rule | messages | per 1,000 words | share of files |
|---|---|---|---|
${rows.join('\n')}`
}
