/** Links somebody is paid for, and what a page says about who pays and who sells. */
import list from '../../../data/affiliate-domains.json' with { type: 'json' }
import { findEntries, isEmptyValue } from '../frontmatter-keys.ts'
import { isOnDomain } from '../links.ts'
import type { Block, Frontmatter, FrontmatterEntry, Link, Post } from '../types.ts'

/** Shops and sites on which a parameter with an everyday name stands for a partner. */
const TAGGED_SHOPS = /(?:^|\.)amazon\.[a-z.]{2,6}$/
const UNPAID: ReadonlySet<Link['kind']> = new Set(['own-site', 'scholarly', 'authority', 'gloss', 'anchor', 'contact', 'media'])
const CODE_HOSTS = ['github.com', 'gitlab.com', 'bitbucket.org', 'npmjs.com', 'youtube.com', 'producthunt.com']

/** `parameters`: names of query parameters that carry the partner who is paid. */
export function isPaidLink(link: Link, parameters: readonly string[]): boolean {
  if (link.image || UNPAID.has(link.kind) || isOnDomain(link.host, CODE_HOSTS)) return false
  if (isOnDomain(link.host, list.entries)) return true
  return queryOf(link.url).some(([name, value]) => parameters.includes(name) && isPartner(name, value, link.host))
}

function queryOf(url: string): [name: string, value: string][] {
  const query = /\?([^#]*)/.exec(url)?.[1]
  return (query?.split(/&(?:amp;)?/) ?? []).map((part) => {
    const [name = '', value = ''] = part.split('=', 2)
    return [name.toLowerCase(), value]
  })
}

/** `tag` and `ref` have other meanings too: a subject, or the page a reader comes from. */
function isPartner(name: string, value: string, host: string): boolean {
  if (value === '') return false
  if (name === 'tag') return TAGGED_SHOPS.test(host) || /-2[0-9]$/.test(value)
  if (name === 'ref') return !TAGGED_SHOPS.test(host) && /^[\w-]{4,}$/.test(value) && /\d/.test(value)
  return true
}

const LABEL = /\b(?:affiliate|sponsored|advertisement|advert|paid|commission|partner link|ad)\b|\*\s?$/i
/** Words in front of and behind a link that may label it, in characters. */
const NEAR = 60

/** The link itself, or the words right beside it, say that it is paid. */
export function isLabelled({ block, textStart, textEnd }: Link): boolean {
  if (!block) return false
  return LABEL.test(block.text.slice(Math.max(0, textStart - NEAR), Math.min(block.text.length, textEnd + NEAR)))
}

/** The page says somewhere that links are paid for. */
export function saysPaid({ statements }: Post): boolean {
  return statements.some(({ kind }) => kind === 'paid')
}

/** Frontmatter keys that say who pays or sells. */
export const INTEREST_KEYS = [
  'conflicts',
  'conflictOfInterest',
  'competingInterests',
  'disclosure',
  'disclosures',
  'funding',
  'sponsor',
]

/** The page says who pays or sells, in a field or in its words. */
export function disclosesInterests(post: Post, fields: readonly string[]): boolean {
  if (findEntries(post.frontmatter, fields).some((entry) => !isUnwritten(entry))) return true
  if (post.blocks.some(isDisclosureHeading)) return true
  return post.statements.some(({ kind }) => kind === 'interests' || kind === 'paid')
}

function isDisclosureHeading({ zone, text }: Block): boolean {
  return zone === 'heading' && /\b(?:disclosures?|conflicts? of interest|competing interests|funding)\b/i.test(text)
}

/** Fields that are there to say who pays and say nothing. */
export function emptyFields(frontmatter: Frontmatter, fields: readonly string[]): FrontmatterEntry[] {
  return findEntries(frontmatter, fields).filter(isUnwritten)
}

function isUnwritten({ data }: FrontmatterEntry): boolean {
  return isEmptyValue(data) || /^(?:todo|tbd|tba|fixme)$/i.test(String(data).trim())
}

/** The page is about one of the topics: its title, tags or categories name it. */
export function isAbout({ title, frontmatter }: Post, topics: readonly string[]): boolean {
  const named = findEntries(frontmatter, ['tags', 'categories', 'category', 'keywords']).map(({ data }) => String(data))
  const words = folded([title, ...named].join(' '))
  return topics.some((topic) => words.includes(folded(topic)))
}

function folded(text: string): string {
  return ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim()} `
}
