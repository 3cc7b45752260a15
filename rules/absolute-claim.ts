import { defineRule } from '../src/lint/define-rule.ts'

export default defineRule<Record<string, unknown>>({
  id: 'absolute-claim',
  family: 'claims',
  purpose: 'no cure, guarantee, permanence or certainty',
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
