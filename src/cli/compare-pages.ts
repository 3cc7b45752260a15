/** The pass before the first report: a few facts of every file, for rules that compare pages. Only when such a rule is on. */
import type { LoadedConfig } from '../config/discover.ts'
import { createOverlap, factsOf, judge, type Wanted } from '../post/cross-file.ts'
import type { RepetitionOptions } from '../post/repetition.ts'
import type { FileFacts, Post, Project } from '../post/types.ts'
import type { Place } from './post-linter.ts'
import { optionOf } from './project-data.ts'
import type { readPost } from './read-post.ts'

/** Reads a page as this run sees it: on disk, or as it is staged. `isHead`: the frontmatter is enough. */
export type ReadPage = (absolute: string, isHead: boolean) => ReturnType<typeof readPost>

/** Facts that need not be gathered again. */
export interface KnownFacts {
  /** Of this very text. */
  of(text: string, place: Place): FileFacts | undefined
  /** Pages that had such facts when they were last linted: they may be gone or others by now. */
  before(isWanted: (facts: FileFacts) => boolean): Promise<Place[]>
}

type Compared = Map<LoadedConfig, NonNullable<Project['crossFile']>>
type Page = [path: string, facts: FileFacts]

/**
 * What the pages of each configuration share; configurations without a rule that asks are left out. Files that cannot be read have no
 * facts: linting them says why. The facts of a file depend on its text, its path and its configuration alone; the result on no order.
 */
export function comparePages(
  places: readonly Place[],
  read: ReadPage,
  postOf: (text: string, place: Place) => Post,
  known?: KnownFacts,
): Compared {
  const pages = new Map<LoadedConfig, Page[]>()
  for (const place of places) addPage(pages, place, read, postOf, known)
  return new Map([...pages].map(([loaded, files]) => [loaded, judge(files)]))
}

/** The same for a part of the pages: others come in by what is known of them, and only those that share something are read again. */
export async function compareChanged(
  places: readonly Place[],
  read: ReadPage,
  postOf: (text: string, place: Place) => Post,
  known: KnownFacts,
): Promise<Compared> {
  const pages = new Map<LoadedConfig, Page[]>()
  for (const place of places) addPage(pages, place, read, postOf, known)
  const changed = new Set(places.map(({ absolute }) => absolute))
  const overlaps = createOverlap([...pages.values()].flatMap((own) => own.map(([, facts]) => facts)))
  for (const place of await known.before(overlaps)) {
    if (!changed.has(place.absolute) && pages.has(place.loaded)) addPage(pages, place, read, postOf, known)
  }
  return new Map([...pages].map(([loaded, files]) => [loaded, judge(files)]))
}

function addPage(
  pages: Map<LoadedConfig, Page[]>,
  place: Place,
  read: ReadPage,
  postOf: (text: string, place: Place) => Post,
  known: KnownFacts | undefined,
): void {
  const wanted = wantedOf(place)
  if (!wanted) return
  const own = pages.get(place.loaded) ?? []
  pages.set(place.loaded, own)
  const content = read(place.absolute, wanted.sentences === undefined)
  if ('problem' in content) return
  const { text } = content
  // Metadata are read faster than they are remembered.
  const before = wanted.sentences ? known?.of(text, place) : undefined
  own.push([place.path, before ?? detached(factsOf(text, place.path, wanted, () => postOf(text, place)))])
}

/** A copy: a part of a string keeps the whole text in memory. */
function detached<Facts>(facts: Facts): Facts {
  return JSON.parse(JSON.stringify(facts)) as Facts
}

export function comparesPages(place: Place): boolean {
  return wantedOf(place) !== undefined
}

/** `undefined` when no rule compares this page with others. */
function wantedOf({ resolved }: Place): Wanted | undefined {
  const fields = resolved.content ? optionOf(resolved, 'shared-metadata', 'fields') : undefined
  const sentences =
    optionOf(resolved, 'duplicate-content', 'crossFile') === true
      ? (resolved.rules['duplicate-content']!.options as RepetitionOptions)
      : undefined
  if (fields === undefined && !sentences) return undefined
  return { fields: (fields as string[] | undefined) ?? [], sentences }
}
