/** From a text and its place on disk to messages: configuration, project facts and parser brought together. */
import path from 'node:path'
import type { LoadedConfig } from '../config/discover.ts'
import type { ResolvedConfig } from '../config/types.ts'
import { type MessagePrint, printsOf } from '../lint/fingerprint.ts'
import { type LintResult, lint } from '../lint/lint.ts'
import type { Settings } from '../lint/types.ts'
import { anchorsOf } from '../post/anchors.ts'
import { createPost } from '../post/post.ts'
import type { Parse, Post, Project } from '../post/types.ts'
import { compareChanged, comparePages, comparesPages, type KnownFacts, type ReadPage } from './compare-pages.ts'
import type { Configs } from './configs.ts'
import { shownPath } from './files.ts'
import { loadParser } from './parse.ts'
import { createProject, type ProjectFor } from './project.ts'
import { nodeResources } from './resources.ts'

export interface Place {
  /** Absolute path, which need not exist (standard input). */
  absolute: string
  loaded: LoadedConfig
  resolved: ResolvedConfig
  /** Relative to the folder of the configuration, with `/`. */
  path: string
}

export interface PostLinter {
  /** Configuration that holds for a file; throws when it, or what it names, cannot be used. */
  placeOf(absolute: string): Promise<Place>
  /**
   * Lets rules compare pages: all of the selection, also those that are not linted now. To be called before the first is linted.
   * `isPart`: other pages come in by what is known of them.
   */
  compare(places: readonly Place[], read: ReadPage, known: KnownFacts | undefined, isPart: boolean): Promise<void>
  projectOf(place: Place): Project
  postOf(text: string, place: Place): Post
  check(text: string, place: Place): Checked
}

/** What linting one text gave. The post is asked for by formats that show it. */
export interface Checked extends Omit<LintResult, 'settings'> {
  post(): Post
  settings(): Settings
  /** What the messages are about, for the baseline. */
  prints(): MessagePrint[]
}

/** `adapt` may watch what posts ask of the site. */
export async function createPostLinter(
  configs: Configs,
  workingFolder: string,
  adapt: (project: Project) => Project = (project) => project,
): Promise<PostLinter> {
  const parse: Parse = await loadParser()
  const projects = new Map<LoadedConfig, ProjectFor>()

  const readAnchors = (text: string, name: string) => anchorsOf(createPost(text, { path: name, parse }))

  function siteOf({ loaded, resolved }: Place): Project {
    let projectFor = projects.get(loaded)
    if (!projectFor) {
      projectFor = createProject(loaded, (file) => shownPath(file, workingFolder), readAnchors)
      projects.set(loaded, projectFor)
    }
    return projectFor(resolved)
  }

  const projectOf = (place: Place) => adapt(siteOf(place))

  function postOf(text: string, place: Place, project = projectOf(place)): Post {
    return createPost(text, { path: place.path, parse, project, resources: nodeResources, lang: place.resolved.lang })
  }

  return {
    async placeOf(absolute) {
      const loaded = await configs.forFolder(path.dirname(absolute))
      const relative = shownPath(absolute, loaded.folder)
      const place = { absolute, loaded, resolved: loaded.resolve(relative), path: relative }
      siteOf(place)
      return place
    },
    async compare(places, read, known, isPart) {
      let compared: ReturnType<typeof comparePages> | undefined
      // Absent where no rule asks; there before the facts are, since what is known of a page depends on whether pages are compared.
      for (const place of places.filter(comparesPages))
        siteOf(place).crossFile = (name, facts) => compared!.get(place.loaded)!(name, facts)
      const apart = (text: string, place: Place) => postOf(text, place, siteOf(place))
      compared = isPart && known ? await compareChanged(places, read, apart, known) : comparePages(places, read, apart, known)
    },
    projectOf,
    postOf: (text, place) => postOf(text, place),
    check(text, place) {
      const post = postOf(text, place)
      const { settings, ...result } = lint(post, place.resolved)
      const metricOf = (rule: string) => place.resolved.rules[rule]?.rule.meta.metric
      const prints = () => printsOf(post, result.messages, metricOf)
      return { ...result, post: () => post, settings: () => settings, prints }
    },
  }
}
