/** What a link could be called, from its address and the reference list; and whether an address stands in a sentence. */
import type { Link, Post } from './types.ts'

const MOST_WORDS = 8
/** Parts of an address that are the same on many sites. */
const EMPTY_PART =
  /^(?:index|home|default|blog|news|posts?|articles?|pages?|docs?|wiki|full|abstract|pdf|html?|en|us|uk|health|pubmed|pmc|view|content|download|files?|uploads?|assets|search)$/i

/** Author and year of the listed work behind a link, else the words of its address; `undefined` when they say nothing. */
export function linkName(post: Post, { url, ids, host, kind }: Link): string | undefined {
  if (kind === 'scholarly') return listedName(post, { ids })
  if (host === '' && kind !== 'own-site') return undefined
  const last = url
    .replace(/[?#].*$/, '')
    .split('/')
    .slice(host === '' ? 0 : 3)
    .filter((part) => part !== '' && !EMPTY_PART.test(part.replace(/\.\w{2,5}$/, '')))
    .at(-1)
  const words = last
    ?.replace(/\.\w{2,5}$/, '')
    .split(/[-_+]+|%20/)
    .filter((word) => word !== '')
  const spelled = words && words.length >= 2 && words.length <= MOST_WORDS && words.every((word) => WORD.test(word))
  return spelled ? words.join(' ') : undefined
}

const WORD = /^\p{L}{1,20}$/u

function listedName(post: Post, { ids }: Pick<Link, 'ids'>): string | undefined {
  const entry = post.references.entries.find(
    ({ ids: own }) =>
      (ids.doi !== undefined && own.doi === ids.doi) ||
      (ids.pmid !== undefined && own.pmid === ids.pmid) ||
      (ids.pmcid !== undefined && own.pmcid === ids.pmcid),
  )
  const author = entry?.csl.author?.[0]
  const year = entry?.csl.issued?.['date-parts'][0]?.[0]
  if (!author || !year) return undefined
  const name = 'family' in author ? author.family : author.literal
  return `${name}${entry!.csl.author!.length > 1 ? ' et al.' : ''} ${year}`
}

const LEAST_WORDS = 4
const LEAST_WORDS_BEFORE = 2
/** "Source:", "Available from", "(see", `link="`: an address is what belongs there. */
const ANNOUNCED =
  /(?:\b(?:source|sources|url|link|website|web|site|homepage|reference|references|citation|doi|from|at|see|via|online|accessed|visit|read more|more information|learn more|contact)|[:([<="'])\s*[:(<[]?\s*$/i

/** True when the words of a sentence stand around the address, so that it takes the place of a name. */
export function standsInProse({ block, textStart, textEnd }: Link): boolean {
  if (!block || block.zone === 'footnote' || block.zone === 'table-cell') return false
  const before = block.text.slice(0, textStart)
  const after = block.text.slice(textEnd)
  if (ANNOUNCED.test(before) || /^\s*[)\]]/.test(after)) return false
  const start = Math.max(before.lastIndexOf('. '), before.lastIndexOf('! '), before.lastIndexOf('? '), before.lastIndexOf('\n'))
  const own = wordsIn(before.slice(start + 1))
  return own >= LEAST_WORDS_BEFORE && own + wordsIn(after.split(/[.!?](?:\s|$)|\n/, 1)[0]!) >= LEAST_WORDS
}

function wordsIn(text: string): number {
  return (text.match(/\p{L}{2,}/gu) ?? []).length
}
