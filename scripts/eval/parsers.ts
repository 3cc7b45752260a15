/** Differential test: satteri and micromark over the corpus must give the same messages. */
import { presets } from '../../presets/index.ts'
import { rules } from '../../rules/index.ts'
import { loadParser } from '../../src/cli/parse.ts'
import { nodeResources } from '../../src/cli/resources.ts'
import { lint } from '../../src/lint/lint.ts'
import { resolveSetting } from '../../src/lint/rule-setting.ts'
import { defaultConfig, isPublication } from '../../src/lint/unified-plugin.ts'
import { createPost } from '../../src/post/post.ts'
import type { Parse } from '../../src/post/types.ts'
import { type CorpusFile, readCorpus } from './read-corpus.ts'

export const title = 'Two parsers, the same messages'

export async function evaluate(): Promise<string> {
  const native = await loadParser()
  process.env['MEDLINT_PARSER'] = 'micromark'
  const portable = await loadParser()
  const settings = Object.entries(presets['strict']!.rules).map(([id, setting]) => [
    id,
    { ...resolveSetting(rules[id]!, setting), overridden: false },
  ])
  const config = defaultConfig(Object.fromEntries(settings), '2026-11-24')
  const run = (parse: Parse, { path, text }: CorpusFile) => {
    const { messages } = lint(createPost(text, { parse, path, resources: nodeResources }), {
      ...config,
      content: isPublication(path),
    })
    return new Set(messages.map(({ rule, messageId, start, end, message }) => `${rule} ${messageId} ${start}-${end} ${message}`))
  }
  const files = readCorpus()
  let messages = 0
  const differing: string[] = []
  for (const file of files) {
    const [ours, theirs] = [run(native, file), run(portable, file)]
    messages += ours.size
    const only = [...[...ours].filter((each) => !theirs.has(each)), ...[...theirs].filter((each) => !ours.has(each))]
    if (only.length === 0) continue
    differing.push(file.path)
    if (process.env['MEDLINT_SHOW']) console.error(file.path, only.slice(0, 6))
  }
  return `satteri against mdast-util-from-markdown over ${files.length} files, preset \`strict\`: ${messages} messages, ${differing.length} files whose messages differ.`
}
