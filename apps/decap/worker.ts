/** The engine on its own thread; word lists are in `data/` beside this file. */
import { createEngine } from '../engine/engine.ts'
import type { Reply, Request } from './protocol.ts'
import { reportOn } from './report.ts'

const engine = createEngine(async (name) => {
  const url = new URL(`data/${name}.txt`, self.location.href)
  const response = await fetch(url)
  if (!response.ok) throw new Error(`The word list ${url.pathname} could not be loaded (${response.status}).`)
  return response.text()
})

self.onmessage = async ({ data: { id, ...request } }: MessageEvent<Request>) => {
  let reply: Reply
  try {
    reply = { id, report: await reportOn(engine, request) }
  } catch (error) {
    reply = { id, error: error instanceof Error ? error.message : String(error) }
  }
  self.postMessage(reply)
}
