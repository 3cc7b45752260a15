/** Underlines ranges of the document without touching it (CSS custom highlights); does nothing where a browser has none. */
import type { Severity } from '../../src/core.ts'
import { UNDERLINES } from './style.ts'

const SEVERITIES: Severity[] = ['info', 'warn', 'error']
const byOwner = new Map<object, [Severity, Range][]>()
let styled = false

/** Highlights are one list for a document: each owner, a field, gives its own ranges. */
export function underline(owner: object, ranges: [Severity, Range][]): void {
  if (!CSS.highlights) return
  if (!styled) {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(UNDERLINES)
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
    styled = true
  }
  if (ranges.length > 0) byOwner.set(owner, ranges)
  else byOwner.delete(owner)
  const all = [...byOwner.values()].flat()
  for (const severity of SEVERITIES) {
    const own = all.filter(([each]) => each === severity).map(([, range]) => range)
    if (own.length > 0) CSS.highlights.set(`medlint-${severity}`, new Highlight(...own))
    else CSS.highlights.delete(`medlint-${severity}`)
  }
}
