/** Names of conditions that lost their last word: "attention deficit hyperactivity" for the disorder. */
import list from '../../../data/fixed-terms.json' with { type: 'json' }
import type { Block } from '../types.ts'

export interface IncompleteTerm {
  block: Block
  textStart: number
  textEnd: number
  /** The missing word. */
  part: string
}

const TERMS = list.entries.map(({ term, parts, abbreviations }) => ({
  first: term.split(' ')[0]!,
  pattern: new RegExp(`\\b${term.replaceAll(' ', '[ /-]')}\\b(?!/|-|,? (?:and|or|/)|,)(?:[ -]\\(?([A-Za-z]+))?`, 'gi'),
  length: term.length,
  parts: new Set([...parts, ...abbreviations.map((one) => one.toLowerCase())]),
  part: parts[0]!,
}))

const ANY_FIRST = new RegExp(TERMS.map(({ first }) => first).join('|'), 'i')

export function findIncompleteTerms(blocks: readonly Block[]): IncompleteTerm[] {
  const found: IncompleteTerm[] = []
  for (const block of blocks) {
    if (!ANY_FIRST.test(block.masked)) continue
    const lower = block.masked.toLowerCase()
    for (const { first, pattern, length, parts, part } of TERMS) {
      if (!lower.includes(first)) continue
      for (const match of block.masked.matchAll(pattern)) {
        if (match[1] && parts.has(match[1].toLowerCase())) continue
        found.push({ block, textStart: match.index, textEnd: match.index + length, part })
      }
    }
  }
  return found
}
