/** `--list-rules`: every rule with the severity it has in this folder. */
import path from 'node:path'
import type { Arguments } from './arguments.ts'
import { createConfigs } from './configs.ts'
import { shownPath } from './files.ts'
import { writeOut } from './output.ts'

export async function listRules(given: Arguments): Promise<number> {
  const workingFolder = process.cwd()
  const loaded = await createConfigs(given, workingFolder).forFolder(workingFolder)
  const resolved = loaded.resolve(shownPath(path.join(workingFolder, 'post.md'), loaded.folder))
  const all = Object.values(loaded.catalogue.rules).map(({ meta }) => ({
    id: meta.id,
    severity: resolved.rules[meta.id]?.level ?? 'off',
    fix: meta.fix,
    family: meta.family,
    purpose: meta.purpose,
    url: meta.url,
  }))
  if (given.format === 'json') {
    await writeOut(`${JSON.stringify(all, null, 2)}\n`)
    return 0
  }
  const width = Math.max(...all.map(({ id }) => id.length))
  const lines = all.map(
    ({ id, severity, fix, purpose }) => `${id.padEnd(width)}  ${severity.padEnd(5)}  ${fix.padEnd(10)}  ${purpose}\n`,
  )
  await writeOut(`${'rule'.padEnd(width)}  level  fix         purpose\n${lines.join('')}`)
  return 0
}
