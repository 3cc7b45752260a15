/**
 * Frontmatter values that pages are compared by, read line by line from the source: every page of a site is read for them before
 * the first is linted, and a parser of YAML would take longer than all the rest.
 */
import { isTemplate, plainKey } from './frontmatter-keys.ts'

export interface ComparableValue {
  field: string
  /** As it is compared. */
  value: string
}

const BLOCK = /^\uFEFF?(---|\+\+\+)[ \t]*\r?\n([\s\S]*?)\r?\n\1[ \t]*(?:\r?\n|$)/
const KEY = /^(["']?)([A-Za-z][\w-]*)\1[ \t]*[:=][ \t]*(.*)$/
/** Where generators keep the address of an image. */
const IMAGE_PART = /^[ \t]+(?:src|url|path|image|file)[ \t]*:[ \t]*(.+)$/i
const LONGEST_BLOCK = 20_000
const LONGEST = 300

/** Values of the fields that can be compared: no dates without a time of day, no templates, nothing empty, nothing of a draft. */
export function metadataOf(text: string, path: string, fields: readonly string[]): ComparableValue[] {
  const block = BLOCK.exec(text.slice(0, LONGEST_BLOCK))?.[2]
  if (block === undefined) return []
  const values = topLevel(block)
  if (values.get('draft') === 'true' || values.get('published') === 'false') return []
  const language = values.get('lang') ?? values.get('language') ?? values.get('locale') ?? languageInPath(path)
  return fields.flatMap((field) => {
    const value = values.get(plainKey(field)) ?? ''
    if (value.length < 2 || isDay(value) || isTemplate(value)) return []
    // A page and its translation have one address.
    return [{ field, value: field === 'path' && language !== '' ? `${value} (${language.toLowerCase()})` : value }]
  })
}

/** Plain key -> value on one line: a scalar, the lines of a block scalar, the address inside of an image object. */
function topLevel(block: string): Map<string, string> {
  const values = new Map<string, string>()
  const lines = block.split(/\r?\n/)
  for (const [index, line] of lines.entries()) {
    const match = KEY.exec(line)
    if (!match) continue
    const key = plainKey(match[2]!)
    const written = match[3]!.trim()
    if (values.has(key) || /^[[{&*!#]/.test(written)) continue
    const below = () => lines.slice(index + 1, lines.findIndex((each, at) => at > index && /^\S/.test(each)) >>> 0)
    const value = /^[>|][-+\d]*$/.test(written)
      ? below().join(' ')
      : written === ''
        ? (below()
            .map((each) => IMAGE_PART.exec(each)?.[1])
            .find((each) => each !== undefined) ?? '')
        : written
    values.set(key, plainValue(value))
  }
  return values
}

/** Without quotation marks, comment and needless space. */
function plainValue(written: string): string {
  const text = written.normalize('NFC').replace(/\s+/g, ' ').trim()
  const quoted = /^(["'])(.*)\1(?: #.*)?$/.exec(text)
  return (quoted ? quoted[2]! : text.replace(/ #.*$/, '')).slice(0, LONGEST)
}

/** A date, also one with midnight as its time, as exports write it. */
function isDay(value: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}(?:[T ]00:00(?::00(?:\.0+)?)?(?: ?Z| ?[+-]\d{2}:?\d{2})?)?$/i.test(value) ||
    /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}$/.test(value)
  )
}

const LANGUAGE_IN_PATH = /(?:^|\/)([a-z]{2}(?:-[a-z]{2})?)\/|\.([a-z]{2}(?:-[a-z]{2})?)\.mdx?$/i

function languageInPath(path: string): string {
  const found = LANGUAGE_IN_PATH.exec(path)
  return found?.[1] ?? found?.[2] ?? ''
}
