/** What GitHub's runner understands: lines on standard output and files named in the environment. */
import { appendFileSync, readFileSync } from 'node:fs'

export function reportError(message: string, file?: string): void {
  const place = file === undefined ? '' : ` file=${escapeData(file).replaceAll(':', '%3A').replaceAll(',', '%2C')}`
  process.stdout.write(`::error${place}::${escapeData(message)}\n`)
}

export function setOutput(name: string, value: string | number): void {
  append('GITHUB_OUTPUT', `${name}=${value}\n`)
}

export function addToSummary(markdown: string): void {
  append('GITHUB_STEP_SUMMARY', markdown)
}

/**
 * The commit that the change began at: the target branch of a pull request, the state before a push; undefined for a new branch and other
 * events, which have no such commit.
 */
export function baseOf(environment: Readonly<Record<string, string | undefined>>): string | undefined {
  if (environment['GITHUB_BASE_REF']) return `origin/${environment['GITHUB_BASE_REF']}`
  const eventFile = environment['GITHUB_EVENT_PATH']
  if (environment['GITHUB_EVENT_NAME'] !== 'push' || !eventFile) return undefined
  const { before } = JSON.parse(readFileSync(eventFile, 'utf8')) as { before?: string }
  return before && /^[0-9a-f]{40,64}$/.test(before) && !/^0+$/.test(before) ? before : undefined
}

function append(variable: string, text: string): void {
  const file = process.env[variable]
  if (file) appendFileSync(file, text)
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}
