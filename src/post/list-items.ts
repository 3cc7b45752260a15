/** Lists whose items are not all of one form. */
import type { Block, Post, Range } from './types.ts'

const LEAST_ITEMS = 3
/** Share of the items that makes a pattern. */
const PATTERN_SHARE = 2 / 3
const LONGEST_FRAGMENT = 8
/** Sentences with a noun as subject are not told from fragments without a parser of grammar. */
const SUBJECT_AND_VERB =
  /^(?:i|you|he|she|it|we|they|this|that|these|there|(?:the|your|our|an?) [\p{L}-]+)(?: [\p{L}-]+)? (?:is|are|was|were|has|have|had|can|could|will|would|should|may|might|must|do|does|did|need|needs)\b/iu

/** In each list of short fragments the first item that is a sentence. */
export function unparallelItems({ blocks }: Pick<Post, 'blocks'>): Range[] {
  const lists = new Map<number, Block[]>()
  for (const block of blocks) {
    if (!block.list?.first || block.text.trim() === '' || (block.section && block.section.kind !== 'body')) continue
    const items = lists.get(block.list.id)
    if (items) items.push(block)
    else lists.set(block.list.id, [block])
  }
  return [...lists.values()].flatMap((items) => {
    const fragments = items.filter(({ text }) => isFragment(text)).length
    const odd = items.find(({ text }) => SUBJECT_AND_VERB.test(text.trim()))
    if (!odd || items.length < LEAST_ITEMS || fragments / items.length < PATTERN_SHARE) return []
    return [odd.rangeOf(0, odd.text.trimEnd().length)]
  })
}

function isFragment(text: string): boolean {
  const words = text.trim()
  return !/[.!?]["'”’)]*$/.test(words) && !SUBJECT_AND_VERB.test(words) && words.split(/\s+/).length <= LONGEST_FRAGMENT
}
