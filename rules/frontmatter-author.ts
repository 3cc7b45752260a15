import { defineRule } from '../src/lint/define-rule.ts'
import { findEntries, isPlaceholder, isReadable, isTemplate, plainKey } from '../src/post/frontmatter-keys.ts'
import { bareName, type Person, peopleOf } from '../src/post/people.ts'
import type { Post } from '../src/post/types.ts'

export interface Options {
  /** Frontmatter keys that may name the author. */
  keys: string[]
  requireCredentials: boolean
  /** Data file of people, read by the host. */
  profiles: string | null
  /** Names that stand for nobody. */
  banned: string[]
  /** Organisations that may sign without a person. */
  trustedOrganizations: string[]
}

/** Words that add no person to a banned one: `Content Team`, `Guest Author`. */
const FILLERS = new Set(
  'a an and anonymous author authors blog blogger by company content contributor contributors editorial health marketing medical our owner site the unknown user us web webmaster wellness writer writers writing'.split(
    ' ',
  ),
)
const GROUPS = new Set(['team', 'staff'])
/** `author_credentials: MD` beside `author:` and the like. */
const CREDENTIAL_KEYS = [
  'credentials',
  'credential',
  'title',
  'role',
  'bio',
  'profile',
  'url',
  'qualifications',
  'degree',
  'jobTitle',
]

export default defineRule<Options>({
  id: 'frontmatter-author',
  family: 'frontmatter',
  purpose: 'a named author with a credential or profile',
  type: 'problem',
  severity: 'error',
  fix: 'none',
  wave: 1,
  contentOnly: true,
  standards: [
    { key: 'JAMA', status: 'checked' },
    { key: 'QUEST', status: 'checked' },
    { key: 'E-E-A-T', status: 'checked' },
  ],
  messages: {
    missing: {
      text: 'Name the author and a credential or profile.',
      note: 'Readers judge health content by who stands behind it (JAMA benchmarks: authorship).',
    },
    banned: {
      text: 'Replace "{value}" with a person and a credential.',
      note: 'A group or an account cannot answer for medical content.',
    },
    credential: {
      text: 'Add a credential or profile to the author "{value}".',
      note: 'A name alone does not show why the author can be trusted on health.',
    },
  },
  schema: {
    type: 'object',
    properties: {
      keys: { type: 'array', items: { type: 'string' }, description: 'Frontmatter keys that may name the author.' },
      requireCredentials: { type: 'boolean', description: 'Also ask for a credential or profile.' },
      profiles: { type: ['string', 'null'], description: 'Data file of people (YAML or JSON); whoever is in it has a profile.' },
      banned: { type: 'array', items: { type: 'string' }, description: 'Names that stand for nobody.' },
      trustedOrganizations: {
        type: 'array',
        items: { type: 'string' },
        description: 'Organisations that may sign without a person.',
      },
    },
    additionalProperties: false,
  },
  defaultOptions: {
    keys: ['author', 'authors'],
    requireCredentials: false,
    profiles: null,
    banned: ['admin', 'staff', 'team', 'editor', 'guest'],
    trustedOrganizations: [],
  },
  check(post, { options, report }) {
    const { frontmatter } = post
    if (!isReadable(frontmatter)) return
    const entries = findEntries(frontmatter, options.keys)
    const people = entries
      .flatMap((entry) => peopleOf(frontmatter, entry))
      .filter(({ name }) => name !== '' && !isPlaceholder(name))
    if (people.length === 0) {
      const [empty] = entries
      return report({
        at: empty ? (empty.value.end > empty.value.start ? empty.value : empty.key) : frontmatter.opening,
        message: 'missing',
      })
    }
    const trusted = new Set(options.trustedOrganizations.map((name) => name.toLowerCase()))
    const nobody = bannedNames(options.banned)
    const beside = hasCredentialBeside(post, options.keys)
    for (const person of people) {
      const { name, start, end } = person
      if (trusted.has(name.toLowerCase()) || isTemplate(name)) continue
      const banned = nobody(name)
      if (!banned && (!options.requireCredentials || person.qualified || beside || hasProfile(post, options, person))) continue
      report({ at: { start, end }, message: banned ? 'banned' : 'credential', data: { value: name } })
    }
  },
})

function bannedNames(banned: string[]): (name: string) => boolean {
  const names = new Set(banned.map((name) => name.toLowerCase()))
  return (name) => {
    const plain = name.toLowerCase().trim()
    const words = plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
    const last = words.at(-1) ?? ''
    return (
      names.has(plain) || words.every((word) => names.has(word) || FILLERS.has(word)) || (GROUPS.has(last) && names.has(last))
    )
  }
}

function hasCredentialBeside({ frontmatter }: Post, keys: string[]): boolean {
  const wanted = new Set(keys.flatMap((key) => CREDENTIAL_KEYS.map((suffix) => plainKey(key + suffix))))
  return [...frontmatter.entries.values()].some(
    ({ path, data }) => wanted.has(plainKey(path)) && typeof data === 'string' && data.trim() !== '',
  )
}

/** Without the file of people nothing is known about them, so nothing is said. */
function hasProfile({ project }: Post, { profiles }: Options, { name }: Person): boolean {
  if (profiles === null) return false
  if (!project.people) return true
  const wanted = new Set([name.toLowerCase(), bareName(name)])
  return project.people.some((each) => wanted.has(each.toLowerCase()) || wanted.has(bareName(each)))
}
