/** From names on the command line to those of the files they stand for that changed, without a walk through the folders. */
import { realpathSync, statSync } from 'node:fs'
import path from 'node:path'
import picomatch from 'picomatch/posix.js'
import { onLines } from '../lint/changed-lines.ts'
import { type FileOptions, type FileSelection, hasEnding, isGlob, reasonOf, shownPath, withSlashes } from './files.ts'
import { type ChangedFile, type ChangeQuery, type Changes, findChanges, readBlob } from './git.ts'
import type { PostLinter } from './post-linter.ts'
import { decode, type readPost } from './read-post.ts'

export interface ChangedFiles {
  changes: Changes
  /** Those of the named files that changed, in the order of a walk. A name that no file or folder has is unmatched. */
  select(names: readonly string[], options: FileOptions): FileSelection
  /** Fetches staged texts that are not those on disk; to be called once files are selected. */
  readStaged(): Promise<void>
  /** The staged text of such a file. */
  staged(absolute: string): ReturnType<typeof readPost> | undefined
  /** The same linter, silent about lines that did not change, when only lines are wanted. */
  onChangedLines(linter: PostLinter): PostLinter
}

export async function createChangedFiles(query: ChangeQuery, folder: string): Promise<ChangedFiles> {
  const changes = await findChanges(query, folder)
  const { top, files } = changes
  const byPath = new Map(files.map((file) => [file.absolute, file]))
  const selected = new Map<string, ChangedFile>()
  const blobs = new Map<string, ReturnType<typeof readPost>>()
  return {
    changes,
    select(names, options) {
      const selection = selectChanged(names, files, top, options)
      for (const { absolute } of selection.files) selected.set(absolute, byPath.get(absolute)!)
      return selection
    },
    async readStaged() {
      for (const { absolute, blob } of selected.values()) {
        const bytes = blob === undefined ? undefined : await readBlob(blob, folder)
        if (bytes) blobs.set(absolute, decode(bytes))
      }
    },
    staged: (absolute) => blobs.get(absolute),
    onChangedLines(linter) {
      if (!query.lines) return linter
      return {
        ...linter,
        check(text, place) {
          const checked = linter.check(text, place)
          const lines = selected.get(place.absolute)?.lines
          if (!lines) return checked
          const { messages, suppressed } = checked
          const kept = onLines(messages, lines, text)
          const prints = () => checked.prints().filter((_, index) => kept.includes(messages[index]!))
          return { ...checked, messages: kept, suppressed: onLines(suppressed, lines, text), prints }
        },
      }
    },
  }
}

function selectChanged(
  names: readonly string[],
  files: readonly ChangedFile[],
  top: string,
  options: FileOptions,
): FileSelection {
  const selection: FileSelection = { files: [], unmatched: [], unreadable: [], skipped: 0 }
  const tests = (names.length > 0 ? names : ['.']).flatMap((name) => testOf(name, options, selection) ?? [])
  const changed = files
    .filter(({ absolute }) => hasEnding(absolute, options) && tests.some((test) => test(absolute)))
    .filter(({ absolute }) => !isHidden(absolute, top, options))
    .sort((a, b) => compareSegments(a.absolute, b.absolute))
  for (const { absolute, blob } of changed) {
    // Taken away after it was staged, or a folder in its place: only the index has the file.
    const stats = statSync(absolute, { throwIfNoEntry: false })
    if (blob === undefined && !stats?.isFile()) continue
    selection.files.push({ absolute, shown: shownPath(absolute, options.workingFolder) })
  }
  return selection
}

type Test = (absolute: string) => boolean

/** git names files by the real path of the repository, a user perhaps by a link. */
function testOf(name: string, { workingFolder }: FileOptions, selection: FileSelection): Test | undefined {
  const absolute = path.resolve(workingFolder, name)
  try {
    const isFolder = statSync(absolute).isDirectory()
    const real = isFolder ? realpathSync(absolute) : path.join(realpathSync(path.dirname(absolute)), path.basename(absolute))
    return isFolder ? (file) => file === real || file.startsWith(withEnd(real)) : (file) => file === real
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')
    if (!isMissing) selection.unreadable.push({ shown: withSlashes(name), reason: reasonOf(error) })
    else if (isGlob(name)) return globTest(withSlashes(name), workingFolder)
    else selection.unmatched.push(name)
    return undefined
  }
}

function globTest(glob: string, workingFolder: string): Test {
  const { base, glob: rest } = picomatch.scan(glob.replace(/^(?:\.\/+)+/, ''))
  const matches = picomatch(rest, { dot: true })
  const start = path.resolve(workingFolder, base)
  return (file) => file.startsWith(withEnd(start)) && matches(shownPath(file, start))
}

function withEnd(folder: string): string {
  return folder.endsWith(path.sep) ? folder : folder + path.sep
}

/** A walk would not have come by: the file or a folder above it, up to the top of the repository, is ignored. */
function isHidden(absolute: string, top: string, { isIgnored, workingFolder }: FileOptions): boolean {
  if (isIgnored(absolute, false)) return true
  for (let folder = path.dirname(absolute); folder !== top && folder !== path.dirname(folder); folder = path.dirname(folder)) {
    if (folder !== workingFolder && isIgnored(folder, true)) return true
    if (folder === workingFolder) return false
  }
  return false
}

function compareSegments(a: string, b: string): number {
  const left = a.split(path.sep)
  const right = b.split(path.sep)
  const at = left.findIndex((segment, index) => segment !== right[index])
  return at < 0 ? left.length - right.length : (left[at] ?? '') < (right[at] ?? '') ? -1 : 1
}
