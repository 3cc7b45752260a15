/** Globs of `files` and `contentFiles`. Paths are relative to the configuration's folder, with `/`. */
import picomatch from 'picomatch/posix.js'

export type Matcher = (path: string) => boolean

/** True when one glob matches and no `!glob` does. A glob without a slash is for the file name in any folder. */
export function globMatcher(globs: string | readonly string[]): Matcher {
  const list = typeof globs === 'string' ? [globs] : globs
  const wanted = list.filter((glob) => !glob.startsWith('!')).map(matcherOf)
  const unwanted = list.filter((glob) => glob.startsWith('!')).map((glob) => matcherOf(glob.slice(1)))
  return (path) => (wanted.length === 0 || wanted.some((matches) => matches(path))) && !unwanted.some((matches) => matches(path))
}

function matcherOf(glob: string): Matcher {
  const plain = glob.replace(/^\.?\//, '')
  const pattern = plain.endsWith('/') ? `${plain}**` : plain
  const matches = picomatch(pattern, { dot: true, nonegate: true })
  if (pattern.includes('/')) return (path) => matches(path)
  return (path) => matches(path.slice(path.lastIndexOf('/') + 1))
}
