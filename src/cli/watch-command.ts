/** `--watch`: the whole report again whenever something changed. Posts that nothing changed for come from memory. */
import path from 'node:path'
import { printable } from '../report/printable.ts'
import type { Arguments } from './arguments.ts'
import { nearestBaseline } from './baseline-path.ts'
import { type Cache, openCache } from './cache.ts'
import { createConfigs } from './configs.ts'
import { shownPath } from './files.ts'
import { createIgnored } from './ignored.ts'
import { lintFiles } from './lint-command.ts'
import { tellProblem } from './tell-problem.ts'
import { createWatcher } from './watch-folders.ts'
import { watchedFolders } from './watched-folders.ts'

const CLEAR = '\u001B[2J\u001B[3J\u001B[H'
/** Names of changed files that are listed. */
const MOST_NAMED = 3

/** Never returns by itself: a signal ends it. What is wrong at the start ends it as it ends any run; what goes wrong later is told. */
export async function watchFiles(given: Arguments, debug: boolean): Promise<number> {
  const workingFolder = process.cwd()
  const cache = openCache(given.cache ? given.cacheLocation : null, workingFolder)
  const written = new Map<string, string>()
  const run = () => lintFiles(given, debug, { cache, written: (file, text) => written.set(file, text) })
  const watcher = createWatcher(concerns(given, workingFolder, cache), written)
  watcher.watch(await foldersOf(given, workingFolder))
  await run()
  for (;;) {
    process.stderr.write('medlint: Watching for changes; Ctrl-C ends it.\n')
    const changed = await watcher.next()
    if (process.stdout.isTTY) process.stdout.write(CLEAR)
    process.stderr.write(`medlint: ${namesOf(changed, workingFolder)} changed.\n`)
    try {
      // Before the run: what changes while it goes on is seen.
      watcher.watch(await foldersOf(given, workingFolder))
      await run()
    } catch (error) {
      tellProblem(error, debug)
    }
  }
}

async function foldersOf(given: Arguments, workingFolder: string): Promise<string[]> {
  const { folder } = await createConfigs(given, workingFolder).forFolder(workingFolder)
  const baseline = nearestBaseline(workingFolder)
  return watchedFolders({
    names: given.names,
    workingFolder,
    site: folder,
    baseline,
    isIgnored: createIgnored(workingFolder, given),
  })
}

/** False for what runs write themselves, and for what is no part of the site. */
function concerns(given: Arguments, workingFolder: string, cache: Cache): (absolute: string) => boolean {
  const own = new Set(
    [...given.reports.map(({ file }) => file), cache.file].flatMap((file) => (file ? [path.resolve(workingFolder, file)] : [])),
  )
  return (absolute) => {
    if (own.has(absolute)) return false
    const name = path.basename(absolute)
    return (
      name.startsWith('.medlint') ||
      path.basename(path.dirname(absolute)) === '.medlint' ||
      !createIgnored(workingFolder, given)(absolute, false)
    )
  }
}

function namesOf(changed: readonly string[], workingFolder: string): string {
  const names = changed.slice(0, MOST_NAMED).map((file) => printable(shownPath(file, workingFolder)))
  const more = changed.length - names.length
  return names.join(', ') + (more > 0 ? ` and ${more} more` : '')
}
