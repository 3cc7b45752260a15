/** What a rewritten entry takes from its list: marks of emphasis and dashes. */
import type { Post, ReferenceEntry } from '../../types.ts'

/** The mark that the list has for emphasis. */
export function emphasisOf(post: Post): '*' | '_' | 'html' {
  const { start, end, container } = post.references
  if (container === 'html') return 'html'
  const list = post.text.slice(start, end).replace(/https?:\/\/\S+/g, '')
  const underscores = list.match(/(?<![\p{L}\p{N}_])_[^_\s][^_\n]*_(?![\p{L}\p{N}_])/gu)?.length ?? 0
  const stars = list.match(/(?<![\p{L}\p{N}*])\*[^*\s][^*\n]*\*(?!\*)/gu)?.length ?? 0
  return underscores > stars ? '_' : '*'
}

/** Manuals differ about the dash of page ranges, so the list keeps its own. */
export function usualDash(entries: readonly ReferenceEntry[]): '-' | '–' {
  const pages = entries.flatMap(({ fields, parsed, text }) => {
    const page = parsed.fields['page']
    return fields['page'] && page ? [text.slice(page.textStart, page.textEnd)] : []
  })
  const long = pages.filter((page) => /[\u2012-\u2015]/.test(page)).length
  return long * 2 > pages.filter((page) => /[-\u2010-\u2015]/.test(page)).length ? '–' : '-'
}
