/** The status bar item: the score of the active document. */
import * as vscode from 'vscode'
import type { PageScore } from '../../src/core.ts'
import { COMPONENT_NAMES } from '../../src/report/score-names.ts'

export interface Status extends vscode.Disposable {
  setEnabled(enabled: boolean): void
  setRunning(running: boolean): void
  setScore(uri: vscode.Uri, score: PageScore | null): void
  /** Of the active document. */
  score(): PageScore | null | undefined
  forget(): void
}

const LANGUAGES = new Set(['markdown', 'mdx'])

export function createStatus(): Status {
  const item = vscode.window.createStatusBarItem('medlint.score', vscode.StatusBarAlignment.Right, 100)
  item.name = 'medlint'
  item.command = 'medlint.showScore'
  const scores = new Map<string, PageScore | null>()
  let enabled = true
  let running = false

  const activeDocument = () => vscode.window.activeTextEditor?.document
  const score = () => scores.get(activeDocument()?.uri.toString() ?? '')

  function draw(): void {
    const document = activeDocument()
    if (!enabled || !document || !LANGUAGES.has(document.languageId)) {
      item.hide()
      return
    }
    const known = score()
    item.text = running ? textOf(known) : '$(loading~spin) medlint'
    item.tooltip = running ? tooltipOf(known) : 'medlint is starting, or has stopped: see its output channel'
    item.show()
  }

  const watchers = [
    vscode.window.onDidChangeActiveTextEditor(draw),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => scores.delete(uri.toString())),
  ]
  return {
    setEnabled(next) {
      enabled = next
      draw()
    },
    setRunning(next) {
      running = next
      draw()
    },
    setScore(uri, next) {
      scores.set(uri.toString(), next)
      draw()
    },
    score,
    forget() {
      scores.clear()
      running = false
      draw()
    },
    dispose() {
      for (const each of [item, ...watchers]) each.dispose()
    },
  }
}

function textOf(score: PageScore | null | undefined): string {
  return score?.total === undefined ? '$(pulse) medlint' : `$(pulse) ${score.total} ${score.letter}`
}

function tooltipOf(score: PageScore | null | undefined): vscode.MarkdownString | string {
  if (score === undefined) return 'medlint: not read yet'
  if (score === null) return 'medlint: not checked; the document is ignored, or its configuration is broken'
  const head = `**medlint score** ${headOf(score)}`
  if (score.total === undefined) return new vscode.MarkdownString(head)
  const rows = score.components.map(
    ({ name, points, available }) => `| ${COMPONENT_NAMES[name]} | ${points.toFixed(1)} of ${available} |`,
  )
  return new vscode.MarkdownString([head, '', '| | |', '|---|--:|', ...rows, '', 'Click for what is missing.'].join('\n'))
}

/** "44 F · 2 of 6 claims cited · JAMA 0 of 4 · reading grade 12.1 (target 12)" */
export function headOf({ total, letter, note, unrated, cap, cited, claims, jama, grade }: PageScore): string {
  if (total === undefined) return `not rated: ${unrated ?? note ?? 'no claims'}`
  const parts = [
    `${total} ${letter}`,
    ...(cap ? [`limited to ${cap.limit}: ${cap.reason}`] : []),
    `${cited} of ${claims} claims cited`,
    `JAMA ${jama.met} of 4`,
    ...(grade ? [`reading grade ${grade.value.toFixed(1)} (target ${grade.target})`] : []),
  ]
  return parts.join(' · ')
}
