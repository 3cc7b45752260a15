/** The words of a post as a speller reads them, looked up once: those the vocabulary lacks, and those of which it says something. */
import { isReference } from '../abbreviation-noise.ts'
import { type Form, formAt } from '../forms.ts'
import type { Block, Post, Word } from '../types.ts'
import type { Speller } from './speller.ts'

export interface SpelledWord {
  text: string
  /** Offsets in the text of the block. */
  start: number
  end: number
}

export interface SpelledBlock {
  block: Block
  words: number
  unknown: SpelledWord[]
  /** Words with flags: of one English alone, of medicine, of drugs ... */
  flagged: SpelledWord[]
}

const SHORTEST = 3

/** The blocks of running text, without lists of references. */
export function spelledBlocks(post: Post, speller: Speller): readonly SpelledBlock[] {
  const blocks: SpelledBlock[] = []
  let last: SpelledBlock | undefined
  for (const { block, words } of post.sentences) {
    if (last?.block !== block) {
      if (isReference(block.text)) continue
      last = { block, words: 0, unknown: [], flagged: [] }
      blocks.push(last)
    }
    lookUp(last, words, speller)
  }
  return blocks
}

function lookUp(found: SpelledBlock, words: readonly Word[], speller: Speller): void {
  const add = (form: Form, start: number, end: number) => {
    const { text } = form
    found.words++
    if (text.length < SHORTEST) return
    const flags = speller.flagsOf(form)
    if (flags === undefined) found.unknown.push({ text, start, end })
    else if (flags !== '') found.flagged.push({ text, start, end })
  }
  for (const { form, textStart, textEnd } of words) {
    if (form.plain) add(form, textStart, textEnd)
    else forEachWord(found.block.masked, textStart, textEnd, add)
  }
}

/** A-Z, a-z, and the accented Latin letters from À to ɏ. */
const isLetter = (code: number) => isPlain(code) || (code >= 0xc0 && code <= 0x24f)
const isPlain = (code: number) => (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
const isApostrophe = (code: number) => code === 0x27 || code === 0x2019

/** Runs of Latin letters with inner apostrophes. Hyphens separate; the marks of masked markup are not letters. */
function forEachWord(text: string, from: number, to: number, visit: (form: Form, start: number, end: number) => void): void {
  for (let at = from; at < to; at++) {
    if (!isLetter(text.charCodeAt(at))) continue
    const start = at
    while (at < to && isLetter(text.charCodeAt(at))) at++
    while (at + 1 < to && isApostrophe(text.charCodeAt(at)) && isPlain(text.charCodeAt(at + 1))) {
      at++
      while (at < to && isPlain(text.charCodeAt(at))) at++
    }
    visit(formAt(text, start, at), start, at)
    at--
  }
}
