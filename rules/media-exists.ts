import { defineRule } from '../src/lint/define-rule.ts'
import { shortened } from '../src/lint/shortened.ts'
import { globMatcher } from '../src/post/globs.ts'
import { findMedia, pathOf } from '../src/post/media.ts'
import { findFirst, hasRoot, joinPath, placesOf } from '../src/post/site-files.ts'
import type { Project } from '../src/post/types.ts'

interface Options {
  roots: string[]
  aliases: Record<string, string>
  generated: string[]
}

export default defineRule<Options>({
  id: 'media-exists',
  family: 'links',
  purpose: 'local media files exist',
  type: 'problem',
  severity: 'error',
  fix: 'none',
  wave: 2,
  scope: 'project',
  needs: ['files'],
  standards: [{ key: 'house rule', status: 'checked' }],
  messages: {
    missing: { text: 'Add the file {path} or correct the path.', note: 'Readers see a gap where the image should be.' },
    case: {
      text: 'Correct the case: the file is "{actual}".',
      note: 'Web servers tell capital from small letters, some disks do not.',
    },
  },
  schema: {
    type: 'object',
    properties: {
      roots: {
        type: 'array',
        items: { type: 'string', minLength: 1 },
        description: 'Folders that the site serves as its root.',
      },
      aliases: {
        type: 'object',
        additionalProperties: { type: 'string' },
        description: 'Beginning of an address -> folder that it stands for.',
      },
      generated: {
        type: 'array',
        items: { type: 'string', minLength: 1 },
        description: 'Globs of addresses that the build makes.',
      },
    },
  },
  defaultOptions: { roots: ['static', 'public'], aliases: {}, generated: [] },
  check(post, { options, report }) {
    const { findFile } = post.project
    // A page outside of the configuration's folder belongs to a site that is not known.
    if (!findFile || post.path === undefined || joinPath(post.path) === undefined) return
    const isGenerated = options.generated.length > 0 ? globMatcher(options.generated) : () => false
    const page = post.path
    for (const { url, start, end } of findMedia(post)) {
      const path = pathOf(url)
      if (isGenerated(path.replace(/^\//, ''))) continue
      const alias = Object.keys(options.aliases).find((prefix) => path.startsWith(prefix))
      const places =
        alias === undefined ? placesOf(path, page, options.roots) : [joinPath(options.aliases[alias]!, path.slice(alias.length))]
      const found = findFirst(findFile, places)
      const at = { start, end }
      if (!found) {
        if (alias !== undefined || isSure(findFile, path, page, options.roots))
          report({ at, message: 'missing', data: { path: shortened(path) } })
      } else if (found.path !== found.wanted) report({ at, message: 'case', data: { actual: writtenName(found.path, path) } })
    }
  },
})

/** The part of the real path that the address names. */
function writtenName(actual: string, written: string): string {
  const parts = written.split('/').filter((part) => part !== '' && part !== '.' && part !== '..').length
  return actual.split('/').slice(-Math.max(1, parts)).join('/')
}

/** Where files are looked for is known: a root of the site, or the folder that a relative address names, is there. */
function isSure(findFile: NonNullable<Project['findFile']>, path: string, page: string, roots: readonly string[]): boolean {
  if (hasRoot(findFile, page, roots)) return true
  if (path.startsWith('/')) return false
  const folder = joinPath(page, '..', path, '..')
  return folder !== undefined && folder !== '' && findFile(folder) !== undefined
}
