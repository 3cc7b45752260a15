/** Folders in which a change can change the report: those of the posts, and all of the site that posts may link to or take data from. */
import { type Dirent, readdirSync } from 'node:fs'
import path from 'node:path'
import picomatch from 'picomatch/posix.js'
import { isFolder, isGlob, withSlashes } from './files.ts'
import type { IsIgnored } from './ignored.ts'

interface Watched {
  /** Files, folders and globs of the command line. */
  names: readonly string[]
  workingFolder: string
  /** Folder of the configuration. */
  site: string
  /** The file of the baseline. */
  baseline: string | undefined
  isIgnored: IsIgnored
}

/** The default place of looked-up identifiers; the one hidden folder that is read. */
const DATA_FOLDER = '.medlint'

export function watchedFolders({ names, workingFolder, site, baseline, isIgnored }: Watched): string[] {
  const found = new Set<string>()
  const walk = (folder: string) => {
    if (found.has(folder)) return
    found.add(folder)
    for (const entry of entriesOf(folder)) {
      const below = path.join(folder, entry.name)
      // Links to folders are not followed: they may lead in a circle.
      if (entry.isDirectory() && (entry.name === DATA_FOLDER || !isIgnored(below, true))) walk(below)
    }
  }
  for (const name of names.length > 0 ? names : ['.']) {
    const absolute = path.resolve(workingFolder, name)
    if (isFolder(absolute)) walk(absolute)
    else if (isGlob(name)) walk(path.resolve(workingFolder, picomatch.scan(withSlashes(name)).base))
    else found.add(path.dirname(absolute))
  }
  // A configuration named from elsewhere has its folder, but not all that is below.
  if (isWithin(workingFolder, site) || isWithin(site, workingFolder)) walk(site)
  else found.add(site)
  if (baseline !== undefined) found.add(path.dirname(baseline))
  return [...found]
}

function isWithin(folder: string, other: string): boolean {
  return folder === other || folder.startsWith(other.endsWith(path.sep) ? other : other + path.sep)
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    return []
  }
}
