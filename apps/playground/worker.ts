/** The engine on its own thread: one request at a time, word lists fetched once from the page's own folder. */
import { createPost, inspect, lint, parsePortable, presets, resolve, rules } from '../../src/core.ts'
import type { Reply, Request } from './protocol.ts'

const NAMES = ['words', 'frequency', 'journals', 'reference-tagger']
const lists = new Map<string, string>()
const ready = Promise.all(
  NAMES.map(async (name) => {
    const answer = await fetch(`data/${name}.txt`)
    if (!answer.ok) throw new Error(`The word list ${name} could not be loaded (${answer.status}). Reload the page.`)
    lists.set(name, await answer.text())
  }),
)

self.onmessage = async ({ data }: MessageEvent<Request>) => {
  try {
    await ready
    self.postMessage(answerTo(data))
  } catch (error) {
    self.postMessage({ version: data.version, error: error instanceof Error ? error.message : String(error) })
  }
}

function answerTo({ version, text, path, preset, now }: Request): Reply {
  const started = performance.now()
  const post = createPost(text, { parse: parsePortable, path, resources: (name) => lists.get(name) })
  const { messages } = lint(post, resolve({ extends: preset }, path, { presets, rules, now }))
  const { claims, readability } = inspect(post, ['claims', 'readability']) as unknown as Pick<Reply, 'claims' | 'readability'>
  return { version, messages, claims, readability, milliseconds: performance.now() - started }
}
