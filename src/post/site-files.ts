/** From an address on a page to the file that answers to it, for the site generators that keep files where addresses say. */
import type { Project } from './types.ts'

export interface FoundFile {
  /** As the file is called, which may differ in case. */
  path: string
  /** The path that was looked for. */
  wanted: string
}

/** Folders that a generator serves as the root of the site, besides those of a configuration. */
const ROOTS = [
  'static',
  'public',
  'assets',
  'src/assets',
  'src/static',
  'src/public',
  'source',
  'docs',
  'docs/public',
  'content',
  'site',
  'www',
  '',
]

/** Normalised path with `/` and without `.` and `..`; undefined when it leads out of the project. */
export function joinPath(...parts: string[]): string | undefined {
  const found: string[] = []
  for (const part of parts.join('/').split('/')) {
    if (part === '' || part === '.') continue
    if (part !== '..') found.push(part)
    else if (found.pop() === undefined) return undefined
  }
  return found.join('/')
}

/** The folder of a path and all above it, the nearest first. */
export function foldersOf(path: string): string[] {
  const parts = path.split('/').slice(0, -1)
  return Array.from({ length: parts.length + 1 }, (_, index) => parts.slice(0, parts.length - index).join('/'))
}

/** The first of `paths` that there is, and under which name. */
export function findFirst(
  findFile: NonNullable<Project['findFile']>,
  paths: readonly (string | undefined)[],
): FoundFile | undefined {
  let otherCase: FoundFile | undefined
  for (const wanted of paths) {
    const path = wanted === undefined ? undefined : findFile(wanted)
    if (path === undefined || wanted === undefined) continue
    if (path === wanted) return { path, wanted }
    otherCase ??= { path, wanted }
  }
  return otherCase
}

/** Where the file of an address can be: beside the page, or under a root of the site. */
export function placesOf(url: string, page: string, roots: readonly string[]): (string | undefined)[] {
  const folders = foldersOf(page)
  const underRoots = (path: string) =>
    folders.flatMap((folder) => [...roots, ...ROOTS].map((root) => joinPath(folder, root, path)))
  if (url.startsWith('/')) return underRoots(url)
  const stem = page.slice(page.lastIndexOf('/') + 1).replace(/\.\w+$/, '')
  const bare = url.replace(/^(?:\.{1,2}\/)+/, '')
  return [joinPath(folders[0]!, url), joinPath(folders[0]!, stem, url), ...underRoots(bare)]
}

/** True when one of the folders that serve as root is there, so that a file that is not in it is missing. */
export function hasRoot(findFile: NonNullable<Project['findFile']>, page: string, roots: readonly string[]): boolean {
  return foldersOf(page).some(
    (folder) =>
      findFirst(
        findFile,
        roots.map((root) => joinPath(folder, root)),
      ) !== undefined,
  )
}
