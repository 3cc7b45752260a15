/** From an address on a page to the file that answers to it, for the site generators that keep files where addresses say. */
import type { Project } from './types.ts'

type FindFile = NonNullable<Project['findFile']>

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
export function findFirst(findFile: FindFile, paths: readonly (string | undefined)[]): FoundFile | undefined {
  let otherCase: FoundFile | undefined
  for (const wanted of paths) {
    const path = wanted === undefined ? undefined : findFile(wanted)
    if (path === undefined || wanted === undefined) continue
    if (path === wanted) return { path, wanted }
    otherCase ??= { path, wanted }
  }
  return otherCase
}

/** Root folders that there are, for the pages of each folder: they are asked for with every link. */
const rootsKnown = new WeakMap<FindFile, Map<string, string[]>>()

/** Folders, named by `roots`, below the folder of a page or one above it; the nearest first. */
function rootsOf(findFile: FindFile, page: string, roots: readonly string[]): string[] {
  const known = rootsKnown.get(findFile) ?? new Map<string, string[]>()
  rootsKnown.set(findFile, known)
  const folders = foldersOf(page)
  const key = `${folders[0]} ${roots.join(' ')}`
  const before = known.get(key)
  if (before) return before
  const paths = folders.flatMap((folder) => roots.map((root) => joinPath(folder, root)))
  const found = [...new Set(paths.filter((path) => path !== undefined && findFile(path) !== undefined) as string[])]
  known.set(key, found)
  return found
}

/** Where the file of an address can be: beside the page, or under a root of the site. */
export function placesOf(findFile: FindFile, url: string, page: string, roots: readonly string[]): (string | undefined)[] {
  const bare = url.replace(/^(?:\.{1,2}\/)+/, '')
  const underRoots = rootsOf(findFile, page, [...roots, ...ROOTS]).map((root) => joinPath(root, bare))
  if (url.startsWith('/')) return underRoots
  const stem = page.slice(page.lastIndexOf('/') + 1).replace(/\.\w+$/, '')
  return [joinPath(page, '..', url), joinPath(page, '..', stem, url), ...underRoots]
}

/** True when one of the folders that serve as root is there, so that a file that is not in it is missing. */
export function hasRoot(findFile: FindFile, page: string, roots: readonly string[]): boolean {
  return rootsOf(findFile, page, roots).length > 0
}
