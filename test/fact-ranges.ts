/** Every range of every fact, with what the source at that range has to read as. For the position tests. */
import { expect } from 'vitest'
import type { Block, Post, Range, ReferenceEntry } from '../src/post/types.ts'

export interface FactRange extends Range {
  fact: string
  /** Text as a reader sees it; `undefined` when only the bounds are known. */
  shown: string | undefined
}

/** In the order of the source, the same for every parser. */
export function factRanges(post: Post): FactRange[] {
  const found: FactRange[] = []
  const add = (fact: string, { start, end }: Range, shown?: string) => found.push({ fact, start, end, shown })
  for (const block of post.blocks) {
    add(`block ${block.zone}`, block)
    for (const link of block.links) {
      add('link', link)
      if (link.urlRange) add('link url', link.urlRange, link.url)
    }
  }
  for (const image of post.images) {
    add(`image ${image.form}`, image)
    if (image.urlRange) add('image url', image.urlRange, image.url)
    if (image.altRange) add('image text', image.altRange, image.alt)
  }
  for (const sentence of post.sentences) {
    add('sentence', sentence)
    for (const word of sentence.words) add('word', sentence.block.rangeOf(word.textStart, word.textEnd), word.text)
  }
  for (const { kind, block, textStart, textEnd, link, ...range } of post.citations)
    add(`citation ${kind}`, range, link ? undefined : block.text.slice(textStart, textEnd))
  for (const entry of post.references.entries) {
    add('reference', entry)
    for (const [name, field] of Object.entries(entry.fields)) add(`reference ${name}`, field)
    for (const { kind, raw, ...range } of entry.identifiers) add(`identifier ${kind}`, range, raw)
    for (const link of entry.links) add('reference link', link)
  }
  for (const claim of post.claims) {
    add('claim', claim)
    for (const cue of claim.cues) add('cue', cue, cue.text)
    if (claim.supportedBy) add('support', claim.supportedBy)
  }
  for (const gesture of post.gestures) add('gesture', gesture, gesture.text)
  for (const { short, definitions, uses } of post.abbreviations) {
    for (const mention of [...definitions, ...uses]) {
      const written = mention.block.text.slice(mention.textStart, mention.textEnd)
      expect(written.startsWith(short), `${written} holds ${short}`).toBe(true)
      add('abbreviation', mention, written)
    }
  }
  for (const section of post.sections) add('section', section)
  for (const comment of post.comments) add('comment', comment)
  for (const entry of post.frontmatter.entries.values()) {
    add(`key ${entry.path}`, entry.key)
    add(`value ${entry.path}`, entry.value)
  }
  for (const problem of post.frontmatter.problems) add('frontmatter problem', problem)
  add('title', post.titleRange)
  return found
}

/** Asserts that the source at every range reads as the fact says. */
export function expectExactFacts(post: Post): void {
  const { text } = post
  for (const block of post.blocks) expectExactView(block, text)
  for (const entry of post.references.entries) expectExactEntry(entry, text)
  for (const { block, textStart, textEnd, start, end, text: shown } of post.sentences) {
    expect({ start, end }).toEqual(block.rangeOf(textStart, textEnd))
    expect(shown).toBe(block.text.slice(textStart, textEnd))
  }
  for (const { fact, start, end, shown } of factRanges(post)) {
    const context = `${fact} ${start}-${end}`
    expect(start >= 0 && start <= end && end <= text.length, context).toBe(true)
    if (shown !== undefined) expect(reading(text.slice(start, end)), context).toBe(reading(shown))
  }
}

/** A field or identifier of an entry stands inside of it and is never cut from the spaces around it. */
function expectExactEntry(entry: ReferenceEntry, source: string): void {
  expectExactView(entry, source)
  for (const [name, { start, end }] of Object.entries(entry.fields)) {
    const field = source.slice(start, end)
    expect(start >= entry.start && end <= entry.end && field !== '' && field.trim() === field, `${name} "${field}"`).toBe(true)
  }
}

type View = Pick<Block, 'start' | 'end' | 'text' | 'rangeOf'> & Partial<Pick<Block, 'tokens'>>

/** Every character of a text view stands where the view says, written as it is, as an entity or as a line end. */
function expectExactView(view: View, source: string): void {
  let before = view.start
  for (const [character, offset] of characters(view.text)) {
    const { start, end } = view.rangeOf(offset, offset + character.length)
    const written = source.slice(start, end)
    const context = `${view.start}-${view.end}, "${character}" as "${written}"`
    expect(start >= before && end <= view.end, context).toBe(true)
    // Code is one piece: its line ends and doubled marks are not told apart.
    if (!view.tokens?.some(({ type, textStart, textEnd }) => type === 'code' && textStart <= offset && offset < textEnd))
      expect(stands(written, character), context).toBe(true)
    before = start
  }
}

function* characters(text: string): Iterable<[string, number]> {
  let offset = 0
  for (const character of text) {
    yield [character, offset]
    offset += character.length
  }
}

function stands(written: string, character: string): boolean {
  if (written === character || (character === '\uFFFD' && /^[\0\uD800-\uDFFF]$/.test(written))) return true
  if (/^&#?\w+;$/.test(written)) return true
  return /\s/.test(character) && /^(?:[ \t]*\r?\n?|\\(?:\r\n?|\n)?|[ \t]+\r?\n?|\r|<\/?br\s*\/?>)$/i.test(written)
}

/** Letters and digits without markup, entities and prefixes of lines: enough to tell one stretch of text from another. */
function reading(text: string): string {
  return text
    .replaceAll(/&#?\w+;/g, '')
    .replaceAll(/\]\([^()\s]*(?:\s+(?:"[^"]*"|'[^']*'))?\)/g, ']')
    .replaceAll(/<!--[\s\S]*?-->/g, '')
    .replaceAll(/<\/?[a-z][^<>]*>/gi, '')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
}
