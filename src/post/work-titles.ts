/** Sentences that are the title of a work, not words of the author. */
import type { Sentence } from './types.ts'

const REFERENCE =
  /\b(?:19|20)\d\d\s?[;:]|\bet al\b|\bdoi\b|\bPMID\b|^\s*\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)? \p{Lu}{1,3}[,.]|^\s*\p{Lu}{1,3} \p{Lu}\p{Ll}+[,.]/u
const YEAR_AND_VOLUME = /^\s*(?:19|20)\d\d\s?[;:]\s?\d/
const FINAL = /[.!?…]["”’)]*\s*$/

/** A paragraph that is nothing but a bold title; a title, marked or not, with its reference behind it. */
export function isWorkTitle({ block, textStart, textEnd }: Sentence): boolean {
  const { text, emphasis } = block
  if (YEAR_AND_VOLUME.test(text.slice(textEnd))) return true
  const mark = emphasis.find((range) => range.textStart <= textStart && textEnd <= range.textEnd + 1)
  if (!mark) return false
  const rest = text.slice(Math.max(mark.textEnd, textEnd))
  if (rest.trim() === '') return mark.strong && text.slice(0, mark.textStart).trim() === '' && !FINAL.test(text)
  return REFERENCE.test(rest)
}
