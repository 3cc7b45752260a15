/**
 * Comparing pages: a few facts of each file are gathered before the first is reported, and judged together. Rules then find what
 * is shared in `project.crossFile`, report it where they see it, and places, comments and fixes are those of the text at hand.
 */
import { type ComparableValue, metadataOf } from './metadata-values.ts'
import { comparableSentences, type RepetitionOptions } from './repetition.ts'
import type { CrossFile, FileFacts, Post, Project } from './types.ts'

export interface Wanted {
  /** Frontmatter fields to compare. */
  fields: readonly string[]
  /** Set when sentences are compared as well. */
  sentences: RepetitionOptions | undefined
}

/** Facts of one file. The post is made only for sentences: metadata are read from the text. */
export function factsOf(text: string, path: string, { fields, sentences }: Wanted, postOf: () => Post): FileFacts {
  const values = Object.fromEntries(metadataOf(text, path, fields).map(({ field, value }: ComparableValue) => [field, value]))
  if (!sentences) return { values }
  const hashes = new Set(comparableSentences(postOf(), sentences).map(({ key }) => sentenceHash(key)))
  return { values, sentences: [...hashes] }
}

/** The same for every order of the files. A page need not be among them: a text that it had before can be asked for. */
export function judge(files: Iterable<readonly [path: string, facts: FileFacts]>): NonNullable<Project['crossFile']> {
  const values = new Map<string, string[]>()
  const sentences = new Map<number, string[]>()
  for (const [path, facts] of files) {
    for (const [field, value] of Object.entries(facts.values)) add(values, keyOf(field, value), path)
    for (const hash of facts.sentences ?? []) add(sentences, hash, path)
  }
  return (path, facts) => {
    const shared: CrossFile = { values: Object.create(null), sentences: Object.create(null) }
    for (const [field, value] of Object.entries(facts.values)) {
      const pages = withPage(values.get(keyOf(field, value)), path)
      if (pages.length > 1) shared.values[field] = { [value]: pages }
    }
    for (const hash of facts.sentences ?? []) {
      const pages = withPage(sentences.get(hash), path)
      if (pages.length > 1) shared.sentences[hash] = pages
    }
    return shared
  }
}

/** True when two pages have something in common. */
export function createOverlap(pages: Iterable<FileFacts>): (facts: FileFacts) => boolean {
  const known = new Set<string | number>()
  const keysOf = ({ values, sentences = [] }: FileFacts) => [
    ...Object.entries(values).map(([field, value]) => keyOf(field, value)),
    ...sentences,
  ]
  for (const facts of pages) for (const key of keysOf(facts)) known.add(key)
  return (facts) => keysOf(facts).some((key) => known.has(key))
}

function keyOf(field: string, value: string): string {
  return `${field}\n${value}`
}

function add<Key>(pages: Map<Key, string[]>, key: Key, path: string): void {
  const known = pages.get(key)
  if (known) known.push(path)
  else pages.set(key, [path])
}

function withPage(pages: readonly string[] = [], path: string): readonly string[] {
  return (pages.includes(path) ? [...pages] : [...pages, path]).sort()
}

/** 53 bits of a text, by the public-domain hash `cyrb53`: among a million sentences two different ones meet with a chance of 1 in 18,000. */
export function sentenceHash(text: string): number {
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    high = Math.imul(high ^ code, 2654435761)
    low = Math.imul(low ^ code, 1597334677)
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  return 4294967296 * (2097151 & low) + (high >>> 0)
}
