/** The command that opens the page of a rule: that of the finding at the cursor, or one from the list. */
import * as vscode from 'vscode'
import { chooseFinding } from './finding.ts'

export async function openRulePage({ extensionUri }: vscode.ExtensionContext): Promise<void> {
  const folder = vscode.Uri.joinPath(extensionUri, 'docs', 'rules')
  const pages = (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name.replace(/\.md$/, '')).sort()
  const editor = vscode.window.activeTextEditor
  const finding = editor && (await chooseFinding(editor, 'The page of which rule?'))
  // What the core itself reports has no page of its own.
  const rule =
    finding && pages.includes(finding.rule)
      ? finding.rule
      : await vscode.window.showQuickPick(pages, { title: 'The page of which rule?' })
  if (rule) await vscode.commands.executeCommand('markdown.showPreview', vscode.Uri.joinPath(folder, `${rule}.md`))
}
