import { defineRule } from '../src/lint/define-rule.ts'
import {
  disclosesInterests,
  emptyFields,
  INTEREST_KEYS,
  isAbout,
  isLabelled,
  isPaidLink,
  saysPaid,
} from '../src/post/disclosure/paid-links.ts'
import { isReadable } from '../src/post/frontmatter-keys.ts'

interface Options {
  publisherSells: boolean | string[]
  fields: string[]
  affiliateParams: string[]
}

export default defineRule<Options>({
  id: 'conflict-disclosure',
  family: 'disclosure',
  purpose: 'who pays, who sells',
  type: 'problem',
  severity: 'error',
  fix: 'none',
  wave: 2,
  contentOnly: true,
  pageTypes: ['article', 'treatment', 'condition', 'monograph', 'prevention', 'supplement', 'story', 'news'],
  standards: [
    { key: 'JAMA', clause: 'disclosure', status: 'checked' },
    { key: 'HON', clause: 'principles 7 and 8', status: 'checked' },
    { key: 'FTC', clause: 'Endorsement Guides, 16 CFR 255', status: 'checked' },
  ],
  messages: {
    missing: {
      text: 'State who pays for or sells what this page describes.',
      note: 'Readers weigh advice by who gains from it (JAMA benchmarks, HONcode).',
    },
    paid: {
      text: 'Label this link as paid.',
      note: 'A link that earns a commission has to say so where it stands, or on the page (FTC Endorsement Guides).',
    },
    empty: {
      text: 'Write who pays or sells as the value of `{key}`, or "none".',
      note: 'An empty field reads as if nobody had asked.',
    },
  },
  schema: {
    type: 'object',
    properties: {
      publisherSells: {
        anyOf: [{ type: 'boolean' }, { type: 'array', items: { type: 'string', minLength: 2 } }],
        description: 'The publisher sells what its pages describe: always, or when title or tags name one of these topics.',
      },
      fields: {
        type: 'array',
        items: { type: 'string', minLength: 1 },
        description: 'Frontmatter keys that say who pays or sells.',
      },
      affiliateParams: {
        type: 'array',
        items: { type: 'string', minLength: 1 },
        description: 'Query parameters that carry the partner who is paid for a link.',
      },
    },
  },
  defaultOptions: {
    publisherSells: false,
    fields: INTEREST_KEYS,
    affiliateParams: ['aff', 'ref', 'tag'],
  },
  check(post, { options, report }) {
    const { frontmatter } = post
    const { publisherSells, fields } = options
    if (isReadable(frontmatter)) {
      for (const { key, value, path } of emptyFields(frontmatter, fields))
        report({ at: value.end > value.start ? value : key, message: 'empty', data: { key: path } })
    }
    // What a page says of itself is read in English.
    if (post.language !== 'en') return
    const sells = Array.isArray(publisherSells) ? isAbout(post, publisherSells) : publisherSells
    const disclosed = disclosesInterests(post, fields)
    if (sells && !disclosed) report({ at: frontmatter.opening, message: 'missing' })
    if (saysPaid(post)) return
    const parameters = options.affiliateParams.map((name) => name.toLowerCase())
    for (const link of post.links) if (isPaidLink(link, parameters) && !isLabelled(link)) report({ at: link, message: 'paid' })
  },
})
