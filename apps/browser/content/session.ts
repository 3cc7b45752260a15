/** One editor under check: reads it, has its text analysed, and keeps findings in step with a text that goes on changing. */

import type { Message } from '../../../src/lint/types.ts'
import type { FoundEditor } from '../editors/find-editor.ts'
import { canReplace, type Outcome, replace } from '../editors/replace.ts'
import type { Edit, Reading } from '../editors/types.ts'
import type { AnalyseReply } from '../messages.ts'
import { ExtensionGone } from './ask-worker.ts'
import { rebase } from './rebase.ts'

/** From the last key to the question, in milliseconds; a text that takes long to check waits as long again. */
const PAUSE_MS = 20
const LONG_MS = 100
const LONGEST_PAUSE_MS = 1000
/** Characters that are checked of a longer text. */
export const MOST_CHECKED = 100_000

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
  readonly #ask: (text: string) => Promise<AnalyseReply>
  readonly #onChange: () => void
  readonly #observer: MutationObserver
  #analysedText: string | undefined
  #askedText: string | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #isAsking = false
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
    clearTimeout(this.#timer)
    const took = this.analysis?.milliseconds ?? 0
    const pause = took > LONG_MS ? Math.min(LONGEST_PAUSE_MS, took) : PAUSE_MS
    this.#timer = setTimeout(() => this.#analyse(), pause)
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
    return this.reading !== undefined && canReplace(this.editor, this.reading, edits)
  }

  /** Refused for a finding that the text, as it is now, no longer has. */
  async apply(message: Message, edits: readonly Edit[]): Promise<Outcome> {
    this.#read()
    if (this.isApplying || !this.reading || !this.findings.includes(message)) return 'refused'
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

  /** One question at a time: the text of then is asked about next. */
  async #analyse(): Promise<void> {
    const text = this.reading?.text
    if (text === undefined || text === this.#askedText || this.#isAsking) return
    if (text.trim() === '') {
      this.analysis = undefined
      this.#analysedText = undefined
      this.#askedText = undefined
      this.findings = []
      this.#onChange()
      return
    }
    this.#askedText = text
    this.#isAsking = true
    const part = text.length > MOST_CHECKED ? cut(text) : text
    try {
      const reply = await this.#ask(part)
      if (this.#isClosed) return
      this.#take(reply, text, part !== text)
      this.#onChange()
    } catch (error) {
      if (error instanceof ExtensionGone) this.close()
      this.#onChange()
    } finally {
      this.#isAsking = false
    }
    if (!this.#isClosed && this.error === undefined) this.#analyse()
  }

  #take(reply: AnalyseReply, text: string, isCut: boolean): void {
    this.isCut = isCut
    this.error = 'error' in reply ? reply.error : undefined
    if ('error' in reply) {
      this.#askedText = undefined
      return
    }
    this.analysis = reply
    this.#analysedText = text
    this.#read()
    this.findings = rebase(reply.messages, text, this.reading?.text ?? '')
  }
}

/** At the end of a paragraph where there is one. */
function cut(text: string): string {
  const end = text.lastIndexOf('\n\n', MOST_CHECKED)
  return text.slice(0, end > 0 ? end : MOST_CHECKED)
}
