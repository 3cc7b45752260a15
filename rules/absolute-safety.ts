import { defineRule } from '../src/lint/define-rule.ts'

export default defineRule<Record<string, unknown>>({
  id: 'absolute-safety',
  family: 'claims',
  purpose: 'no "no risk"',
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
