/** Works on preprint servers, and pages of a site in the order that citeproc gives them. */
import type { Draft } from './parse-entry.ts'
import { setSpan } from './spans.ts'

const SERVER =
  /[.?!]["']? (?:In )?(?<server>(?:ar|bio|med|chem|psyar)[RrXx]iv|Research Square|SSRN)(?: \([^()]{4,40}\))?(?: \[(?:Internet|Preprint)\])*(?:[.;,:] ?\k<server>)?(?:[.;,:]? ?\(?(?<year>(?:1[89]|20)\d{2})\)?(?: [A-Z][a-z]{2,8}(?: \d{1,2})?)?)?[.;]?(?: Report (?:[Nn]o\.: )?[\w./-]+)?[.;]?$/du

/** `Title. arXiv; 2014.` and the like: a server stands where other works have journal or publisher. */
export function readPreprint(draft: Draft, from: number): boolean {
  if (!draft.authors) return false
  const base = Math.max(from, draft.end - 160)
  const match = SERVER.exec(draft.text.slice(base, draft.end).trimEnd())
  if (!match) return false
  const { server, year } = match.indices!.groups!
  if (!year && !draft.leadYear) return false
  draft.type = 'article'
  setSpan(draft, 'title', from, base + match.index + (draft.text[base + match.index] === '.' ? 0 : 1))
  setSpan(draft, 'container-title', base + server![0], base + server![1])
  if (year) setSpan(draft, 'issued', base + year[0], base + year[1])
  return true
}

const SITE =
  /^(?:(?<group>[^.,;[\]() ]{2,30}(?: [^.,;[\]() ]{1,30}){0,3})\. )?(?<site>(?:[^.[\]]|(?<=\b\p{Lu})\.){3,90}) \[Internet\]\. (?:(?<year>(?:1[89]|20)\d{2})[^.[\]]{0,12}(?: \[[^\]]{0,60}\])?|\[cited[^\]]{0,60}\])\. (?<title>.{3,300})$/du

/** `Site [Internet]. 2023 [cited ...]. Title.`, the order of citeproc for a page of a site; a group may stand in front. */
export function readSite(draft: Draft, from: number): boolean {
  const match = SITE.exec(draft.text.slice(from, draft.end).trimEnd())
  if (!match) return false
  const { group, site, year, title } = match.indices!.groups!
  if (group && draft.authors) return false
  draft.type = 'webpage'
  setSpan(draft, 'title', from + title![0], from + title![1])
  setSpan(draft, 'container-title', from + site![0], from + site![1])
  if (year) setSpan(draft, 'issued', from + year[0], from + year[1])
  if (group) {
    const end = from + group[1]
    const literal = draft.text.slice(from + group[0], end)
    draft.authors = { end, form: 'group', names: [{ literal }], etAl: false, editors: false }
  }
  return true
}
