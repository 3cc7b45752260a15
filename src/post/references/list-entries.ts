/** Entries in list items and paragraphs, with the number a reader sees. */
import type { Block, Post } from '../types.ts'
import type { EntryPlace } from './entry.ts'
import type { Region } from './regions.ts'

const MARKER = /(?:^|[\s>])([-*+]|(\d{1,9})[.)])[ \t]+$/
/** `[1]`, `1.`, `(1)` written into the text itself. */
const PREFIX = /^\s*(?:\[\^?(\d{1,3})\]:?|\((\d{1,3})\)|(\d{1,3})[.)](?=\s))\s*/

export function listEntries(post: Post, blocks: readonly Block[], optional: boolean): EntryPlace[] {
  const items = blocks.filter(({ list }) => list?.first)
  if (items.length === 0) return []
  const top = Math.min(...items.map(({ list }) => list!.depth))
  const starts = new Map<number, number>()
  const places: EntryPlace[] = []
  for (const [index, block] of items.entries()) {
    const list = block.list!
    if (list.depth > top && !isCategory(items, index, list.depth)) continue
    if (
      isCategory(items, index + 1, items[index + 1]?.list?.depth ?? 0) &&
      (items[index + 1]?.list?.depth ?? 0) > list.depth &&
      !holdsReference(block)
    )
      continue
    const { start, number: written } = markerOf(post.text, block.start)
    if (list.ordered && !starts.has(list.id)) starts.set(list.id, (written ?? 1) - list.item)
    const printed = list.ordered ? starts.get(list.id)! + list.item : undefined
    const prefix = PREFIX.exec(block.text)
    const number = prefix && !list.ordered ? prefixNumber(prefix) : printed
    const textStart = prefix && !list.ordered ? prefix[0].length : leadingSpace(block.text)
    places.push({
      start,
      end: block.end,
      view: block,
      textStart,
      textEnd: block.text.trimEnd().length,
      links: block.links,
      number,
      label: undefined,
      optional,
    })
  }
  return places.filter((place) => place.textEnd > place.textStart && !(optional && isOwnPage(place)))
}

/** "Further reading" often lists the site's own pages: no references. */
function isOwnPage({ links }: EntryPlace): boolean {
  return links.length > 0 && links.every(({ kind }) => kind === 'own-site' || kind === 'anchor')
}

/** Nested items are entries when the item above them only names a group ("Books:"). */
function isCategory(items: readonly Block[], index: number, depth: number): boolean {
  for (let above = index - 1; above >= 0; above--) {
    const parent = items[above]!
    if (parent.list!.depth < depth) return !holdsReference(parent)
  }
  return false
}

function holdsReference(block: Block): boolean {
  return block.links.length > 0 || /\d{4}/.test(block.text) || block.text.length > 60
}

function markerOf(source: string, blockStart: number): { start: number; number: number | undefined } {
  const lineFeed = source.lastIndexOf('\n', blockStart - 1)
  // Within the line only: a file without carriage returns would be searched to its start for every entry.
  const lineStart = lineFeed + 1 + source.slice(lineFeed + 1, blockStart).lastIndexOf('\r') + 1
  const match = MARKER.exec(source.slice(lineStart, blockStart))
  if (!match) return { start: blockStart, number: undefined }
  const start = lineStart + match.index + match[0].indexOf(match[1]!)
  return { start, number: match[2] === undefined ? undefined : Number(match[2]) }
}

function prefixNumber(prefix: RegExpExecArray): number {
  return Number(prefix[1] ?? prefix[2] ?? prefix[3])
}

function leadingSpace(text: string): number {
  return text.length - text.trimStart().length
}

export function paragraphEntries(blocks: readonly Block[], region: Region): EntryPlace[] {
  const places: EntryPlace[] = []
  if (region.heading?.text.includes('\n')) addLines(places, region.heading, region, 1)
  for (const block of blocks) {
    if (block.zone === 'footnote') continue
    if (region.heading === undefined) addLinks(places, block, region)
    else addLines(places, block, region, 0)
  }
  return places
}

/** One entry a paragraph, or one a line where hard breaks or `[1] ... [2] ...` separate several. */
function addLines(places: EntryPlace[], block: Block, region: Region, skip: number): void {
  const pieces = piecesOf(block)
  for (const [index, [from, to]] of pieces.entries()) {
    if (index < skip) continue
    const prefix = PREFIX.exec(block.text.slice(from, to))
    const textStart = prefix ? from + prefix[0].length : from + leadingSpace(block.text.slice(from, to))
    const textEnd = from + block.text.slice(from, to).trimEnd().length
    if (textEnd <= textStart) continue
    const whole = pieces.length === 1
    const range = block.rangeOf(prefix ? from + leadingSpace(block.text.slice(from, to)) : textStart, textEnd)
    const start = whole ? block.start : range.start
    const last = block.links.find((link) => link.textEnd === textEnd)
    const end = whole ? block.end : Math.max(range.end, last?.end ?? 0)
    const number = prefix ? prefixNumber(prefix) : undefined
    places.push({
      start,
      end,
      view: block,
      textStart,
      textEnd,
      links: block.links,
      number,
      label: undefined,
      optional: region.optional,
    })
  }
}

function piecesOf(block: Block): [number, number][] {
  const { text } = block
  const cuts = [0]
  let expected = 0
  for (const match of text.matchAll(/(^|\n| )\[(\d{1,3})\](?=[\s:])/g)) {
    const number = Number(match[2])
    if (match.index === 0) expected = number + 1
    else if (expected > 0 && number === expected) {
      cuts.push(match.index + match[1]!.length)
      expected++
    }
  }
  if (cuts.length === 1) for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) cuts.push(at + 1)
  const pieces = cuts.map((from, index): [number, number] => [from, cuts[index + 1] ?? text.length])
  const separate = pieces.filter(
    ([from, to]) =>
      /\d{4}|https?:|^\s*\[?\d/.test(text.slice(from, to)) ||
      block.links.some((link) => link.textStart >= from && link.textEnd <= to),
  )
  return cuts.length === 1 || separate.length * 2 >= pieces.length ? pieces : [[0, text.length]]
}

/** "Sources: A, B": every link is an entry. */
function addLinks(places: EntryPlace[], block: Block, region: Region): void {
  for (const link of block.links) {
    if (link.image || link.kind === 'own-site' || link.kind === 'anchor') continue
    const { start, end, textStart, textEnd } = link
    places.push({
      start,
      end,
      view: block,
      textStart,
      textEnd,
      links: [link],
      number: undefined,
      label: undefined,
      optional: region.optional,
    })
  }
}
