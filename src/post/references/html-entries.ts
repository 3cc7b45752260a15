/** Entries in raw HTML: `<ol><li>...</li></ol>`, which Markdown leaves as one opaque node. */
import { classifyLink, hostOf } from '../links.ts'
import type { Link, Range } from '../types.ts'
import type { EntryPlace, View } from './entry.ts'
import { idsOfUrl } from './identifiers.ts'

const ITEM = /<li\b[^<>]{0,300}>/gi
const NEXT_ITEM = /<li\b|<\/li\s*>|<\/[ou]l\s*>|<\/References>/gi
const TAG = /<!--[\s\S]*?-->|<(\/?)([a-zA-Z][\w.-]{0,30})((?:[^<>"']|"[^"]*"|'[^']*')*)>/g
const HREF = /\bhref\s*=\s*["']?([^"'\s>{}]+)/i
const ENTITY = /&(?:#[xX]([\da-fA-F]{1,6})|#(\d{1,7})|([a-zA-Z][a-zA-Z\d]{1,31}));/y
const NAMED: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ndash: '\u2013',
  mdash: '\u2014',
  rsquo: '\u2019',
  lsquo: '\u2018',
  ldquo: '\u201c',
  rdquo: '\u201d',
  hellip: '\u2026',
  beta: '\u03b2',
  alpha: '\u03b1',
}

/** Entries in `[from, to)` of the source; `ownDomains` as for other links. */
export function htmlEntries(
  source: string,
  from: number,
  to: number,
  ownDomains: readonly string[],
  optional: boolean,
): EntryPlace[] {
  const places: EntryPlace[] = []
  const html = source.slice(from, to)
  if (!/<li\b/i.test(html)) return places
  ITEM.lastIndex = 0
  for (let item = ITEM.exec(html); item; item = ITEM.exec(html)) {
    const inside = item.index + item[0].length
    NEXT_ITEM.lastIndex = inside
    const close = NEXT_ITEM.exec(html)
    const end = close ? close.index : html.length
    const { view, links } = viewOf(source, from + inside, from + end, ownDomains)
    if (view.text !== '') {
      const range = view.rangeOf(0, view.text.length)
      places.push({
        ...range,
        view,
        textStart: 0,
        textEnd: view.text.length,
        links,
        number: undefined,
        label: undefined,
        optional,
      })
    }
    ITEM.lastIndex = end
  }
  const ordered = /<ol\b/i.test(html)
  if (ordered) for (const [index, place] of places.entries()) place.number = index + 1
  return places
}

interface OpenLink extends Range {
  url: string
  urlRange: Range
  textStart: number
}

function viewOf(source: string, start: number, end: number, ownDomains: readonly string[]): { view: View; links: Link[] } {
  let text = ''
  const starts: number[] = []
  const ends: number[] = []
  const links: Link[] = []
  let open: OpenLink | undefined
  const push = (character: string, from: number, to: number) => {
    if (/\s/.test(character) && (text === '' || text.endsWith(' '))) return
    text += /\s/.test(character) ? ' ' : character
    starts.push(from)
    ends.push(to)
  }
  for (let at = start; at < end; ) {
    const character = source[at]!
    if (character === '<') {
      TAG.lastIndex = at
      const tag = TAG.exec(source)
      if (tag && tag.index === at && at + tag[0].length <= end) {
        if (tag[2]?.toLowerCase() === 'a') {
          if (tag[1] === '/' && open) links.push(closeLink(open, at + tag[0].length, text, ownDomains))
          open = tag[1] === '/' ? undefined : openLink(tag, at, text.length)
        }
        at += tag[0].length
        continue
      }
    }
    ENTITY.lastIndex = at
    const entity = character === '&' ? ENTITY.exec(source) : null
    const decoded = entity && decode(entity)
    if (entity && decoded) push(decoded, at, at + entity[0].length)
    else push(character, at, at + 1)
    at += entity && decoded ? entity[0].length : 1
  }
  const length = text.trimEnd().length
  text = text.slice(0, length)
  const sourceOf = (offset: number) => (offset >= length ? (ends[length - 1] ?? start) : starts[offset]!)
  const rangeOf = (textStart: number, textEnd: number) => {
    const from = sourceOf(textStart)
    return { start: from, end: textEnd > textStart ? Math.max(from, ends[Math.min(textEnd, length) - 1]!) : from }
  }
  return { view: { text, sourceOf, rangeOf }, links: links.filter((link) => link.textEnd <= length) }
}

function decode([, hexadecimal, decimal, name]: RegExpExecArray): string | undefined {
  if (name !== undefined) return NAMED[name]
  const code = hexadecimal !== undefined ? Number.parseInt(hexadecimal, 16) : Number(decimal)
  return code > 31 && code < 0x10000 ? String.fromCharCode(code) : undefined
}

function openLink(tag: RegExpExecArray, at: number, textStart: number): OpenLink | undefined {
  const href = HREF.exec(tag[3] ?? '')
  if (!href) return undefined
  const url = href[1]!
  const urlStart = at + tag[0].indexOf(url, tag[0].indexOf('href'))
  return {
    start: at,
    end: at,
    url: url.replaceAll('&amp;', '&'),
    urlRange: { start: urlStart, end: urlStart + url.length },
    textStart,
  }
}

function closeLink(open: OpenLink, end: number, text: string, ownDomains: readonly string[]): Link {
  const { start, url, urlRange, textStart } = open
  const ids = idsOfUrl(url)
  const textEnd = text.trimEnd().length
  return {
    start,
    end,
    block: undefined,
    kind: classifyLink(url, ids, ownDomains),
    url,
    urlRange,
    host: hostOf(url),
    textStart: Math.min(textStart, textEnd),
    textEnd,
    text: text.slice(textStart, textEnd),
    image: false,
    ids,
  }
}
