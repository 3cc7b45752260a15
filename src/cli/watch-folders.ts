/** What changes in folders, told when it has become quiet: saving a file, a checkout and a build each make several events. */
import { type FSWatcher, readFileSync, watch } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { reasonOf } from './files.ts'

export interface Watcher {
  /** Watches these folders (absolute paths), not those below them, and no others any more. */
  watch(folders: readonly string[]): void
  /** Waits for a change; absolute paths, in order. */
  next(): Promise<string[]>
}

const QUIET_MILLISECONDS = 80
/** Something that never becomes quiet is told all the same. */
const LONGEST_MILLISECONDS = 2000

/** `matters`: paths that are not to be told. `written`: texts that this process wrote, by path: finding them there is no change. */
export function createWatcher(matters: (absolute: string) => boolean, written: ReadonlyMap<string, string>): Watcher {
  const watchers = new Map<string, FSWatcher>()
  const unwatched = new Set<string>()
  const changed = new Set<string>()
  let events = 0
  let wake = () => {}

  function open(folder: string): FSWatcher | undefined {
    try {
      const watcher = watch(folder, (_, name) => {
        changed.add(name === null ? folder : path.join(folder, name))
        events++
        wake()
      })
      // A folder that has gone: its parent tells.
      watcher.on('error', () => close(folder))
      return watcher
    } catch (error) {
      if (!unwatched.has(folder))
        process.stderr.write(`medlint: Changes in ${folder} will not be noticed: ${watchReason(error)}.\n`)
      unwatched.add(folder)
      return undefined
    }
  }

  function close(folder: string): void {
    watchers.get(folder)?.close()
    watchers.delete(folder)
  }

  function isNew(absolute: string): boolean {
    const text = written.get(absolute)
    if (text === undefined) return true
    try {
      return readFileSync(absolute, 'utf8') !== text
    } catch {
      return true
    }
  }

  async function becomesQuiet(): Promise<void> {
    const started = performance.now()
    for (let seen = -1; seen !== events && performance.now() - started < LONGEST_MILLISECONDS; ) {
      seen = events
      await wait(QUIET_MILLISECONDS)
    }
  }

  return {
    watch(folders) {
      const wanted = new Set(folders)
      for (const folder of watchers.keys()) if (!wanted.has(folder)) close(folder)
      for (const folder of wanted) {
        const watcher = watchers.has(folder) ? undefined : open(folder)
        if (watcher) watchers.set(folder, watcher)
      }
    },
    async next() {
      for (;;) {
        if (changed.size === 0) {
          await new Promise<void>((resolve) => {
            wake = resolve
          })
        }
        await becomesQuiet()
        const names = [...changed].filter((name) => matters(name) && isNew(name))
        changed.clear()
        if (names.length > 0) return names.sort()
      }
    },
  }
}

function watchReason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  if (code === 'ENOSPC') return 'the system watches no more folders for you (on Linux raise fs.inotify.max_user_watches)'
  if (code === 'EMFILE') return 'too many files are open (raise the limit, for example with "ulimit -n 10000")'
  return reasonOf(error)
}
