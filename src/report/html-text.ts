/** Untrusted text as HTML, and text with marked ranges. Everything of a post that reaches the `html` format passes here. */
import type { Range } from '../post/types.ts'

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
/** Joiners are left alone: emoji and several scripts are written with them. */
const SPECIAL = /[&<>"']|(?![\n\t\u200C\u200D])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/gu

/** The source from `start` to `end`, with every character that one cannot see, or that turns the direction, as its number. */
export function sourceHtml(text: string, start: number, end: number): string {
  return text.slice(start, end).replace(SPECIAL, (character: string, offset: number) => {
    const entity = ENTITIES[character]
    if (entity !== undefined) return entity
    if (character === '\r') return text[start + offset + 1] === '\n' ? '' : '\n'
    return `<i class="u">${numberOf(character)}</i>`
  })
}

/** Text between tags. */
export function escapeText(text: string): string {
  return sourceHtml(text, 0, text.length)
}

/** Text in an attribute in double quotes, or in `<title>`, where there can be no tags. */
export function escapeAttribute(text: string): string {
  return text.replace(SPECIAL, (character: string) => ENTITIES[character] ?? `[${numberOf(character)}]`)
}

/** At most `length` characters on one line, no emoji cut in half. */
export function excerpt(text: string, length: number): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length <= length ? line : `${line.slice(0, length).replace(/[\uD800-\uDBFF]$/, '')}…`
}

function numberOf(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
}

/** A range to be shown in a class of the style sheet. */
export interface Mark extends Range {
  name: string
}

/** Our own HTML at an offset: after what ends there, between, or before what starts there. */
export interface Insert {
  at: number
  phase: 'end' | 'between' | 'start'
  html: string
}

const PHASES = { end: 0, between: 1, start: 2 }

/** Ranges may overlap: the text is split at every border, so that elements never do. */
export function markedHtml(text: string, marks: readonly Mark[], inserts: readonly Insert[]): string {
  const events = [
    ...marks.flatMap(({ start, end, name }) => [
      { at: start, phase: PHASES.start, name, change: 1, html: '' },
      { at: end, phase: PHASES.end, name, change: -1, html: '' },
    ]),
    ...inserts.map(({ at, phase, html }) => ({ at, phase: PHASES[phase], name: '', change: 0, html })),
  ].sort((a, b) => a.at - b.at || a.phase - b.phase)
  const open = new Map<string, number>()
  let html = ''
  let reached = 0
  for (const event of events) {
    if (event.at > reached) {
      html += segmentHtml(text, reached, event.at, open)
      reached = event.at
    }
    if (event.change !== 0) open.set(event.name, (open.get(event.name) ?? 0) + event.change)
    html += event.html
  }
  return html + segmentHtml(text, reached, text.length, open)
}

function segmentHtml(text: string, start: number, end: number, open: ReadonlyMap<string, number>): string {
  const content = sourceHtml(text, start, end)
  const names = [...open].filter(([, depth]) => depth > 0).map(([name]) => name)
  return content === '' || names.length === 0 ? content : `<mark class="${names.sort().join(' ')}">${content}</mark>`
}
