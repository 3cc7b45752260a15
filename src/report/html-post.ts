/** One post as a section of the `html` report: counts, marked source with the messages beside it, list of claims. */
import { type Lines, lineIndex } from '../lint/lines.ts'
import type { Message, Severity } from '../lint/types.ts'
import { type ClaimState, claimList, claimMarks, claimSigns, claimState, placeId } from './html-claims.ts'
import { messageList, messageMarks, messageSigns, type Numbered, SEVERITY_NAMES } from './html-messages.ts'
import { type Row, rowsOf } from './html-rows.ts'
import { escapeText, type Insert, markedHtml } from './html-text.ts'
import type { PostView } from './post-view.ts'
import { count } from './printable.ts'
import type { FileReport } from './types.ts'

export interface PostCounts {
  claims: number
  supported: number
  unsupported: number
  /** Those of `unsupported` that may be no claim. */
  borderline: number
  error: number
  warn: number
  info: number
}

export function countsOf({ messages, view }: FileReport): PostCounts {
  const states = view?.claims.map(claimState) ?? []
  const supported = states.filter((state) => state === 'ok').length
  const number = (severity: Severity) => messages.filter((message) => message.severity === severity).length
  return {
    claims: states.length,
    supported,
    unsupported: states.length - supported,
    borderline: states.filter((state) => state === 'maybe').length,
    error: number('error'),
    warn: number('warn'),
    info: number('info'),
  }
}

export function titleOf({ path, view }: FileReport): string {
  return view?.title.trim() || path
}

/** `id` is unique in the report; the ids of everything in the post begin with it. */
export function postHtml(id: string, report: FileReport, counts: PostCounts): string {
  const { path, view, messages, suppressed } = report
  const lines = lineIndex(view?.text ?? '')
  const hidden = suppressed.length > 0 ? `<li>${suppressed.length} suppressed</li>` : ''
  const numbered = messages.map((message, index) => ({ message, number: index + 1 }))
  const body = view
    ? claimList(id, view, lines) + sourceHtmlOf(id, view, numbered, lines)
    : messageList(id, numbered, lines, false)
  return `<section id="${id}" aria-labelledby="${id}h">
<h2 id="${id}h"><bdi>${escapeText(titleOf(report))}</bdi></h2>
<p class="path"><bdi>${escapeText(path)}</bdi></p>
<ul class="counts">${view ? claimCounts(counts) : ''}${messageCounts(counts)}${hidden}</ul>
${body}
<p class="path"><a href="#posts">Table of posts</a></p>
</section>
`
}

export function claimCounts(counts: PostCounts): string {
  const { claims, supported, unsupported, borderline } = counts
  const part = borderline > 0 ? ` (${borderline} borderline)` : ''
  const without = chip(unsupportedClass(counts), unsupported, `✗ ${unsupported} unsupported${part}`)
  return `<li>${count(claims, 'claim')}</li>${chip('ok', supported, `✓ ${supported} supported`)}${without}`
}

/** Red only when there is one that surely is a claim. */
export function unsupportedClass({ unsupported, borderline }: PostCounts): ClaimState {
  return unsupported > borderline ? 'no' : 'maybe'
}

export function messageCounts(counts: PostCounts): string {
  const item = (severity: Severity) => chip(severity, counts[severity], count(counts[severity], SEVERITY_NAMES[severity]))
  return item('error') + item('warn') + item('info')
}

/** Coloured only when there is something. */
function chip(name: string, number: number, text: string): string {
  return number > 0 ? `<li class="${name}">${text}</li>` : `<li>${text}</li>`
}

function sourceHtmlOf(id: string, { text, claims, language }: PostView, numbered: readonly Numbered[], lines: Lines): string {
  const messages = numbered.map(({ message }) => message)
  const rows = rowsOf(text, numbered)
  const close = (row: Row) => `</div>${messageList(id, row.messages, lines, true)}</div>\n`
  const between = rows.slice(1).map((row, index): Insert => {
    return { at: row.start, phase: 'between', html: close(rows[index]!) + opening(row, language) }
  })
  const inserts = [...between, ...places(id, claims, messages), ...claimSigns(id, claims), ...messageSigns(id, messages)]
  const source = markedHtml(text, [...claimMarks(claims), ...messageMarks(messages)], inserts)
  return opening(rows[0]!, language) + source + close(rows.at(-1)!)
}

function opening({ line }: Row, language: string): string {
  // The language may come from the frontmatter: only what looks like a code is used.
  const lang = /^[a-z]{2,3}$/.test(language) && language !== 'und' ? ` lang="${language}"` : ''
  return `<div class="row"><span class="line">${line}</span><div class="source" dir="auto"${lang}>`
}

/** Where citations and related places begin, each once. */
function places(id: string, claims: PostView['claims'], messages: readonly Message[]): Insert[] {
  const ranges = [...claims.flatMap(({ decidedBy }) => decidedBy ?? []), ...messages.flatMap(({ related }) => related)]
  const starts = new Set(ranges.map(({ start }) => start))
  return [...starts].map((start) => ({
    at: start,
    phase: 'start',
    html: `<span class="place" id="${placeId(id, { start, end: start })}"></span>`,
  }))
}
