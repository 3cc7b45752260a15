/** Notices about cited works, from data the host hands over, and what the page itself says of them. */
import { sentenceAt } from '../claims/support.ts'
import type { Block, Ids, Post, ReferenceEntry, RetractionNotice } from '../types.ts'

type IdMap = Readonly<Record<string, string>>

const KINDS = ['doi', 'pmid', 'pmcid'] as const

/** The gravest notice about a work, by any of its identifiers. */
export function noticeFor(ids: Ids, { retractions, idMap }: Post['project']): RetractionNotice | undefined {
  if (!retractions) return undefined
  const keys = new Set<string>()
  for (const kind of KINDS) {
    const value = ids[kind]?.toLowerCase()
    if (value !== undefined) for (const key of namesOf(value, idMap)) keys.add(key)
  }
  let gravest: RetractionNotice | undefined
  for (const key of keys) {
    const notice = Object.hasOwn(retractions, key) ? retractions[key] : undefined
    if (notice && (!gravest || notice.status === 'retracted')) gravest = notice
  }
  return gravest
}

const aliases = new WeakMap<IdMap, Map<string, string[]>>()

/** The identifier and all others that the map says mean the same work. */
function namesOf(value: string, idMap: IdMap | undefined): string[] {
  if (!idMap) return [value]
  let known = aliases.get(idMap)
  if (!known) {
    known = new Map()
    for (const [alias, id] of Object.entries(idMap)) known.set(bare(id), [...(known.get(bare(id)) ?? []), bare(alias)])
    aliases.set(idMap, known)
  }
  const id = bare(idMap[value] ?? value)
  return [value, id, ...(known.get(id) ?? [])]
}

function bare(id: string): string {
  return id.toLowerCase().replace(/^(?:doi|pmid|pmcid):/, '')
}

/** How publishers mark the title of a work they took back; authors copy it with the title. */
const MARKED =
  /(?:^|[.?!):\]]\s{1,2}|["“[])(RETRACTED|WITHDRAWN|Retracted|Withdrawn)(?: (?:ARTICLE|PAPER|CHAPTER|article|paper|chapter|Article|Paper|Chapter))?\s?:/

/** Text range of the mark in front of the title. */
export function retractedTitle({ text }: ReferenceEntry): { textStart: number; textEnd: number; word: string } | undefined {
  const match = MARKED.exec(text)
  if (!match) return undefined
  const textStart = match.index + match[0].indexOf(match[1]!)
  return { textStart, textEnd: textStart + match[1]!.length, word: match[1]! }
}

const SAID = /\bretract(?:ed|ion|s)\b|\bwithdrawn\b|\bexpressions? of concern\b/i

/** True when the entry, or a sentence that cites it, tells the reader of the retraction. */
export function isSaid(post: Post, entry: ReferenceEntry): boolean {
  const mark = retractedTitle(entry)
  const rest = mark ? entry.text.slice(0, mark.textStart) + entry.text.slice(mark.textEnd) : entry.text
  if (SAID.test(rest)) return true
  return post.citations.some(
    ({ references, block, textStart }) => references.includes(entry.index) && isSaidAt(post, block, textStart),
  )
}

export function isSaidAt(post: Post, block: Block, textStart: number): boolean {
  return SAID.test(sentenceAt(post.evidence, block, textStart)?.text ?? block.text)
}
