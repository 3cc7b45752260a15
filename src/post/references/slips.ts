/** Slips of the pen in an entry that no majority has to confirm: a bracket left open, pages that run backwards. */
import type { ReferenceEntry } from '../types.ts'

const LONGEST = 800
const CLOSING: Record<string, string> = { '(': ')', '[': ']' }

/** Offset in the entry's text of the one bracket that nothing closes. */
export function openBracket({ text, csl, identifiers }: ReferenceEntry): { textOffset: number; mark: string } | undefined {
  if (text.length > LONGEST || csl.type === 'webpage') return undefined
  // Old DOIs and addresses have brackets of their own.
  const plain = identifiers.reduce((rest, { raw }) => rest.replace(raw, ' '.repeat(raw.length)), text)
  const open: { textOffset: number; mark: string }[] = []
  for (let textOffset = 0; textOffset < plain.length; textOffset++) {
    const mark = plain[textOffset]!
    if (mark === '(' || mark === '[') open.push({ textOffset, mark })
    else if (mark === ')' || mark === ']') {
      const last = open.at(-1)
      // `a)` and `[1-3)` are other habits, or nothing to be sure of.
      if (!last || CLOSING[last.mark] !== mark) return undefined
      open.pop()
    }
  }
  return open.length === 1 ? open[0] : undefined
}

/** `489-484`, also `1423-31` read in full as 1423-1431; letters and pages of several numbers are not judged. */
export function runsBackwards({ csl, stoppedAt }: ReferenceEntry): boolean {
  const range = stoppedAt ? null : /^(\d+)-+(\d+)$/.exec(csl.page ?? '')
  if (!range) return false
  const [, from = '', to = ''] = range
  if (to.length > from.length) return false
  return Number(from.slice(0, from.length - to.length) + to) < Number(from)
}
