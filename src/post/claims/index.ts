/** Claims of a post (RULES.md 2): what is one, how sure, of which kind, how strongly worded, and whether a citation is near. */
import type { Block, Claim, Post } from '../types.ts'
import { isAboutHealth } from './context.ts'
import type { Reading } from './cues.ts'
import type { Context } from './score.ts'

export function findClaims(_post: Post): Claim[] {
  return []
}

/** Medical context of each sentence from its paragraph, else from its headings or the title. */
export function contextOf(post: Post, readings: readonly Reading[]): Map<Reading, Context> {
  const inBlock = new Set<Block>()
  for (const { sentence, health } of readings) if (health.length > 0) inBlock.add(sentence.block)
  const aboutHeading = new Map<Block | undefined, boolean>([[undefined, isAboutHealth(post.title)]])
  const result = new Map<Reading, Context>()
  for (const reading of readings) {
    const { block } = reading.sentence
    const heading = block.section?.heading
    let about = aboutHeading.get(heading)
    if (about === undefined) {
      about = (heading !== undefined && isAboutHealth(heading.text)) || aboutHeading.get(undefined) === true
      aboutHeading.set(heading, about)
    }
    result.set(reading, inBlock.has(block) ? 2 : about ? 1 : 0)
  }
  return result
}
