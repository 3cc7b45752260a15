/** What can be done about a finding with one press. */
import type { Message, Suggestion } from '../../src/lint/types.ts'

export function remediesOf({ fix, suggestions }: Message): Suggestion[] {
  return [...(fix ? [{ title: 'Fix', edits: fix.edits }] : []), ...suggestions]
}
