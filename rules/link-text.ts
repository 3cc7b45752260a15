import { defineRule } from '../src/lint/define-rule.ts'
import { linkName, standsInProse } from '../src/post/link-names.ts'
import type { Link } from '../src/post/types.ts'

interface Options {
  generic: string[]
  bareUrls: boolean
}

export default defineRule<Options>({
  id: 'link-text',
  family: 'links',
  purpose: 'link text names the source or target',
  type: 'problem',
  severity: 'info',
  fix: 'none',
  wave: 2,
  english: true,
  standards: [
    { key: 'WCAG', clause: '2.4.4 Link purpose', status: 'to-verify' },
    { key: 'NHS', clause: 'content guide: links', status: 'checked' },
  ],
  messages: {
    named: {
      text: 'Name the source in the link text, for example "{suggestion}".',
      note: 'Links are also read out of their sentence, in a list: the text alone has to say where it leads.',
    },
    generic: {
      text: 'Name the source or target in the link text instead of "{text}".',
      note: 'Links are also read out of their sentence, in a list: the text alone has to say where it leads.',
    },
    bare: {
      text: 'Write the name of the source as link text instead of its address.',
      note: 'An address in a sentence is spelled out by a screen reader, and tells a reader little.',
    },
  },
  schema: {
    type: 'object',
    properties: {
      generic: {
        type: 'array',
        items: { type: 'string', minLength: 1 },
        description: 'Link texts that say nothing, besides the built-in ones.',
      },
      bareUrls: { type: 'boolean', description: 'Also report addresses as link text in a sentence.' },
    },
  },
  defaultOptions: { generic: [], bareUrls: true },
  check(post, { options, report }) {
    const generic = new Set([...GENERIC, ...options.generic.map(plain)])
    for (const block of post.prose) {
      for (const link of block.links) {
        if (link.image || link.kind === 'contact' || link.textEnd <= link.textStart) continue
        const at = textRange(link)
        if (isBare(link)) {
          if (options.bareUrls && standsInProse(link)) report({ at, message: 'bare' })
        } else if ((generic.has(plain(link.text)) || isLoneWork(link)) && !isOwned(link)) {
          const suggestion = linkName(post, link)
          const data = suggestion === undefined ? { text: link.text.trim() } : { suggestion }
          report({ at, message: suggestion === undefined ? 'generic' : 'named', data })
        }
      }
    }
  },
})

/** Texts that lead anywhere: counted in real posts, and those that the NHS guide and WCAG failure F63 name. */
const GENERIC = new Set(
  [
    'here, click here, click, click this, click this link, click on this link, tap here, press here, see here, look here, right here, found here, available here',
    'this, this link, this page, this site, this website, this article, this post, this resource, this one, the link, link, links, website, site, page',
    'more, read more, learn more, see more, find out more, view more, more info, more information, more details, details, info, continue, continue reading, read on, go, view, open, download, visit, url, source',
    'read this, read here, read it here, read more here, learn more here, find out more here, more here, this here, read the full article, full article, see link, see this link, follow this link, this study, this paper, this review, this trial, this report',
  ].flatMap((line) => line.split(', ')),
)
/** A kind of work that is called nothing but that. */
const WORK =
  /^(?:an? |the |one |recent |new |another |some )*(?:study|studies|trial|trials|paper|papers|article|articles|review|reviews|meta[ -]analysis|report|survey|research|evidence|data|publication)$/i

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function isLoneWork({ text, kind }: Link): boolean {
  return kind !== 'own-site' && kind !== 'anchor' && WORK.test(text.trim())
}

/** "on my website", "the clinic's page": the word in front says whose. */
function isOwned({ block, textStart, text }: Link): boolean {
  return (
    !/^(?:here|this|click)\b/i.test(text) &&
    /(?:\b(?:my|our|your|his|her|its|their)|['’]s)\s*$/i.test(block!.text.slice(0, textStart))
  )
}

/** The address itself, whole. A host name alone reads like a name. */
function isBare({ text }: Link): boolean {
  return /^(?:https?:\/\/|www\.[^\s/]+\/.)\S+$/i.test(text.trim())
}

/** The visible text without the space and marks around it. */
function textRange({ block, textStart, textEnd, text }: Link): { start: number; end: number } {
  const from = text.length - text.trimStart().length
  const to = text.trimEnd().length
  return to > from ? block!.rangeOf(textStart + from, textStart + to) : block!.rangeOf(textStart, textEnd)
}
