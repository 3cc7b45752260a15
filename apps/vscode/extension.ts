/** The extension: starts medlint's language server, and shows what the protocol has no place for. */
import * as vscode from 'vscode'
import { ignoreFinding } from './ignore.ts'
import { openRulePage } from './rule-page.ts'
import { showScore } from './score-list.ts'
import { createServer, type Server } from './server.ts'
import { createStatus } from './status.ts'

let server: Server | undefined

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const status = createStatus()
  const started = createServer(context, status)
  server = started
  const commands: Record<string, () => unknown> = {
    'medlint.showScore': () => showScore(status),
    'medlint.fixAll': fixAll,
    'medlint.ignore': () => ignoreFinding(started),
    'medlint.openRule': () => openRulePage(context),
    'medlint.restart': () => started.restart(),
  }
  context.subscriptions.push(
    status,
    ...Object.entries(commands).map(([name, run]) => vscode.commands.registerCommand(name, run)),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('medlint')) void started.followSettings()
    }),
  )
  await started.followSettings()
}

export async function deactivate(): Promise<void> {
  await server?.stop()
}

async function fixAll(): Promise<void> {
  await vscode.commands.executeCommand('editor.action.sourceAction', { kind: 'source.fixAll.medlint', apply: 'first' })
}
