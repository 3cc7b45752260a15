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

/** What follows a first word; read when a text has that word, since most lists are long and a post is short. */
class Pattern {
  readonly family: string
  private readonly source: string
  private readonly read: ReadStep
  private steps: readonly Step[] | undefined

  constructor(family: string, source: string, read: ReadStep) {
    this.family = family
    this.source = source
    this.read = read
    this.steps = undefined
  }

  get rest(): readonly Step[] {
    this.steps ??= this.source === '' ? [] : this.source.split(' ').map(this.read)
    return this.steps
  }
}

type ReadStep = (part: string) => Step

const LONGEST_GAP = 3
const GAP_STOPS = new Set([';', ':', '(', ')', ',', '.', '!', '?', '"', '“', '”'])

/** First words of the built-in lists, one bit of `Form.starts` each: most words start nothing and cost no look-up. */
const builtIn: ReadonlyMap<string, unknown>[] = []
const MOST_LISTS = 31

/** A list of ours, compiled once when the module is read; what is wrong in it may show only when it is used. */
export function compileList(families: CueFamilies, sets: CueSets = {}): Matcher {
  const byFirst = compile(families, sets)
  if (builtIn.length === MOST_LISTS) throw new Error('more cue lists than bits')
  const bit = 1 << builtIn.length
  builtIn.push(byFirst)
  return (tokens) => findHits(tokens, byFirst, bit)
}

/** Phrases of a user: throws when one cannot be read. */
export function compileCues(families: CueFamilies, sets: CueSets = {}): Matcher {
  const byFirst = compile(families, sets)
  for (const patterns of byFirst.values()) for (const { rest } of patterns) void rest
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
  const read = stepReader(sets)
  const byFirst = new Map<string, Pattern[]>()
  for (const [family, sources] of Object.entries(families)) {
    for (const source of sources) register(byFirst, family, source, read)
  }
  return byFirst
}

/** All words of a set, inflections included. */
export function wordsOf(lines: readonly string[]): Set<string> {
  return new Set(lines.flatMap((line) => line.split(' ').flatMap(inflect)))
}

/** Steps by their notation, each read once. */
function stepReader(sets: CueSets): ReadStep {
  const known = new Map<string, Step>()
  const named = new Map<string, ReadonlySet<string>>()

  function wordsNamed(name: string): ReadonlySet<string> {
    let words = named.get(name)
    if (!words) {
      const lines = sets[name]
      if (!lines) throw new Error(`there is no set @${name} of cues`)
      words = wordsOf(lines)
      named.set(name, words)
    }
    return words
  }

  function readStep(part: string): Step {
    if (part === '..') return { words: new Set(), optional: true, gap: true }
    const optional = part.endsWith('?')
    const choice = optional ? part.slice(0, -1) : part
    if (/^@[^|?@]+$/.test(choice)) return { words: wordsNamed(choice.slice(1)), optional, gap: false }
    const words = choice.split('|').flatMap((word) => (word[0] === '@' ? [...wordsNamed(word.slice(1))] : inflect(word)))
    if (words.some((word) => word === '' || /[?@]/.test(word))) throw new Error(`cue "${part}" cannot be read`)
    return { words: new Set(words), optional, gap: false }
  }

  return (part) => {
    let step = known.get(part)
    if (!step) {
      step = readStep(part)
      known.set(part, step)
    }
    return step
  }
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

function register(byFirst: Map<string, Pattern[]>, family: string, source: string, read: ReadStep): void {
  const space = source.indexOf(' ')
  const first = read(space < 0 ? source : source.slice(0, space))
  const rest = space < 0 ? '' : source.slice(space + 1)
  const pattern = new Pattern(family, rest, read)
  for (const word of first.words) {
    const list = byFirst.get(word)
    if (list) list.push(pattern)
    else byFirst.set(word, [pattern])
  }
  if (first.optional && rest !== '') register(byFirst, family, rest, read)
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
