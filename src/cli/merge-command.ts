/** `medlint merge <blobs>`: one report and one exit status of what several runs found, as if one had found it. */

import type { Arguments } from './arguments.ts'
import { type Blob, openBlob } from './read-blob.ts'
import type { Outcome } from './reporting.ts'
import { createReporting } from './reporting.ts'
import { UsageError } from './usage-error.ts'
import { version } from './version.ts'

interface Entry {
  blob: Blob
  index: number
  path: string
}

export async function merge(given: Arguments): Promise<number> {
  const blobs = given.names.map(openBlob)
  for (const { name, end } of blobs) {
    if (end.version !== version)
      throw new UsageError(`Lint again with one version: "${name}" is of medlint ${end.version}, and this is ${version}.`)
  }
  checkShards(blobs)
  const entries = inOrder(blobs)
  const days = [...new Set(blobs.map(({ end }) => end.now))].sort()
  if (days.length > 1) process.stderr.write(`medlint: Use --now in every run: these took today to be ${days.join(' or ')}.\n`)
  const rules = new Map(blobs.flatMap(({ end }) => end.rules.map((rule) => [rule.id, rule] as const)))
  const reporting = await createReporting(given, () => {})
  for (const { blob, index } of entries) await reporting.file(outcomeOf(blob, index), (rule) => rules.get(rule))
  const skipped = blobs.reduce((sum, { end }) => sum + end.skipped, 0)
  const broken = blobs.some(({ end }) => end.broken)
  const { status } = await reporting.end({ now: days[0]!, skipped, broken, shard: null })
  for (const blob of blobs) blob.close()
  return status
}

function outcomeOf(blob: Blob, index: number): Outcome {
  const { view, ...file } = blob.read(index)
  return { ...file, text: view?.text, view: view ?? undefined }
}

/** Every file once, folder by folder, as a run over a folder goes through it. */
function inOrder(blobs: readonly Blob[]): Entry[] {
  const seen = new Map<string, string>()
  const entries: Entry[] = []
  for (const blob of blobs) {
    for (const [index, path] of blob.paths.entries()) {
      const before = seen.get(path)
      if (before !== undefined) throw new UsageError(`Leave one out: "${path}" is in "${before}" and in "${blob.name}".`)
      seen.set(path, blob.name)
      entries.push({ blob, index, path })
    }
  }
  const keys = new Map(entries.map(({ path }) => [path, path.replaceAll('/', '\0')]))
  return entries.sort((a, b) => (keys.get(a.path)! < keys.get(b.path)! ? -1 : 1))
}

/** Shards come all or not at all: a report without one of them would be wrong without looking so. */
function checkShards(blobs: readonly Blob[]): void {
  const shards = blobs.flatMap(({ end }) => end.shard ?? [])
  const counts = new Set(shards.map((shard) => shard.split('/')[1]))
  if (counts.size > 1) throw new UsageError(`Merge shards of one run: these are ${shards.join(', ')}.`)
  const twice = shards.find((shard, index) => shards.indexOf(shard) < index)
  if (twice !== undefined) throw new UsageError(`Leave one out: there are two blobs of shard ${twice}.`)
  const [count] = counts
  const missing = Array.from({ length: Number(count ?? 0) }, (_, index) => `${index + 1}/${count}`).filter(
    (each) => !shards.includes(each),
  )
  if (missing.length > 0) throw new UsageError(`Add what is missing: there is no blob of shard ${missing.join(', ')}.`)
}
