/** Configuration and project facts of the open folders, read again when a file they come from changes. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { nearestBaseline } from '../cli/baseline-path.ts'
import { type Configs, createConfigs } from '../cli/configs.ts'
import { createIgnored, type IsIgnored } from '../cli/ignored.ts'
import { createPostLinter, type Place, type PostLinter } from '../cli/post-linter.ts'
import { today } from '../cli/today.ts'
import { UsageError } from '../cli/usage-error.ts'
import type { ClientSettings } from './protocol.ts'

export interface Workspace {
  /** Honours the baseline that holds for the folder of the file. */
  linterFor(file: string): Promise<PostLinter>
  /** Where a document stands; `undefined` when it is ignored. Throws when its configuration cannot be used. */
  placeOf(file: string): Promise<Place | undefined>
}

type Chosen = Pick<ClientSettings, 'config' | 'preset'>

/** @param folders absolute paths of the open folders; the deepest that holds a file is the one its ignore file is looked for in. */
export async function createWorkspace(folders: readonly string[], fallback: string, chosen: Chosen): Promise<Workspace> {
  const root = folders[0] ?? fallback
  const config = chosen.config === '' ? undefined : path.resolve(root, chosen.config)
  if (config !== undefined && !existsSync(config))
    throw new UsageError(`Correct the setting medlint.config: there is no file "${chosen.config}".`)
  const given = { config, preset: chosen.preset, now: undefined, comments: true, reportUnused: false }
  const configs: Configs = createConfigs(given, root)
  const linter = await createPostLinter(configs, root)
  const ignored = new Map<string, IsIgnored>()
  const judging = new Map<string, Promise<PostLinter>>()
  const folderFor = (file: string) => folderOf(file, folders) ?? path.dirname(file)

  async function withBaseline(folder: string): Promise<PostLinter> {
    if (nearestBaseline(folder) === undefined) return linter
    const { openSuppressions } = await import('../cli/suppressions.ts')
    const given = { suppress: undefined, suppressionsLocation: undefined }
    return (await openSuppressions(given, configs, folder))?.honouring(linter) ?? linter
  }

  function linterFor(file: string): Promise<PostLinter> {
    const folder = folderFor(file)
    const known = judging.get(folder) ?? withBaseline(folder)
    judging.set(folder, known)
    return known
  }

  function isIgnored(file: string): boolean {
    const folder = folderFor(file)
    let judge = ignored.get(folder)
    if (!judge) {
      judge = createIgnored(folder, { ignore: true, ignorePath: undefined, ignorePatterns: [] })
      ignored.set(folder, judge)
    }
    return judge(file, false)
  }

  return { linterFor, placeOf: async (file) => (isIgnored(file) ? undefined : linter.placeOf(file)) }
}

function folderOf(file: string, folders: readonly string[]): string | undefined {
  return folders.filter((folder) => file.startsWith(folder + path.sep)).sort((a, b) => b.length - a.length)[0]
}

/** Keeps a workspace until something changes or the day is over: rules compare dates with today. */
export function createWorkspaceKeeper(foldersNow: () => readonly string[], fallback: string, chosenNow: () => Chosen) {
  let current: Promise<Workspace> | undefined
  let day = ''
  return {
    get(): Promise<Workspace> {
      if (day !== today()) current = undefined
      day = today()
      current ??= createWorkspace(foldersNow(), fallback, chosenNow())
      return current
    },
    forget(): void {
      current = undefined
    },
  }
}
