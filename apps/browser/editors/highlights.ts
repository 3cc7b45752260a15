/** Underlines by the CSS Custom Highlight API: the tree of the editor stays as it is. One highlight a severity for the whole document. */
import type { Severity } from '../../../src/lint/types.ts'

const SEVERITIES: Severity[] = ['info', 'warn', 'error']

export function showHighlights(ranges: readonly { range: Range; severity: Severity }[]): void {
  for (const [priority, severity] of SEVERITIES.entries()) {
    const own = ranges.filter((each) => each.severity === severity)
    const name = `medlint-${severity}`
    if (own.length === 0) {
      CSS.highlights.delete(name)
      continue
    }
    const highlight = new Highlight(...own.map(({ range }) => range))
    highlight.priority = priority
    CSS.highlights.set(name, highlight)
  }
}
