/** Words of the running text that the vocabulary lacks, without everything that is not meant to be in one. */
import type { Block } from '../types.ts'
import type { SpelledBlock } from './spelled-words.ts'

export interface UnknownWord {
  /** As written; one entry per spelling, capitals at the start of a sentence folded. */
  word: string
  mentions: { block: Block; textStart: number; textEnd: number }[]
  /** Another unknown word stands beside it: a name or a foreign phrase rather than a slip. */
  inPhrase: boolean
}

/** Blocks with more unknown words than this share are in another language, or lists of names. */
const FOREIGN_SHARE = 0.35

interface Found {
  start: number
  end: number
  word: string
}

/** `blocks`: those of `spelledBlocks`. */
export function findUnknownWords(blocks: readonly SpelledBlock[], personal: ReadonlySet<string>): UnknownWord[] {
  const unknown = new Map<string, UnknownWord>()
  for (const spelled of blocks) {
    const { block, words } = spelled
    const found = unknownIn(spelled, personal)
    if (found.length >= 3 && found.length > words * FOREIGN_SHARE) continue
    for (const [index, { start, end, word }] of found.entries()) {
      const entry = unknown.get(word) ?? { word, mentions: [], inPhrase: false }
      entry.mentions.push({ block, textStart: start, textEnd: end })
      if (
        isBeside(block.masked, found[index - 1], start) ||
        isBeside(block.masked, { start, end, word }, found[index + 1]?.start)
      )
        entry.inPhrase = true
      unknown.set(word, entry)
    }
  }
  return [...unknown.values()]
}

function unknownIn({ block, unknown }: SpelledBlock, personal: ReadonlySet<string>): Found[] {
  const found: Found[] = []
  for (const { text, start, end } of unknown) {
    if (isSkipped(block, text, start, end, personal)) continue
    const capital = text[0] !== text[0]!.toLowerCase()
    if (capital && isName(block.masked, start, end)) continue
    found.push({ start, end, word: capital ? text[0]!.toLowerCase() + text.slice(1) : text })
  }
  return found
}

/** Identifiers, names, symbols, foreign letters, emphasised terms. */
function isSkipped(block: Block, word: string, start: number, end: number, personal: ReadonlySet<string>): boolean {
  if (/[A-Z]/.test(word.slice(1)) || /[^\0-\u00BF’]/.test(word)) return true
  if (personal.has(word) || personal.has(word.toLowerCase())) return true
  const text = block.masked
  const before = text[start - 1] ?? ' '
  const after = text[end] ?? ' '
  if (/[0-9_@#/\\.=&$~\uE001₀-₉⁰-⁹]/.test(before) || /[0-9_@/\\=~\uE001₀-₉⁰-⁹]/.test(after)) return true
  if (/[.:]/.test(after) && /[A-Za-z0-9{\uE001]/.test(text[end + 1] ?? ' ')) return true
  if (isQuotedTerm(text, start, end)) return true
  // Bold or italic letters inside a word belong to a mnemonic; a correction would undo them.
  const range = block.rangeOf(start, end)
  if (range.end - range.start !== end - start) return true
  if (/['’]/.test(before) || (/['’]/.test(after) && /[A-Za-z]/.test(text[end + 1] ?? ' '))) return true
  // A hyphen makes prefixes and pieces of names out of words; a broken-off stem is no slip.
  if (/[-‐‑]/.test(before) || /[-‐‑]/.test(after)) return true
  return block.emphasis.some(({ textStart, textEnd, strong }) => !strong && start >= textStart && end <= textEnd)
}

/** Words in quotation marks are somebody's term, up to two at a time ("fibro fog"). */
function isQuotedTerm(text: string, start: number, end: number): boolean {
  return (
    /["“‘](?:\p{L}+ )?$/u.test(text.slice(Math.max(0, start - 25), start)) &&
    /^(?: \p{L}+)?[,.]?["”’]/u.test(text.slice(end, end + 25))
  )
}

/** A capital is a name's, unless it starts a sentence and no initial or other name stands beside it ("J. L. Wysong", "Bondi Sands"). */
function isName(text: string, start: number, end: number): boolean {
  if (!startsSentence(text, start)) return true
  return (
    /(?:^|[^\p{L}])\p{Lu}\.[”"’]?\s?$/u.test(text.slice(Math.max(0, start - 6), start)) ||
    /^,?\s(?:& )?\p{Lu}/u.test(text.slice(end, end + 5))
  )
}

function startsSentence(text: string, start: number): boolean {
  return (
    /(?:^|[.!?:•\n]\s?["“'‘(]?\s?|^["“'‘(])$/.test(text.slice(Math.max(0, start - 4), start)) ||
    text.slice(0, start).trim() === ''
  )
}

function isBeside(text: string, one: Found | undefined, nextStart: number | undefined): boolean {
  return (
    one !== undefined &&
    nextStart !== undefined &&
    nextStart - one.end >= 0 &&
    nextStart - one.end <= 2 &&
    !/[,;.]/.test(text.slice(one.end, nextStart))
  )
}
