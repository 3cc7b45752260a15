/** `--print-config <file>`: what holds for one file, which need not exist. */
import { statSync } from 'node:fs'
import path from 'node:path'
import type { ResolvedRule } from '../config/types.ts'
import type { Arguments } from './arguments.ts'
import { createConfigs } from './configs.ts'
import { shownPath } from './files.ts'
import { writeOut } from './output.ts'
import { createProject } from './project.ts'
import { UsageError } from './usage-error.ts'

export async function printConfig(given: Arguments): Promise<number> {
  const workingFolder = process.cwd()
  const absolute = path.resolve(workingFolder, given.subject)
  if (statSync(absolute, { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError(`Name a file after --print-config, such as posts/a.md: "${given.subject}" is a folder.`)
  const loaded = await createConfigs(given, workingFolder).forFolder(path.dirname(absolute))
  const resolved = loaded.resolve(shownPath(absolute, loaded.folder))
  const project = createProject(loaded, (file) => shownPath(file, workingFolder))(resolved)
  const { audience, pageTypes, region, species, lang, content, now, directives, reportLanguage = true } = resolved
  const rules = Object.entries(resolved.rules).sort(([a], [b]) => (a < b ? -1 : 1))
  const printed = {
    configFile: loaded.file === undefined ? null : shownPath(loaded.file, workingFolder),
    audience,
    pageType: pageTypes,
    region,
    species,
    lang: lang ?? null,
    ownDomains: project.ownDomains,
    cmsSchema: project.cmsSchema?.source ?? null,
    content,
    now,
    directives,
    rules: {
      ...Object.fromEntries(rules.map(([id, rule]) => [id, settingOf(rule)])),
      'medlint/language': [reportLanguage ? 'info' : 'off', {}],
    },
  }
  await writeOut(`${JSON.stringify(printed, null, 2)}\n`)
  return 0
}

function settingOf({ level, levels, options }: ResolvedRule): [unknown, object] {
  return [levels ? { '*': level, ...levels } : level, options]
}
