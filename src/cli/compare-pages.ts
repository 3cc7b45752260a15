/** The pass before the first report: a few facts of every file, for rules that compare pages. Only when such a rule is on. */
import type { LoadedConfig } from '../config/discover.ts'
import { factsOf, judge, type Wanted } from '../post/cross-file.ts'
import type { RepetitionOptions } from '../post/repetition.ts'
import type { CrossFile, FileFacts, Post } from '../post/types.ts'
import type { Place } from './post-linter.ts'
import { optionOf } from './project-data.ts'
import { readPost } from './read-post.ts'

/**
 * What the pages of each configuration share. Files that cannot be read have no facts: linting them says why.
 * The facts of a file depend on its text, its path and its configuration alone; the result on no order.
 */
export function comparePages(
  places: readonly Place[],
  postOf: (text: string, place: Place) => Post,
): Map<LoadedConfig, CrossFile> {
  const facts = new Map<LoadedConfig, [string, FileFacts][]>()
  for (const place of places) {
    const known = facts.get(place.loaded) ?? []
    facts.set(place.loaded, known)
    const wanted = wantedOf(place)
    const content = wanted && readPost(place.absolute)
    if (content && 'text' in content) {
      const { text } = content
      known.push([place.path, detached(factsOf(text, place.path, wanted, () => postOf(text, place)))])
    }
  }
  return new Map([...facts].map(([loaded, files]) => [loaded, judge(files)]))
}

/** A copy: a part of a string keeps the whole text in memory. */
function detached<Facts>(facts: Facts): Facts {
  return JSON.parse(JSON.stringify(facts)) as Facts
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
