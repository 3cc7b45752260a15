/** Claims in the `html` report: how each is marked in the text, and the list of all. */
import type { Lines } from '../lint/lines.ts'
import type { Range, Support } from '../post/types.ts'
import { escapeText, excerpt, type Insert, type Mark } from './html-text.ts'
import type { ClaimView, PostView } from './post-view.ts'
import { count } from './printable.ts'

/** `maybe`: without a citation, but it may be no claim at all. */
export type ClaimState = 'ok' | 'no' | 'maybe'

const SIGNS: Record<ClaimState, string> = { ok: '✓', no: '✗', maybe: '?' }
const STATES: Record<ClaimState, string> = { ok: 'supported', no: 'unsupported', maybe: 'unsupported' }
const EXCERPT = 90
const COLUMNS = ['Line', 'Claim', 'Kind, strength', 'Confidence', 'State', 'Why']

const SUPPORT: Record<Support, string> = {
  '1:same': 'cited in the same sentence',
  '1:next': 'cited in the next sentence',
  '1:prev': 'cited in the sentence before',
  '1:thread': 'goes on from a cited sentence',
  '1:leadin': 'cited where its list is introduced',
  '1:items': 'cited in the items of its list',
  '1:row': 'cited in its row of the table',
  '1:quote': 'cited where it is quoted from',
  '1:block': 'cited at the end of the section',
  '0:self': 'only a link to this site',
  '0:gloss': 'only a link that explains a word',
  '0:vendor': 'only a link to a seller',
  '0:dangling': 'its citation leads nowhere',
  '0:none': 'no citation nearby',
}

export function claimState(claim: ClaimView): ClaimState {
  if (claim.supported) return 'ok'
  return isBorderline(claim) ? 'maybe' : 'no'
}

function isBorderline({ level, fragment }: ClaimView): boolean {
  return fragment || level !== 'high'
}

export function claimMarks(claims: readonly ClaimView[]): Mark[] {
  return claims.flatMap((claim) => {
    const { start, end, decidedBy } = claim
    const names = isBorderline(claim) ? [claimState(claim), 'border'] : [claimState(claim)]
    const marks = names.map((name) => ({ start, end, name }))
    return decidedBy ? [...marks, { start: decidedBy.start, end: decidedBy.end, name: 'cite' }] : marks
  })
}

/** A sign after each claim, which leads to the citation that supports it, else to the claim in the list. */
export function claimSigns(id: string, claims: readonly ClaimView[]): Insert[] {
  return claims.map((claim, index) => {
    const state = claimState(claim)
    const target = state === 'ok' && claim.decidedBy ? placeId(id, claim.decidedBy) : `${id}k${index + 1}`
    const label = `${SIGNS[state]} ${STATES[state]} claim, ${SUPPORT[claim.support]}`
    const html = `<a class="t ${state}" id="${id}c${index + 1}" href="#${target}" aria-label="${label}" title="${label}">${SIGNS[state]}</a>`
    return { at: claim.end, phase: 'end', html }
  })
}

/** Id of a place that something else points at. */
export function placeId(id: string, { start }: Range): string {
  return `${id}o${start}`
}

/** All claims of a post, closed until someone opens it or follows a link into it. */
export function claimList(id: string, { text, claims }: PostView, lines: Lines): string {
  if (claims.length === 0) return ''
  const rows = claims.map((claim, index) => {
    const { start, end, kind, strength, level, fragment, support, decidedBy } = claim
    const state = claimState(claim)
    const words = escapeText(excerpt(text.slice(start, end), EXCERPT))
    const source = decidedBy ? `<a href="#${placeId(id, decidedBy)}">${SUPPORT[support]}</a>` : SUPPORT[support]
    const link = `<a href="#${id}c${index + 1}"><bdi>${words}</bdi></a>`
    const certainty = fragment ? `${level}, fragment` : level
    const cells = [
      lines.pointAt(start).line,
      link,
      `${kind}, ${strength}`,
      certainty,
      `<span class="${state}">${SIGNS[state]} ${STATES[state]}</span>`,
      source,
    ]
    return `<tr id="${id}k${index + 1}">${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
  })
  return `<details class="claims"><summary>${count(claims.length, 'claim')} in a list</summary>
<div class="wide"><table><thead><tr>${COLUMNS.map((name) => `<th scope="col">${name}</th>`).join('')}</tr></thead>
<tbody>${rows.join('\n')}</tbody></table></div></details>
`
}
