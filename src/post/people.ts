/** People as frontmatter names them: `Ines Vogt, RD`, `{name, credentials}`, lists of either. */
import list from '../../data/credentials.json' with { type: 'json' }
import { isEmptyValue, plainKey } from './frontmatter-keys.ts'
import type { Frontmatter, FrontmatterEntry, Range } from './types.ts'

export interface Person extends Range {
  /** As written, without credentials split off. */
  name: string
  /** A degree, role, title or profile stands with the name. */
  qualified: boolean
}

const CREDENTIALS = new Set((list.entries as string[]).map(withoutDots))
const QUALIFYING_KEYS = new Set(
  [
    'credentials',
    'credential',
    'degree',
    'degrees',
    'qualification',
    'qualifications',
    'suffix',
    'title',
    'role',
    'jobTitle',
    'job',
    'position',
    'specialty',
    'speciality',
    'profession',
    'profile',
    'url',
    'link',
    'website',
    'orcid',
    'bio',
    'about',
    'page',
    'affiliation',
    'affiliations',
  ].map(plainKey),
)
const NAME_KEYS = ['name', 'fullName', 'displayName', 'title', 'id', 'key', 'slug'].map(plainKey)
const TITLE = /(?:^|\s)(?:dr|prof|professor|doctor|doc\.med|dra|docteur|sister|nurse)\.?\s/iu
/** `Ines Vogt (midwife)`, `Ines Vogt - midwife`, `Ines Vogt | midwife`: what follows is a role. */
const ROLE_BEHIND = /\S\s*(?:\(|[|•·]\s|\s[-–—]\s)\s*\p{L}{2,}/u

/** The persons an entry names, each with the place of its text. */
export function peopleOf(frontmatter: Frontmatter, entry: FrontmatterEntry): Person[] {
  const { data, path, value } = entry
  if (isEmptyValue(data) || typeof data === 'boolean') return []
  if (Array.isArray(data)) {
    const items = data.map((_, index) => frontmatter.entries.get(`${path}.${index}`))
    return items.flatMap((item) => (item ? peopleOf(frontmatter, item) : []))
  }
  if (typeof data === 'object' && data !== null) return fromObject(data as Record<string, unknown>, value)
  const name = String(data).trim()
  return [{ ...value, name, qualified: hasCredential(name) }]
}

function fromObject(data: Record<string, unknown>, value: Range): Person[] {
  const entries = Object.entries(data).map(([key, each]) => [plainKey(key), each] as const)
  const named = NAME_KEYS.map((key) =>
    entries.find(([each, data]) => each === key && typeof data === 'string' && data.trim() !== ''),
  ).find(Boolean)
  const first = entries.find(([key]) => key === 'firstname' || key === 'given')?.[1]
  const last = entries.find(([key]) => key === 'lastname' || key === 'family')?.[1]
  const name = named ? String(named[1]).trim() : [first, last].filter((part) => typeof part === 'string').join(' ')
  const qualified = entries.some(([key, each]) => key !== named?.[0] && QUALIFYING_KEYS.has(key) && !isEmptyValue(each))
  return [{ ...value, name, qualified: qualified || hasCredential(name) }]
}

/** Letters such as MD, a title in front, or a role behind a comma or in parentheses. */
export function hasCredential(name: string): boolean {
  if (TITLE.test(name) || ROLE_BEHIND.test(name)) return true
  const [, ...behind] = name.split(',')
  if (behind.some((part) => /\p{L}{2,}/u.test(part) && !/^\s*(?:jr|sr|inc|ltd|llc|gmbh)\.?\s*$/iu.test(part))) return true
  const words = name.split(/[\s/]+/).slice(1)
  return words.some((word) => /^\p{Lu}/u.test(word) && CREDENTIALS.has(withoutDots(word)))
}

function withoutDots(word: string): string {
  return word.replace(/[.,()]/g, '')
}

/** The name alone, for comparing two mentions of one person: no title, no credentials, no case or points. */
export function bareName(name: string): string {
  const alone = ` ${name.split(/[,(|]/)[0]!} `.replace(TITLE, ' ')
  const words = alone.split(/\s+/).filter((word, index) => word !== '' && (index < 3 || !CREDENTIALS.has(withoutDots(word))))
  return words.join(' ').toLowerCase().replace(/[.'’]/g, '').trim()
}
