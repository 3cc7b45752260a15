/** The fields of an entry: ranges of its folded text, without the marks and notes around them. */
import type { Draft } from './parse-entry.ts'
import type { Span } from './source-part.ts'

const CONTAINER_TAIL =
  /(?:[,.]? \(?[A-Z]{3,8}\s?'\d{2}\)?|\s*\[(?:Internet|Online|Preprint|Review)\]|[,;]\s*(?:Article in Press|Advance online publication|Published online.*|Epub.*|Preprint.*)|\.\s*(?:Article in Press|Advance online publication|Published online.*|Epub.*|Preprint.*|Online ahead of print.*)|\s+https?:\/\/\S+|\s*\((?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?,? ?\d{0,2}\))\.?$/i

/** Sets a field of an article or page; nothing when only marks are left of the range. */
export function setSpan(draft: Draft, name: string, start: number, end: number): void {
  const { text } = draft
  const tail = name === 'container-title' ? CONTAINER_TAIL.exec(text.slice(start, end).trimEnd()) : null
  const span = trimmed(text, start, tail ? start + tail.index : end, /[\s.,;:]/)
  const kept = name === 'title' ? withoutNote(text, span) : span
  if (kept) draft.spans[name] = kept
}

/** The range without characters that `edge` matches at its ends. */
export function trimmed(text: string, start: number, end: number, edge: RegExp): Span | undefined {
  let from = start
  let to = end
  while (from < to && edge.test(text[from]!)) from++
  while (to > from && edge.test(text[to - 1]!)) to--
  return spanOf(text, from, to)
}

export function spanOf(text: string, start: number, end: number): Span | undefined {
  return end > start ? { start, end, value: text.slice(start, end) } : undefined
}

const NOTE =
  /\s*\[(?:Internet|Online|Preprint|PhD thesis|Doctoral|Master|Dissertation|Thesis|Computer software|Data ?set|Web page)[^[\]]{0,80}\]?$|\s*\((?:(?:Report|Publication|Technical Report) )?No\. [\w-]{1,20}\)$|\s*\[[JMDCNRPSZ](?:\/OL)?\]$/i

/** `Title [Internet]`, `Title [PhD thesis, ...]`: what stands in brackets behind a title is no part of it. */
export function withoutNote(text: string, span: Span | undefined): Span | undefined {
  return without(NOTE, text, span)
}

export function without(pattern: RegExp, text: string, span: Span | undefined): Span | undefined {
  return span && spanOf(text, span.start, span.start + span.value.replace(pattern, '').length)
}
