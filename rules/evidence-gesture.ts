import { defineRule } from '../src/lint/define-rule.ts'

export default defineRule<Record<string, unknown>>({
  id: 'evidence-gesture',
  family: 'claims',
  purpose: 'an appeal to evidence names its evidence',
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
