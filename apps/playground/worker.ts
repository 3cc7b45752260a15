/** The engine on its own thread; a word list is fetched from the page's own folder when a rule first asks for it. */
import { createEngine } from '../engine/engine.ts'
import type { Failure, Reply, Request } from './protocol.ts'

const engine = createEngine(async (name) => {
  const response = await fetch(`data/${name}.txt`)
  if (!response.ok) throw new Error(`The word list "${name}" could not be loaded (${response.status}). Reload the page.`)
  return response.text()
})

self.onmessage = async ({ data }: MessageEvent<Request>) => self.postMessage(await answerTo(data))

async function answerTo({ version, ...request }: Request): Promise<Reply | Failure> {
  const started = performance.now()
  try {
    return { version, ...(await engine.analyse(request)), milliseconds: performance.now() - started }
  } catch (error) {
    return { version, error: error instanceof Error ? error.message : String(error) }
  }
}
