/** Findings of an older text on a newer one: those outside the changed part move with their words, the others are dropped. */
import type { Message } from '../../../src/lint/types.ts'

interface Span {
  start: number
  end: number
}

/** A remedy goes when one of its edits is in the changed part. What has not moved stays the same object. */
export function rebase(messages: readonly Message[], before: string, after: string): Message[] {
  if (before === after) return [...messages]
  const { prefix, suffix } = commonEnds(before, after)
  const delta = after.length - before.length

  function moved<Place extends Span>(place: Place): Place | undefined {
    if (place.end <= prefix) return place
    if (place.start < before.length - suffix) return undefined
    return { ...place, start: place.start + delta, end: place.end + delta }
  }

  function allMoved<Place extends Span>(places: readonly Place[]): Place[] | undefined {
    const result = places.map(moved)
    return result.every((place) => place !== undefined) ? result : undefined
  }

  return messages.flatMap((message) => {
    const place = moved(message)
    if (!place) return []
    const lists = [message.fix?.edits ?? [], ...message.suggestions.map(({ edits }) => edits)]
    if (place === message && lists.flat().every(({ end }) => end <= prefix)) return [message]
    const fixEdits = message.fix && allMoved(message.fix.edits)
    const suggestions = message.suggestions.flatMap((suggestion) => {
      const edits = allMoved(suggestion.edits)
      return edits ? [{ ...suggestion, edits }] : []
    })
    return [{ ...place, fix: fixEdits ? { kind: 'safe' as const, edits: fixEdits } : null, suggestions }]
  })
}

/** Lengths of what both texts begin and end with. */
function commonEnds(before: string, after: string): { prefix: number; suffix: number } {
  const shorter = Math.min(before.length, after.length)
  let prefix = 0
  while (prefix < shorter && before.charCodeAt(prefix) === after.charCodeAt(prefix)) prefix++
  let suffix = 0
  const rest = shorter - prefix
  while (suffix < rest && before.charCodeAt(before.length - 1 - suffix) === after.charCodeAt(after.length - 1 - suffix)) suffix++
  return { prefix, suffix }
}
