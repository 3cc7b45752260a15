import { defineRule } from '../src/lint/define-rule.ts'
import { findRatings, findStories } from '../src/post/claims/stories.ts'
import type { Post } from '../src/post/types.ts'

interface Options {
  maxPerDoc: number
  storyType: string
  requireDisclosure: boolean
}

export default defineRule<Options>({
  id: 'anecdotal-evidence',
  family: 'claims',
  purpose: 'no testimonial, celebrity or single patient as proof',
  type: 'problem',
  severity: 'error',
  fix: 'none',
  wave: 2,
  english: true,
  standards: [
    { key: 'DIR', clause: 'Art. 90', status: 'checked' },
    { key: 'FTC', clause: 'Health Products Compliance Guidance 2022', status: 'checked' },
    { key: 'ISSCR', clause: 'Rec. 3.1.1', status: 'checked' },
  ],
  messages: {
    story: {
      text: 'Remove this story as evidence, or present it as a case report with its limits.',
      note: 'One person’s recovery shows nothing about the next; testimonials mislead (Directive 2001/83/EC, Art. 90; FTC).',
    },
    rating: {
      text: 'Remove "{rating}" as evidence: ratings do not show an effect.',
      note: 'Satisfaction is no outcome (FTC).',
    },
  },
  schema: {
    type: 'object',
    properties: {
      maxPerDoc: { type: 'integer', minimum: 0, description: 'Stories a page may hold.' },
      storyType: { type: 'string', description: 'Page type on which stories are allowed.' },
      requireDisclosure: { type: 'boolean', description: 'Ask story pages to say what the person was given.' },
    },
  },
  defaultOptions: { maxPerDoc: 0, storyType: 'story', requireDisclosure: true },
  check(post, { options, settings, report }) {
    if (settings.pageType === options.storyType && (!options.requireDisclosure || discloses(post))) return
    const stories = findStories(post).map((at) => ({ at, message: 'story' as const, data: {} }))
    const ratings = findRatings(post).map((at) => ({ at, message: 'rating' as const, data: { rating: at.text } }))
    const found = [...stories, ...ratings].sort((a, b) => a.at.start - b.at.start)
    for (const { at, message, data } of found.slice(options.maxPerDoc)) report({ at, message, data })
  },
})

const DISCLOSURE =
  /\b(?:paid|compensat\w+|sponsor\w+|free of charge|travel costs|discount\w*|received (?:no|nothing)|did not receive|without payment|gave (?:us )?(?:written )?(?:consent|permission))\b/i

function discloses(post: Post): boolean {
  return post.prose.some(({ text }) => DISCLOSURE.test(text))
}
