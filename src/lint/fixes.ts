/** Applying edits: overlaps resolved, safe fixes only, to a fixed point. */
import type { Edit, Message } from './types.ts'

const MAXIMUM_PASSES = 10

/** `text` with the edits made; edits must not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = ''
  let at = 0
  for (const edit of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    result += text.slice(at, edit.start) + edit.text
    at = edit.end
  }
  return result + text.slice(at)
}

/** Applies the safe fixes of `messages` that do not overlap an earlier one; the rest wait for the next pass. */
export function applyFixes(text: string, messages: readonly Message[]): { text: string; applied: Message[] } {
  const applied: Message[] = []
  const edits: Edit[] = []
  let reached = -1
  const fixable = messages.filter((message) => message.fix).map((message) => ({ message, edits: sorted(message.fix!.edits) }))
  fixable.sort((a, b) => a.edits[0]!.start - b.edits[0]!.start)
  for (const { message, edits: own } of fixable) {
    if (own[0]!.start < reached || overlapping(own)) continue
    edits.push(...own)
    reached = Math.max(...own.map((edit) => edit.end))
    if (own.some((edit) => edit.start === edit.end)) reached++
    applied.push(message)
  }
  return { text: applyEdits(text, edits), applied }
}

function sorted(edits: readonly Edit[]): Edit[] {
  return edits.toSorted((a, b) => a.start - b.start || a.end - b.end)
}

function overlapping(edits: readonly Edit[]): boolean {
  return edits.some((edit, index) => index > 0 && edit.start < edits[index - 1]!.end)
}

/** Lints and fixes until nothing changes (at most ten passes). `lintText` gives the messages of a text. */
export function fixToFixedPoint<Result extends { messages: Message[] }>(
  text: string,
  lintText: (text: string) => Result,
): { text: string; applied: number; result: Result } {
  let current = text
  let applied = 0
  let result = lintText(current)
  for (let pass = 0; pass < MAXIMUM_PASSES; pass++) {
    const fixed = applyFixes(current, result.messages)
    if (fixed.text === current) break
    current = fixed.text
    applied += fixed.applied.length
    result = lintText(current)
  }
  return { text: current, applied, result }
}
