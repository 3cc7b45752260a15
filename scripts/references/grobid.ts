/** The labelled citations of GROBID (annotations CC BY 4.0): strings, their fields, and a label for each token. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fold } from '../../src/post/references/fold.ts'
import { LABELS, type Label } from '../../src/post/references/tagger.ts'
import { type Token, tokensOf } from '../../src/post/references/tagger-signs.ts'

export interface Grobid {
  /** The reference string. */
  s: string
  /** Its fields in the order of the string, by element and kind of the TEI file. */
  g: Record<string, string[]>
  /** The file it stands in. */
  f: string
}

export function readGrobid(shared: string): Grobid[] {
  return JSON.parse(readFileSync(path.join(shared, 'data/references/grobid-citations.json'), 'utf8')) as Grobid[]
}

/** Author, title and journal present: what the articles of the set are. */
export const isGrobidArticle = ({ g }: Grobid) => Boolean(g['author'] && g['title:a'] && g['title:j'])

/** Elements of the files by what they are to medlint; two generations of files name volume and pages differently. */
const ELEMENTS: Record<string, Label> = {
  author: 'author',
  authors: 'author',
  orgName: 'author',
  'orgName:collaboration': 'author',
  title: 'title',
  'title:a': 'title',
  'title:j': 'container-title',
  'title:m': 'book',
  'title:s': 'book',
  date: 'issued',
  'biblScope:vol': 'volume',
  'biblScope:volume': 'volume',
  volumes: 'volume',
  'biblScope:issue': 'issue',
  'biblScope:pp': 'page',
  'biblScope:page': 'page',
  'biblStruct:page': 'page',
  publisher: 'publisher',
  publishe: 'publisher',
  pubPlace: 'place',
  editor: 'editor',
}

/** The text of a field, its parts joined. */
export function goldField({ g }: Grobid, label: Label): string | undefined {
  const parts = Object.entries(g).flatMap(([element, values]) => (ELEMENTS[element] === label ? values : []))
  return parts.length === 0 ? undefined : parts.join(' ')
}

export interface Labelled {
  text: string
  tokens: Token[]
  labels: Uint8Array
  file: string
}

/** `undefined` when a field cannot be found in its place. */
export function labelled(gold: Grobid): Labelled | undefined {
  const text = fold(gold.s).text
  const places = placesOf(gold, text)
  if (!places) return undefined
  const tokens = tokensOf(text)
  const labels = Uint8Array.from(tokens, ({ start, end }) => {
    const place = places.find((candidate) => start < candidate.end && end > candidate.start)
    return place ? LABELS.indexOf(place.label) : 0
  })
  return { text, tokens, labels, file: gold.f }
}

export interface Place {
  label: Label
  start: number
  end: number
}

/** Fields come in the order of their first parts; further parts of a field stand anywhere behind its first. */
export function placesOf({ g }: Grobid, text: string): Place[] | undefined {
  const places: Place[] = []
  const isFree = (start: number, end: number) => places.every((place) => end <= place.start || start >= place.end)
  const find = (value: string, from: number): number => {
    for (let at = text.indexOf(value, from); at >= 0; at = text.indexOf(value, at + 1)) {
      const before = text[at - 1] ?? ' '
      const after = text[at + value.length] ?? ' '
      const glued = (one: string, other: string) => /\d/.test(one) && /\d/.test(other)
      if (glued(before, value[0]!) || glued(value.at(-1)!, after) || !isFree(at, at + value.length)) continue
      return at
    }
    return -1
  }
  let cursor = 0
  const rest: { label: Label; value: string; from: number }[] = []
  for (const [element, values] of Object.entries(g)) {
    const label = ELEMENTS[element] ?? 'note'
    const [first, ...more] = values.map((value) => fold(value).text.trim()).filter(Boolean)
    if (first === undefined) continue
    const at = find(first, cursor)
    if (at < 0) return undefined
    places.push({ label, start: at, end: at + first.length })
    cursor = at + first.length
    for (const value of more) rest.push({ label, value, from: cursor })
  }
  for (const { label, value, from } of rest) {
    const at = find(value, from)
    if (at >= 0) places.push({ label, start: at, end: at + value.length })
  }
  return places
}
