/** Big word lists beside the built code, read on first use and kept as text. */
import { isAscii } from 'node:buffer'
import { readFileSync } from 'node:fs'
import type { Resources } from '../post/types.ts'

/** Beside the entry files, beside a folder of chunks, and in the built package when run from the sources. */
const FOLDERS = ['./data/', '../data/', '../../dist/data/'].map((folder) => new URL(folder, import.meta.url))
const loaded = new Map<string, string | undefined>()

export const nodeResources: Resources = (name) => {
  if (!loaded.has(name)) loaded.set(name, read(name))
  return loaded.get(name)
}

function read(name: string): string | undefined {
  if (!/^[a-z][a-z0-9-]*$/.test(name)) return undefined
  for (const folder of FOLDERS) {
    try {
      const bytes = readFileSync(new URL(`${name}.txt`, folder))
      // Of megabytes the plain copy takes half the time.
      return bytes.toString(isAscii(bytes) ? 'latin1' : 'utf8')
    } catch {
      // The next place may have it; a rule without its data is silent and the run summary says so.
    }
  }
  return undefined
}
