import { defineRule } from '../src/lint/define-rule.ts'

export default defineRule<Record<string, unknown>>({
  id: 'unsupported-claim',
  family: 'claims',
  purpose: 'a medical claim has a qualifying citation nearby',
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
