/** The settings of this window, as the server takes them. */
import * as vscode from 'vscode'
import type { ClientSettings } from '../../src/language-server/protocol.ts'

export function isEnabled(): boolean {
  return vscode.workspace.getConfiguration('medlint').get('enable', true)
}

export function settingsForServer(): ClientSettings {
  const given = vscode.workspace.getConfiguration('medlint')
  return {
    config: given.get('config', ''),
    preset: given.get('preset', 'recommended'),
    run: given.get('run', 'onType'),
    score: true,
  }
}
