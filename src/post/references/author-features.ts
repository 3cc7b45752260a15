/** Style of the author list: form of names and initials, marks between them, the cut of "et al.", the mark behind. */
import type { TextRange } from '../readability/quotations.ts'
import type { CslItem } from '../types.ts'
import type { Feature } from './features.ts'

interface Name {
  start: number
  end: number
  /** Undefined for groups and names in full. */
  parts: { family: TextRange; given: TextRange } | undefined
}

const SUFFIX = /^,? (?:Jr|Sr|2nd|3rd|II|III|IV)\b\.?|^ (?:van der|van den|van de|van|von|de la|de)\b/
const ET_AL = /\bet\.? ?al\b|\band (?:colleagues|others)\b/i
const EDITORS = /\beds?\b|\beditors?\b/i
/** Farther apart, family and given name were not read from one spot. */
const LONGEST_GAP = 3

/** @param text folded text of the entry; `end` where its author list ends, `next` where the next field starts. */
export function authorFeatures(
  text: string,
  authors: NonNullable<CslItem['author']>,
  end: number,
  next: number | undefined,
): Feature[] {
  const names = placesOf(text, authors, end)
  if (!names) return []
  const features: Feature[] = []
  const last = names.at(-1)!
  const etAl = ET_AL.test(text.slice(last.end, end))
  for (const [index, name] of names.entries()) {
    features.push(...nameFeatures(text, name))
    const before = names[index - 1]
    if (!before || (!name.parts && index === names.length - 1)) continue
    const gap = { textStart: before.end, textEnd: name.start, value: text.slice(before.end, name.start) }
    if (/…|\.\.\./.test(gap.value)) continue
    const isLast = index === names.length - 1 && !etAl
    if (!isLast) features.push({ ...gap, parameter: 'author separator' })
    else {
      features.push({ ...gap, parameter: 'last author', value: gap.value.replace(/[\s,;]/g, '') })
      // Between two authors many styles write no comma.
      if (names.length > 2) features.push({ ...gap, parameter: 'last author mark' })
    }
  }
  if (names.every(({ parts }) => parts)) features.push(cutOf(names, etAl, end))
  if (etAl) features.push({ parameter: 'et al form', value: text.slice(last.end, end), textStart: last.end, textEnd: end })
  if (next !== undefined && (last.parts || etAl) && !EDITORS.test(text.slice(last.end, end))) {
    const value = text.slice(end, next).replace(/["'].*$/, '')
    if (/^[^\p{L}\p{N}]{0,4}$/u.test(value))
      features.push({ parameter: 'author end', value, textStart: end, textEnd: end + value.length })
  }
  return features
}

/** `first 3` or `all 5`; the surplus names are what a cut would take away. */
function cutOf(names: readonly Name[], etAl: boolean, end: number): Feature {
  const last = names.at(-1)!
  if (etAl) return { parameter: 'et al cut', value: `first ${names.length}`, textStart: last.end, textEnd: end }
  const ends = names.map((name) => name.end)
  return { parameter: 'et al cut', value: `all ${names.length}`, textStart: names[0]!.start, textEnd: last.end, ends }
}

function placesOf(text: string, authors: NonNullable<CslItem['author']>, end: number): Name[] | undefined {
  const names: Name[] = []
  let at = 0
  for (const author of authors) {
    if ('literal' in author) {
      const start = text.indexOf(author.literal, at)
      if (start < 0 || start >= end) return undefined
      at = start + author.literal.length
      names.push({ start, end: at, parts: undefined })
      continue
    }
    const { family, given = '' } = author
    const familyStart = text.indexOf(family, at)
    if (familyStart < 0 || familyStart >= end || given === '') return undefined
    const familyEnd = familyStart + family.length
    const turned = text.slice(at, familyStart).trimEnd().endsWith(given)
    const givenStart = turned ? text.lastIndexOf(given, familyStart - 1) : text.indexOf(given, familyEnd)
    const givenEnd = givenStart + given.length
    const gap = turned ? familyStart - givenEnd : givenStart - familyEnd
    if (givenStart < 0 || gap < 0 || gap > LONGEST_GAP) return undefined
    const start = Math.min(familyStart, givenStart)
    at = Math.max(familyEnd, givenEnd)
    at += SUFFIX.exec(text.slice(at, at + 12))?.[0].length ?? 0
    const parts = {
      family: { textStart: familyStart, textEnd: familyEnd },
      given: { textStart: givenStart, textEnd: givenEnd },
    }
    names.push({ start, end: at, parts })
  }
  return names.length > 0 ? names : undefined
}

/** `Family A`, `Family, A.`, `A. Family`, and, for two and more initials, `AB`, `A B`, `A.B.`, `A. B.` */
function nameFeatures(text: string, { parts, start, end }: Name): Feature[] {
  if (!parts) return []
  const { family, given } = parts
  const letters = text.slice(given.textStart, given.textEnd)
  const initial = letters.includes('.') ? 'A.' : 'A'
  const turned = given.textStart < family.textStart
  const range = turned
    ? { textStart: given.textStart, textEnd: family.textEnd }
    : { textStart: family.textEnd, textEnd: given.textEnd }
  const form = turned
    ? `${initial}${text.slice(given.textEnd, family.textStart)}Family`
    : `Family${text.slice(family.textEnd, given.textStart)}${initial}`
  const features: Feature[] = [{ parameter: 'author form', value: form, ...range, shown: { textStart: start, textEnd: end } }]
  const spacing = spacingOf(letters)
  if (spacing) features.push({ parameter: 'initials', value: spacing, ...given })
  return features
}

function spacingOf(letters: string): string | undefined {
  if (/^\p{Lu}{2,}$/u.test(letters)) return 'AB'
  if (/^\p{Lu}(?: \p{Lu})+$/u.test(letters)) return 'A B'
  if (/^\p{Lu}(?:\.\p{Lu})+\.$/u.test(letters)) return 'A.B.'
  return /^\p{Lu}(?:\. \p{Lu})+\.$/u.test(letters) ? 'A. B.' : undefined
}

/** Initials in another form, given the form of names and the spacing wanted; `undefined` where letters do not tell. */
export function rewrittenName(written: string, form: string, spacing: string | undefined): string | undefined {
  const gap = /^Family([^\p{L}]*)A(\.?)$/u.exec(form)
  const initials = written.match(/\p{Lu}\p{Ll}?/gu)
  if (!gap || !initials || /\p{Ll}{2}/u.test(written)) return undefined
  if (gap[2] === '') return gap[1] + initials.join(spacing === 'A B' ? ' ' : '')
  return gap[1] + initials.map((initial) => `${initial}.`).join(spacing === 'A.B.' ? '' : ' ')
}
