/**
 * The reference list of a post. Depends on tree, blocks, sections, links and frontmatter only: citations, prose and sentences
 * are computed from it.
 */
import { visit } from '../blocks.ts'
import { endOf, startOf } from '../text-view.ts'
import type { Block, Post, ReferenceEntry, References } from '../types.ts'
import { type EntryPlace, makeEntry } from './entry.ts'
import { frontmatterEntries, hasExternalList } from './frontmatter-entries.ts'
import { htmlEntries } from './html-entries.ts'
import { findIdentifiers } from './identifiers.ts'
import { listEntries, paragraphEntries } from './list-entries.ts'
import { findRegions, type Region } from './regions.ts'
import { listStyle } from './style.ts'

export function findReferences(post: Post): References {
  const regions = findRegions(post)
  const places: { place: EntryPlace; container: References['container'] }[] = []
  let external = hasExternalList(post)
  for (const region of regions) {
    const found = placesIn(post, region)
    if (found.places.length === 0 && isGenerated(post.text.slice(region.start, region.end))) external = true
    if (
      region.doubtful &&
      found.places.filter(({ view, textStart, textEnd, links }) =>
        looksLikeReference(view.text.slice(textStart, textEnd), links.length > 0),
      ).length *
        2 <
        found.places.length
    )
      continue
    for (const place of found.places) places.push({ place, container: found.container })
  }
  const taken = places.map(({ place }) => place)
  for (const place of footnoteEntries(post)) {
    if (!taken.some(({ start, end }) => place.start >= start && place.start < end)) places.push({ place, container: 'footnotes' })
  }
  places.sort((a, b) => a.place.start - b.place.start)
  const entries = places.map(({ place }, index) => makeEntry(place, index))
  const headings = regions.filter(({ optional }) => !optional).flatMap(({ heading }) => heading ?? [])
  const container = places.find(({ place }) => !place.optional)?.container ?? places[0]?.container
  if (entries.length > 0 || !external) return assemble(post, { entries, headings, external, container: container ?? 'none' })
  const kept = frontmatterEntries(post)
  return assemble(post, { entries: kept, headings, external, container: kept.length > 0 ? 'frontmatter' : 'none' })
}

function assemble(post: Post, parts: Pick<References, 'entries' | 'headings' | 'external' | 'container'>): References {
  const { entries, headings } = parts
  const heading = headings.find((block) => entries.some((entry) => entry.start >= block.start)) ?? headings[0]
  const first = heading ?? entries[0]
  let style: References['style'] | undefined
  return {
    ...parts,
    heading,
    start: first ? Math.min(first.start, entries[0]?.start ?? first.start) : post.text.length,
    end: entries.at(-1)?.end ?? heading?.end ?? post.text.length,
    get style() {
      style ??= listStyle(entries.filter(({ optional }) => !optional).map((entry) => entry.style))
      return style
    },
  }
}

