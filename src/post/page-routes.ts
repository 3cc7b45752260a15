/**
 * Which pages a site has, from its files alone. Generators make addresses in many ways, so a page is known by every end of its path
 * and by the address or slug it gives itself; and a part of the site counts only when its own links show that this holds there.
 */
import { plainKey } from './frontmatter-keys.ts'
import { suggest } from './suggest.ts'
import type { SiteRoutes } from './types.ts'

export interface SiteFile {
  /** Relative to the project root, with `/`. */
  path: string
  /** Text of a Markdown page; other pages are known by their name. */
  text: string | undefined
}

/** A part of the site is read as known from so many different links that lead somewhere ... */
const LEAST_LINKS = 5
/** ... when so few others do not. */
const MOST_BROKEN = 0.1
const ROOT_LINK = /\]\(<?\/(?!\/)([^)\s>?#]+)/g
const ADDRESS = /^(path|slug|permalink|url|title|aliases)[ \t]*[:=][ \t]*["']?([^"'\r\n]+)/gim
const LONGEST_FRONTMATTER = 4000

export function routesOf(files: Iterable<SiteFile>): SiteRoutes {
  const names = new Set<string>()
  const routes = new Set<string>()
  const links = new Set<string>()
  for (const { path, text } of files) {
    const parts = segmentsOf(path.replace(/\.\w+$/, ''))
    addEnds(routes, parts)
    for (const part of parts) names.add(part)
    if (text === undefined) continue
    for (const [, key, value] of text.slice(0, LONGEST_FRONTMATTER).matchAll(ADDRESS)) {
      const own = plainKey(key!) === 'title' ? [slugOf(value!)] : segmentsOf(value!)
      for (const part of own) names.add(part)
      addEnds(routes, own)
      const last = own.at(-1)
      if (last !== undefined) addEnds(routes, [...parts.slice(0, -1), last])
    }
    for (const [, link] of text.matchAll(ROOT_LINK)) links.add(segmentsOf(link!).join('/'))
  }
  return { names, routes, known: knownParts(links, routes, names) }
}

/** Folders of addresses whose links lead to known pages, nearly all of them. */
function knownParts(links: ReadonlySet<string>, routes: ReadonlySet<string>, names: ReadonlySet<string>): Set<string> {
  const counts = new Map<string, { good: number; bad: number }>()
  for (const link of links) {
    const slash = link.lastIndexOf('/')
    if (slash < 0) continue
    const part = link.slice(0, slash)
    const count = counts.get(part) ?? { good: 0, bad: 0 }
    counts.set(part, count)
    if (routes.has(link) || names.has(link.slice(slash + 1))) count.good++
    else count.bad++
  }
  const known = [...counts].filter(([, { good, bad }]) => good >= LEAST_LINKS && bad / (good + bad) <= MOST_BROKEN)
  return new Set(known.map(([part]) => part))
}

/** Addresses that generators make by themselves. */
const MADE =
  /^(?:tags?|categor(?:y|ies)|authors?|topics?|pages?|archives?|feed|rss|atom|sitemap|search|series|login|admin|api|cart|checkout|account|\d+)$/

/** `true` when a page answers, or nothing can be said; else the address that was probably meant, if any. */
export function routeAnswer(address: string, { names, routes, known }: SiteRoutes): true | { meant: string | undefined } {
  const segments = segmentsOf(address)
  const last = segments.at(-1)
  if (last === undefined || /\.\w{1,5}$/.test(address) || segments.some((segment) => MADE.test(segment))) return true
  const route = segments.join('/')
  if (routes.has(route) || names.has(last)) return true
  const parent = segments.slice(0, -1).join('/')
  const near = suggest(last, names)
  const meant = near !== undefined && routes.has(parent === '' ? near : `${parent}/${near}`) ? near : undefined
  // At the top of a site anything can be made by a template: only a misspelling is sure.
  if (meant !== undefined && (parent === '' ? last.length >= LEAST_NAME : true)) {
    return { meant: `/${[...segments.slice(0, -1), meant].join('/')}${address.endsWith('/') ? '/' : ''}` }
  }
  return parent !== '' && known.has(parent) ? { meant: undefined } : true
}

const LEAST_NAME = 4

/** Segments as they are compared: lower case, without ending, date and index; copies, since a part of a string keeps the whole in memory. */
export function segmentsOf(address: string): string[] {
  return address
    .trim()
    .toLowerCase()
    .split('/')
    .map((part) => [...part.replace(/\.(?:html?|mdx?)$/, '').replace(/^\d{4}-\d{2}-\d{2}-/, '')].join(''))
    .filter((part) => part !== '' && part !== '.' && !/^(?:_?index|readme|page|route|\(.*\))$/.test(part))
}

function slugOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .trim()
    .split(/[\s-]+/)
    .join('-')
}

function addEnds(routes: Set<string>, parts: readonly string[]): void {
  for (let from = 0; from < parts.length; from++) routes.add(parts.slice(from).join('/'))
}
