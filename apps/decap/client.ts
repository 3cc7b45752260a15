/** The page's side of the worker. */
import type { Config } from '../../src/core.ts'
import type { Draft, Reply, Report, Request } from './protocol.ts'

/** A first report loads 2 MB of engine and lists. */
const PATIENCE_MS = 60_000

export interface Client {
  /** Rejects when the worker cannot start, when a list is missing, when the configuration is wrong or after a minute. */
  check(draft: Draft): Promise<Report>
}

interface Waiting {
  resolve(report: Report): void
  reject(error: Error): void
}

/** `base`: address of the folder with `worker.js`, with a slash at its end. */
export function createClient(base: string, config: Config): Client {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | undefined
  let lastId = 0

  function start(): Worker {
    const started = new Worker(new URL('worker.js', base))
    started.onmessage = ({ data }: MessageEvent<Reply>) => {
      const asked = waiting.get(data.id)
      if ('error' in data) asked?.reject(new Error(data.error))
      else asked?.resolve(data.report)
    }
    started.onerror = () => stop(new Error(`The engine could not start: ${new URL('worker.js', base)}`))
    return started
  }

  /** The next check starts a new one. */
  function stop(error: Error): void {
    worker?.terminate()
    worker = undefined
    for (const { reject } of waiting.values()) reject(error)
  }

  return {
    async check(draft) {
      worker ??= start()
      lastId += 1
      const request: Request = { id: lastId, draft, config, now: new Date().toISOString().slice(0, 10) }
      const { id } = request
      const timer = setTimeout(() => stop(new Error('The engine did not answer within a minute.')), PATIENCE_MS)
      try {
        return await new Promise<Report>((resolve, reject) => {
          waiting.set(id, { resolve, reject })
          worker?.postMessage(request)
        })
      } finally {
        clearTimeout(timer)
        waiting.delete(id)
      }
    },
  }
}
