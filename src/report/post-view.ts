/** What a format that shows whole posts needs of one, as plain data: the post itself need not live on. */
import { readsByBlock } from '../lint/settings.ts'
import type { Settings } from '../lint/types.ts'
import type { Claim, Post, Range, Support } from '../post/types.ts'

export interface ClaimView extends Range {
  kind: Claim['kind']
  strength: Claim['strength']
  level: Claim['level']
  fragment: boolean
  support: Support
  supported: boolean
  /** The citation or link that decided. */
  decidedBy: Range | undefined
}

export interface PostView {
  text: string
  title: string
  language: string
  claims: ClaimView[]
}

export function viewOf(post: Post, settings: Settings): PostView {
  const byBlock = readsByBlock(settings)
  return {
    text: post.text,
    title: post.title,
    language: post.language,
    claims: post.claims.map((claim) => claimView(claim, byBlock)),
  }
}

function claimView({ start, end, kind, strength, level, fragment, ...claim }: Claim, byBlock: boolean): ClaimView {
  const closed = byBlock && claim.closedBy !== undefined && claim.support.startsWith('0')
  const support = closed ? '1:block' : claim.support
  const supported = support.startsWith('1')
  const decidedBy = closed ? claim.closedBy : claim.supportedBy
  return { start, end, kind, strength, level, fragment, support, supported, decidedBy }
}
