/** The command that ignores the finding at the cursor, with a reason that stays in every report. */
import * as vscode from 'vscode'
import type { TextEdit } from 'vscode-languageclient'
import { IGNORE, type IgnoreParams } from '../../src/language-server/protocol.ts'
import { chooseFinding } from './finding.ts'
import type { Server } from './server.ts'

const SHORTEST = 10

export async function ignoreFinding(server: Server): Promise<void> {
  const editor = vscode.window.activeTextEditor
  const client = server.client()
  if (!editor || !client) return
  const finding = await chooseFinding(editor, 'Ignore which finding?')
  if (!finding) {
    void vscode.window.showInformationMessage('Put the cursor into a finding of medlint first.')
    return
  }
  const { rule, diagnostic } = finding
  const reason = await vscode.window.showInputBox({
    title: `Ignore ${rule} here`,
    prompt: 'Why does it not hold here? The reason stays in the text and in every report.',
    validateInput: (text) => (text.trim().length < SHORTEST ? `Give a reason of at least ${SHORTEST} characters.` : undefined),
  })
  if (reason === undefined) return
  const { document } = editor
  const parameters: IgnoreParams = {
    textDocument: { uri: document.uri.toString() },
    position: diagnostic.range.start,
    rule,
    reason,
  }
  const edits = await client.sendRequest<TextEdit[] | null>(IGNORE, parameters)
  if (!edits || edits.length === 0) {
    void vscode.window.showWarningMessage(`No comment can stand here. Ignore ${rule} in the configuration instead.`)
    return
  }
  const change = new vscode.WorkspaceEdit()
  change.set(document.uri, await client.protocol2CodeConverter.asTextEdits(edits))
  await vscode.workspace.applyEdit(change)
}
