/** The engine on its own thread: one request at a time; a word list is fetched from the page's own folder when a rule first asks for it. */
import { createPost, inspect, lint, parsePortable, presets, resolve, rules } from '../../src/core.ts'
import type { Reply, Request } from './protocol.ts'

const lists = new Map<string, string>()

self.onmessage = ({ data }: MessageEvent<Request>) => {
  try {
    self.postMessage(answerTo(data))
  } catch (error) {
    self.postMessage({ version: data.version, error: error instanceof Error ? error.message : String(error) })
  }
}

function answerTo({ version, text, path, preset, now }: Request): Reply {
  const started = performance.now()
  const post = createPost(text, { parse: parsePortable, path, resources: listNamed })
  const { messages } = lint(post, resolve({ extends: preset }, path, { presets, rules, now }))
  const { claims, readability } = inspect(post, ['claims', 'readability']) as unknown as Pick<Reply, 'claims' | 'readability'>
  return { version, messages, claims, readability, milliseconds: performance.now() - started }
}

/** Rules ask for lists in the middle of their work, so the request is synchronous: it holds up this thread, never the page. */
function listNamed(name: string): string {
  const known = lists.get(name)
  if (known !== undefined) return known
  const request = new XMLHttpRequest()
  request.open('GET', `data/${name}.txt`, false)
  request.send()
  if (request.status !== 200) throw new Error(`The word list "${name}" could not be loaded (${request.status}). Reload the page.`)
  lists.set(name, request.responseText)
  return request.responseText
}
