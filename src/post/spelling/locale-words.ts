/** Words of a page that are spelled in the other English than most of the page. */
import type { Block } from '../types.ts'
import { counterpart, localeOf } from './locale.ts'
import type { SpelledBlock } from './spelled-words.ts'
import type { Locale, Speller } from './speller.ts'

export interface LocaleWord {
  block: Block
  textStart: number
  textEnd: number
  /** The same word as the rest of the page spells it. */
  other: string
}

/** Different words that must agree before they count as the page's English. */
const FEWEST_WORDS = 2

/**
 * `wanted` is a fixed locale; without it the page's majority decides, counted in different words. Only words in small letters: names of
 * institutions keep their own spelling. Quotations are left out.
 */
export function findLocaleWords(
  blocks: readonly SpelledBlock[],
  speller: Speller,
  wanted: Locale | undefined,
  personal: ReadonlySet<string>,
): { locale: Locale; minority: LocaleWord[] } | undefined {
  const mentions: Record<Locale, (Omit<LocaleWord, 'other'> & { word: string })[]> = { 'en-US': [], 'en-GB': [] }
  const different: Record<Locale, Set<string>> = { 'en-US': new Set(), 'en-GB': new Set() }
  for (const { block, flagged } of blocks) {
    if (block.quoteDepth > 0) continue
    for (const { text, start } of flagged) {
      const word = text.replace(/['’].*/, '')
      if (word.length < 4 || word !== word.toLowerCase() || personal.has(word)) continue
      const locale = localeOf(word, speller)
      if (!locale) continue
      mentions[locale].push({ block, textStart: start, textEnd: start + word.length, word })
      different[locale].add(word)
    }
  }
  const british = different['en-GB'].size
  const american = different['en-US'].size
  const locale = wanted ?? (british > american ? 'en-GB' : american > british ? 'en-US' : undefined)
  if (!locale) return undefined
  const other: Locale = locale === 'en-GB' ? 'en-US' : 'en-GB'
  if (mentions[other].length === 0 || (!wanted && different[locale].size < FEWEST_WORDS)) return undefined
  const minority = mentions[other].map(({ word, ...place }) => ({ ...place, other: counterpart(word, other, speller) ?? word }))
  return { locale, minority }
}
