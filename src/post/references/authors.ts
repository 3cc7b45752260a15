/** The author list at the start of an entry: `Family AB`, `Family, A. B.`, `A. B. Family`, or a group. */
import type { CslItem } from '../types.ts'

export interface AuthorList {
  end: number
  /** `full`: first names written out. */
  form: 'van' | 'apa' | 'giv' | 'full' | 'group'
  names: NonNullable<CslItem['author']>
  etAl: boolean
  /** An ellipsis stands before the last name, as APA cuts lists of more than twenty. */
  gap?: boolean
  editors: boolean
}

/** Up to four: V8 writes out every repetition of a loop of up to three, which doubles what these patterns cost to compile. */
const PARTICLE =
  "(?:(?:van|von|de|der|den|del|della|da|dos|di|du|la|le|ten|ter|el|al|bin|ibn|St\\.?|d'|O'|Van|Von|De|Der|Del|La|Le|Di|Al)[ -]?){0,4}"
const NAME = "(?:\\p{Lu}[\\p{L}'\\p{M}]*|d'\\p{Lu}\\p{L}+)"
const FAMILY = `${PARTICLE}${NAME}(?:(?: - |[ -])(?!\\p{Lu}{1,3}(?![\\p{L}'-]))(?:de |del |de la |la |van |van de |von )?${NAME}){0,2}`
/** Behind the name: `Smith AB Jr`, `Maaten L van der`, `Santos, N. L. dos`. */
const SUFFIX =
  '(?: ?(?<particle>van der|van den|van de|van|von|de la|de|d[ao]s?|del|di|du|ten|ter|y(?=[,.;:]))(?=[\\s,.;:(]))?(?:,? (?<suffix>Jr|Sr|2nd|3rd|II|III|IV)\\.?)?'
const INITIAL = '(?:d[aeo]s? )?(?:Md|\\p{Lu}(?:h|y|u|Kh|a|e|d)?)'

