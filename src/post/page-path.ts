/** The address a page gives itself against the name of its file. */
import { findEntries, isTemplate } from './frontmatter-keys.ts'
import type { FrontmatterEntry, Post } from './types.ts'

/** A `permalink` is written to differ from the file, so it is left alone. */
const PATH_KEYS = ['path', 'slug']
const INDEX_FILE = /^(?:_?index|readme|default)$/i
const DATE_PREFIX = /^\d{4}-\d{2}-\d{2}[-_]/
const LANGUAGE_SUFFIX = /\.[a-z]{2}(?:-[a-z]{2})?$/i

/** Last part of a path, with its extension; empty when there is none. */
export function fileNameOf(path: string | undefined): string {
  return path?.replaceAll('\\', '/').split('/').at(-1) ?? ''
}

/** The entry whose address ends otherwise than the file is called; undefined when they agree or nothing can be said. */
export function pathKeyOf({ path, frontmatter }: Post): { entry: FrontmatterEntry; name: string } | undefined {
  const name = pageNameOf(path)
  if (!name) return undefined
  for (const entry of findEntries(frontmatter, PATH_KEYS)) {
    const { data } = entry
    // `/:year/:title/` is filled in by the generator.
    if (typeof data !== 'string' || isTemplate(data) || /(?:^|\/):|^[a-z]+:\/\//.test(data)) continue
    const last = data
      .split(/[?#]/)[0]!
      .split('/')
      .map((part) => part.trim())
      .filter((part) => part !== '' && !/^index\.\w+$/.test(part))
      .at(-1)
    if (last !== undefined && !agree(plainName(last.replace(/\.\w{2,5}$/, '')), plainName(name))) return { entry, name }
  }
  return undefined
}

/** Without extension, date and language; the folder's name for an index file. */
export function pageNameOf(path: string | undefined): string | undefined {
  const stem = (part: string) => part.replace(/\.\w+$/, '').replace(LANGUAGE_SUFFIX, '')
  const parts = path?.replaceAll('\\', '/').split('/') ?? []
  const name = stem(parts.at(-1) ?? '')
  const own = INDEX_FILE.test(name) ? parts.at(-2) : name
  return own?.replace(DATE_PREFIX, '')
}

function plainName(name: string): string {
  const words = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(DATE_PREFIX, '')
    .match(/[\p{L}\p{N}]+/gu)
  return words?.join('-') ?? ''
}

/** Equal, or one says a little more at its start or end. */
function agree(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return short === long || (short !== '' && (long.startsWith(`${short}-`) || long.endsWith(`-${short}`)))
}
