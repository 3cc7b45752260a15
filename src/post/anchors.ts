/**
 * What `#…` can lead to on a page. Site generators build ids from headings in different ways (github-slugger in most, goldmark,
 * kramdown, Python-Markdown); all keep the letters and digits in order, so these alone are compared.
 */
import { tagsIn } from './html-tags.ts'
import { suggest } from './suggest.ts'
import type { Anchors, Post } from './types.ts'

/** Anchors that templates and browsers provide. */
const PROVIDED =
  /^(?:|top|main|content|header|footer|nav|toc|comments?|respond|disqus.*|contact|subscribe|newsletter|search|menu|book|form|faqs?|references?|sources?|footnotes?|cite.*|(?:user-content-)?(?:fn|fnref|ref|note|cite|bib|fig|figure|table|tab|section|sec|page|p|l|line)[-_:.]?\d+.*)$/i
const TEMPLATE = /\{\{|\{%|<[A-Z][\w.]*[\s/>]|^(?:import|export) /m
const EXPLICIT_ID = /\{:?\s*#([\w:.-]+)[^{}]*\}/g

export function anchorsOf({ text, sections }: Pick<Post, 'text' | 'sections'>): Anchors {
  const headings: Record<string, string> = {}
  for (const { title: written } of sections) {
    const title = written.replace(/\s*\{[^{}]*\}\s*$/, '')
    const id = slug(title)
    for (const key of keysOf(title)) headings[key] ??= id
  }
  const ids = [...text.matchAll(EXPLICIT_ID)].map((match) => match[1]!)
  if (/\b(?:id|name)\s*=/i.test(text)) {
    for (const { attributes } of tagsIn(text, 0, text.length))
      for (const name of ['id', 'name']) {
        const value = attributes.get(name)?.value
        if (value) ids.push(value)
      }
  }
  for (const id of ids) headings[plain(id)] ??= id
  return { ids: headings, whole: !TEMPLATE.test(text) }
}

/** How an anchor answers: `true`, or the id that was probably meant, or `false` when there is none like it. `undefined`: cannot be known. */
export function answerTo(anchor: string, { ids, whole }: Anchors): true | { meant: string } | false | undefined {
  const written = decoded(anchor)
  if (PROVIDED.test(written) || /^[/!]|:~:|=/.test(written)) return true
  const key = plain(written)
  const known = Object.keys(ids)
  if (key === '' || known.length === 0) return undefined
  const bare = withoutNumber(key)
  if (Object.hasOwn(ids, key) || Object.hasOwn(ids, bare) || known.some((each) => withoutNumber(each) === bare)) return true
  const near = suggest(key, known) ?? known.find((each) => isPart(each, key))
  if (near !== undefined) return { meant: ids[near]! }
  return whole ? false : undefined
}

const LEAST_PART = 6

/** One says a little more than the other: "side-effects" and "common-side-effects". */
function isPart(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return short.length >= LEAST_PART && (long.startsWith(short) || long.endsWith(short))
}

/** Some generators drop a number in front, all add one to a repeated heading. */
function withoutNumber(key: string): string {
  return key.replace(/^\d+(?=\D)|(?<=\D)\d+$/g, '')
}

function keysOf(title: string): string[] {
  return [plain(title), plain(title.replaceAll('&', ' and '))].filter((key) => key !== '')
}

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/** The id that github-slugger makes of a heading. */
function slug(title: string): string {
  return title
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\s-]/gu, '')
    .replace(/\s/g, '-')
}

function decoded(anchor: string): string {
  try {
    return decodeURIComponent(anchor)
  } catch {
    return anchor
  }
}
