/** The file of ceilings: found from the working folder upward, else beside the configuration. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { type Ceilings, CeilingsError, ceilingsText, parseCeilings } from '../lint/ceilings.ts'
import { reasonOf, shownPath } from './files.ts'
import { UsageError } from './usage-error.ts'
import { writeWhole } from './write-file.ts'

export const CEILINGS_FILE = '.medlint-ceilings.json'

export interface CeilingsFile {
  shown: string
  /** Undefined when there is no file. */
  ceilings: Ceilings | undefined
  write(ceilings: Ceilings): void
}

/** `folder`: where a new file goes. */
export function openCeilings(workingFolder: string, folder: string): CeilingsFile {
  const file = nearest(workingFolder) ?? path.join(folder, CEILINGS_FILE)
  const shown = shownPath(file, workingFolder)
  return {
    shown,
    ceilings: existsSync(file) ? read(file, shown) : undefined,
    write(ceilings) {
      try {
        writeWhole(file, ceilingsText(ceilings))
      } catch (error) {
        throw new UsageError(`Check ${shown}: it cannot be written (${reasonOf(error)}).`)
      }
    },
  }
}

export function hasCeilings(workingFolder: string): boolean {
  return nearest(workingFolder) !== undefined
}

function nearest(folder: string): string | undefined {
  const file = path.join(folder, CEILINGS_FILE)
  if (existsSync(file)) return file
  const parent = path.dirname(folder)
  return parent === folder ? undefined : nearest(parent)
}

function read(file: string, shown: string): Ceilings {
  try {
    return parseCeilings(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new UsageError(
      `${shown}: ${error instanceof CeilingsError ? error.message : `Check this file: it cannot be read (${reasonOf(error)}).`}`,
    )
  }
}
