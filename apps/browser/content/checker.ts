/** The check of one frame: follows the editor a person writes in and keeps marks, card and reports in step with it. */

import type { Message } from '../../../src/lint/types.ts'
import { type FoundEditor, findEditor, focusedElement, largestEditor } from '../editors/find-editor.ts'
import type { AnalyseReply, Report, Shown } from '../messages.ts'
import { Card } from './card.ts'
import { Marks } from './marks.ts'
import { reportOf, shownOf } from './report.ts'
import { Session } from './session.ts'

const SCROLL_AREA = { behavior: 'auto', block: 'center' } as const
const HOVER_MS = 350
/** Layout may move a field without any event. */
const LOOK_MS = 250

export class Checker {
  session: Session | undefined
  readonly #frame = crypto.randomUUID()
  readonly #marks = new Marks()
  readonly #ask: (text: string) => Promise<AnalyseReply>
  readonly #onChange: () => void
  readonly #stop = new AbortController()
  readonly #resize = new ResizeObserver(() => this.#redraw())
  readonly #card = new Card({
    apply: (remedy) => this.#applyOpen(remedy),
    step: (direction) => this.step(direction),
    close: () => this.#closeCard(true),
  })
  #open: Message | undefined
  #frameRequest = 0
  #hover: ReturnType<typeof setTimeout> | undefined
  #look: ReturnType<typeof setInterval>
  #seen = ''

  constructor(ask: (text: string) => Promise<AnalyseReply>, onChange: () => void) {
    this.#ask = ask
    this.#onChange = onChange
    this.#listen()
    this.#look = setInterval(() => this.#lookAgain(), LOOK_MS)
    this.follow(findEditor(focusedElement()) ?? largestEditor())
  }

  get frame(): string {
    return this.#frame
  }

  get findings(): Shown[] {
    const { session } = this
    return session ? session.findings.map((message) => shownOf(message, session)) : []
  }

  report(): Report {
    return reportOf(this.#frame, this.session, this.findings)
  }

  follow(editor: FoundEditor | undefined): void {
    if (!editor || (this.session?.isAlive && this.session.editor.element === editor.element)) return
    this.#leave()
    this.session = new Session(editor, this.#ask, () => this.#changed())
    this.#resize.observe(editor.element)
    this.#changed()
  }

  recheck(): void {
    this.session?.recheck()
  }

  stop(): void {
    this.#stop.abort()
    clearInterval(this.#look)
    clearTimeout(this.#hover)
    this.#leave()
  }

  /** Opens the card of the finding after the open one, or of the first. */
  step(direction: number): void {
    const { session } = this
    const shown = this.findings.filter(({ hasPlace }) => hasPlace)
    if (!session || shown.length === 0) return
    const current = this.#open ? shown.findIndex(({ message }) => message === this.#open) : -1
    const next = current < 0 && direction < 0 ? shown.length - 1 : (current + direction + shown.length) % shown.length
    this.show(shown[next]!, true)
  }

  /** Scrolls to a finding and opens its card. */
  show(shown: Shown, takesFocus: boolean): void {
    const { session } = this
    if (!session) return
    const { message } = shown
    session.editor.reveal?.(message.start)
    const place = this.#marks.placeOf(message)
    const element = place && ('field' in place ? place.field : place.range.startContainer.parentElement)
    if (element && !this.#isInSight(message)) element.scrollIntoView(SCROLL_AREA)
    if (place && 'field' in place) scrollField(place.field, place.start)
    // What scrolled is drawn in the next frame.
    requestAnimationFrame(() => {
      if (session.editor.reveal) session.textMayHaveChanged()
      this.#redraw()
      this.#openCard(message, takesFocus)
    })
  }

  async apply(shown: Shown, remedy: number): Promise<void> {
    const { session } = this
    const chosen = shown.remedies[remedy]
    if (!session || !chosen || session.isApplying) return
    if (!session.canApply(chosen.edits)) {
      await this.#copy(chosen.edits.map(({ text }) => text).join(' '))
      return
    }
    const outcome = await session.apply(shown.message, chosen.edits)
    if (outcome === 'applied') this.#closeCard(false)
    else if (outcome === 'changed')
      this.#card.say('The editor changed the text in its own way. Look at it; Ctrl+Z takes it back.')
    else await this.#copy(chosen.edits.map(({ text }) => text).join(' '))
  }

  async #copy(text: string): Promise<void> {
    const copied = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    )
    this.#card.say(
      copied ? 'Copied. This editor takes no change from outside here: paste it yourself.' : `Write it yourself: ${text}`,
    )
  }

  #listen(): void {
    const options = { capture: true, signal: this.#stop.signal, passive: true }
    const on = (target: EventTarget, type: string, listener: (event: Event) => void) =>
      target.addEventListener(type, listener, options)
    on(document, 'focusin', (event) => this.follow(findEditor(event.composedPath()[0] as Element)))
    on(document, 'input', () => this.session?.textMayHaveChanged())
    on(document, 'change', () => this.session?.textMayHaveChanged())
    on(document, 'scroll', () => this.#redraw())
    on(window, 'resize', () => this.#redraw())
    if (window.visualViewport) on(window.visualViewport, 'resize', () => this.#redraw())
    on(document, 'click', (event) => this.#clicked(event as MouseEvent))
    on(document, 'mousemove', (event) => this.#moved(event as MouseEvent))
    document.addEventListener('keydown', (event) => this.#pressed(event), { capture: true, signal: this.#stop.signal })
    this.#resize.observe(document.documentElement)
  }

  #leave(): void {
    this.session?.close()
    if (this.session) this.#resize.unobserve(this.session.editor.element)
    this.session = undefined
    this.#closeCard(false)
    this.#marks.show([], undefined)
  }

  #changed(): void {
    const { session } = this
    if (!session) return
    this.#marks.show(session.findings, session.reading)
    if (this.#open && !session.findings.includes(this.#open)) this.#closeCard(false)
    this.#onChange()
  }

  #redraw(): void {
    cancelAnimationFrame(this.#frameRequest)
    this.#frameRequest = requestAnimationFrame(() => {
      this.#marks.draw()
      this.#card.place()
    })
  }

  /** Text set by a script and fields moved by the layout cause no event. */
  #lookAgain(): void {
    if (document.hidden) return
    const { session } = this
    if (!session) {
      this.follow(findEditor(focusedElement()) ?? largestEditor())
      return
    }
    if (!session.isAlive) {
      this.#leave()
      this.#onChange()
      return
    }
    const { element } = session.editor
    const { left, top, width } = element.getBoundingClientRect()
    const seen = [left, top, width, element.scrollTop, innerWidth].join()
    if (seen !== this.#seen) this.#redraw()
    this.#seen = seen
    if ('value' in element && element.value !== session.reading?.text) session.textMayHaveChanged()
  }

  #clicked(event: MouseEvent): void {
    if (!event.isTrusted || this.#card.contains(event)) return
    const message = this.#marks.at(event.clientX, event.clientY)
    if (message) this.#openCard(message, false)
    else this.#closeCard(false)
  }

  #moved(event: MouseEvent): void {
    clearTimeout(this.#hover)
    if (!event.isTrusted || event.buttons !== 0 || this.#card.contains(event) || this.#card.isOpen) return
    const { clientX, clientY } = event
    this.#hover = setTimeout(() => {
      const message = this.#marks.at(clientX, clientY)
      if (message) this.#openCard(message, false)
    }, HOVER_MS)
  }

  #pressed(event: KeyboardEvent): void {
    if (!event.isTrusted || this.#card.contains(event)) return
    if (event.altKey && event.key === 'F8' && this.session) this.step(event.shiftKey ? -1 : 1)
    else if (event.key === 'Escape' && this.#card.isOpen) this.#closeCard(true)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  #openCard(message: Message, takesFocus: boolean): void {
    const shown = this.findings
    const index = shown.findIndex((each) => each.message === message)
    if (index < 0 || this.#marks.rectsOf(message).length === 0) return
    this.#open = message
    this.#card.open(shown[index]!, index + 1, shown.length, () => this.#marks.rectsOf(message))
    if (takesFocus) this.#card.focus()
  }

  #applyOpen(remedy: number): void {
    const shown = this.findings.find(({ message }) => message === this.#open)
    if (shown) this.apply(shown, remedy)
  }

  #closeCard(returnsFocus: boolean): void {
    const wasOpen = this.#card.isOpen
    this.#open = undefined
    this.#card.close()
    if (wasOpen && returnsFocus) this.session?.editor.element.focus({ preventScroll: true })
  }

  #isInSight(message: Message): boolean {
    return this.#marks.rectsOf(message).some(({ top, bottom }) => top >= 0 && bottom <= innerHeight)
  }
}

/** A field scrolls to its selection when it gets one. */
function scrollField(field: HTMLTextAreaElement | HTMLInputElement, start: number): void {
  field.focus({ preventScroll: true })
  field.setSelectionRange(start, start)
  field.blur()
  field.focus()
}