/** Lists that a tool writes: pandoc and Manubot divs, Jekyll and Hugo shortcodes, JSX components with data. */
const GENERATED =
  /\bid\s*=\s*["']?refs\b|\{#refs\}|\{%-?\s*bibliography|\{\{[<%]\s*(?:bibliography|references)|\\(?:print)?bibliography\b|\[@|<(?:References|Citations|Sources|Bibliography)\b[^<>]*\/>/i

function isGenerated(text: string): boolean {
  return GENERATED.test(text)
}

function placesIn(post: Post, region: Region): { places: EntryPlace[]; container: References['container'] } {
  const blocks = blocksIn(post, region)
  const lists = listEntries(post, blocks, region.optional)
  if (lists.length > 0)
    return { places: lists, container: blocks.find(({ list }) => list)?.list?.ordered ? 'ordered' : 'unordered' }
  const html = htmlPlaces(post, region)
  if (html.length > 0) return { places: html, container: 'html' }
  const paragraphs = paragraphEntries(blocks, region).filter(({ view, textStart, textEnd, links, number }) => {
    const external = links.some(
      (link) => link.textStart >= textStart && link.textEnd <= textEnd && link.kind !== 'own-site' && link.kind !== 'anchor',
    )
    return number !== undefined || looksLikeReference(view.text.slice(textStart, textEnd), external)
  })
  return { places: paragraphs.length > 0 ? paragraphs : definitionPlaces(post, region), container: 'paragraphs' }
}

function blocksIn(post: Post, { start, end, heading }: Region): Block[] {
  return post.blocks.filter(
    (block) =>
      block.start >= start &&
      block.start < end &&
      block !== heading &&
      block.zone !== 'heading' &&
      block.zone !== 'caption' &&
      block.zone !== 'table-cell',
  )
}

const YEAR = /\b(?:1[89]|20)\d{2}\b/

/** A link, an identifier or a year: what an entry has and a remark below the heading has not. */
export function looksLikeReference(text: string, linked: boolean): boolean {
  return linked || YEAR.test(text) || findIdentifiers(text).length > 0
}

function htmlPlaces(post: Post, region: Region): EntryPlace[] {
  const places: EntryPlace[] = []
  visit(post.tree, (node) => {
    if (node.type !== 'html' || startOf(node) < region.start || startOf(node) >= region.end) return
    places.push(...htmlEntries(post.text, startOf(node), endOf(node), post.project.ownDomains ?? [], region.optional))
  })
  return places
}

/** `[1]: https://...` lines below the heading: definitions that the parser takes out of the text. */
function definitionPlaces(post: Post, region: Region): EntryPlace[] {
  const places: EntryPlace[] = []
  visit(post.tree, (node) => {
    if (node.type !== 'definition' || startOf(node) < region.start || startOf(node) >= region.end) return
    const label = node.label ?? node.identifier
    if (!/^\d{1,3}$/.test(label)) return
    places.push(sourcePlace(post, startOf(node), endOf(node), label, region.optional))
  })
  return places
}

function sourcePlace(post: Post, start: number, end: number, label: string, optional: boolean): EntryPlace {
  const text = post.text.slice(start, end)
  const view = {
    text,
    sourceOf: (offset: number) => start + offset,
    rangeOf: (from: number, to: number) => ({ start: start + from, end: start + to }),
  }
  return { start, end, view, textStart: 0, textEnd: text.length, links: [], number: Number(label), label, optional }
}

/** Footnotes that name a work; remarks in footnotes are prose. */
function footnoteEntries(post: Post): EntryPlace[] {
  const places: EntryPlace[] = []
  if (!post.text.includes('[^')) return places
  const byStart = new Map<number, Block>()
  for (const block of post.blocks) if (block.zone === 'footnote') byStart.set(block.start, block)
  if (byStart.size === 0) return places
  visit(post.tree, (node) => {
    if (node.type !== 'footnoteDefinition') return
    const child = node.children[0]
    const inline = child && 'children' in child ? child.children[0] : undefined
    const block = inline ? byStart.get(startOf(inline)) : undefined
    if (!block || !isCitingNote(block)) return
    const label = node.label ?? node.identifier
    places.push({
      start: startOf(node),
      end: block.end,
      view: block,
      textStart: 0,
      textEnd: block.text.length,
      links: block.links,
      number: undefined,
      label,
      optional: false,
    })
  })
  return places
}

function isCitingNote(block: Block): boolean {
  const external = block.links.some(({ kind }) => kind === 'scholarly' || kind === 'authority' || kind === 'other')
  return (
    external ||
    findIdentifiers(block.text).length > 0 ||
    /[;(]\s?(?:1[89]|20)\d{2}[);:]|\b(?:1[89]|20)\d{2};\d|\bet al\b|\bpp?\. ?\d/.test(block.text)
  )
}

export type { ReferenceEntry }
