/** Does a page say that it cannot replace a doctor: in its words, through a component or include, or by a key of its frontmatter? */

import { termsList } from '../claims/absolutes.ts'
import { findEntries, isEmptyValue } from '../frontmatter-keys.ts'
import type { Post, Range } from '../types.ts'

export interface DisclaimerNames {
  /** Frontmatter key that asks for the disclaimer. */
  key: string
  /** Components, includes, shortcodes or classes that print it. */
  components: readonly string[]
  /** Further sentences that count as one. */
  text: readonly string[]
}

export function hasDisclaimer(post: Post, { key, components, text }: DisclaimerNames): boolean {
  if (findEntries(post.frontmatter, [key]).some(({ data }) => data !== false && !isEmptyValue(data))) return true
  if (post.statements.some(({ kind }) => kind === 'disclaimer')) return true
  const names = components.map(plainName)
  if (valuesOf(post).some((value) => isNamed(value, names)) || partsOf(post).some((part) => isNamed(part, names))) return true
  if (text.length === 0) return false
  const { find } = termsList(text)
  return post.study.units.some(({ reading }) => find(reading.tokens).length > 0)
}

/** "For entertainment only": words in the place of a disclaimer that are none. */
export function entertainmentOnly(post: Post): Range | undefined {
  const statement = post.statements.find(({ kind }) => kind === 'entertainment')
  if (!statement) return undefined
  const { start, end } = statement.sentence ?? statement.block
  return { start, end }
}

/** Values such as `_disclaimer`, the name of a part that the template puts above the text. */
function valuesOf({ frontmatter }: Post): string[] {
  return [...frontmatter.entries.values()].flatMap(({ data }) =>
    typeof data === 'string' && /^[\w./-]{4,80}$/.test(data) ? [data] : [],
  )
}

/** Disclaimers of something else than the content: who earns from a link, what a price includes. */
const OTHER = /affiliate|earning|price|pricing|cookie|copyright|image|trademark/

function isNamed(name: string, wanted: readonly string[]): boolean {
  const plain = plainName(name)
  return !OTHER.test(plain) && wanted.some((each) => each !== '' && (plain.startsWith(each) || plain.endsWith(each)))
}

/** `includes/_medical-disclaimer.html` and `MedicalDisclaimer` are one name. */
function plainName(name: string): string {
  return name
    .replace(/^.*\//, '')
    .replace(/\.\w+$/, '')
    .toLowerCase()
    .replace(/[^a-z\d]/g, '')
}

/**
 * Names of parts in the markup: `<Name`, `class="name"`, `{{< name >}}`, `{{> name}}`, `{% include name %}`, `{% name %}`, `:::name`,
 * `!!! name`, `> [!name]`.
 */
const PARTS =
  /<([A-Za-z][\w.-]*)|\bclass(?:Name)?=["']([^"'\n]{1,200})["']|\{\{[<%>#-]?\s?(?:(?:include|partial|template)\s)?["']?([\w./-]+)|\{%-?\s?(?:(?:include|include_relative|render|block|partial)\s)?["']?([\w./-]+)|:::\s?\{?\.?([A-Za-z][\w-]*)|!!!\s?([A-Za-z][\w-]*)|\[!([\w-]+)\]/g

function partsOf({ text, frontmatter }: Post): string[] {
  const body = frontmatter.format === 'none' ? text : text.slice(frontmatter.end)
  return [...body.matchAll(PARTS)].flatMap((match) => match.slice(1).flatMap((name) => name?.split(/\s+/) ?? []))
}