/** `starts`: a cheap sign that a list of this form may begin here, since most entries have no use for two of the slow patterns. */
const FORMS: { form: 'van' | 'apa' | 'giv'; starts: RegExp; name: RegExp }[] = [
  {
    form: 'van',
    starts: /^(?:St\. )?[^,.;:()&]{0,100} (?:\p{Lu}[\p{L}-]{0,6}|2nd|3rd)(?:[,.;:()&\s]|$)/u,
    name: new RegExp(
      `(?<family>${FAMILY}) (?!(?:I{2,3}|Jr|Sr|AND|FOR|THE)\\b)(?<given>(?:\\p{Lu}\\.-?){1,3}(?=[,;]| \\((?:1[89]|20)\\d\\d)|\\p{Lu}(?: \\p{Lu}){1,2}(?=[,.;:(&]|$)|\\p{Lu}\\p{L}?(?:-?\\p{Lu}h?){0,3}|(?:\\p{Lu}\\.[ -]?){1,3})${SUFFIX}(?=[\\s,.;:()&]|$)`,
      'uy',
    ),
  },
  {
    form: 'apa',
    starts: /^(?:St\. )?[^,.;:()&]{1,100}, ?\p{Lu}(?:.{0,2}\.|\p{Lu}{0,2}[ ,;(-]|$)/u,
    name: new RegExp(
      `(?<family>${FAMILY}), ?(?<given>(?:${INITIAL}\\.(?:[ -]{1,2}(?=(?:d[aeo]s? )?\\p{Lu}))?){1,5}|\\p{Lu}(?:[ -]?\\p{Lu}){0,2}(?=[,.;(]| [(&]|$))${SUFFIX}`,
      'uy',
    ),
  },
  {
    form: 'giv',
    starts: /^\p{Lu}\./u,
    name: new RegExp(`(?<given>(?:\\p{Lu}\\.[ -]?){1,4}) ?(?<family>${FAMILY})${SUFFIX}`, 'uy'),
  },
]

const SEPARATOR = /\s*(?:,\s*(?:&|and|\.\.\.|…)\s*|;\s*(?:&|and)?\s*|,\s*|\s(?:&|and|y|und|et)\s(?!al\b))|\s*…\s*/y
const ET_AL = /[.,;]?\s*(?:and\s)?(?:et\.? ?al\b\.?,?|and colleagues|and others|\(et al\.?\))/iy
const EDITORS = /,?\s*\(?(?:eds?|editors?)\b\.?\)?/iy
/** What may follow a complete list. */
const FOLLOWS =
  /\s*(?:[.:;](?=\s|[."([]|\p{L}|\d|$)|,?\s*\(?(?:(?:1[89]|20)\d{2}|n\.d\.|in press)|,?\s*"|[,.]?\s*[-]\s|\s*\(Eds?)|\s+(?=\p{Lu})|$/uy

export function parseAuthors(text: string): AuthorList | undefined {
  let best: AuthorList | undefined
  for (const { form, starts, name } of FORMS) {
    const list = starts.test(text) ? listOf(text, form, name) : undefined
    if (list && (!best || list.end > best.end)) best = list
  }
  const alone = best ? undefined : ALONE.exec(text)
  if (alone) return { end: alone[0].length, form: 'full', names: [{ family: alone[1]! }], etAl: true, editors: false }
  // `Henry W. Lin, Max Tegmark` starts like `Henry W.`
  const full = best && best.names.length > 1 ? undefined : writtenOut(text)
  if (full && full.end > (best?.end ?? 0)) return full
  return best ?? groupOf(text)
}

function listOf(text: string, form: AuthorList['form'], name: RegExp): AuthorList | undefined {
  const names: AuthorList['names'] = []
  let at = 0
  let end = -1
  let gap = false
  for (let guard = 0; guard < 400; guard++) {
    name.lastIndex = at
    let match = name.exec(text)
    if (!match && names.length > 0) match = otherForm(text, at, form) ?? oddName(text, at, name)
    if (!match?.groups) break
    const { family, given, particle, suffix } = match.groups
    names.push({
      family: family!.trim(),
      given: given!.trim(),
      ...(particle ? { 'dropping-particle': particle } : {}),
      ...(suffix ? { suffix } : {}),
    })
    end = at + match[0].trimEnd().length
    const next = behindSeparator(text, end)
    if (next === undefined) break
    if (/…|\.{3}/.test(text.slice(end, next))) gap = true
    at = next
  }
  if (end < 0) return undefined
  return finish(text, { end, form, names, etAl: false, gap, editors: false })
}

/**
 * EndNote writes `Labouvie, E., M. E. Bates, et al.`: only the first name is turned round. And one name may have points or a
 * comma that the others have not.
 */
function otherForm(text: string, at: number, form: AuthorList['form']): RegExpExecArray | null {
  for (const { form: other, name } of FORMS) {
    if (other === form) continue
    name.lastIndex = at
    const match = name.exec(text)
    if (match) return match
  }
  return null
}

function behindSeparator(text: string, at: number): number | undefined {
  SEPARATOR.lastIndex = at
  const separator = SEPARATOR.exec(text)
  return separator && separator[0] !== '' ? at + separator[0].length : undefined
}

const ODD_NAME = /(?<family>\p{Lu}[\p{L}'-]+),? (?<given>\p{Ll}[\p{L}-]{1,20})(?=,| &)/uy

/** `Li shuang`: a first name in small letters, read only between two names in the form of the list. */
function oddName(text: string, at: number, name: RegExp): RegExpExecArray | null {
  ODD_NAME.lastIndex = at
  const odd = ODD_NAME.exec(text)
  const next = odd ? behindSeparator(text, at + odd[0].length) : undefined
  if (!odd || next === undefined) return null
  name.lastIndex = next
  return name.test(text) ? odd : null
}

function finish(text: string, list: AuthorList): AuthorList | undefined {
  let { end } = list
  ET_AL.lastIndex = end
  const etAl = ET_AL.exec(text)
  if (etAl) end += etAl[0].length
  // A group may follow the persons: "; PROMISE Investigators."
  const behind = GROUP_AFTER.exec(text.slice(end, end + 120))
  const group = behind && ORGANIZATION.test(behind[1]!) ? behind : null
  if (group) end += group[0].length
  const names = group ? [...list.names, { literal: group[1]! }] : list.names
  EDITORS.lastIndex = end
  const editors = EDITORS.exec(text)
  if (editors) end += editors[0].length
  if (etAl && /[.,]$/.test(text.slice(0, end))) end--
  FOLLOWS.lastIndex = end
  const follows = text[end - 1] === '.' || FOLLOWS.test(text)
  if (!follows || MORE_NAMES.test(text.slice(end, end + 40))) return undefined
  return { ...list, names, end, etAl: etAl !== null, editors: editors !== null }
}

/** `Ishii S Tabata R, Ito K.`: a comma is missing, and what follows is no title. */
const MORE_NAMES = /^\s+(?:\p{Lu}[\p{L}'-]+ )?\p{Lu}{1,3}[,;] \p{Lu}/u

const GROUP_AFTER = /^(?:[,;]|,? …)(?: &)? (?:for |on behalf of )?((?:[Tt]he )?\p{Lu}[\p{L}\d' -]{2,90})(?=[.:]|\s\(\d)/u

const ORGANIZATION =
  /\b(?:Organi[sz]ation|Association|Associations|Committee|Society|Cent(?:er|re)s?|Group|Ministry|Institutes?|Agency|Department|Collaboration|Collaborators|Services?|Foundation|Academy|Council|Network|Force|College|University|Trust|Board|Commission|Consortium|Investigators|Administration|Federation|Union|Office|Clinic|Hospital|Programme?|Panel|Nations|Library|School|Bureau|Alliance|Partnership|Initiative|Authority|Staff)\b|^(?:[A-Z]{2,8}|UpToDate|StatPearls|DailyMed|MedlinePlus|Cochrane)$/
const GROUP = /^[\p{Lu}][^.?!:;"()]{1,110}(?:\([A-Z][A-Za-z.]{1,9}\))?(?=\.\s|\.?,?\s\((?:(?:1[89]|20)\d{2}|n\.d\.))/u

/** `Stein et al.` */
const ALONE = new RegExp(`^(${FAMILY}) et\\.? ?al\\.?(?=\\s)`, 'u')
const FULL_NAME = `\\p{Lu}[\\p{L}'-]+(?: \\p{Lu}\\.)?(?: \\p{Lu}[\\p{L}'-]+){1,5}`
/** Always there between two names: without it words could be shared out among names in more ways than can be tried. */
const BETWEEN_NAMES = '(?:,? (?:& |and )|, )'
const FULL_NAMES = new RegExp(
  `^(?:${FULL_NAME}${BETWEEN_NAMES}){1,30}(?:${FULL_NAME}|(?<etAl>et al))(?=\\. (?=\\p{Lu})|\\.? \\((?:1[89]|20)\\d{2}\\))`,
  'u',
)

/** `Edward Choi, Siddharth Biswal. Title.`: names in full, first name first. */
function writtenOut(text: string): AuthorList | undefined {
  const head = text.slice(0, 600)
  if (!/^\p{Lu}[\p{L}'-]+ \p{Lu}/u.test(head)) return undefined
  const match = FULL_NAMES.exec(head)
  if (!match) return undefined
  const etAl = match.groups!['etAl'] !== undefined
  const names = match[0].split(new RegExp(BETWEEN_NAMES)).slice(0, etAl ? -1 : undefined)
  if (names.some((name) => ORGANIZATION.test(name))) return undefined
  return { end: match[0].length, form: 'full', names: names.map((literal) => ({ literal })), etAl, editors: false }
}

function groupOf(text: string): AuthorList | undefined {
  const match = GROUP.exec(text)
  if (!match) return undefined
  const name = match[0].trim()
  const dated = /^\.?,?\s\(/.test(text.slice(match[0].length))
  if (name.split(/\s+/).length > 14 || (!dated && !ORGANIZATION.test(name))) return undefined
  return { end: match[0].length, form: 'group', names: [{ literal: name }], etAl: false, editors: false }
}
