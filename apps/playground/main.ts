/** The page: an editor, the list of findings and a line of totals, all fed by the worker. */
import { markdown } from '@codemirror/lang-markdown'
import { type Diagnostic, lintGutter, setDiagnostics } from '@codemirror/lint'
import { StateEffect, StateField } from '@codemirror/state'
import { Decoration, type DecorationSet } from '@codemirror/view'
import { basicSetup, EditorView } from 'codemirror'
import type { Edit, Message, Suggestion } from '../../src/lint/types.ts'
import type { Claim, Failure, Reply } from './protocol.ts'
import { packText, unpackText } from './share.ts'

const PRESETS = ['recommended', 'strict', 'patient', 'clinician', 'regenerative-medicine', 'supplements']
const PAUSE_MS = 200
const element = <Kind extends HTMLElement>(id: string) => document.getElementById(id) as Kind
const preset = element<HTMLSelectElement>('preset')
const claimsShown = element<HTMLInputElement>('claims')
const summary = element('summary')
preset.append(...PRESETS.map((name) => new Option(name, name)))

const setClaims = StateEffect.define<Claim[]>()
const claimMarks = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    let next = marks.map(transaction.changes)
    for (const effect of transaction.effects) {
      if (!effect.is(setClaims)) continue
      const ranges = effect.value
        .filter(({ start, end }) => end > start)
        .map((claim) => Decoration.mark({ class: isCited(claim) ? 'cited' : 'uncited' }).range(claim.start, claim.end))
      next = Decoration.set(ranges, true)
    }
    return next
  },
  provide: (field) => EditorView.decorations.from(field),
})

const look = EditorView.theme({
  '&': { height: '100%', fontSize: '14px', color: 'var(--ink)', backgroundColor: 'var(--card)' },
  '.cm-content': { caretColor: 'var(--ink)', padding: '12px 0' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '.cm-gutters': { backgroundColor: 'var(--card)', color: 'var(--quiet)', border: 'none' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'transparent' },
  '.cm-tooltip': { backgroundColor: 'var(--card)', color: 'var(--ink)', border: '1px solid var(--line)', maxWidth: '460px' },
  '.cm-diagnostic a': { color: 'var(--accent)' },
  '.cm-diagnostic p': { margin: '4px 0', color: 'var(--quiet)' },
  '.cited': { backgroundColor: 'var(--cited)' },
  '.uncited': { backgroundColor: 'var(--uncited)' },
})

const worker = new Worker('worker.js', { type: 'module' })
let version = 0
let timer: number | undefined
let last: Reply | undefined
// The shadow root lets the editor adopt its style sheets, which the page's policy would refuse as inline styles.
const root = element('editor').attachShadow({ mode: 'open' })
const frame = document.createElement('div')
frame.style.height = '100%'
root.append(frame)
const view = new EditorView({
  doc: await firstText(),
  parent: frame,
  root,
  extensions: [
    basicSetup,
    markdown(),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({ 'aria-label': 'Post in Markdown' }),
    lintGutter(),
    claimMarks,
    look,
    EditorView.updateListener.of((update) => {
      if (!update.docChanged) return
      version += 1
      clearTimeout(timer)
      timer = setTimeout(ask, PAUSE_MS)
    }),
  ],
})

async function firstText(): Promise<string> {
  const packed = new URLSearchParams(location.hash.slice(1)).get('text')
  if (packed) {
    try {
      return await unpackText(packed)
    } catch {
      return 'This link is damaged: copy it again from where it was shared.\n'
    }
  }
  return (await fetch('example.md')).text()
}

function ask(): void {
  version += 1
  const now = new Date().toISOString().slice(0, 10)
  worker.postMessage({ version, text: view.state.sliceDoc(), path: 'post.md', preset: preset.value, now })
}

worker.onmessage = ({ data }: MessageEvent<Reply | Failure>) => {
  if (data.version !== version) return
  if ('error' in data) {
    summary.textContent = data.error
    return
  }
  last = data
  view.dispatch(setDiagnostics(view.state, data.messages.map(toDiagnostic)))
  showClaims()
  showSummary(data)
  element('findings').replaceChildren(...data.messages.map(toItem))
  Object.assign(window, { medlint: data })
}
worker.onerror = () => {
  summary.textContent = 'The engine could not start. Reload the page, or try a current browser.'
}

function toDiagnostic(message: Message): Diagnostic {
  const severity = message.severity === 'warn' ? 'warning' : message.severity
  return {
    from: message.start,
    to: message.end,
    severity,
    message: message.message,
    renderMessage: () => card(message),
    actions: remedies(message).map(({ title, edits }) => ({ name: title, apply: () => apply(edits) })),
  }
}

function remedies({ fix, suggestions }: Message): Suggestion[] {
  return [...(fix ? [{ title: 'Fix', edits: fix.edits }] : []), ...suggestions]
}

function card({ message, note, rule, url }: Message): Node {
  const box = document.createElement('div')
  const link = Object.assign(document.createElement('a'), { href: url, target: '_blank', rel: 'noreferrer', textContent: rule })
  box.append(message)
  if (note) box.append(Object.assign(document.createElement('p'), { textContent: note }))
  box.append(' ', link)
  return box
}

/** One transaction, so that one undo takes it back. Offsets only fit the text they were computed for: a changed text clears them. */
function apply(edits: Edit[]): void {
  if (last?.version !== version) return
  view.dispatch({
    changes: edits.map(({ start, end, text }) => ({ from: start, to: end, insert: text })),
    userEvent: 'input.fix',
  })
  view.focus()
}

function toItem(message: Message): HTMLLIElement {
  const item = document.createElement('li')
  const button = Object.assign(document.createElement('button'), { type: 'button', className: message.severity })
  const place = Object.assign(document.createElement('small'), { textContent: `${message.rule} · line ${message.line}` })
  button.append(message.message, place)
  button.onclick = () => {
    const length = view.state.doc.length
    const selection = { anchor: Math.min(message.start, length), head: Math.min(message.end, length) }
    view.dispatch({ selection, effects: EditorView.scrollIntoView(selection.anchor, { y: 'center' }) })
    view.focus()
  }
  item.append(button)
  for (const { title, edits } of remedies(message)) {
    const fix = Object.assign(document.createElement('button'), { type: 'button', className: 'fix', textContent: title })
    fix.onclick = () => apply(edits)
    item.append(fix)
  }
  return item
}

function isCited({ support }: Claim): boolean {
  return !support.startsWith('0')
}

function showClaims(): void {
  if (last?.version !== version) return
  view.dispatch({ effects: setClaims.of(claimsShown.checked ? last.claims : []) })
}

function showSummary({ messages, claims, readability, milliseconds }: Reply): void {
  const count = (severity: string) => messages.filter((message) => message.severity === severity).length
  const grade = Object.values(readability.grade).find((value) => value !== null)
  const parts = [
    counted(count('error'), 'error'),
    counted(count('warn'), 'warning'),
    `${claims.filter(isCited).length}/${claims.length} claims cited`,
    ...(grade === undefined ? [] : [`grade level ${grade?.toFixed(1)}`]),
    `${Math.round(milliseconds)} ms`,
  ]
  summary.textContent = parts.join(' · ')
}

preset.onchange = ask
claimsShown.onchange = showClaims
element('share').onclick = async () => {
  history.replaceState(null, '', `#text=${await packText(view.state.sliceDoc())}`)
  const copied = await navigator.clipboard?.writeText(location.href).then(
    () => true,
    () => false,
  )
  element('share').textContent = copied ? 'Link copied' : 'Link is in the address bar'
}
ask()

function counted(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`
}
