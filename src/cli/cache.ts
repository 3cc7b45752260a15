/**
 * `--cache`: results by the content of a post and everything else they depend on. One line per post, so that only what is needed is decoded.
 * A cache that cannot be read counts as empty; one that is no cache is left alone.
 */
import { hash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { settingsFor } from '../lint/settings.ts'
import type { FileFacts, Project } from '../post/types.ts'
import { createAsking, factsAsked } from './asked.ts'
import { contextOf } from './cache-context.ts'
import { type CachedResult, decodeResult, encodeResult } from './cached-result.ts'
import type { KnownFacts } from './compare-pages.ts'
import { isFolder, reasonOf, shownPath } from './files.ts'
import type { Checked, Place, PostLinter } from './post-linter.ts'
import { openWhole } from './write-file.ts'

export const CACHE_FILE = '.medlintcache'
const HEAD = 'medlint-cache 2\n'
const NEWLINE = 10
const TAB = 9

export interface Cache {
  /** Where it is kept; undefined in memory. */
  file: string | undefined
  /** Given to the linter: notes what a post asked of the site around it. */
  adapt(project: Project): Project
  /** The same linter, which remembers. `withPrints`: what messages are about will be asked for. */
  remembering(linter: PostLinter, withPrints: boolean): PostLinter
  /** What the results tell of pages without reading them. */
  knownFacts(linter: PostLinter): KnownFacts
  /** Writes what is new; a line for standard error when that is not possible. */
  save(): string
}

/** `location`: file or folder; `null` keeps results in memory alone. */
export function openCache(location: string | undefined | null, workingFolder: string): Cache {
  const file = location === null ? undefined : fileOf(location, workingFolder)
  const folder = file === undefined ? workingFolder : path.dirname(file)
  const shown = shownPath(file ?? folder, workingFolder)
  const { bytes, records, isForeign } = readCache(file)
  /** Results of this process, as lines without their name. */
  const fresh = new Map<string, string>()
  const seen = new Set<string>()
  const asking = createAsking()
  let isSaved = true

  /** What a result depends on, and the result; undefined when the text is another. */
  function recordFor(name: string, key: string | undefined): { asked: string; result: string } | undefined {
    const line = fresh.get(name) ?? lineFor(name, key)
    if (key === undefined || !line?.startsWith(`${key}\t`)) return undefined
    const tab = line.indexOf('\t', key.length + 1)
    return { asked: line.slice(key.length + 1, tab), result: line.slice(tab + 1) }
  }

  function lineFor(name: string, key: string | undefined): string | undefined {
    const record = records.get(name)
    if (!bytes || !record || bytes.toString('latin1', record.keyStart, record.start - 1) !== key) return undefined
    return bytes.toString('latin1', record.keyStart, record.end)
  }

  function find(name: string, key: string, text: string, place: Place, project: Project): CachedResult | undefined {
    const record = recordFor(name, key)
    try {
      if (!record || !asking.stillHolds(record.asked, project)) return undefined
      return decodeResult(record.result, text, place.resolved.rules)
    } catch {
      return undefined
    }
  }

  function keyOf(linter: PostLinter, text: string, place: Place): string | undefined {
    const context = contextOf(place, linter.projectOf(place))
    return context && hash('sha256', `${context}\n${place.path}\n${text}`, 'base64')
  }

  function askedFor(name: string): string | undefined {
    const record = records.get(name)
    return bytes && record && bytes.toString('latin1', record.start, bytes.indexOf(TAB, record.start))
  }

  function knownFacts(linter: PostLinter): KnownFacts {
    return {
      of: (text, place) => factsIn(recordFor(shownPath(place.absolute, folder), keyOf(linter, text, place))?.asked),
      async before(isWanted) {
        const found: Place[] = []
        for (const name of records.keys()) {
          const facts = factsIn(askedFor(name))
          const place = facts && isWanted(facts) ? await placeOrNot(linter, path.resolve(folder, name)) : undefined
          if (place) found.push(place)
        }
        return found
      },
    }
  }

  function check(linter: PostLinter, withPrints: boolean, text: string, place: Place): Checked {
    const key = keyOf(linter, text, place)
    if (key === undefined) return linter.check(text, place)
    const name = shownPath(place.absolute, folder)
    seen.add(name)
    const known = find(name, key, text, place, linter.projectOf(place))
    if (known && (known.prints || !withPrints)) return remembered(known, linter, text, place)
    const { result, asked } = asking.noted(() => linter.check(text, place))
    isSaved = false
    if (result.crashed.length > 0) fresh.delete(name)
    else {
      const { messages, suppressed, silent } = result
      const prints = withPrints ? result.prints() : undefined
      const encoded = encodeResult({ messages, suppressed, silent, prints }, text, place.resolved.rules)
      fresh.set(name, `${key}\t${ascii(asked)}\t${ascii(encoded)}`)
    }
    return result
  }

  function save(): string {
    if (isForeign) return `medlint: Choose another --cache-location: ${shown} is there and no cache of medlint.\n`
    if (file === undefined || isSaved || fresh.size === 0) return ''
    const parts: (Buffer | string)[] = [HEAD]
    for (const [name, { lineStart, end }] of records) {
      const isWanted = !fresh.has(name) && (seen.has(name) || existsSync(path.join(folder, name)))
      if (isWanted) parts.push(bytes!.subarray(lineStart, end), '\n')
    }
    for (const [name, line] of fresh) parts.push(`${JSON.stringify(name)}\t${line}\n`)
    try {
      const whole = openWhole(file)
      for (const part of parts) whole.write(part)
      whole.end()
      isSaved = true
      return ''
    } catch (error) {
      return `medlint: Check --cache-location: ${shown} cannot be written (${reasonOf(error)}).\n`
    }
  }

  return {
    file,
    adapt: asking.adapt,
    remembering: (linter, withPrints) => ({ ...linter, check: (text, place) => check(linter, withPrints, text, place) }),
    knownFacts,
    save,
  }
}

/** The configuration of a page that is not linted now may be broken. */
async function placeOrNot(linter: PostLinter, absolute: string): Promise<Place | undefined> {
  try {
    return await linter.placeOf(absolute)
  } catch {
    return undefined
  }
}

/** The same JSON in ASCII, which is read several times as fast. */
function ascii(json: string): string {
  return json.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

function factsIn(asked: string | undefined): FileFacts | undefined {
  try {
    return asked === undefined ? undefined : factsAsked(asked)
  } catch {
    return undefined
  }
}

function remembered(known: CachedResult, linter: PostLinter, text: string, place: Place): Checked {
  let post: ReturnType<PostLinter['postOf']> | undefined
  const postOf = () => {
    post ??= linter.postOf(text, place)
    return post
  }
  const { messages, suppressed, silent, prints } = known
  const settings = () => settingsFor(postOf(), place.resolved)
  // Not kept where nobody had asked for them.
  const printsNow = () => prints ?? linter.check(text, place).prints()
  return { messages, suppressed, silent, crashed: [], post: postOf, settings, prints: printsNow }
}

function fileOf(location: string | undefined, workingFolder: string): string {
  const file = path.resolve(workingFolder, location ?? CACHE_FILE)
  return location?.endsWith('/') || isFolder(file) ? path.join(file, CACHE_FILE) : file
}

interface CacheRecord {
  /** Of the line, of the key, and of what is behind it. */
  lineStart: number
  keyStart: number
  start: number
  end: number
}

interface CacheContent {
  bytes: Buffer | undefined
  records: Map<string, CacheRecord>
  isForeign: boolean
}

function readCache(file: string | undefined): CacheContent {
  const records = new Map<string, CacheRecord>()
  if (file === undefined) return { bytes: undefined, records, isForeign: false }
  let bytes: Buffer
  try {
    bytes = readFileSync(file)
  } catch {
    return { bytes: undefined, records, isForeign: false }
  }
  if (bytes.toString('latin1', 0, HEAD.length) !== HEAD) {
    const isOurs = bytes.length === 0 || bytes.toString('latin1', 0, 14) === HEAD.slice(0, 14)
    return { bytes: undefined, records, isForeign: !isOurs }
  }
  for (let at = HEAD.length; at < bytes.length; ) {
    const end = bytes.indexOf(NEWLINE, at)
    const nameEnd = bytes.indexOf(TAB, at)
    const keyEnd = bytes.indexOf(TAB, nameEnd + 1)
    // The last line of a file that was cut off.
    if (end < 0) break
    if (nameEnd > at && keyEnd > nameEnd && keyEnd < end) {
      const name = nameOf(bytes.toString('utf8', at, nameEnd))
      if (name !== undefined) records.set(name, { lineStart: at, keyStart: nameEnd + 1, start: keyEnd + 1, end })
    }
    at = end + 1
  }
  return { bytes, records, isForeign: false }
}

function nameOf(json: string): string | undefined {
  try {
    const name: unknown = JSON.parse(json)
    return typeof name === 'string' ? name : undefined
  } catch {
    return undefined
  }
}
