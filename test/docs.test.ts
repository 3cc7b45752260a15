/** The examples on the rule pages are run: what a page shows as bad is reported at the marked range, what it shows as good is not. */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { rules } from '../rules/index.ts'
import type { CrossFile } from '../src/post/types.ts'
import { expectReports, expectSilent, ruleIds, type Setup } from './support.ts'

const EXAMPLE = /^(`{3,})md (bad|good)(?: (\{.*\}))?\n([\s\S]*?)^\1$/gm

describe.each(ruleIds())('docs/rules/%s.md', (id) => {
  const path = fileURLToPath(new URL(`../docs/rules/${id}.md`, import.meta.url))
  const page = existsSync(path) ? readFileSync(path, 'utf8') : ''
  const examples = [...page.matchAll(EXAMPLE)].map(([, , kind, setup = '{}', text = ''], index) => ({ index, kind, setup, text }))

  it.each(examples)('example $index ($kind)', ({ kind, setup, text }) => {
    const parsed = setupOf(setup)
    if (kind === 'good') return expectSilent(rules[id]!, text, parsed)
    // Formatting belongs to the message, not to its data.
    for (const { data } of expectReports(rules[id]!, text, parsed)) expect(Object.values(data).join('')).not.toContain('`')
  })
})

/** What a page shares with others is written down as it is answered. */
function setupOf(json: string): Setup {
  const setup = JSON.parse(json) as Setup
  const shared = setup.project?.crossFile as CrossFile | undefined
  return shared ? { ...setup, project: { ...setup.project, crossFile: () => shared } } : setup
}
