/** Lists whose items are not all of one form. */
import type { Block, Post, Range } from './types.ts'

export interface Unparallel {
  at: Range
  /** Form of the others: full sentences, or fragments. */
  sentences: boolean
}

const LEAST_ITEMS = 3
/** Share of the items that makes a pattern. */
const PATTERN_SHARE = 2 / 3
const SUBJECT_AND_VERB =
  /^(?:i|you|he|she|it|we|they|this|that|these|there|(?:the|your|our|an?) [\p{L}-]+)(?: [\p{L}-]+)? (?:is|are|was|were|has|have|had|can|could|will|would|should|may|might|must|do|does|did|need|needs)\b/iu

/** The first item of a list that is built otherwise than most of it. */
export function unparallelItem({ blocks }: Pick<Post, 'blocks'>): Unparallel[] {
  const lists = new Map<number, Block[]>()
  for (const block of blocks) {
    if (!block.list?.first || block.text.trim() === '' || (block.section && block.section.kind !== 'body')) continue
    const items = lists.get(block.list.id)
    if (items) items.push(block)
    else lists.set(block.list.id, [block])
  }
  return [...lists.values()].flatMap((items) => {
    if (items.length < LEAST_ITEMS) return []
    const full = items.filter(({ text }) => isSentence(text)).length
    const sentences = full > items.length - full
    const others = sentences ? items.length - full : full
    if (others === 0 || (items.length - others) / items.length < PATTERN_SHARE) return []
    const odd = items.find(({ text }) => isSentence(text) !== sentences)!
    return [{ at: odd.rangeOf(0, odd.text.trimEnd().length), sentences }]
  })
}

function isSentence(text: string): boolean {
  return /[.!?]["'”’)]*\s*$/.test(text) ? /\s/.test(text.trim()) : SUBJECT_AND_VERB.test(text.trim())
}
