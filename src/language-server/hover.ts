/** What an author sees over a place: the finding and its rule, what supports a claim or would, the entry behind a citation. */
import type { Hover } from 'vscode-languageserver'
import { rules } from '../../rules/index.ts'
import { readsByBlock } from '../lint/settings.ts'
import type { Message } from '../lint/types.ts'
import type { Citation, Claim, Support } from '../post/types.ts'
import type { Analysis } from './analysis.ts'
import { rangeIn } from './diagnostics.ts'

export function hoverAt(analysis: Analysis, offset: number): Hover | undefined {
  const { document, post, result } = analysis
  const covers = ({ start, end }: { start: number; end: number }) => start <= offset && offset < end
  const citation = post.citations.find(covers)
  const messages = result.messages.filter(covers).toSorted((a, b) => a.end - a.start - (b.end - b.start))
  const claim = post.claims.find(covers)
  const parts = [
    ...(citation && citation.references.length > 0 ? [entryText(analysis, citation)] : []),
    ...messages.map(messageText),
    ...(claim ? [claimText(claim, readsByBlock(result.settings()))] : []),
  ]
  if (parts.length === 0) return undefined
  const at = citation ?? messages[0] ?? claim!
  return { contents: { kind: 'markdown', value: parts.join('\n\n---\n\n') }, range: rangeIn(document, at) }
}

function messageText({ rule, message, note, url }: Message): string {
  const purpose = rules[rule]?.meta.purpose
  const lines = [`**${escaped(message)}**`, ...(note === null ? [] : [escaped(note)])]
  return `${lines.join('\n\n')}\n\n[${rule}](${url})${purpose === undefined ? '' : `: ${escaped(purpose)}.`}`
}

const SUPPORTED: Readonly<Partial<Record<Support, string>>> = {
  '1:same': 'a citation in the same sentence',
  '1:next': 'the citation in the next sentence',
  '1:prev': 'the citation before it, which this sentence takes up',
  '1:thread': 'the study this sentence goes on about',
  '1:leadin': 'the citation in the lead-in of the list',
  '1:row': 'the citation in its row of the table',
  '1:items': 'the citations in its items',
  '1:quote': 'the source of the quotation',
  '1:block': 'the citation that closes the section',
}
const UNSUPPORTED: Readonly<Partial<Record<Support, string>>> = {
  '0:self': 'the link leads to your own site, which is no source for a claim',
  '0:gloss': 'the link leads to an encyclopaedia or dictionary, which explains and does not prove',
  '0:vendor': 'the link leads to a shop, a platform or a social network',
  '0:dangling': 'the marker leads to no entry of the reference list',
}

function claimText({ kind, strength, level, cues, support, closedBy }: Claim, byBlock: boolean): string {
  const shown = cues.slice(0, 3).map(({ text }) => `“${escaped(text)}”`)
  const what = `A claim (${kind}, wording ${strength}, ${level} confidence) because of ${shown.join(', ')}.`
  const supported = SUPPORTED[support] ?? (closedBy && byBlock ? SUPPORTED['1:block'] : undefined)
  if (supported) return `${what}\n\nSupported by ${supported}.`
  const why = UNSUPPORTED[support]
  const advice =
    'What would support it: a link, footnote, number or (Author, year) in this sentence, or in the next one if that speaks of the same treatment and the same condition.'
  return `${what}\n\nNot supported${why ? `: ${why}` : ''}. ${advice}`
}

function entryText({ post }: Analysis, { references }: Citation): string {
  return references
    .flatMap((index) => post.references.entries[index] ?? [])
    .map(({ text, number }) => `${number === undefined ? '' : `${number}\\. `}${escaped(text)}`)
    .join('\n\n')
}

/** Text of the author is shown as it is written, not as Markdown. */
function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|]/g, '\\$&')
}
