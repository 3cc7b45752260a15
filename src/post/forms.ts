/**
 * Word forms, each kept once however often and in how many posts it stands. Reading a text then makes no new strings, and what is known
 * of a form (what it names, its syllables, whether it is spelled right) is found without another look-up.
 */
import { type Names, namesOf, symbolOf } from './claims/naming.ts'
import type { PhraseNode } from './claims/phrases.ts'
import type { WordFacts } from './readability/word-facts.ts'
import type { Vocabulary } from './spelling/vocabulary.ts'

export interface Form {
  /** As written. */
  readonly text: string
  /** Lower case, straight apostrophes. */
  readonly lower: string
  /** As patterns have it: `lower`, or `#` for any number. */
  readonly written: string
  /** The same, but for what the word names: `@condition`, `@treatment`, `@outcome`, `@health`. */
  readonly named: string
  /** One run of letters, with at most one apostrophe inside. */
  readonly plain: boolean
  /** What the word names, for the questions of `claims/naming.ts`. */
  readonly names: Names
  /** Of which built-in cue lists it starts a pattern, as bits, and how many lists there were when that was asked (`claims/patterns.ts`). */
  starts: number
  listsAsked: number
  /** Kept by `claims/phrases.ts`: where phrases go on that start with the word, as it is written and as what it names. */
  phrases: { by: unknown; written: PhraseNode | undefined; named: PhraseNode | undefined } | undefined
  /** Kept by `wordFacts` (readability), for the frequency list it was measured with. */
  measured: { frequency: string | undefined; facts: WordFacts } | undefined
  /** Kept by the speller: the flags of the word in the vocabulary it was looked up in; none when it is unknown. */
  spelled: { by: Vocabulary; flags: string | undefined } | undefined
}

/** Stands for every number in patterns and phrases. */
export const NUMBER = '#'

/** Open addressing; powers of two. One post needs few slots, a run over many has most of them filled. */
const FEWEST_SLOTS = 1 << 13
const MOST_SLOTS = 1 << 17
/** Longer runs of letters are data, not words: they come once. */
const LONGEST_KEPT = 40

let slots: (Form | undefined)[] = new Array(FEWEST_SLOTS)
let count = 0

/** The form of the word that stands in `text` between two offsets. */
export function formAt(text: string, start: number, end: number): Form {
  if (end - start > LONGEST_KEPT) return newForm(text.slice(start, end))
  let slot = slotOf(text, start, end)
  for (let form = slots[slot]; form; form = slots[slot]) {
    if (isAt(form.text, text, start, end)) return form
    slot = (slot + 1) & (slots.length - 1)
  }
  const form = newForm(detached(text.slice(start, end)))
  if (count >= slots.length / 2) makeRoom()
  put(form)
  count++
  return form
}

function slotOf(text: string, start: number, end: number): number {
  let hash = 0
  for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0
  return (hash ^ (hash >>> 15)) & (slots.length - 1)
}

function put(form: Form): void {
  let slot = slotOf(form.text, 0, form.text.length)
  while (slots[slot]) slot = (slot + 1) & (slots.length - 1)
  slots[slot] = form
}

/** Twice the slots, up to the most; then all forms are forgotten. */
function makeRoom(): void {
  if (slots.length === MOST_SLOTS) {
    slots = new Array(MOST_SLOTS)
    count = 0
    return
  }
  const kept = slots
  slots = new Array(kept.length * 2)
  for (const form of kept) if (form) put(form)
}

function isAt(form: string, text: string, start: number, end: number): boolean {
  if (form.length !== end - start) return false
  for (let index = 0; index < form.length; index++) {
    if (form.charCodeAt(index) !== text.charCodeAt(start + index)) return false
  }
  return true
}

const PLAIN = /^[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)?$/u

function newForm(text: string): Form {
  const lower = text.toLowerCase().replaceAll('’', "'")
  const written = /^\d/.test(text) ? NUMBER : lower
  const names = namesOf(lower)
  return {
    text,
    lower,
    written,
    named: symbolOf(names) ?? written,
    plain: PLAIN.test(text),
    names,
    starts: 0,
    listsAsked: 0,
    phrases: undefined,
    measured: undefined,
    spelled: undefined,
  }
}

/** Engines keep a longer piece of a text as a view of all of it: a kept word would hold its whole post in memory. */
function detached(word: string): string {
  return word.length < 13 ? word : ` ${word}`.slice(1)
}
