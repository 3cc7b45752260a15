/** `medlint inspect <file>`: the facts of one post as JSON. */
import path from 'node:path'
import { readsByBlock, settingsFor } from '../lint/settings.ts'
import { INSPECT_PARTS, type InspectPart, inspect } from '../post/inspect.ts'
import { didYouMean } from '../post/suggest.ts'
import type { Arguments } from './arguments.ts'
import { createConfigs } from './configs.ts'
import { writeOut } from './output.ts'
import { createPostLinter } from './post-linter.ts'
import { decode, readPost } from './read-post.ts'
import { readStandardInput } from './standard-input.ts'
import { UsageError } from './usage-error.ts'

export async function inspectFile(given: Arguments): Promise<number> {
  const workingFolder = process.cwd()
  const parts = partsOf(given.only)
  const [named, ...others] = given.names
  if (others.length > 0) throw new UsageError('Name one file after "medlint inspect".')
  const name = given.stdin ? (given.stdinFilename ?? 'stdin.md') : named
  if (name === undefined) throw new UsageError('Name a file: medlint inspect <file>.')
  const absolute = path.resolve(workingFolder, name)
  const content = given.stdin ? decode(await readStandardInput()) : readPost(absolute)
  if ('problem' in content) throw new UsageError(`${name}: ${content.problem}`)
  const linter = await createPostLinter(createConfigs(given, workingFolder), workingFolder)
  const place = await linter.placeOf(absolute)
  const post = linter.postOf(content.text, place)
  const facts = inspect(post, parts, { blockSupport: readsByBlock(settingsFor(post, place.resolved)) })
  const shown = given.stdin && given.stdinFilename === undefined ? null : name.replaceAll('\\', '/')
  await writeOut(`${JSON.stringify({ ...facts, path: shown }, null, 2)}\n`)
  return 0
}

function partsOf(only: readonly string[] | undefined): readonly InspectPart[] {
  for (const name of only ?? []) {
    if (INSPECT_PARTS.some((part) => part === name)) continue
    throw new UsageError(
      `Choose parts from ${INSPECT_PARTS.join(', ')}: there is no "${name}".${didYouMean(name, INSPECT_PARTS)}`,
    )
  }
  return only === undefined ? INSPECT_PARTS : INSPECT_PARTS.filter((part) => only.includes(part))
}
