/** The finding at the cursor. */
import * as vscode from 'vscode'

export interface Finding {
  rule: string
  diagnostic: vscode.Diagnostic
}

/** Asks which one where there are several; undefined when there is none, or none was chosen. */
export async function chooseFinding({ document, selection }: vscode.TextEditor, title: string): Promise<Finding | undefined> {
  const findings = vscode.languages
    .getDiagnostics(document.uri)
    .filter(({ source, range }) => source === 'medlint' && range.intersection(selection))
    .map((diagnostic) => ({ rule: ruleOf(diagnostic), diagnostic }))
  if (findings.length < 2) return findings[0]
  const items = findings.map((finding) => ({
    label: finding.rule,
    description: finding.diagnostic.message.split('\n')[0]!,
    finding,
  }))
  return (await vscode.window.showQuickPick(items, { title }))?.finding
}

function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code)
}
