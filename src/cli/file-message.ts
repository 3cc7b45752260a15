import type { CoreId } from '../lint/lint.ts'
import type { Message } from '../lint/types.ts'

export const CORE_PAGE = 'https://github.com/medlint/medlint/blob/main/docs/configuration.md#what-the-core-reports'

/** A message about a whole file that no rule could see. */
export function fileMessage(rule: CoreId, message: string): Message {
  const messageId = rule.slice(rule.indexOf('/') + 1)
  const place = { start: 0, end: 0, line: 1, column: 1, endLine: 1, endColumn: 1 }
  return {
    rule,
    messageId,
    severity: 'error',
    message,
    note: null,
    actual: '',
    ...place,
    data: {},
    related: [],
    fix: null,
    suggestions: [],
    url: CORE_PAGE,
  }
}
