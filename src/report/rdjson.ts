/** `rdjson`: the Reviewdog Diagnostic Format. Its columns count bytes of UTF-8. */
import { type Lines, lineIndex } from '../lint/lines.ts'
import type { Edit, Message, Severity } from '../lint/types.ts'
import { createJsonList } from './pieces.ts'
import type { Reporter } from './types.ts'

const SEVERITIES: Record<Severity, string> = { error: 'ERROR', warn: 'WARNING', info: 'INFO' }
const SOURCE = { name: 'medlint', url: 'https://github.com/medlint/medlint' }

interface Position {
  line: number
  column: number
}
type PositionAt = (offset: number) => Position

export function createRdjson(): Reporter {
  const diagnostics = createJsonList(`{"source":${JSON.stringify(SOURCE)},"diagnostics":[`)
  return {
    file({ path, messages, text }) {
      if (messages.length === 0) return ''
      const positionAt = text === undefined ? undefined : positionsIn(text, lineIndex(text))
      return messages.map((message) => diagnostics.item(diagnosticOf(path, message, text, positionAt))).join('')
    },
    end: () => diagnostics.end('}\n'),
  }
}

function diagnosticOf(path: string, message: Message, text: string | undefined, positionAt: PositionAt | undefined): object {
  const { rule, severity, url, start, end, line, column } = message
  const range = positionAt ? { start: positionAt(start), end: positionAt(end) } : { start: { line, column } }
  const suggestions =
    text === undefined || !positionAt ? [] : choicesOf(message).map((edits) => suggestionOf(edits, text, positionAt))
  return {
    message: message.note === null ? message.message : `${message.message} ${message.note}`,
    location: { path, range },
    severity: SEVERITIES[severity],
    code: { value: rule, url },
    ...(suggestions.length > 0 ? { suggestions } : {}),
  }
}

/** Each is one way to mend it. */
function choicesOf({ fix, suggestions }: Message): Edit[][] {
  const all = [...(fix ? [fix.edits] : []), ...suggestions.map(({ edits }) => edits)]
  return all.filter((edits) => edits.length > 0)
}

/** A suggestion has one range, so edits apart from each other become one that keeps what stands between them. */
function suggestionOf(edits: readonly Edit[], text: string, positionAt: PositionAt): object {
  const sorted = edits.toSorted((a, b) => a.start - b.start || a.end - b.end)
  const { start } = sorted[0]!
  let replacement = ''
  let at = start
  for (const edit of sorted) {
    replacement += text.slice(at, edit.start) + edit.text
    at = edit.end
  }
  return { range: { start: positionAt(start), end: positionAt(at) }, text: replacement }
}

function positionsIn(text: string, lines: Lines): PositionAt {
  return (offset) => {
    const { line, column } = lines.pointAt(offset)
    return { line, column: Buffer.byteLength(text.slice(offset - column + 1, offset)) + 1 }
  }
}
