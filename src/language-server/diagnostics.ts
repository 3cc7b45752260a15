/** Messages as the protocol's diagnostics. Offsets of both count UTF-16 code units. */
import { type Diagnostic, DiagnosticSeverity, DiagnosticTag, type Range } from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Message, Severity } from '../lint/types.ts'

export const SOURCE = 'medlint'

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warn: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
}

export function rangeIn(document: TextDocument, { start, end }: { start: number; end: number }): Range {
  return { start: document.positionAt(start), end: document.positionAt(end) }
}

export function toDiagnostic(document: TextDocument, message: Message): Diagnostic {
  const { rule, severity, note, related, url } = message
  const diagnostic: Diagnostic = {
    range: rangeIn(document, message),
    severity: SEVERITIES[severity],
    source: SOURCE,
    code: rule,
    codeDescription: { href: url },
    message: note === null ? message.message : `${message.message}\n${note}`,
  }
  if (related.length > 0) {
    diagnostic.relatedInformation = related.map((each) => ({
      location: { uri: document.uri, range: rangeIn(document, each) },
      message: each.message,
    }))
  }
  if (isUnneeded(message)) diagnostic.tags = [DiagnosticTag.Unnecessary]
  return diagnostic
}

/** Suppressions that suppress nothing are shown faded. */
function isUnneeded({ rule, message }: Message): boolean {
  return rule === 'medlint/directive' && message.startsWith('Remove')
}
