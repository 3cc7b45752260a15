/** From names on the command line to the files to lint, in order and each once. */
import { type Dirent, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import picomatch from 'picomatch/posix.js'
import type { IsIgnored } from './ignored.ts'

export interface FileSelection {
  files: { absolute: string; shown: string }[]
  /** Names that nothing answers to. */
  unmatched: string[]
  unreadable: { shown: string; reason: string }[]
  /** Named files that are ignored or no Markdown. */
  skipped: number
}

export interface FileOptions {
  workingFolder: string
  extensions: readonly string[]
  isIgnored: IsIgnored
}

const GLOB = /[*?[\]{}()!]/

export function isGlob(name: string): boolean {
  return GLOB.test(name)
}

export function selectFiles(names: readonly string[], options: FileOptions): FileSelection {
  const selection: FileSelection = { files: [], unmatched: [], unreadable: [], skipped: 0 }
  const seen = new Set<string>()
  const add = (absolute: string, shown: string) => {
    if (seen.has(absolute)) return
    seen.add(absolute)
    selection.files.push({ absolute, shown })
  }
  for (const name of names.length > 0 ? names : ['.']) selectName(name, options, selection, add)
  return selection
}

type Add = (absolute: string, shown: string) => void

function selectName(name: string, options: FileOptions, selection: FileSelection, add: Add): void {
  const absolute = path.resolve(options.workingFolder, name)
  const before = selection.files.length + selection.skipped + selection.unreadable.length
  let seenBefore = false
  const addFound: Add = (file, shown) => {
    seenBefore = true
    add(file, shown)
  }
  try {
    if (statSync(absolute).isDirectory()) walk(absolute, options, selection, addFound, () => true)
    else if (options.isIgnored(absolute, false) || !hasEnding(absolute, options)) selection.skipped++
    else addFound(absolute, withSlashes(name).replace(/^(?:\.\/+)+/, ''))
  } catch (error) {
    if (!isMissing(error)) selection.unreadable.push({ shown: withSlashes(name), reason: reasonOf(error) })
    else if (isGlob(name)) selectGlob(withSlashes(name), options, selection, addFound)
  }
  if (!seenBefore && before === selection.files.length + selection.skipped + selection.unreadable.length)
    selection.unmatched.push(name)
}

function selectGlob(glob: string, options: FileOptions, selection: FileSelection, add: Add): void {
  const { base, glob: rest } = picomatch.scan(glob.replace(/^(?:\.\/+)+/, ''))
  const matches = picomatch(rest, { dot: true })
  const start = path.resolve(options.workingFolder, base)
  if (isFolder(start)) walk(start, options, selection, add, (absolute) => matches(shownPath(absolute, start)))
}

function walk(
  folder: string,
  options: FileOptions,
  selection: FileSelection,
  add: Add,
  wanted: (absolute: string) => boolean,
): void {
  const { workingFolder, isIgnored } = options
  if (folder !== workingFolder && isIgnored(folder, true)) return
  let entries: Dirent[]
  try {
    entries = readdirSync(folder, { withFileTypes: true })
  } catch (error) {
    selection.unreadable.push({ shown: shownPath(folder, workingFolder), reason: reasonOf(error) })
    return
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const entry of entries) {
    const absolute = path.join(folder, entry.name)
    // Links to folders are not followed: they may lead in a circle.
    if (entry.isDirectory()) walk(absolute, options, selection, add, wanted)
    else if (
      hasEnding(entry.name, options) &&
      !isLinkToFolder(entry, absolute) &&
      !isIgnored(absolute, false) &&
      wanted(absolute)
    )
      add(absolute, shownPath(absolute, workingFolder))
  }
}

export function shownPath(absolute: string, workingFolder: string): string {
  return withSlashes(path.relative(workingFolder, absolute)) || '.'
}

export function hasEnding(name: string, { extensions }: Pick<FileOptions, 'extensions'>): boolean {
  const lower = name.toLowerCase()
  return extensions.some((end) => lower.endsWith(end))
}

function isLinkToFolder(entry: Dirent, absolute: string): boolean {
  return entry.isSymbolicLink() && isFolder(absolute)
}

export function isFolder(absolute: string): boolean {
  try {
    return statSync(absolute, { throwIfNoEntry: false })?.isDirectory() ?? false
  } catch {
    // A link in a circle, no permission: reading it will say so.
    return false
  }
}

export function withSlashes(name: string): string {
  return path.sep === '\\' ? name.replaceAll('\\', '/') : name
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')
}

/** Why the file system said no, in words. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const known: Record<string, string> = {
    EACCES: 'no permission',
    EPERM: 'no permission',
    ENOENT: 'there is no such file',
    EISDIR: 'it is a folder',
    ELOOP: 'its links lead in a circle',
    ENAMETOOLONG: 'its name is too long',
    EROFS: 'the disk is read-only',
    ENOSPC: 'the disk is full',
  }
  return known[code] ?? (code || (error instanceof Error ? error.message : String(error)))
}
