/** Messages in the `html` report: a sign before what each is about, and what to do beside it. */
import type { Lines } from '../lint/lines.ts'
import type { Message, Severity } from '../lint/types.ts'
import { placeId } from './html-claims.ts'
import { escapeAttribute, escapeText, type Insert, type Mark } from './html-text.ts'
import { count } from './printable.ts'

export const SEVERITY_NAMES: Record<Severity, string> = { error: 'error', warn: 'warning', info: 'info' }
const LETTERS: Record<Severity, string> = { error: 'E', warn: 'W', info: 'I' }

/** A message with its number in the post, from 1. */
export interface Numbered {
  number: number
  message: Message
}

export function messageMarks(messages: readonly Message[]): Mark[] {
  return messages.map(({ start, end, severity }) => ({ start, end, name: severity }))
}

export function messageSigns(id: string, messages: readonly Message[]): Insert[] {
  return messages.map((message, index) => {
    const { start, severity, rule } = message
    const sign = signOf({ number: index + 1, message })
    const label = escapeAttribute(`${sign}: ${SEVERITY_NAMES[severity]}, ${rule}`)
    const html = `<a class="t ${severity}" id="${id}t${index + 1}" href="#${id}m${index + 1}" aria-label="${label}" title="${label}">${sign}</a>`
    return { at: start, phase: 'start', html }
  })
}

/** `linked`: the text is shown, so the sign can lead to its place. */
export function messageList(id: string, messages: readonly Numbered[], lines: Lines, linked: boolean): string {
  if (messages.length === 0) return ''
  return `<ul class="messages">${messages.map((each) => messageItem(id, each, lines, linked)).join('\n')}</ul>`
}

function messageItem(id: string, numbered: Numbered, lines: Lines, linked: boolean): string {
  const { number, message } = numbered
  const { severity, rule, url, line, note, fix, suggestions, related } = message
  const sign = signOf(numbered)
  const place = linked ? `<a class="t ${severity}" href="#${id}t${number}">${sign}</a>` : `<b class="t ${severity}">${sign}</b>`
  const more = [
    ...(fix ? ['<p class="more">medlint --fix mends it.</p>'] : []),
    ...suggestions.map(({ title }) => `<p class="more">Possible: <bdi>${escapeText(title)}</bdi></p>`),
    ...(note === null ? [] : [`<details class="more"><summary>Why</summary><bdi>${escapeText(note)}</bdi></details>`]),
    ...(related.length === 0 ? [] : [relatedList(id, related, lines, linked)]),
  ]
  return `<li id="${id}m${number}">${place} <span class="meta">${SEVERITY_NAMES[severity]}, line ${line}, ${ruleLink(rule, url)}</span>
<p><bdi>${escapeText(message.message)}</bdi></p>${more.join('')}</li>`
}

function relatedList(id: string, related: Message['related'], lines: Lines, linked: boolean): string {
  const items = related.map((range) => {
    const line = `line ${lines.pointAt(range.start).line}`
    return `<li>${linked ? `<a href="#${placeId(id, range)}">${line}</a>` : line}: <bdi>${escapeText(range.message)}</bdi></li>`
  })
  return `<details class="more"><summary>${count(related.length, 'related place')}</summary><ul>${items.join('')}</ul></details>`
}

/** A rule of someone's plugin may name any address: only pages of the web become links. */
function ruleLink(rule: string, url: string): string {
  if (!/^https?:\/\//i.test(url)) return escapeText(rule)
  return `<a href="${escapeAttribute(url)}" rel="noreferrer">${escapeText(rule)}</a>`
}

function signOf({ number, message }: Numbered): string {
  return LETTERS[message.severity] + number
}
