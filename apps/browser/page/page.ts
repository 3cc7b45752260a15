/**
 * Runs in the world of the page, where the models of editors are. It answers with what the page could read itself and changes only what the page
 * could change, since any page can ask as well. It knows nothing of the extension.
 */
import { ANSWER, QUESTION, type Question } from '../editors/page-world.ts'

interface Edit {
  start: number
  end: number
  text: string
}

/** What is used of CodeMirror 6. */
interface View {
  state: { doc: { toString(): string }; sliceDoc(): string }
  posAtDOM(node: Node): number
  dispatch(transaction: object): void
  focus(): void
  constructor: { scrollIntoView?(at: number, options: object): unknown }
}

/** What is used of CodeMirror 5. */
interface OldView {
  getValue(): string
  posFromIndex(index: number): object
  indexFromPos(position: object): number
  getLineNumber(line: object): number
  replaceRange(text: string, from: object, to: object, origin: string): void
  operation(work: () => void): void
  scrollIntoView(position: object, margin: number): void
  focus(): void
  display: { view: { line: object }[] }
}

document.addEventListener(
  QUESTION,
  (event) => {
    const element = event.composedPath()[0]
    if (!(element instanceof Element)) return
    try {
      const answer = answerTo(element, JSON.parse((event as CustomEvent).detail))
      event.stopImmediatePropagation()
      element.dispatchEvent(new CustomEvent(ANSWER, { detail: JSON.stringify(answer) ?? 'null' }))
    } catch {
      // The page has an editor of another version, or asked for something else: no answer.
    }
  },
  true,
)

function answerTo(element: Element, question: Question): unknown {
  if (question.ask === 'links') return [...element.querySelectorAll('a:not([href])')].map(addressOf)
  const view = viewOf(element)
  if (view) return answerOfView(view, element, question)
  const old = (element.closest('.CodeMirror') as { CodeMirror?: OldView } | null)?.CodeMirror
  return old && answerOfOldView(old, question)
}

function viewOf(content: Element): View | undefined {
  const known = content as {
    cmTile?: { root?: { view?: View }; view?: View }
    cmView?: { view?: View; rootView?: { view?: View } }
  }
  return known.cmTile?.root?.view ?? known.cmTile?.view ?? known.cmView?.view ?? known.cmView?.rootView?.view
}

function answerOfView(view: View, content: Element, question: Question): unknown {
  const text = view.state.sliceDoc()
  switch (question.ask) {
    case 'read':
      return { text, lines: [...content.querySelectorAll('.cm-line')].map((line) => view.posAtDOM(line)) }
    case 'replace':
      if (text !== question.text) return false
      view.dispatch({ changes: question.edits.map(changeOf), userEvent: 'input.fix' })
      view.focus()
      return true
    case 'reveal':
      view.dispatch({ effects: view.constructor.scrollIntoView?.(question.at, { y: 'center' }) ?? [] })
      return true
    default:
      return undefined
  }
}

function changeOf({ start, end, text }: Edit): object {
  return { from: start, to: end, insert: text }
}

function answerOfOldView(view: OldView, question: Question): unknown {
  const text = view.getValue()
  switch (question.ask) {
    case 'read':
      return { text, lines: view.display.view.map(({ line }) => view.indexFromPos({ line: view.getLineNumber(line), ch: 0 })) }
    case 'replace':
      if (text !== question.text) return false
      view.operation(() => {
        for (const { start, end, text: next } of question.edits.toSorted((a, b) => b.start - a.start))
          view.replaceRange(next, view.posFromIndex(start), view.posFromIndex(end), '+input')
      })
      view.focus()
      return true
    case 'reveal':
      view.scrollIntoView(view.posFromIndex(question.at), 100)
      return true
    default:
      return undefined
  }
}

/** Slate keeps the address in its model; React leads from the element there. */
function addressOf(link: Element): string | null {
  const key = Object.keys(link).find((name) => name.startsWith('__reactFiber$') || name.startsWith('__reactInternalInstance$'))
  let fiber = key ? (link as unknown as Record<string, Fiber>)[key] : undefined
  for (let steps = 0; fiber && steps < 8; steps++, fiber = fiber.return) {
    const element = fiber.memoizedProps?.element
    const address = element?.data?.url ?? element?.url
    if (typeof address === 'string') return address
  }
  return null
}

interface Fiber {
  memoizedProps?: { element?: { url?: unknown; data?: { url?: unknown } } }
  return?: Fiber
}
