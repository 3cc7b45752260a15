/** The command that lists where the points of the document went; a choice leads to the line. */
import * as vscode from 'vscode'
import { COMPONENT_NAMES } from '../../src/report/score-names.ts'
import { headOf, type Status } from './status.ts'

interface Cause extends vscode.QuickPickItem {
  line?: number
}

const MOST_LINES = 8

export async function showScore(status: Status): Promise<void> {
  const editor = vscode.window.activeTextEditor
  const score = status.score()
  if (!editor || !score) {
    void vscode.window.showInformationMessage(
      'medlint has no score of this document: open a Markdown or MDX document that is not ignored.',
    )
    return
  }
  const causes: Cause[] = score.components.flatMap(({ name, points, available }) => [
    { label: `${COMPONENT_NAMES[name]}: ${points.toFixed(1)} of ${available}`, kind: vscode.QuickPickItemKind.Separator },
    ...(score.lost.find(({ component }) => component === name)?.causes ?? []).map(({ what, rule, lines }) => ({
      label: what,
      description: [rule === what ? '' : (rule ?? ''), shownLines(lines)].filter(Boolean).join(' · '),
      line: lines[0] ?? 1,
    })),
  ])
  const title = `medlint: ${headOf(score)}`
  const placeHolder = causes.some(({ line }) => line !== undefined) ? 'Choose what is missing to go there' : 'Nothing is missing'
  const chosen = await vscode.window.showQuickPick(score.total === undefined ? [] : causes, {
    title,
    placeHolder,
    matchOnDescription: true,
  })
  if (chosen?.line === undefined) return
  const { range } = editor.document.lineAt(Math.min(chosen.line, editor.document.lineCount) - 1)
  editor.selection = new vscode.Selection(range.start, range.start)
  editor.revealRange(range, vscode.TextEditorRevealType.InCenter)
}

function shownLines(lines: readonly number[]): string {
  const some = lines.length > MOST_LINES ? `${lines.slice(0, MOST_LINES).join(', ')}, …` : lines.join(', ')
  return lines.length === 1 ? `line ${some}` : `lines ${some}`
}
