/** `gitlab`: the Code Quality report of GitLab, shown in merge requests. */
import type { Message, Severity } from '../lint/types.ts'
import { fingerprintsOf } from './fingerprint.ts'
import { createJsonList } from './pieces.ts'
import { printable } from './printable.ts'
import type { Reporter } from './types.ts'

const SEVERITIES: Record<Severity, string> = { error: 'major', warn: 'minor', info: 'info' }

export function createGitlab(): Reporter {
  const issues = createJsonList('[')
  return {
    file({ path, messages, text }) {
      const fingerprints = fingerprintsOf(messages, text, path)
      return messages.map((message, index) => issues.item(issueOf(path, message, fingerprints[index]!))).join('')
    },
    end: () => issues.end('\n'),
  }
}

function issueOf(path: string, { rule, severity, message, line, endLine }: Message, fingerprint: string): object {
  return {
    type: 'issue',
    check_name: rule,
    description: printable(message),
    categories: ['Style'],
    severity: SEVERITIES[severity],
    fingerprint,
    location: { path, lines: { begin: line, end: endLine } },
  }
}
