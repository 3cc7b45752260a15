/** One editor under check: reads it, has its text analysed, and keeps findings in step with a text that goes on changing. */

import type { Message } from '../../../src/lint/types.ts'
import type { FoundEditor } from '../editors/find-editor.ts'
import { canReplace, type Outcome, replace } from '../editors/replace.ts'
import type { Edit, Reading } from '../editors/types.ts'
import type { AnalyseReply } from '../messages.ts'
import { ExtensionGone } from './ask-worker.ts'
import { rebase } from './rebase.ts'

const PAUSE_MS = 120
/** Characters that are checked of a longer text. */
export const MOST_CHECKED = 200_000

export type Analysed = Exclude<AnalyseReply, { error: string }>

export class Session {
  readonly editor: FoundEditor
  /** Of the text as it is now. */
  reading: Reading | undefined
  /** Of the last text that was analysed. */
  analysis: Analysed | undefined
  /** Fits `reading`: the findings of `analysis`, moved or dropped where the text has changed since. */
  findings: Message[] = []
  error: string | undefined
  isCut = false
  isApplying = false
  /** When the text last changed, and when its findings were there; milliseconds of `performance.now()`. */
  changedAt = 0
  answeredAt = 0
  readonly #ask: (text: string) => Promise<AnalyseReply>
  readonly #onChange: () => void
  readonly #observer: MutationObserver
  #analysedText: string | undefined
  #askedText: string | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #isClosed = false

  constructor(editor: FoundEditor, ask: (text: string) => Promise<AnalyseReply>, onChange: () => void) {
    this.editor = editor
    this.#ask = ask
    this.#onChange = onChange
    this.#observer = new MutationObserver(() => this.textMayHaveChanged())
    this.#observer.observe(editor.element, { characterData: true, childList: true, subtree: true })
    this.#read()
    this.#analyse()
  }

  get isCurrent(): boolean {
    return this.reading !== undefined && this.#analysedText === this.reading.text
  }

  /** False once the editor has left the page. */
  get isAlive(): boolean {
    return !this.#isClosed && this.editor.element.isConnected
  }

  textMayHaveChanged(): void {
    if (this.#isClosed) return
    const before = this.reading?.text
    this.#read()
    this.#onChange()
    if (this.reading?.text === before) return
    this.changedAt = performance.now()
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#analyse(), PAUSE_MS)
  }

  /** Asks again although the text is the same: the settings have changed. */
  recheck(): void {
    this.#analysedText = undefined
    this.#askedText = undefined
    this.#analyse()
  }

  close(): void {
    this.#isClosed = true
    clearTimeout(this.#timer)
    this.#observer.disconnect()
  }

  canApply(edits: readonly Edit[]): boolean {
    return this.isCurrent && this.reading !== undefined && canReplace(this.editor, this.reading, edits)
  }

  /** Refused for a text that has changed since it was analysed. */
  async apply(edits: readonly Edit[]): Promise<Outcome> {
    this.#read()
    if (this.isApplying || !this.isCurrent || !this.reading) return 'refused'
    this.isApplying = true
    try {
      return await replace(this.editor, this.reading, edits)
    } finally {
      this.isApplying = false
      this.textMayHaveChanged()
    }
  }

  #read(): void {
    const reading = this.editor.read()
    if (reading && this.analysis && this.#analysedText !== undefined && reading.text !== this.reading?.text)
      this.findings = rebase(this.analysis.messages, this.#analysedText, reading.text)
    this.reading = reading
  }

  async #analyse(): Promise<void> {
    const { reading } = this
    if (!reading || reading.text === this.#askedText) return
    const { text } = reading
    this.#askedText = text
    const part = text.length > MOST_CHECKED ? cut(text) : text
    try {
      const reply = await this.#ask(part)
      // An answer for a text that has changed is of no use: the next one is on its way.
      if (this.#isClosed || this.#askedText !== text) return
      this.isCut = part !== text
      this.error = 'error' in reply ? reply.error : undefined
      if ('error' in reply) this.#askedText = undefined
      else {
        this.analysis = reply
        this.#analysedText = text
        this.answeredAt = performance.now()
        this.#read()
        this.findings = rebase(reply.messages, text, this.reading?.text ?? '')
      }
      this.#onChange()
    } catch (error) {
      if (error instanceof ExtensionGone) this.close()
      this.#onChange()
    }
  }
}

/** At the end of a paragraph where there is one. */
function cut(text: string): string {
  const end = text.lastIndexOf('\n\n', MOST_CHECKED)
  return text.slice(0, end > 0 ? end : MOST_CHECKED)
}
