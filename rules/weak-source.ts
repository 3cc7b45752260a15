import domains from '../data/news-domains.json' with { type: 'json' }
import { defineRule } from '../src/lint/define-rule.ts'
import { readsAsSource } from '../src/post/claims/source-links.ts'
import { isOnDomain } from '../src/post/links.ts'
import type { Link, Post, Sentence } from '../src/post/types.ts'

interface Options {
  tiers: ('G' | 'H')[]
  deny: string[]
  allow: string[]
}

type Weakness = 'news' | 'press release' | 'an encyclopaedia or dictionary' | 'a shop or social medium' | 'on your list'

export default defineRule<Options>({
  id: 'weak-source',
  family: 'citations',
  purpose: 'a claim does not rest on news, encyclopaedias, shops or social media alone',
  type: 'problem',
  severity: 'warn',
  fix: 'none',
  wave: 1,
  english: true,
  standards: [
    { key: 'AMA', status: 'partly' },
    { key: 'HON', clause: 'Attribution', status: 'checked' },
  ],
  messages: {
    weak: {
      text: 'Add a primary source: {domain} is {tier}.',
      note: 'Reports about a study lose its limits; link the study, the guideline or the institution as well.',
    },
  },
  schema: {
    type: 'object',
    properties: {
      tiers: {
        type: 'array',
        items: { enum: ['G', 'H'] },
        description: 'G: news and press releases; H: encyclopaedias, shops and social media.',
      },
      deny: { type: 'array', items: { type: 'string' }, description: 'More domains that cannot carry a claim alone.' },
      allow: { type: 'array', items: { type: 'string' }, description: 'Domains that can.' },
    },
  },
  defaultOptions: { tiers: ['G', 'H'], deny: [], allow: [] },
  check(post, { options, report }) {
    const reported = new Set<Link>()
    for (const sentence of claimingSentences(post)) {
      const links = linksIn(sentence)
      const judged = links.map((link) => ({ link, tier: weaknessOf(link, options) }))
      const weak = judged.filter(({ tier }) => tier)
      if (
        weak.length === 0 ||
        hasBetter(
          post,
          sentence,
          weak.map(({ link }) => link),
        )
      )
        continue
      const { link, tier } = weak[0]!
      if (reported.has(link)) continue
      reported.add(link)
      report({ at: link, message: 'weak', data: { domain: link.host, tier: tier! } })
    }
  },
})

/** Sentences with a claim, a health figure or an appeal to evidence. */
function claimingSentences(post: Post): Set<Sentence> {
  const claims = post.claims.filter(({ level, fragment }) => level !== 'low' && !fragment)
  return new Set(
    [...claims, ...post.figures, ...post.gestures.filter(({ negative }) => !negative)].map(({ sentence }) => sentence),
  )
}

function linksIn({ block, textStart, textEnd }: Sentence): Link[] {
  return block.links.filter((link) => !link.image && link.textStart >= textStart && link.textStart < textEnd)
}

/** Another citation in the sentence, or a claim supported from elsewhere, carries it. */
function hasBetter(post: Post, { block, textStart, textEnd, start, end }: Sentence, weak: readonly Link[]): boolean {
  const others = post.citations.some(
    (citation) =>
      citation.block === block &&
      citation.textStart >= textStart &&
      citation.textStart < textEnd &&
      !(citation.link && weak.includes(citation.link)) &&
      (citation.kind === 'link' || citation.references.length > 0 || Object.keys(citation.ids).length > 0),
  )
  if (others) return true
  const claim = post.claims.find((each) => each.sentence.start === start && each.sentence.end === end)
  return claim !== undefined && claim.support !== '1:same' && claim.support.startsWith('1')
}

function weaknessOf(link: Link, { tiers, deny, allow }: Options): Weakness | undefined {
  const { host, kind, url } = link
  if (host === '' || isOnDomain(host, allow)) return undefined
  if (isOnDomain(host, deny)) return 'on your list'
  // On a mere topic word such a link explains the word.
  if (kind === 'gloss' || kind === 'vendor') {
    if (!tiers.includes('H') || !readsAsSource(link)) return undefined
    return kind === 'gloss' ? 'an encyclopaedia or dictionary' : 'a shop or social medium'
  }
  if (!tiers.includes('G') || kind === 'scholarly' || kind === 'own-site') return undefined
  if (isOnDomain(host, domains.entries.press)) return 'press release'
  return kind !== 'authority' && isNews(host, url) ? 'news' : undefined
}

/** A listed newspaper or broadcaster, a host called news, or a name that only newspapers have. */
const NEWS_HOST =
  /^news\.|(?:^|[.-])(?:daily|herald|gazette|tribune|telegraph|newspaper|chronicle)|(?:daily|herald|gazette|tribune|telegraph)(?:[.-]|$)/
const NEWS_PATH = /^https?:\/\/(?:www\.)?bbc\.(?:com|co\.uk)\/news/

function isNews(host: string, url: string): boolean {
  return isOnDomain(host, domains.entries.news) || NEWS_HOST.test(host) || NEWS_PATH.test(url)
}
