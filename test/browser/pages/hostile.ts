/**
 * A page that works against what runs on it. `startAttack(name)` begins one of the attacks, `stopAttacks()` ends all:
 * - `rewrite`: takes the paragraphs apart and puts new nodes with the same text in their place, thirty times a second
 * - `remove`: removes whatever is added to the document from outside
 * - `forge`: sends messages and events of many shapes, under the names of `forgedNames` too
 * - `frames`: adds a frame with a textarea and takes it away at once, again and again
 * - `patch`: puts functions that throw in the place of built-in ones
 */
import './contenteditable.ts'
import { target } from './page.ts'

const FRAMES_A_SECOND = 30
const stops: (() => void)[] = []
const forgedNames = ['medlint', 'message', 'medlint-request', 'medlint-reply', 'medlint:text']
const SHAPES: unknown[] = [
  undefined,
  null,
  'lint',
  { type: 'lint', text: '# Forged', id: 1, version: 1e9 },
  { type: 'apply', edits: [{ start: 0, end: 1e9, text: 'forged' }] },
  { type: '__proto__', constructor: { prototype: { polluted: true } } },
  { messages: [{ rule: 'forged', message: '<img src=x onerror="window.breached = true">', start: -1, end: Number.NaN }] },
]

const attacks: Record<string, () => void> = {
  rewrite() {
    for (const paragraph of target.querySelectorAll('p')) {
      const text = paragraph.textContent ?? ''
      const half = Math.floor(text.length / 2)
      const next = document.createElement('p')
      next.append(text.slice(0, half), Object.assign(document.createElement('span'), { textContent: text.slice(half) }))
      paragraph.replaceWith(next)
    }
  },
  forge() {
    for (const shape of SHAPES) {
      window.postMessage(shape, '*')
      for (const name of forgedNames) {
        window.dispatchEvent(new CustomEvent(name, { detail: shape }))
        document.dispatchEvent(new CustomEvent(name, { detail: shape }))
        target.dispatchEvent(new CustomEvent(name, { detail: shape, bubbles: true }))
      }
    }
  },
  frames() {
    const frame = document.createElement('iframe')
    document.body.append(frame)
    const field = frame.contentDocument!.createElement('textarea')
    field.value = 'This cures cancer.'
    frame.contentDocument!.body.append(field)
    field.focus()
    frame.remove()
  },
}

function repeat(attack: () => void): void {
  const timer = setInterval(attack, 1000 / FRAMES_A_SECOND)
  stops.push(() => clearInterval(timer))
}

function remove(): void {
  const own = new Set<Node>([document.head, document.body, ...document.body.children])
  const observer = new MutationObserver((records) => {
    for (const node of records.flatMap((record) => [...record.addedNodes])) if (!own.has(node)) node.parentNode?.removeChild(node)
  })
  observer.observe(document.documentElement, { childList: true })
  observer.observe(document.body, { childList: true })
  stops.push(() => observer.disconnect())
}

/** Replaces, and puts back, what page code can reach. */
function patch(): void {
  const refuse = () => {
    throw new Error('patched by the page')
  }
  const owners: [object, string][] = [
    [Array.prototype, 'flatMap'],
    [Range.prototype, 'getClientRects'],
    [window, 'structuredClone'],
    [Element.prototype, 'attachShadow'],
  ]
  for (const [owner, name] of owners) {
    const before = Object.getOwnPropertyDescriptor(owner, name)
    if (!before) continue
    Object.defineProperty(owner, name, { ...before, value: refuse })
    stops.push(() => Object.defineProperty(owner, name, before))
  }
}

Object.assign(window, {
  forgedNames,
  startAttack(name: string) {
    if (name === 'remove') remove()
    else if (name === 'patch') patch()
    else if (attacks[name]) repeat(attacks[name])
    else throw new Error(`There is no attack "${name}".`)
  },
  stopAttacks() {
    for (const stop of stops.splice(0)) stop()
  },
})
