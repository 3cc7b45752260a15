/** Writing whole or not at all: to a file beside, then renamed over the old one. */
import { chmodSync, closeSync, fsyncSync, openSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

export function writeWhole(file: string, text: string): void {
  const target = realTarget(file)
  const temporary = path.join(path.dirname(target), `.${path.basename(target)}.${process.pid}.tmp`)
  const mode = statSync(target, { throwIfNoEntry: false })?.mode
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

/** The file a link leads to, so that the link stays one. */
function realTarget(file: string): string {
  try {
    return realpathSync(file)
  } catch {
    return path.resolve(file)
  }
}
