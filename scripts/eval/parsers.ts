/** Differential test: satteri and micromark over the corpus must give the same messages. */
import { loadParser } from '../../src/cli/parse.ts'
import { nodeResources } from '../../src/cli/resources.ts'
import { lint } from '../../src/lint/lint.ts'
import { isPublication } from '../../src/lint/page-names.ts'
import { createPost } from '../../src/post/post.ts'
import type { Parse } from '../../src/post/types.ts'
import { everyRule } from './preset-config.ts'
import { type CorpusFile, readCorpus } from './read-corpus.ts'

export const title = 'Two parsers, the same messages'

/** Files whose messages differ, with the reason; nothing else may. */
const EXPLAINED: Readonly<Record<string, string>> = {}

export async function evaluate(): Promise<string> {
  const native = await loadParser()
  process.env['MEDLINT_PARSER'] = 'micromark'
  const portable = await loadParser()
  delete process.env['MEDLINT_PARSER']
  const config = everyRule()
  const run = (parse: Parse, { path, text }: CorpusFile) => {
    const post = createPost(text, { parse, path, resources: nodeResources })
    const { messages } = lint(post, { ...config, content: isPublication(path) })
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
  return [
    `satteri against mdast-util-from-markdown over ${files.length} files, every rule on: ${messages} messages, ${differing.length} files whose messages differ.`,
    ...(differing.length > 0 ? [''] : []),
    ...differing.map((path) => `- ${path}: ${EXPLAINED[path] ?? 'NOT EXPLAINED'}`),
  ].join('\n')
}
