/** Which files a run reads and which of their messages count: everything, what changed, what the baseline does not know. */
import type { Arguments } from './arguments.ts'
import { nearestBaseline } from './baseline-path.ts'
import type { Cache } from './cache.ts'
import type { Configs } from './configs.ts'
import { type FileOptions, type FileSelection, selectFiles } from './files.ts'
import type { Changes } from './git.ts'
import { createPostLinter, type Place, type PostLinter } from './post-linter.ts'
import { readFrontmatter, readPost } from './read-post.ts'

export interface RunScope {
  /** Without baseline and changed lines. */
  plain: PostLinter
  /** The same without the cache, for texts that are not those of the file. */
  bare: PostLinter
  /** What git says, when only changes are wanted. */
  changes: Changes | undefined
  linter: PostLinter
  select(names: readonly string[], options: FileOptions): Promise<FileSelection>
  read(absolute: string): ReturnType<typeof readPost>
  /**
   * Lets rules compare these pages. Where only changes are wanted, with what the cache knows of the others; without a cache such rules are
   * silent, since a part of the pages would tell them wrong numbers.
   */
  compare(places: readonly Place[]): Promise<void>
  /** After the last file: what is to be said on standard error, and whether it fails the run. */
  end(): { text: string; failed: boolean }
}

/** What only some runs need is loaded only then. `opened`: a cache that outlives this run. */
export async function createRunScope(
  given: Arguments,
  configs: Configs,
  workingFolder: string,
  opened?: Cache,
): Promise<RunScope> {
  const cache = opened ?? (given.cache && !given.stdin ? await openCache(given, workingFolder) : undefined)
  const [bare, changes, suppressions] = await Promise.all([
    createPostLinter(configs, workingFolder, cache?.adapt),
    changedFiles(given, workingFolder),
    openSuppressions(given, configs, workingFolder),
  ])
  const plain = cache?.remembering(bare, suppressions !== undefined) ?? bare
  const read = (absolute: string) => changes?.staged(absolute) ?? readPost(absolute)
  const judging = suppressions?.honouring(plain) ?? plain
  return {
    plain,
    bare,
    changes: changes?.changes,
    linter: changes?.onChangedLines(judging) ?? judging,
    async select(names, options) {
      if (!changes) return selectFiles(names, options)
      const selection = changes.select(names, options)
      await changes.readStaged()
      return selection
    },
    read,
    async compare(places) {
      const isPart = changes !== undefined
      if (isPart && !cache) return
      const readPage = (absolute: string, isHead: boolean) => (isHead && !isPart ? readFrontmatter(absolute) : read(absolute))
      await plain.compare(places, readPage, cache?.knownFacts(plain), isPart)
    },
    end() {
      const ofCache = cache?.save() ?? ''
      if (!suppressions) return { text: ofCache, failed: false }
      const isWhole = given.names.length === 0 && !changes && !given.stdin && !given.shard
      const { text, stale } = suppressions.end(isWhole)
      const failed = stale > 0 && isContinuousIntegration() && !given.allowStale
      return { text: ofCache + (failed || !given.quiet ? text : ''), failed }
    },
  }
}

async function changedFiles({ changes }: Arguments, workingFolder: string) {
  if (!changes) return undefined
  const { createChangedFiles } = await import('./changed-files.ts')
  return createChangedFiles(changes, workingFolder)
}

async function openCache({ cacheLocation }: Arguments, workingFolder: string) {
  return (await import('./cache.ts')).openCache(cacheLocation, workingFolder)
}

async function openSuppressions(given: Arguments, configs: Configs, workingFolder: string) {
  const { suppress, suppressionsLocation, stdin, stdinFilename } = given
  // A text without a name has no entries.
  if (stdin && stdinFilename === undefined) return undefined
  if (!suppress && suppressionsLocation === undefined && nearestBaseline(workingFolder) === undefined) return undefined
  const { openSuppressions: open } = await import('./suppressions.ts')
  return open(given, configs, workingFolder)
}

function isContinuousIntegration(): boolean {
  return !['', '0', 'false'].includes(process.env['CI'] ?? '')
}
