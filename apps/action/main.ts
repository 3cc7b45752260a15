/**
 * The GitHub Action. It runs the medlint that the repository has installed, so that CI, hooks and editors give the same verdict, and adds what
 * only a workflow needs: outputs, a threshold for scores, and the base of what changed.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type FailOn, type Inputs, readInputs } from './inputs.ts'
import { addToSummary, baseOf, reportError, setOutput } from './runner.ts'

interface Counts {
  errors: number
  warnings: number
}

const LARGEST_REPORT = 1024 ** 3

try {
  process.exitCode = runAction(readInputs(process.env))
} catch (error) {
  reportError(error instanceof Error ? error.message : String(error))
  process.exitCode = 2
}

function runAction(inputs: Inputs): number {
  const workspace = process.env['GITHUB_WORKSPACE'] || process.cwd()
  const command = installedCommand(workspace)
  const shared = sharedWords(inputs)
  const lintStatus = lint(command, workspace, inputs, shared)
  if (lintStatus === 2 || inputs.scoreThreshold === undefined) return lintStatus
  return Math.max(lintStatus, checkScores(command, workspace, inputs.scoreThreshold, shared))
}

function installedCommand(workspace: string): string {
  try {
    const description = createRequire(path.join(workspace, 'package.json')).resolve('medlint/package.json')
    const { bin } = JSON.parse(readFileSync(description, 'utf8')) as { bin: { medlint: string } }
    return path.join(path.dirname(description), bin.medlint)
  } catch {
    throw new Error('medlint is not installed: add it (npm install --save-dev medlint) and run npm ci in a step before this one.')
  }
}

/** Options and names that linting and scoring have in common. */
function sharedWords({ config, changedOnly, paths }: Inputs): string[] {
  const base = changedOnly ? baseOf(process.env) : undefined
  if (changedOnly && !base) process.stdout.write('This event has no commit to compare with: all files are linted.\n')
  return [...(config ? ['--config', config] : []), ...(base ? ['--since', base] : []), '--', ...paths]
}

function lint(command: string, workspace: string, { formats, failOn }: Inputs, shared: string[]): number {
  const folder = mkdtempSync(path.join(process.env['RUNNER_TEMP'] || tmpdir(), 'medlint-'))
  try {
    const report = path.join(folder, 'report.json')
    const words = ['github', `json:${report}`, ...formats].flatMap((format) => ['--format', format])
    const { status, error } = spawnSync(process.execPath, [command, ...words, ...shared], { cwd: workspace, stdio: 'inherit' })
    if (error) throw error
    if (status !== 0 && status !== 1) return 2
    const counts = countsIn(report)
    setOutput('errors', counts.errors)
    setOutput('warnings', counts.warnings)
    const sarif = formats.find((format) => format.startsWith('sarif:'))
    if (sarif) setOutput('sarif-file', sarif.slice('sarif:'.length))
    return statusOf(failOn, status, counts)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function statusOf(failOn: FailOn, status: number, { warnings }: Counts): number {
  if (failOn === 'never') return 0
  return failOn === 'warn' && warnings > 0 ? 1 : status
}

function countsIn(report: string): Counts {
  const files = JSON.parse(readFileSync(report, 'utf8')) as { messages: { severity: string }[] }[]
  const counts = { errors: 0, warnings: 0 }
  for (const { severity } of files.flatMap(({ messages }) => messages)) {
    if (severity === 'error') counts.errors++
    if (severity === 'warn') counts.warnings++
  }
  return counts
}

function checkScores(command: string, workspace: string, threshold: number, shared: string[]): number {
  const { status, stdout, error } = spawnSync(process.execPath, [command, 'score', '--format', 'json', ...shared], {
    cwd: workspace,
    encoding: 'utf8',
    maxBuffer: LARGEST_REPORT,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (error) throw error
  if (status !== 0) return 2
  const { pages } = JSON.parse(stdout) as { pages: { path: string; total?: number }[] }
  const rated = pages.flatMap(({ path: file, total }) => (total === undefined ? [] : [{ file, total }]))
  if (rated.length === 0) return 0
  const low = rated.filter(({ total }) => total < threshold).sort((one, other) => one.total - other.total)
  setOutput(
    'lowest-score',
    rated.reduce((lowest, { total }) => Math.min(lowest, total), 100),
  )
  if (low.length === 0) return 0
  for (const { file, total } of low) reportError(`Score ${total}: at least ${threshold} is asked for. See medlint score.`, file)
  const rows = low.map(({ file, total }) => `| ${file.replaceAll('|', '\\|')} | ${total} |\n`)
  addToSummary(`\n### Scores below ${threshold}\n\n| page | score |\n| --- | ---: |\n${rows.join('')}`)
  return 1
}
