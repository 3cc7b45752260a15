/** What rules may know about the site around a post, gathered from the disk. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseCmsConfig } from '../config/cms-schema.ts'
import { ConfigError } from '../config/config-error.ts'
import type { LoadedConfig } from '../config/discover.ts'
import { siteDomains } from '../config/site-config.ts'
import type { ResolvedConfig } from '../config/types.ts'
import type { DataSets } from '../post/disclosure/data-sets.ts'
import type { Anchors, CmsSchema, Project } from '../post/types.ts'
import { readDataSet } from './data-sets.ts'
import { reasonOf } from './files.ts'
import { DEFAULT_ID_MAP, isOn, lastCommitOf, optionOf, readIdMap, readLockNotices, readPeople } from './project-data.ts'
import { readRetractions } from './retractions.ts'
import { createFindFile } from './site-files.ts'
import { createSitePages } from './site-pages.ts'

export type ProjectFor = (resolved: ResolvedConfig) => Project

/** Facts about the site of one configuration; posts with the same resolved configuration share them. */
export function createProject(
  { folder, config, placeOf }: LoadedConfig,
  shown: (file: string) => string,
  readAnchors?: (text: string, name: string) => Anchors,
): ProjectFor {
  const known = new WeakMap<ResolvedConfig, Project>()
  const findFile = createFindFile(folder)
  let sitePages: ReturnType<typeof createSitePages> | undefined
  const pages = () => {
    if (readAnchors) sitePages ??= createSitePages(folder, findFile, readAnchors)
    return sitePages
  }
  const schemas = new Map<string, CmsSchema>()
  const siteConfig = config.siteConfig ?? 'auto'
  const found =
    siteConfig === false
      ? []
      : siteDomains((name) => readText(path.join(folder, name)), siteConfig === 'auto' ? undefined : siteConfig)
  if (typeof siteConfig === 'string' && siteConfig !== 'auto' && !existsSync(path.join(folder, siteConfig))) {
    throw new ConfigError(`${placeOf(['siteConfig'])}: Correct "siteConfig": there is no file "${siteConfig}".`)
  }

  function schemaAt(name: string): CmsSchema {
    const before = schemas.get(name)
    if (before) return before
    const absolute = path.resolve(folder, name)
    try {
      const schema = parseCmsConfig(readFileSync(absolute, 'utf8'), shown(absolute))
      schemas.set(name, schema)
      return schema
    } catch (error) {
      const text =
        error instanceof Error && 'code' in error
          ? `${shown(absolute)}: it cannot be read (${reasonOf(error)})`
          : messageOf(error)
      const place = placeOf(['rules', 'frontmatter-fields'])
      throw new ConfigError(`${place}: Correct "schemaFrom" of frontmatter-fields: ${text}`)
    }
  }

  return (resolved) => {
    const before = known.get(resolved)
    if (before) return before
    const schemaFrom = optionOf(resolved, 'frontmatter-fields', 'schemaFrom')
    const profiles = optionOf(resolved, 'frontmatter-author', 'profiles')
    const retracted = isOn(resolved, 'retracted-source')
    const dataset = optionOf(resolved, 'retracted-source', 'dataset')
    const idMap =
      optionOf(resolved, 'uncited-reference', 'idMap') ??
      optionOf(resolved, 'unlisted-citation', 'idMap') ??
      (retracted ? DEFAULT_ID_MAP : undefined)
    const project: Project = {
      ownDomains: [...new Set([...(resolved.ownDomains ?? []), ...found])],
      fileExists: (name) => existsSync(path.join(folder, name)),
      findFile,
      ...(optionOf(resolved, 'internal-link', 'routes') === undefined ? {} : pages()),
      cmsSchema: typeof schemaFrom === 'string' ? schemaAt(schemaFrom) : undefined,
      people: typeof profiles === 'string' ? readPeople(folder, profiles) : undefined,
      idMap: typeof idMap === 'string' ? readIdMap(folder, idMap) : undefined,
      dataSets: dataSetsOf(resolved, folder),
      retractions: retracted ? retractionsOf(folder, dataset, idMap) : undefined,
      lastChanged: optionOf(resolved, 'frontmatter-currency', 'useGitDates') === true ? lastCommitOf(folder) : undefined,
    }
    known.set(resolved, project)
    return project
  }
}

/** Sets in place of the shipped ones, which go by their name and need no file. */
function dataSetsOf(resolved: ResolvedConfig, folder: string): DataSets | undefined {
  const approvals = optionOf(resolved, 'regulatory-status', 'dataset')
  const claims = optionOf(resolved, 'supplement-disclaimer', 'authorisedClaims')
  const sets: DataSets = {}
  if (typeof approvals === 'string' && approvals !== 'approvals')
    sets.approvals = readDataSet('approvals', folder, approvals, 'dataset')
  if (typeof claims === 'string' && claims !== 'authorised-claims')
    sets['authorised-claims'] = readDataSet('authorised-claims', folder, claims, 'authorisedClaims')
  return sets.approvals || sets['authorised-claims'] ? sets : undefined
}

/** Notices of the lock file were looked up for this site, so they win over those of a data set. */
function retractionsOf(folder: string, dataset: unknown, idMap: unknown): Project['retractions'] {
  const given = typeof dataset === 'string' ? readRetractions(folder, dataset) : undefined
  const locked = typeof idMap === 'string' ? readLockNotices(folder, idMap) : undefined
  return given && locked ? Object.assign(given, locked) : (locked ?? given)
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
