/** `gitlab` has what GitLab's documentation of Code Quality reports asks for. */
import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import { folderOf, medlint, wordRules } from '../cli/support.ts'
import { EVERY_RULE, fixtures } from './every-rule.ts'

interface Issue {
  check_name: string
  severity: string
  fingerprint: string
  description: string
  location: { path: string; lines: { begin: number; end: number } }
}

const line = { type: 'integer', minimum: 1 }
const validate = new Ajv().compile<Issue[]>({
  type: 'array',
  items: {
    type: 'object',
    required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    properties: {
      description: { type: 'string', minLength: 1 },
      check_name: { type: 'string', minLength: 1 },
      fingerprint: { type: 'string', pattern: '^[0-9a-f]{32}$' },
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        required: ['path', 'lines'],
        // Relative to the repository, without "./".
        properties: {
          path: { type: 'string', pattern: '^(?!\\.?/)' },
          lines: { type: 'object', required: ['begin'], properties: { begin: line, end: line } },
        },
      },
    },
  },
})

function issuesOf(stdout: string): Issue[] {
  const issues: unknown = JSON.parse(stdout)
  if (!validate(issues)) throw new Error(JSON.stringify(validate.errors))
  return issues
}

describe('gitlab', () => {
  it('fits the documentation over every fixture and rule, and no fingerprint comes twice', async () => {
    const { stdout } = await medlint(['-f', 'gitlab', ...EVERY_RULE], { cwd: fixtures })
    const issues = issuesOf(stdout)
    const json = JSON.parse((await medlint(['-f', 'json', ...EVERY_RULE], { cwd: fixtures })).stdout) as { messages: unknown[] }[]
    expect(issues).toHaveLength(json.flatMap(({ messages }) => messages).length)
    expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(issues.length)
  })

  it('has severities of GitLab, and the lines of a place', async () => {
    const folder = folderOf({ ...wordRules(), 'a.md': 'bad\n\nmeh hmm\n' })
    const issues = issuesOf((await medlint(['-f', 'gitlab'], { cwd: folder })).stdout)
    expect(issues.map(({ check_name, severity, location }) => [check_name, severity, location])).toEqual([
      ['word-error', 'major', { path: 'a.md', lines: { begin: 1, end: 1 } }],
      ['word-warn', 'minor', { path: 'a.md', lines: { begin: 3, end: 3 } }],
      ['word-info', 'info', { path: 'a.md', lines: { begin: 3, end: 3 } }],
    ])
  })

  it('tells files with the same text apart', async () => {
    const folder = folderOf({ ...wordRules(), 'a.md': 'bad\n', 'b.md': 'bad\n', 'c.md': 'Good.\n' })
    const issues = issuesOf((await medlint(['-f', 'gitlab'], { cwd: folder })).stdout)
    expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(2)
    expect(issuesOf((await medlint(['-f', 'gitlab', 'c.md'], { cwd: folder })).stdout)).toEqual([])
  })
})
