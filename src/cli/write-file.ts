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
  const whole = openWhole(file)
  try {
    whole.write(text)
    whole.end()
  } catch (error) {
    whole.abandon()
    throw error
  }
}

/** A file that is written piece by piece and takes its name at the end. */
export interface WholeFile {
  write(content: string | Uint8Array): void
  end(): void
  /** Leaves nothing behind. */
  abandon(): void
}

export function openWhole(file: string): WholeFile {
  holdSignals()
  const target = realTarget(file)
  const temporary = path.join(path.dirname(target), `.${path.basename(target)}.${process.pid}.tmp`)
  const stats = statSync(target, { throwIfNoEntry: false })
  if (stats?.isDirectory()) throw Object.assign(new Error('it is a folder'), { code: 'EISDIR' })
  const mode = stats?.mode
  // Renaming would replace a read-only file too.
  if (mode !== undefined) accessSync(target, constants.W_OK)
  const handle = openSync(temporary, 'w', mode ?? 0o666)
  const abandon = () => {
    if (!unfinished.delete(abandon)) return
    closeSync(handle)
    rmSync(temporary, { force: true })
  }
  unfinished.add(abandon)
  return {
    write: (content) => writeFileSync(handle, content),
    end() {
      fsyncSync(handle)
      if (mode !== undefined) chmodSync(temporary, mode & 0o7777)
      renameSync(temporary, target)
      unfinished.delete(abandon)
      closeSync(handle)
    },
    abandon,
  }
}

/** Takes back each file that has not got its name yet. */
const unfinished = new Set<() => void>()

function abandonAll(): void {
  for (const abandon of [...unfinished]) abandon()
}

let holding = false

/** From the first write on, a signal waits for the event loop, so that it never falls between a write and its rename. */
function holdSignals(): void {
  if (holding) return
  holding = true
  process.once('exit', abandonAll)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      abandonAll()
      process.kill(process.pid, signal)
    })
  }
}

/** The file a link leads to, so that the link stays one. */
function realTarget(file: string): string {
  try {
    return realpathSync(file)
  } catch {
    return path.resolve(file)
  }
}
