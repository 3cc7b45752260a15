import { defineRule } from '../src/lint/define-rule.ts'
import { PAGE_TYPES } from '../src/lint/settings.ts'
import type { PageType } from '../src/lint/types.ts'
import { findEntries, isPlaceholder, isReadable, isTemplate } from '../src/post/frontmatter-keys.ts'
import { bareName, peopleOf } from '../src/post/people.ts'
import type { Frontmatter } from '../src/post/types.ts'

export interface Options {
  /** Frontmatter keys that may name the reviewer. */
  aliases: string[]
  requireRole: boolean
  exemptTypes: PageType[]
  /** Names of tools, which cannot review. */
  software: string[]
}

const AUTHOR_KEYS = ['author', 'authors', 'writtenBy', 'writer']
/** `reviewer_role: midwife` beside `reviewer:`. */
const ROLE_SUFFIXES = ['role', 'title', 'credentials', 'credential', 'jobTitle', 'specialty', 'profile', 'url']

export default defineRule<Options>({
  id: 'frontmatter-reviewer',
  family: 'frontmatter',
  purpose: 'a clinical reviewer who is not the author',
  type: 'problem',
  severity: 'error',
  fix: 'none',
  wave: 1,
  contentOnly: true,
  standards: [
    { key: 'NHS', status: 'checked' },
    { key: 'SCHEMA', status: 'checked' },
  ],
  messages: {
    missing: {
      text: 'Add a clinical reviewer with a role.',
      note: 'A second, qualified person finds what an author cannot see.',
    },
    author: { text: 'Name a reviewer other than the author.', note: 'Nobody reviews their own text.' },
    role: {
      text: 'Add the role or credential of the reviewer "{value}".',
      note: 'Readers need to know why this person can judge the content.',
    },
    software: {
      text: 'Name a person as the reviewer instead of "{value}".',
      note: 'Software can check a text but cannot answer for it.',
    },
  },
  schema: {
    type: 'object',
    properties: {
      aliases: { type: 'array', items: { type: 'string' }, description: 'Frontmatter keys that may name the reviewer.' },
      requireRole: { type: 'boolean', description: 'Ask for a role or credential beside the name.' },
      exemptTypes: { type: 'array', items: { enum: PAGE_TYPES }, description: 'Page types that need no reviewer.' },
      software: { type: 'array', items: { type: 'string' }, description: 'Names of tools, which cannot review.' },
    },
    additionalProperties: false,
  },
  defaultOptions: {
    aliases: ['reviewedBy', 'medicalReviewer', 'reviewer'],
    requireRole: true,
    exemptTypes: ['news', 'policy', 'hub', 'logistics'],
    software: [
      'AI',
      'AI assistant',
      'artificial intelligence',
      'assistant',
      'bot',
      'chatbot',
      'ChatGPT',
      'Claude',
      'Copilot',
      'Gemini',
      'GPT',
      'Grammarly',
      'Llama',
      'LLM',
      'medlint',
      'Perplexity',
    ],
  },
  check(post, { options, settings, report }) {
    const { frontmatter } = post
    if (!isReadable(frontmatter) || options.exemptTypes.includes(settings.pageType)) return
    const entries = findEntries(frontmatter, [...options.aliases, 'medicallyReviewedBy', 'reviewers'])
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
    const authors = new Set(
      findEntries(frontmatter, AUTHOR_KEYS).flatMap((entry) => peopleOf(frontmatter, entry).map(({ name }) => bareName(name))),
    )
    const roleBeside = hasRoleBeside(frontmatter, options.aliases)
    for (const { name, qualified, start, end } of people) {
      const at = { start, end }
      if (isTemplate(name)) continue
      if (isSoftware(name, options.software)) report({ at, message: 'software', data: { value: name } })
      else if (authors.has(bareName(name))) report({ at, message: 'author' })
      else if (options.requireRole && !qualified && !roleBeside) report({ at, message: 'role', data: { value: name } })
    }
  },
})

function hasRoleBeside(frontmatter: Frontmatter, aliases: string[]): boolean {
  const keys = aliases.flatMap((alias) => ROLE_SUFFIXES.map((suffix) => `${alias}${suffix}`))
  return findEntries(frontmatter, keys).some(({ data }) => typeof data === 'string' && data.trim() !== '')
}

/** `GPT-4o` and `Claude (Anthropic)` are software; a person called Claude Martin, MD is not. */
function isSoftware(name: string, software: string[]): boolean {
  const words = name
    .toLowerCase()
    .replace(/^(?:an?|the|our) /, '')
    .split(/[^\p{L}\p{N}]+/u)
  const plain = ` ${words.join(' ').trim()} `
  return software.some((tool) => {
    const known = ` ${tool.toLowerCase()} `
    if (plain === known) return true
    if (!plain.startsWith(known)) return false
    const rest = plain.slice(known.length).trim()
    return /^(?:v?\d\S*|ai|assistant|bot|review(?:er)?|pro|ultra|sonnet|opus|haiku|flash|anthropic|openai|google|microsoft)\b/.test(
      rest,
    )
  })
}
