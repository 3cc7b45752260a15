/** What the core itself reports, by id. */
import type { RuleDescription } from '../report/types.ts'
import { CORE_PAGE } from './file-message.ts'

export const CORE_RULES: Readonly<Record<string, string>> = {
  'medlint/read': 'The file could not be read: no permission, not UTF-8, binary, or over 20 MB. The run ends with status 2.',
  'medlint/frontmatter-syntax': 'The frontmatter is not valid YAML, TOML or JSON. Other rules go on without it.',
  'medlint/directive': 'A medlint comment is wrong, unused, without a reason or out of date.',
  'medlint/internal': 'A rule failed on this file; the others went on. The run ends with status 2. Please report it.',
  'medlint/language': 'The text is not English, so rules of English prose were skipped. Set `lang` if that is wrong.',
}

export function coreDescription(id: string): RuleDescription | undefined {
  const purpose = Object.hasOwn(CORE_RULES, id) ? CORE_RULES[id] : undefined
  if (purpose === undefined) return undefined
  const severity = id === 'medlint/language' ? 'info' : id === 'medlint/directive' ? 'warn' : 'error'
  return { id, purpose, family: 'core', severity, url: CORE_PAGE }
}
