/** Curly and straight quotation marks on one page. */
import { isOthersBlock } from '../others-words.ts'
import type { Block } from '../types.ts'
import { unusual } from '../usual-form.ts'
import type { Slip } from './types.ts'

const MARK = /["“”]/g
const OPENS = /(?:^|[\s([{–—/])$/
/** 5'10", 3" nails: inches. */
const INCH = /\d$/

/** The marks that are not of the style; one slip per block. */
export function quoteSlips(blocks: readonly Block[], style: 'consistent' | 'curly' | 'straight'): Slip[] {
  const marks = blocks.flatMap((block) => (isOthersBlock(block) ? [] : marksOf(block)))
  const wrong = unusual(marks, ({ form }) => form, style === 'consistent' ? undefined : style)
  const byBlock = new Map<Block, typeof marks>()
  for (const mark of wrong) byBlock.set(mark.block, [...(byBlock.get(mark.block) ?? []), mark])
  return [...byBlock].map(([block, those]) => {
    const [first, ...also] = those
    const changes = those.map(({ textStart, textEnd, form, opens }) => ({
      textStart,
      textEnd,
      text: form === 'curly' ? '"' : opens ? '“' : '”',
    }))
    return { check: 'quoteStyle', block, textStart: first!.textStart, textEnd: first!.textEnd, also, changes }
  })
}

function marksOf(block: Block) {
  const { masked } = block
  return [...masked.matchAll(MARK)].flatMap(({ 0: mark, index }) => {
    const before = masked.slice(Math.max(0, index - 1), index)
    if (mark === '"' && INCH.test(before)) return []
    return [{ block, textStart: index, textEnd: index + 1, form: mark === '"' ? 'straight' : 'curly', opens: OPENS.test(before) }]
  })
}
