/** `--shard 2/4`: the files whose path falls to this share. A path falls to the same one on every machine, whatever else there is. */
import { createHash } from 'node:crypto'
import type { Shard } from './arguments.ts'
import { type FileSelection, shownPath } from './files.ts'

export function shareOf(selection: FileSelection, { index, count }: Shard, workingFolder: string): FileSelection {
  const isOurs = (path: string) => shardOf(path, count) === index
  return {
    ...selection,
    files: selection.files.filter(({ absolute }) => isOurs(shownPath(absolute, workingFolder))),
    unreadable: selection.unreadable.filter(({ shown }) => isOurs(shown)),
    // What no file stands for is counted once.
    skipped: index === 1 ? selection.skipped : 0,
  }
}

/** From 1 to `count`. */
export function shardOf(path: string, count: number): number {
  return (createHash('sha256').update(path).digest().readUInt32BE(0) % count) + 1
}
