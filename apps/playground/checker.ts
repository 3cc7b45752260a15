/** The worker of the page: one text at a time, and of those that wait only the newest. */
import type { AnalysisRequest } from '../engine/types.ts'
import type { Failure, Reply, Request } from './protocol.ts'

export interface Checker {
  /** The answer to a request that is overtaken by a newer one never comes. */
  check(request: AnalysisRequest): void
}

interface Listener {
  onReply(reply: Reply): void
  /** The next `check` starts afresh. */
  onFailure(problem: string): void
}

export function createChecker({ onReply, onFailure }: Listener): Checker {
  let worker: Worker | undefined
  let version = 0
  let running = false
  let waiting: Request | undefined

  function start(): Worker {
    const started = new Worker('worker.js', { type: 'module' })
    started.onmessage = ({ data }: MessageEvent<Reply | Failure>) => {
      running = false
      if (waiting) send()
      else if ('error' in data) onFailure(data.error)
      else onReply(data)
    }
    started.onerror = () => {
      started.terminate()
      worker = undefined
      running = false
      waiting = undefined
      onFailure('The engine could not start: reload the page, or try a current browser.')
    }
    return started
  }

  function send(): void {
    worker ??= start()
    running = true
    worker.postMessage(waiting)
    waiting = undefined
  }

  return {
    check(request) {
      version += 1
      waiting = { ...request, version }
      if (!running) send()
    },
  }
}
