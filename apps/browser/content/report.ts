/** What the panel and the card show of a session. */

import type { Message } from '../../../src/lint/types.ts'
import { isCited } from '../../engine/types.ts'
import type { Place } from '../editors/types.ts'
import type { Remedy, Report, Shown } from '../messages.ts'
import { MOST_CHECKED, type Session } from './session.ts'

export function shownOf(message: Message, session: Session): Shown {
  const { fix, suggestions, start, end } = message
  const offered = [...(fix ? [{ title: 'Fix', edits: fix.edits }] : []), ...suggestions]
  const remedies = offered
    .map(({ title, edits }): Remedy => ({ title, edits, canApply: session.canApply(edits) }))
    // A removal cannot be copied.
    .filter(({ edits, canApply }) => canApply || edits.some(({ text }) => text.trim() !== ''))
  const place = session.reading?.placeOf(start, Math.max(end, start + 1))
  // Editors with virtual lines can show any place.
  const key = [message.rule, message.messageId, start, end, message.message].join(' ')
  return { key, message, remedies, excerpt: wordsAt(place), hasPlace: place !== undefined || session.editor.reveal !== undefined }
}

function wordsAt(place: Place | undefined): string {
  if (!place) return ''
  const words = 'range' in place ? place.range.toString() : place.field.value.slice(place.start, place.end)
  return words.replace(/\s+/g, ' ').trim()
}

export function reportOf(frame: string, session: Session | undefined, findings: Shown[]): Report {
  const analysis = session?.analysis
  const claims = analysis?.claims ?? []
  const grades = Object.values(analysis?.readability.grade ?? {})
  return {
    frame,
    state: stateOf(session),
    editor: session?.editor.name ?? '',
    findings,
    claims: { cited: claims.filter(isCited).length, all: claims.length },
    grade: grades.find((grade) => grade !== null) ?? null,
    words: analysis?.readability.words ?? 0,
    score: analysis?.score,
    hasFrontmatter: /^(?:---|\+\+\+)[ \t]*\n/.test(session?.reading?.text ?? ''),
    milliseconds: analysis?.milliseconds ?? 0,
    notice: noticeOf(session),
  }
}

function stateOf(session: Session | undefined): Report['state'] {
  if (!session?.reading?.text.trim()) return 'empty'
  if (session.error !== undefined) return 'failed'
  return session.isCurrent ? 'ready' : 'checking'
}

function noticeOf(session: Session | undefined): string | undefined {
  if (session?.error !== undefined) return session.error
  if (!session?.isCut) return undefined
  return `This text is very long: only the first ${MOST_CHECKED.toLocaleString('en-GB')} characters are checked.`
}
