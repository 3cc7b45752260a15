/** Whether the words an abbreviation stands for are written out before it, without the abbreviation beside them. */
import type { Post } from './types.ts'

interface Passage {
  start: number
  text: string
  lower: string
  /** First letters of the words, and where the words start. */
  initials: string
  starts: number[]
}

const WORD_CHARACTER = /[\p{L}\p{N}]/u
const WORD = /[\p{L}\p{N}]+/uy
/** Words between which no sentence or bracket ends. */
const JOINED = /^(?:[ \n]|\s?[-/‐‑–]\s?)$/
const SMALL =
  /^(?:the|and|for|with|that|this|these|those|from|into|are|was|were|has|have|had|not|but|can|may|will|its|their|your|our|who|which|when|than|then|also|such|more|most|some|any|all)$/i
/** Two initials meet by chance too often. */
const SHORTEST = 3
const SHORTEST_WORD = 3

export type ExpansionFinder = (short: string, before: number, known: string | undefined) => boolean

/** `known`: an expansion of the data set. */
export function expansionFinder(post: Post): ExpansionFinder {
  let passages: Passage[] | undefined
  return (short, before, known) => {
    passages ??= passagesOf(post)
    const phrase = known?.toLowerCase()
    return passages.some(
      (passage) =>
        passage.start < before &&
        ((phrase !== undefined && isInside(passage, phrase, before)) || isSpelledIn(passage, short.toLowerCase(), before)),
    )
  }
}

function passagesOf(post: Post): Passage[] {
  const headings = post.blocks.filter(({ zone }) => zone === 'heading')
  const title = { start: -1, text: post.title }
  return [title, ...headings, ...post.prose].map(({ start, text }) => {
    const lower = text.toLowerCase()
    const starts = startsOf(text)
    return { start, text, lower, starts, initials: starts.map((at) => lower[at]).join('') }
  })
}

function startsOf(text: string): number[] {
  const starts: number[] = []
  let inside = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const plain = (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57)
    const isPart = plain || (code > 127 && WORD_CHARACTER.test(text[at]!))
    if (isPart && !inside) starts.push(at)
    inside = isPart
  }
  return starts
}

function wordAt(text: string, start: number): string {
  WORD.lastIndex = start
  return WORD.exec(text)?.[0] ?? ''
}

function isInside({ start, lower }: Passage, phrase: string, before: number): boolean {
  const at = lower.indexOf(phrase)
  // Text offsets never run ahead of the source, so this errs on the side of a report.
  return at >= 0 && (start < 0 || start + at < before)
}

function isSpelledIn({ start, text, initials, starts }: Passage, short: string, before: number): boolean {
  if (short.length < SHORTEST) return false
  for (let at = initials.indexOf(short); at >= 0; at = initials.indexOf(short, at + 1)) {
    const run = starts.slice(at, at + short.length)
    if (start >= 0 && start + run[0]! >= before) return false
    const isPhrase = run.every((from, index) => {
      const next = run[index + 1]
      const written = wordAt(text, from)
      if (written.length < SHORTEST_WORD || SMALL.test(written)) return false
      return next === undefined || JOINED.test(text.slice(from + written.length, next))
    })
    if (isPhrase) return true
  }
  return false
}
