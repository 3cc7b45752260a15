/**
 * The small notation of the cue lists, and one pass that finds all cues in a list of tokens.
 *
 * `word~` is a regular verb with its inflections, `a|b` either word, `word?` may be missing, `..` up to three words, `#` a number,
 * `@name` any word of a named set. Patterns are keyed by their first word, so a word that starts no cue costs one map look-up.
 */
import type { Token } from './tokens.ts'

export interface Hit {
  family: string
  /** Token indexes, `to` exclusive. */
  from: number
  to: number
}

export type CueSets = Readonly<Record<string, readonly string[]>>
export type CueFamilies = Readonly<Record<string, readonly string[]>>
export type Matcher = (tokens: readonly Token[]) => Hit[]

interface Step {
  words: ReadonlySet<string>
  optional: boolean
  gap: boolean
}

interface Pattern {
  family: string
  rest: readonly Step[]
}

const LONGEST_GAP = 3
const GAP_STOPS = new Set([';', ':', '(', ')', ',', '.', '!', '?', '"', '“', '”'])

/** First words of the built-in lists, one bit of `Form.starts` each: most words start nothing and cost no look-up. */
const builtIn: ReadonlyMap<string, unknown>[] = []
const MOST_LISTS = 31

/** A list of ours, compiled once when the module is read. */
export function compileList(families: CueFamilies, sets: CueSets = {}): Matcher {
  const byFirst = compile(families, sets)
  if (builtIn.length === MOST_LISTS) throw new Error('more cue lists than bits')
  const bit = 1 << builtIn.length
  builtIn.push(byFirst)
  return (tokens) => findHits(tokens, byFirst, bit)
}

/** Phrases of a user. */
export function compileCues(families: CueFamilies, sets: CueSets = {}): Matcher {
  const byFirst = compile(families, sets)
  return (tokens) => findHits(tokens, byFirst, 0)
}

function startsOf({ form }: Token): number {
  if (form.listsAsked !== builtIn.length) {
    form.starts = builtIn.reduce((bits, list, index) => (list.has(form.written) ? bits | (1 << index) : bits), 0)
    form.listsAsked = builtIn.length
  }
  return form.starts
}

function compile(families: CueFamilies, sets: CueSets): Map<string, Pattern[]> {
  const known = new Map(
    Object.entries(sets).map(([name, lines]) => [name, lines.flatMap((line) => line.split(' ').flatMap(inflect))]),
  )
  const byFirst = new Map<string, Pattern[]>()
  for (const [family, sources] of Object.entries(families)) {
    for (const source of sources) register(byFirst, family, parse(source, known))
  }
  return byFirst
}

/** All words of a set, inflections included. */
export function wordsOf(lines: readonly string[]): Set<string> {
  return new Set(lines.flatMap((line) => line.split(' ').flatMap(inflect)))
}

function parse(source: string, sets: ReadonlyMap<string, string[]>): Step[] {
  return source.split(' ').map((part) => {
    if (part === '..') return { words: new Set<string>(), optional: true, gap: true }
    const optional = part.endsWith('?')
    const words = (optional ? part.slice(0, -1) : part).split('|').flatMap((word) => {
      if (!word.startsWith('@')) return inflect(word)
      const set = sets.get(word.slice(1))
      if (!set) throw new Error(`cue "${source}": there is no set ${word}`)
      return set
    })
    if (words.some((word) => word === '' || /[?@]/.test(word))) throw new Error(`cue "${source}" cannot be read`)
    return { words: new Set(words), optional, gap: false }
  })
}

/** Present, past and -ing form of a regular verb: `carry~` is carry, carries, carried, carrying. */
export function inflect(word: string): string[] {
  if (!word.endsWith('~')) return [word]
  const base = word.slice(0, -1)
  if (base.endsWith('e')) return [base, `${base}s`, `${base}d`, `${base.slice(0, -1)}ing`]
  if (/[^aeiou]y$/.test(base)) return [base, `${base.slice(0, -1)}ies`, `${base.slice(0, -1)}ied`, `${base}ing`]
  const third = /(?:s|x|z|ch|sh)$/.test(base) ? `${base}es` : `${base}s`
  return [base, third, `${base}ed`, `${base}ing`]
}

function register(byFirst: Map<string, Pattern[]>, family: string, steps: readonly Step[]): void {
  const [first, ...rest] = steps
  if (!first) return
  for (const word of first.words) {
    const list = byFirst.get(word)
    if (list) list.push({ family, rest })
    else byFirst.set(word, [{ family, rest }])
  }
  if (first.optional) register(byFirst, family, rest)
}

/** `bit`: that of the list in `Form.starts`; 0 for a list without one. */
function findHits(tokens: readonly Token[], byFirst: ReadonlyMap<string, Pattern[]>, bit: number): Hit[] {
  const hits: Hit[] = []
  for (let from = 0; from < tokens.length; from++) {
    const token = tokens[from]!
    if (bit !== 0 && (startsOf(token) & bit) === 0) continue
    const patterns = byFirst.get(token.form.written)
    if (!patterns) continue
    const first = hits.length
    for (const { family, rest } of patterns) {
      const to = matchFrom(tokens, from + 1, rest, 0)
      if (to < 0) continue
      let known = first
      while (known < hits.length && hits[known]!.family !== family) known++
      if (known === hits.length) hits.push({ family, from, to })
      else if (hits[known]!.to < to) hits[known]!.to = to
    }
  }
  return hits
}

function matchFrom(tokens: readonly Token[], at: number, steps: readonly Step[], index: number): number {
  const step = steps[index]
  if (!step) return at
  const token = tokens[at]
  if (step.gap) {
    for (let skipped = 0; skipped <= LONGEST_GAP; skipped++) {
      const to = matchFrom(tokens, at + skipped, steps, index + 1)
      if (to >= 0) return to
      const next = tokens[at + skipped]
      if (!next || GAP_STOPS.has(next.text)) return -1
    }
    return -1
  }
  if (token && step.words.has(token.form.written)) {
    const to = matchFrom(tokens, at + 1, steps, index + 1)
    if (to >= 0) return to
  }
  return step.optional ? matchFrom(tokens, at, steps, index + 1) : -1
}
