/** What the step was given: `INPUT_*` of the runner, checked. */

export type FailOn = 'error' | 'warn' | 'never'

export interface Inputs {
  paths: string[]
  config: string | undefined
  /** `name:file`. */
  formats: string[]
  changedOnly: boolean
  failOn: FailOn
  /** 0 to 100. */
  scoreThreshold: number | undefined
}

type Environment = Readonly<Record<string, string | undefined>>

const FAIL_ON: readonly string[] = ['error', 'warn', 'never'] satisfies FailOn[]

/** Throws an Error that names the input and says what it may be. */
export function readInputs(environment: Environment): Inputs {
  const textOf = (name: string) => (environment[`INPUT_${name.toUpperCase()}`] ?? '').trim()
  const linesOf = (name: string) =>
    textOf(name)
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
  const failOn = textOf('fail-on') || 'error'
  if (!FAIL_ON.includes(failOn)) throw new Error(`Input fail-on: write error, warn or never instead of "${failOn}".`)
  const changedOnly = textOf('changed-only') || 'false'
  if (changedOnly !== 'true' && changedOnly !== 'false')
    throw new Error(`Input changed-only: write true or false instead of "${changedOnly}".`)
  const threshold = textOf('score-threshold')
  if (threshold !== '' && !(/^\d{1,3}$/.test(threshold) && Number(threshold) <= 100))
    throw new Error(`Input score-threshold: write a whole number from 0 to 100 instead of "${threshold}".`)
  const formats = linesOf('format')
  for (const format of formats) {
    if (!/^[a-z]+:./.test(format))
      throw new Error(`Input format: write name:file instead of "${format}", e.g. sarif:medlint.sarif.`)
  }
  return {
    paths: linesOf('paths'),
    config: textOf('config') || undefined,
    formats,
    changedOnly: changedOnly === 'true',
    failOn: failOn as FailOn,
    scoreThreshold: threshold === '' ? undefined : Number(threshold),
  }
}
