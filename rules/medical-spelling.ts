import { defineRule } from '../src/lint/define-rule.ts'

export default defineRule<object>({
  id: 'medical-spelling',
  family: 'language',
  purpose: 'medical words are spelled right, in one locale',
  type: 'problem',
  severity: 'warn',
  fix: 'suggestion',
  wave: 1,
  english: true,
  standards: [{ key: 'AMA', status: 'partly' }],
  messages: {},
  schema: { type: 'object', properties: {}, additionalProperties: false },
  defaultOptions: {},
  check() {},
})
