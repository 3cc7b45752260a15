/** What a finding says, beside its place, in a closed shadow tree that the page cannot read. */

import { element, proseOf } from '../elements.ts'
import type { Shown } from '../messages.ts'
import theme from '../theme.css'
import style from './card.css'

export interface CardActions {
  apply(remedy: number): void
  /** -1 back, 1 on. */
  step(direction: number): void
  close(): void
}

const SEVERITY_NAMES = { error: 'Error', warn: 'Warning', info: 'Note' }
/** Between the words and the card, and between the card and the edge of the window; pixels. */
const GAP = 6
const MARGIN = 8

export class Card {
  readonly #host = document.createElement('medlint-card')
  readonly #root = this.#host.attachShadow({ mode: 'closed' })
  readonly #box = document.createElement('div')
  readonly #actions: CardActions
  #places: () => readonly DOMRect[] = () => []

  constructor(actions: CardActions) {
    this.#actions = actions
    const sheet = document.createElement('style')
    sheet.textContent = theme + style
    this.#box.setAttribute('role', 'dialog')
    this.#box.tabIndex = -1
    this.#root.append(sheet, this.#box)
    this.#host.popover = 'manual'
    // Keys and clicks in the card are not the page's.
    for (const type of ['keydown', 'keyup', 'keypress', 'mousedown', 'mouseup', 'click', 'pointerdown', 'pointerup'])
      this.#host.addEventListener(type, (event) => event.stopPropagation())
    // A click leaves the focus, and so the selection, in the editor.
    this.#box.addEventListener('mousedown', (event) => event.preventDefault())
    this.#box.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') actions.close()
      else if (event.altKey && event.key === 'F8') actions.step(event.shiftKey ? -1 : 1)
      else return
      event.preventDefault()
    })
  }

  get isOpen(): boolean {
    return this.#host.isConnected
  }

  /** True when the event happened in the card. */
  contains(event: Event): boolean {
    return event.composedPath()[0] === this.#host || event.target === this.#host
  }

  /** @param places where the words are, asked again on every move */
  open(shown: Shown, number: number, count: number, places: () => readonly DOMRect[]): void {
    this.#places = places
    const { message, remedies } = shown
    this.#box.className = `card ${message.severity}`
    this.#box.setAttribute('aria-label', `${SEVERITY_NAMES[message.severity]}: ${message.message}`)
    this.#box.replaceChildren(
      element('div', 'top', [
        element('span', 'severity', [SEVERITY_NAMES[message.severity]]),
        element('span', 'count', [`${number} of ${count}`]),
        this.#button('icon', '✕', () => this.#actions.close(), 'Close'),
      ]),
      element('p', 'message', proseOf(message.message)),
      ...(message.note ? [element('p', 'note', proseOf(message.note))] : []),
      element(
        'div',
        'remedies',
        remedies.map(({ title, canApply }, index) =>
          this.#button(index === 0 ? 'first' : '', canApply ? title : `Copy: ${title}`, () => this.#actions.apply(index)),
        ),
      ),
      element('div', 'bottom', [
        link(message.url, message.rule),
        this.#button('icon', '‹', () => this.#actions.step(-1), 'Previous finding'),
        this.#button('icon', '›', () => this.#actions.step(1), 'Next finding'),
      ]),
    )
    if (remedies.length === 0) this.#box.querySelector('.remedies')?.remove()
    if (!this.#host.isConnected) document.documentElement.append(this.#host)
    this.#host.showPopover()
    this.place()
  }

  /** A line in place of the remedies: what became of a click. */
  say(text: string): void {
    const line = element('p', 'said', [text])
    line.setAttribute('role', 'status')
    const before = this.#box.querySelector('.remedies, .said')
    if (before) before.replaceWith(line)
    else this.#box.querySelector('.bottom')?.before(line)
    this.place()
  }

  focus(): void {
    const first = this.#box.querySelector<HTMLElement>('.remedies button')
    ;(first ?? this.#box).focus({ preventScroll: true })
  }

  /** Below the words, or above them where there is no room. Closes when they are out of sight. */
  place(): void {
    if (!this.isOpen) return
    const places = this.#places().filter((rect) => rect.bottom > 0 && rect.top < innerHeight && rect.width > 0)
    const anchor = places[0]
    if (!anchor) {
      this.close()
      return
    }
    const last = places.at(-1)!
    const { width, height } = this.#box.getBoundingClientRect()
    const below = Math.min(last.bottom, anchor.bottom + 60) + GAP
    const top = below + height + MARGIN <= innerHeight ? below : Math.max(MARGIN, anchor.top - height - GAP)
    const left = Math.max(MARGIN, Math.min(anchor.left, innerWidth - width - MARGIN))
    this.#host.style.setProperty('--left', `${left}px`)
    this.#host.style.setProperty('--top', `${top}px`)
  }

  close(): void {
    if (this.isOpen) this.#host.remove()
  }

  #button(className: string, text: string, act: () => void, label?: string): HTMLButtonElement {
    const button = element('button', className, [text]) as HTMLButtonElement
    button.type = 'button'
    if (label) button.setAttribute('aria-label', label)
    // Only a person clicks: the page cannot reach the button, but nothing else shall either.
    button.addEventListener('click', (event) => event.isTrusted && act())
    return button
  }
}

function link(href: string, text: string): HTMLElement {
  return Object.assign(document.createElement('a'), { href, textContent: text, target: '_blank', rel: 'noreferrer noopener' })
}
