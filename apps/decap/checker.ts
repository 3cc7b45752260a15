/** Checks one field while it is edited: waits for a pause, drops the report of a text that has changed, applies remedies on a click. */
import type { Client } from './client.ts'
import { rangesOf } from './locate.ts'
import { createPanel } from './panel.ts'
import type { Draft, Finding, Remedy, Report } from './protocol.ts'
import { underline } from './underline.ts'

const PAUSE_MS = 300
/** Netlify CMS passes typing on after 150 ms. */
const EDITOR_DELAY_MS = 200
/** What may change another field; the CMS does not tell this one. */
const EDITS = ['input', 'change', 'click', 'focusout'] as const

export interface CheckerOptions {
  client: Client
  /** Where the panel goes, after the editor. */
  host: HTMLElement
  /** The element that holds the editor. */
  editor: HTMLElement
  draft(): Draft
  /** Puts another text into the field and shows it. */
  setBody(body: string): void
}

export interface Checker {
  /** Call it after every change. */
  changed(): void
  /** Checks what the entry holds now. */
  checkNow(): Promise<Report>
  stop(): void
}

export function createChecker({ client, host, editor, draft, setBody }: CheckerOptions): Checker {
  const panel = createPanel(host, { apply, goTo })
  let timer: ReturnType<typeof setTimeout> | undefined
  let checked: { key: string; body: string; report: Report } | undefined
  let stopped = false

  async function check(): Promise<void> {
    const now = draft()
    const key = JSON.stringify(now)
    if (key === checked?.key) return
    panel.showChecking()
    try {
      const report = await client.check(now)
      if (!stopped && JSON.stringify(draft()) === key) show(key, now.body, report)
    } catch (error) {
      if (!stopped) panel.showFailure(error instanceof Error ? error.message : String(error))
    }
  }

  function show(key: string, body: string, report: Report): void {
    checked = { key, body, report }
    panel.showReport(report)
    mark()
  }

  function mark(): void {
    if (!checked) return
    const ranges = rangesOf(checked.report.findings, checked.body, editor)
    underline(
      host,
      [...ranges].map(([finding, range]) => [finding.severity, range]),
    )
  }

  function soon(): void {
    clearTimeout(timer)
    timer = setTimeout(check, PAUSE_MS)
  }

  /** Offsets only fit the text they were computed for. */
  async function apply({ edits }: Remedy): Promise<void> {
    const body = checked?.body
    await new Promise((resolve) => setTimeout(resolve, EDITOR_DELAY_MS))
    if (stopped) return
    if (body === undefined || draft().body !== body) {
      panel.showNote('The text has changed since it was checked. Try again.')
      return
    }
    const next = edited(body, edits)
    setBody(next)
    panel.showNote('Applied.', () => {
      const unchanged = draft().body === next
      if (unchanged) setBody(body)
      panel.showNote(unchanged ? 'Undone.' : 'The text has changed since. Use the undo of the editor.')
    })
  }

  function goTo(finding: Finding): void {
    const range = checked && rangesOf([finding], checked.body, editor).get(finding)
    if (!range) {
      panel.showNote('This place is not shown in the editor as it is written. Look for it in the Markdown mode.')
      return
    }
    const place = range.startContainer.parentElement
    place?.closest<HTMLElement>('[contenteditable=true]')?.focus({ preventScroll: true })
    getSelection()?.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset)
    place?.scrollIntoView({ block: 'center' })
  }

  for (const name of EDITS) document.addEventListener(name, soon, true)
  // The editor draws its text anew, in its other mode too; ranges in what was there before are lost.
  let frame = 0
  const redrawn = new MutationObserver(() => {
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(mark)
  })
  redrawn.observe(editor, { childList: true, subtree: true })
  check()

  return {
    changed: soon,
    async checkNow() {
      const now = draft()
      const key = JSON.stringify(now)
      if (checked?.key === key) return checked.report
      const report = await client.check(now)
      if (!stopped) show(key, now.body, report)
      return report
    },
    stop() {
      stopped = true
      clearTimeout(timer)
      cancelAnimationFrame(frame)
      redrawn.disconnect()
      for (const name of EDITS) document.removeEventListener(name, soon, true)
      underline(host, [])
      panel.remove()
    },
  }
}

function edited(body: string, edits: Remedy['edits']): string {
  let text = body
  for (const { start, end, text: insert } of [...edits].sort((a, b) => b.start - a.start)) {
    text = text.slice(0, start) + insert + text.slice(end)
  }
  return text
}
