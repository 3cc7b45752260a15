/** `--list-rules`: every rule with the severity it has in this folder. */
import path from 'node:path'
import { wrap } from '../report/printable.ts'
import type { Arguments } from './arguments.ts'
import { createConfigs } from './configs.ts'
import { shownPath } from './files.ts'
import { writeOut } from './output.ts'
import { columns } from './terminal.ts'

/** As short as the column. */
const FIXES = { safe: 'safe', suggestion: 'suggest', none: '' } as const

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
  if (given.reports[0]?.format === 'json') {
    await writeOut(`${JSON.stringify(all, null, 2)}\n`)
    return 0
  }
  const width = Math.max(...all.map(({ id }) => id.length))
  const row = (id: string, level: string, fix: string) => `${id.padEnd(width)}  ${level.padEnd(5)}  ${fix.padEnd(7)}  `
  const head = row('rule', 'level', 'fix')
  const lines = all.map(({ id, severity, fix, purpose }) => {
    const text = wrap(purpose, columns() - head.length).join(`\n${' '.repeat(head.length)}`)
    return `${row(id, severity, FIXES[fix])}${text}\n`
  })
  await writeOut(`${head}purpose\n${lines.join('')}`)
  return 0
}
