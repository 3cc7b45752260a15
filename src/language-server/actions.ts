/** Code actions: safe fixes, suggestions, all safe fixes at once, and comments that ignore a finding with a reason. */
import { type CodeAction, CodeActionKind, type TextEdit } from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import { fixToFixedPoint } from '../lint/fixes.ts'
import type { Edit, Message } from '../lint/types.ts'
import type { Analysis } from './analysis.ts'
import { rangeIn, toDiagnostic } from './diagnostics.ts'
import { ignoreEdit } from './ignore-edit.ts'

/** The part of a result that fixes come from. */
type Found = Pick<Analysis['result'], 'messages'>

export const FIX_ALL = `${CodeActionKind.SourceFixAll}.medlint`

interface Asked {
  /** Offsets, of the current version: what a client sends back may be older. */
  start: number
  end: number
  /** Kinds the client wants; all when undefined. */
  only: readonly string[] | undefined
}

/** @param relint lints another text of the same document; called only when all fixes are asked for. */
export function codeActions(analysis: Analysis, { start, end, only }: Asked, relint: (text: string) => Found): CodeAction[] {
  const { document, result } = analysis
  const wants = (kind: string) => only === undefined || only.some((each) => kind === each || kind.startsWith(`${each}.`))
  const actions: CodeAction[] = []
  if (wants(CodeActionKind.QuickFix)) {
    for (const message of result.messages)
      if (message.start <= end && message.end >= start) actions.push(...actionsFor(analysis, message))
  }
  // Only where it is asked for by name: an editor that saves with it must not see it as one of many quick fixes.
  if (only !== undefined && wants(FIX_ALL)) {
    const edits = allFixes(document, result, relint)
    if (edits.length > 0)
      actions.push({ title: 'Fix all that medlint can fix safely', kind: FIX_ALL, edit: { changes: { [document.uri]: edits } } })
  }
  return actions
}

function actionsFor({ document, post }: Analysis, message: Message): CodeAction[] {
  const diagnostics = [toDiagnostic(document, message)]
  const action = (title: string, edits: readonly Edit[], extra: Partial<CodeAction> = {}): CodeAction => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics,
    edit: { changes: { [document.uri]: edits.map((edit) => toTextEdit(document, edit)) } },
    ...extra,
  })
  const actions: CodeAction[] = []
  if (message.fix) actions.push(action(fixTitle(document, message.fix.edits), message.fix.edits, { isPreferred: true }))
  for (const { title, edits } of message.suggestions) actions.push(action(title, edits))
  const ignore = ignoreEdit(post, message)
  if (ignore) actions.push(action(`Ignore ${message.rule} here, with a reason`, [ignore]))
  return actions
}

/** "Replace "a" with "b"" for one short edit. */
function fixTitle(document: TextDocument, edits: readonly Edit[]): string {
  const [edit, ...others] = edits
  const old = document.getText().slice(edit!.start, edit!.end)
  const isShort = others.length === 0 && old.length <= LONGEST_IN_TITLE && edit!.text.length <= LONGEST_IN_TITLE
  if (!isShort || /\n/.test(old + edit!.text)) return 'Fix this'
  if (edit!.text === '') return `Remove "${old}"`
  return old === '' ? `Insert "${edit!.text}"` : `Replace "${old}" with "${edit!.text}"`
}

const LONGEST_IN_TITLE = 40

export function toTextEdit(document: TextDocument, edit: Edit): TextEdit {
  return { range: rangeIn(document, edit), newText: edit.text }
}

/** The safe fixes to a fixed point, as the one smallest edit that leads there. */
export function allFixes(document: TextDocument, result: Found, relint: (text: string) => Found): TextEdit[] {
  if (!result.messages.some(({ fix }) => fix)) return []
  const before = document.getText()
  const { text: after } = fixToFixedPoint(before, relint)
  if (after === before) return []
  let start = 0
  while (start < before.length && before[start] === after[start]) start++
  let end = 0
  while (end < before.length - start && end < after.length - start && before.at(-1 - end) === after.at(-1 - end)) end++
  return [toTextEdit(document, { start, end: before.length - end, text: after.slice(start, after.length - end) })]
}
