/** Writing whole or not at all: to a file beside, then renamed over the old one. */
import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'

export function writeWhole(file: string, text: string): void {
  holdSignals()
  const target = realTarget(file)
  const temporary = path.join(path.dirname(target), `.${path.basename(target)}.${process.pid}.tmp`)
  const mode = statSync(target, { throwIfNoEntry: false })?.mode
  // Renaming would replace a read-only file too.
  if (mode !== undefined) accessSync(target, constants.W_OK)
  try {
    const handle = openSync(temporary, 'w', mode ?? 0o666)
    try {
      writeFileSync(handle, text)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    if (mode !== undefined) chmodSync(temporary, mode & 0o7777)
    renameSync(temporary, target)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}

let holding = false

/** From the first write on, a signal waits for the event loop, so that it never falls between a write and its rename. */
function holdSignals(): void {
  if (holding) return
  holding = true
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.kill(process.pid, signal))
}

/** The file a link leads to, so that the link stays one. */
function realTarget(file: string): string {
  try {
    return realpathSync(file)
  } catch {
    return path.resolve(file)
  }
}
