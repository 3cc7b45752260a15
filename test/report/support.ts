import type { Message } from '../../src/lint/types.ts'
import type { RunSummary } from '../../src/report/types.ts'

export function message(extra: Partial<Message> = {}): Message {
  return {
    rule: 'dose-decimal',
    messageId: 'zero',
    severity: 'error',
    message: 'Write "1 mg" without the trailing zero.',
    note: null,
    actual: '1.0 mg',
    start: 10,
    end: 16,
    line: 3,
    column: 5,
    endLine: 3,
    endColumn: 11,
    data: {},
    related: [],
    fix: null,
    suggestions: [],
    url: 'https://clinic.example/dose-decimal',
    ...extra,
  }
}

export function summary(extra: Partial<RunSummary> = {}): RunSummary {
  return {
    version: '1.2.3',
    now: '2026-06-01',
    files: 2,
    errors: 0,
    warnings: 0,
    infos: 0,
    suppressed: 0,
    fixed: 0,
    fixable: 0,
    filesWithMessages: 1,
    data: {},
    silent: [],
    skipped: 0,
    broken: false,
    rules: [],
    shard: null,
    ...extra,
  }
}
