/** Reference lists kept in the frontmatter: `references: [...]`, `sources: [...]`, `bibliography: refs.bib`. */
import { classifyLink, hostOf } from '../links.ts'
import type { CslItem, Link, Post, ReferenceEntry } from '../types.ts'
import { makeEntry, type View } from './entry.ts'
import { idsOfUrl } from './identifiers.ts'

const KEYS = ['references', 'sources', 'bibliography'] as const

/** True when a key names or holds a list. `source:` and `sourceUrl:` say where a text came from and do not count. */
export function hasExternalList(post: Post): boolean {
  return KEYS.some((key) => {
    const value = post.frontmatter.data[key]
    if (typeof value === 'string') return value.trim() !== ''
    return Array.isArray(value) ? value.length > 0 : typeof value === 'object' && value !== null
  })
}

export function frontmatterEntries(post: Post): ReferenceEntry[] {
  const entries: ReferenceEntry[] = []
  for (const key of KEYS) {
    const list = post.frontmatter.data[key]
    if (!Array.isArray(list)) continue
    for (const [position, item] of list.entries()) {
      const value = post.frontmatter.entries.get(`${key}.${position}`)?.value ?? rangeOfParts(post, `${key}.${position}.`)
      if (value && value.end > value.start) entries.push(entryOf(post, value.start, value.end, item, entries.length))
    }
  }
  return entries
}

function rangeOfParts(post: Post, prefix: string): { start: number; end: number } | undefined {
  let range: { start: number; end: number } | undefined
  for (const [path, { key, value }] of post.frontmatter.entries) {
    if (!path.startsWith(prefix)) continue
    range = { start: Math.min(range?.start ?? key.start, key.start), end: Math.max(range?.end ?? value.end, value.end) }
  }
  return range
}

function entryOf(post: Post, start: number, end: number, item: unknown, index: number): ReferenceEntry {
  const text = post.text.slice(start, end).replaceAll(/[\r\n]/g, ' ')
  const view: View = {
    text,
    sourceOf: (offset) => start + offset,
    rangeOf: (from, to) => ({ start: start + from, end: start + to }),
  }
  const links = urlsIn(text).map(({ url, at }): Link => linkOf(post, url, start + at, at))
  const place = {
    view,
    start,
    end,
    textStart: 0,
    textEnd: text.length,
    links,
    number: undefined,
    label: undefined,
    optional: false,
  }
  const entry = makeEntry(place, index)
  return typeof item === 'object' && item !== null
    ? Object.defineProperty(entry, 'csl', { value: cslOf(item as Record<string, unknown>) })
    : entry
}

function urlsIn(text: string): { url: string; at: number }[] {
  return [...text.matchAll(/https?:\/\/[^\s"'<>]+/g)].map((match) => ({
    url: match[0].replace(/[,\]})]+$/, ''),
    at: match.index,
  }))
}

function linkOf(post: Post, url: string, start: number, textStart: number): Link {
  const ids = idsOfUrl(url)
  const range = { start, end: start + url.length }
  const kind = classifyLink(url, ids, post.project.ownDomains ?? [])
  return {
    ...range,
    block: undefined,
    kind,
    url,
    urlRange: range,
    host: hostOf(url),
    textStart,
    textEnd: textStart + url.length,
    text: url,
    image: false,
    ids,
  }
}

function cslOf(item: Record<string, unknown>): CslItem {
  const text = (...names: string[]) => {
    const value = names.map((name) => item[name]).find((found) => typeof found === 'string' || typeof found === 'number')
    return value === undefined ? undefined : String(value)
  }
  const csl: CslItem = { type: text('journal') ? 'article-journal' : 'webpage' }
  const title = text('title', 'name', 'label', 'text')
  const url = text('url', 'link', 'href')
  const year = /\d{4}/.exec(text('year', 'date', 'published') ?? '')?.[0]
  const author = text('author', 'authors')
  const journal = text('journal', 'publication')
  if (title) csl.title = title
  if (url) csl.URL = url
  if (author) csl.author = [{ literal: author }]
  if (journal) csl['container-title'] = journal
  if (year) csl.issued = { 'date-parts': [[Number(year)]] }
  return csl
}
