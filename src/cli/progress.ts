/** A progress line on a terminal, for runs that take longer than a second; nothing anywhere else. */
const AFTER_MILLISECONDS = 1000
const EVERY_MILLISECONDS = 100
const WIDTH = 24

export interface Progress {
  /** `done` of `total` files. */
  show(done: number, total: number): void
  clear(): void
}

export function createProgress(now: () => number = () => performance.now()): Progress {
  const stream = process.stderr
  const started = now()
  let shown = 0
  let visible = false
  if (!stream.isTTY) return { show() {}, clear() {} }
  return {
    show(done, total) {
      const time = now()
      if (time - started < AFTER_MILLISECONDS || time - shown < EVERY_MILLISECONDS) return
      shown = time
      visible = true
      const full = Math.round((WIDTH * done) / Math.max(1, total))
      stream.write(`\r\u001B[K${'█'.repeat(full)}${'░'.repeat(WIDTH - full)} ${done}/${total}`)
    },
    clear() {
      if (visible) stream.write('\r\u001B[K')
      visible = false
    },
  }
}
