/** What ended a run, on standard error. */
import { ConfigError } from '../config/config-error.ts'
import { UsageError } from './usage-error.ts'

export function tellProblem(error: unknown, debug: boolean): void {
  const told = error instanceof UsageError || error instanceof ConfigError
  const text = error instanceof Error ? error.message : String(error)
  if (told) for (const line of text.split('\n')) process.stderr.write(`medlint: ${line}\n`)
  else process.stderr.write(`medlint: Report this, it is a fault of medlint: ${text}\n`)
  if (debug && error instanceof Error) process.stderr.write(`${error.stack}\n`)
  else if (!told) process.stderr.write('medlint: Run it again with --debug to see where.\n')
}
