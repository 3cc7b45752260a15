import { defineRule } from '../src/lint/define-rule.ts'
import { namesEvidence } from '../src/post/claims/source-links.ts'
import type { Post, Range } from '../src/post/types.ts'

export default defineRule<object>({
  id: 'self-citation',
  family: 'citations',
  purpose: 'claims and evidence words do not link to the own site',
  type: 'problem',
  severity: 'error',
  fix: 'none',
  wave: 1,
  english: true,
  standards: [
    { key: 'HON', clause: 'Attribution', status: 'checked' },
    { key: 'FTC', clause: 'Health Products Compliance Guidance 2022', status: 'checked' },
  ],
  messages: {
    own: {
      text: 'Replace this link to your own site with the original source.',
      note: 'A page of the publisher is no evidence for what the publisher says (HON).',
    },
  },
  schema: { type: 'object', properties: {} },
  defaultOptions: {},
  check(post, { report }) {
    for (const link of ownLinks(post)) report({ at: link, message: 'own' })
  },
})

/** Each link once: the only support of a claim or of an appeal to evidence, or an evidence word as its text. */
function ownLinks(post: Post): Range[] {
  const supports = new Set<number>()
  const unsupported = [...post.claims.filter(({ level, fragment }) => level !== 'low' && !fragment), ...post.gestures]
  for (const { support, supportedBy } of unsupported) if (support === '0:self' && supportedBy) supports.add(supportedBy.start)
  return post.prose.flatMap(({ links }) =>
    links.filter((link) => link.kind === 'own-site' && (supports.has(link.start) || namesEvidence(link))),
  )
}
