/** The editor: Markdown with findings underlined and, on demand, the claims marked. */
import { type Diagnostic, lintGutter, setDiagnostics } from '@codemirror/lint'
import { StateEffect, StateField, type Text } from '@codemirror/state'
import { Decoration, type DecorationSet } from '@codemirror/view'
import { basicSetup, EditorView } from 'codemirror'
import type { Edit, Message } from '../../src/lint/types.ts'
import { type Claim, isCited } from '../engine/types.ts'
import { markdownSupport } from './highlighting.ts'
import { make } from './make.ts'
import { remediesOf } from './remedies.ts'

export interface Editor {
  text(): string
  /** The text itself: another object after every change, so that results can be told from older ones. */
  document(): Text
  /** Replaces the whole text, in one step that undo takes back. */
  replaceText(text: string): void
  apply(edits: readonly Edit[]): void
  showFindings(messages: readonly Message[]): void
  showClaims(claims: readonly Claim[]): void
  select(range: { start: number; end: number }): void
  /** Offset of the cursor. */
  cursor(): number
  focus(): void
}

const setClaims = StateEffect.define<readonly Claim[]>()
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

const underline = (kind: string, colour: string) => ({
  backgroundImage: 'none',
  textDecoration: `underline ${kind} ${colour}`,
  textUnderlineOffset: '3px',
  textDecorationSkipInk: 'none',
})
const sign = (colour: string, shape: string) => ({ content: 'normal', backgroundColor: colour, clipPath: shape })

const look = EditorView.theme({
  '&': { height: '100%', fontSize: '14px', color: 'var(--ink)', backgroundColor: 'var(--card)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.6' },
  '.cm-content': { caretColor: 'var(--ink)', padding: '12px 0' },
  '.cm-line': { paddingRight: '16px' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'var(--selection)',
  },
  '.cm-selectionMatch, .cm-matchingBracket': { backgroundColor: 'var(--hover)' },
  '.cm-gutters': { backgroundColor: 'var(--card)', color: 'var(--faint)', border: 'none' },
  '.cm-foldGutter': { display: 'none' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'transparent' },
  '.cm-activeLineGutter': { color: 'var(--ink)' },
  '.cm-gutter-lint': { width: '18px' },
  '.cm-lint-marker': { width: '9px', height: '9px', margin: '7px auto 0' },
  '.cm-lint-marker-error': sign('var(--error)', 'circle(50%)'),
  '.cm-lint-marker-warning': sign('var(--warn)', 'polygon(50% 0, 100% 100%, 0 100%)'),
  '.cm-lint-marker-info': sign('var(--info)', 'polygon(50% 0, 100% 50%, 50% 100%, 0 50%)'),
  '.cm-lintRange-error': underline('wavy 1.5px', 'var(--error)'),
  '.cm-lintRange-warning': underline('wavy 1.5px', 'var(--warn)'),
  '.cm-lintRange-info': underline('dotted 2px', 'var(--info)'),
  '.cm-lintRange-active': { backgroundColor: 'var(--hover)' },
  '.cm-tooltip': {
    backgroundColor: 'var(--card)',
    color: 'var(--ink)',
    border: '1px solid var(--line)',
    borderRadius: '8px',
    boxShadow: 'var(--shadow)',
    maxWidth: 'min(460px, 92vw)',
    overflow: 'hidden',
  },
  '.cm-diagnostic': { padding: '8px 12px', fontFamily: 'var(--sans)', lineHeight: '1.45' },
  '.cm-diagnostic-error': { borderLeftColor: 'var(--error)' },
  '.cm-diagnostic-warning': { borderLeftColor: 'var(--warn)' },
  '.cm-diagnostic-info': { borderLeftColor: 'var(--info)' },
  '.cm-diagnostic a': { color: 'var(--accent)' },
  '.cm-diagnostic p': { margin: '4px 0', color: 'var(--quiet)' },
  '.cm-diagnosticAction': {
    background: 'none',
    color: 'var(--accent)',
    border: '1px solid var(--line)',
    borderRadius: '6px',
    padding: '2px 8px',
    margin: '6px 6px 0 0',
  },
  '.cm-panels': { backgroundColor: 'var(--page)', color: 'var(--ink)', borderColor: 'var(--line)' },
  '.cm-textfield, .cm-button': { background: 'var(--card)', color: 'var(--ink)', borderColor: 'var(--line)' },
  '.cited': { backgroundColor: 'var(--cited)' },
  '.uncited': { backgroundColor: 'var(--uncited)' },
})

export function createEditor(place: HTMLElement, text: string, onChange: () => void): Editor {
  // The shadow root lets the editor adopt its style sheets, which the page's policy would refuse as inline styles.
  const root = place.attachShadow({ mode: 'open' })
  const frame = make('div')
  frame.style.height = '100%'
  root.append(frame)
  const view = new EditorView({
    doc: text,
    parent: frame,
    root,
    extensions: [
      basicSetup,
      markdownSupport,
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ 'aria-label': 'Post in Markdown' }),
      lintGutter(),
      claimMarks,
      look,
      EditorView.updateListener.of(({ docChanged }) => docChanged && onChange()),
    ],
  })
  const clamped = (offset: number) => Math.min(offset, view.state.doc.length)

  function apply(edits: readonly Edit[]): void {
    const changes = edits.map(({ start, end, text: insert }) => ({ from: start, to: end, insert }))
    view.dispatch({ changes, userEvent: 'input.fix' })
    view.focus()
  }

  function toDiagnostic(message: Message): Diagnostic {
    const actions = remediesOf(message).map(({ title, edits }) => ({ name: title, apply: () => apply(edits) }))
    const severity = message.severity === 'warn' ? 'warning' : message.severity
    const { start, end } = message
    return { from: start, to: end, severity, message: message.message, renderMessage: () => card(message), actions }
  }

  return {
    text: () => view.state.sliceDoc(),
    document: () => view.state.doc,
    replaceText(next) {
      view.dispatch({
        changes: { from: 0, to: view.state.doc.length, insert: next },
        selection: { anchor: 0 },
        scrollIntoView: true,
      })
    },
    apply,
    showFindings: (messages) => view.dispatch(setDiagnostics(view.state, messages.map(toDiagnostic))),
    showClaims: (claims) => view.dispatch({ effects: setClaims.of(claims) }),
    select({ start, end }) {
      const selection = { anchor: clamped(start), head: clamped(end) }
      view.dispatch({ selection, effects: EditorView.scrollIntoView(selection.anchor, { y: 'center' }) })
    },
    cursor: () => view.state.selection.main.from,
    focus: () => view.focus(),
  }
}

function card({ message, note, rule, url }: Message): Node {
  const link = make('a', { href: url, target: '_blank', rel: 'noreferrer' }, rule)
  return make('div', {}, message, ...(note ? [make('p', {}, note)] : []), ' ', link)
}
