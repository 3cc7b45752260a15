/** `medlint gate` of the whole site: errors of each rule against their ceilings, which `--write-ceilings` lowers to what is there. */
import { type Ceilings, countErrors, type Excess, excessOf, lowered } from '../lint/ceilings.ts'
import type { Message } from '../lint/types.ts'
import { count, wrap } from '../report/printable.ts'
import { isOfTheClock } from '../score/gate.ts'
import type { Arguments } from './arguments.ts'
import { openCeilings } from './ceilings-file.ts'
import { createConfigs } from './configs.ts'
import { createIgnored } from './ignored.ts'
import { writeOut } from './output.ts'
import type { Place } from './post-linter.ts'
import { createProgress } from './progress.ts'
import { createRunScope } from './run-scope.ts'
import { columns } from './terminal.ts'
import { version } from './version.ts'

export async function holdCeilings(given: Arguments): Promise<number> {
  const workingFolder = process.cwd()
  const configs = createConfigs(given, workingFolder)
  const { folder } = await configs.forFolder(workingFolder)
  const file = openCeilings(workingFolder, folder)
  const scope = await createRunScope(given, configs, workingFolder)
  const isIgnored = createIgnored(workingFolder, given)
  const selection = await scope.select(given.names, { workingFolder, extensions: given.extensions, isIgnored })
  const problems = [
    ...selection.unmatched.map((name) => `Check the name: no file to lint in "${name}".`),
    ...selection.unreadable.map(({ shown, reason }) => `${shown}: Check this path: it could not be read (${reason}).`),
  ]
  const places: Place[] = []
  for (const { absolute } of selection.files) places.push(await scope.linter.placeOf(absolute))
  await scope.compare(places)
  const progress = createProgress()
  const errors: Message[] = []
  for (const [index, { absolute, shown }] of selection.files.entries()) {
    const content = scope.read(absolute)
    if ('problem' in content) problems.push(`${shown}: ${content.problem}`)
    else {
      const { messages, crashed } = scope.plain.check(content.text, places[index]!)
      errors.push(...messages.filter(({ severity }) => severity === 'error'))
      if (crashed.length > 0) problems.push(`${shown}: Report this: a rule failed on this file.`)
    }
    progress.show(index + 1, selection.files.length)
  }
  progress.clear()
  process.stderr.write(scope.end().text)
  const counts = countErrors(errors, (message) => !isOfTheClock(message))
  const excess = file.ceilings ? excessOf(counts, file.ceilings) : []
  // What could not be read would look mended.
  if (given.writeCeilings && problems.length === 0) file.write(lowered(counts, file.ceilings))
  const passed = excess.length === 0
  if (given.reports[0]!.format === 'json')
    await writeOut(`${JSON.stringify({ version, passed, counts: Object.fromEntries(counts), excess }, null, 2)}\n`)
  else await writeOut(textOf(counts, excess, file.shown, given.writeCeilings && problems.length === 0))
  for (const problem of problems) process.stderr.write(`medlint: ${problem}\n`)
  return problems.length > 0 ? 2 : passed ? 0 : 1
}

function textOf(counts: Ceilings, excess: readonly Excess[], shown: string, isWritten: boolean): string {
  const width = columns()
  const lines = excess.flatMap(({ rule, count: number, ceiling }) =>
    wrap(`✖ Mend ${number - ceiling} of ${rule}: there are ${number} errors, and the ceiling is ${ceiling}.`, width),
  )
  const total = [...counts.values()].reduce((sum, each) => sum + each, 0)
  const end = excess.length === 0 ? 'Passed' : 'Failed'
  lines.push(`${end}: ${count(total, 'error')} of ${count(counts.size, 'rule')}.`)
  if (isWritten) lines.push(...wrap(`${shown} is written; to raise a ceiling, edit it.`, width))
  return `${lines.join('\n')}\n`
}
