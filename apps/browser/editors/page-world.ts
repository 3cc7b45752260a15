/**
 * Questions to the script in the world of the page (`page/page.ts`), which alone can read the models of editors. Both sides of the talk can be
 * forged by the page: an answer is text of the page, no more, and a question holds nothing that the page does not know.
 */

export type Question =
  | { ask: 'read' }
  | { ask: 'links' }
  | { ask: 'replace'; text: string; edits: readonly { start: number; end: number; text: string }[] }
  | { ask: 'reveal'; at: number }

export const QUESTION = 'medlint-question'
export const ANSWER = 'medlint-answer'
const LONGEST_ANSWER = 10_000_000

/** `undefined` without an answer, or with one that is not JSON. */
export function askPage(element: Element, question: Question): unknown {
  let answer: unknown
  const listen = (event: Event) => {
    answer = (event as CustomEvent).detail
  }
  element.addEventListener(ANSWER, listen, { once: true })
  element.dispatchEvent(new CustomEvent(QUESTION, { bubbles: true, composed: true, detail: JSON.stringify(question) }))
  element.removeEventListener(ANSWER, listen)
  if (typeof answer !== 'string' || answer.length > LONGEST_ANSWER) return undefined
  try {
    return JSON.parse(answer)
  } catch {
    return undefined
  }
}

/** Addresses of links that only the editor's model has. */
export function linkAddresses(root: Element): Map<Element, string> {
  const links = [...root.querySelectorAll('a:not([href])')]
  if (links.length === 0) return new Map()
  const answer = askPage(root, { ask: 'links' })
  if (!Array.isArray(answer)) return new Map()
  return new Map(links.flatMap((link, index) => (typeof answer[index] === 'string' ? [[link, answer[index]] as const] : [])))
}
