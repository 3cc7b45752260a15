import { defineRule } from '../src/lint/define-rule.ts'

export default defineRule<Record<string, unknown>>({
  id: 'self-citation',
  family: 'citations',
  purpose: 'claims and evidence words do not link to the own site',
  type: 'problem',
  severity: 'warn',
  fix: 'none',
  wave: 1,
  english: true,
  standards: [{ key: 'FTC', status: 'checked' }],
  messages: {},
  schema: { type: 'object', properties: {} },
  defaultOptions: {},
  check() {},
})
