/** The configuration for each file: the one named, or the nearest; each is read once. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { presets } from '../../presets/index.ts'
import { rules } from '../../rules/index.ts'
import { createFinder, defaultLoaded, type LoadedConfig, loadConfig } from '../config/discover.ts'
import type { Arguments } from './arguments.ts'
import { shownPath } from './files.ts'
import { today } from './today.ts'
import { UsageError } from './usage-error.ts'

export interface Configs {
  /** Configuration for the files of a folder (absolute path). */
  forFolder(folder: string): Promise<LoadedConfig>
  /** The date rules compare with. */
  now: string
}

interface Given extends Pick<Arguments, 'config' | 'now' | 'comments' | 'reportUnused'> {
  /** Where there is no configuration. */
  preset?: string
}

export function createConfigs(given: Given, workingFolder: string): Configs {
  const now = given.now ?? today()
  const options = { rules, presets, now, comments: given.comments, reportUnused: given.reportUnused }
  const shown = (file: string) => shownPath(file, workingFolder)
  const named = given.config === undefined ? undefined : path.resolve(workingFolder, given.config)
  if (named !== undefined && !existsSync(named)) throw new UsageError(`Correct --config: there is no file "${given.config}".`)
  const find = named === undefined ? createFinder() : () => named
  const loaded = new Map<string | undefined, Promise<LoadedConfig>>()
  return {
    now,
    forFolder(folder) {
      const file = find(folder)
      let config = loaded.get(file)
      if (!config) {
        config =
          file === undefined
            ? Promise.resolve(defaultLoaded(workingFolder, options, given.preset))
            : loadConfig(file, options, shown)
        loaded.set(file, config)
      }
      return config
    },
  }
}
