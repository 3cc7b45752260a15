/**
 * `junit`: a test suite for each file, a test case for each message. Only errors fail: a test run is as green as the exit status.
 * Elements and attributes are those that Jenkins knows.
 */
import type { Message, SuppressedMessage } from '../lint/types.ts'
import { once } from './pieces.ts'
import type { FileReport, Reporter } from './types.ts'
import { XML_HEAD, xml } from './xml.ts'

/** Not the post failed but medlint. */
const BROKEN = new Set(['medlint/read', 'medlint/internal'])

export function createJunit(): Reporter {
  const head = once(`${XML_HEAD}<testsuites name="medlint">\n`)
  return {
    file: (report) => head() + suite(report),
    end: () => `${head()}</testsuites>\n`,
  }
}

function suite({ path, messages, suppressed }: FileReport): string {
  const errors = messages.filter(({ rule }) => BROKEN.has(rule)).length
  const failures = messages.filter(({ severity }) => severity === 'error').length - errors
  const cases = [
    ...messages.map((message) => testCase(path, nameOf(message), outcomeOf(path, message))),
    ...suppressed.map((message) => testCase(path, nameOf(message), `<skipped>${xml(reasonOf(message))}</skipped>`)),
  ]
  if (cases.length === 0) cases.push(testCase(path, 'medlint', ''))
  const counts = `tests="${cases.length}" failures="${failures}" errors="${errors}" skipped="${suppressed.length}"`
  return `<testsuite name="${xml(path)}" ${counts}>\n${cases.join('')}</testsuite>\n`
}

function testCase(path: string, name: string, outcome: string): string {
  return `<testcase name="${xml(name)}" classname="${xml(path)}">${outcome}</testcase>\n`
}

/** With its place, so that two messages of one rule are two tests. */
function nameOf({ rule, line, column }: Message): string {
  return `${rule} ${line}:${column}`
}

function outcomeOf(path: string, { rule, severity, message, note, line, column, url }: Message): string {
  if (severity !== 'error') return `<system-out>${severity === 'warn' ? 'warning' : 'info'}: ${xml(message)}</system-out>`
  const element = BROKEN.has(rule) ? 'error' : 'failure'
  const details = [message, ...(note === null ? [] : [note]), `${path}:${line}:${column}`, url].map(xml).join('\n')
  return `<${element} type="${xml(rule)}" message="${xml(message)}">${details}</${element}>`
}

function reasonOf({ by, reason, until, message }: SuppressedMessage): string {
  const where = by === 'baseline' ? 'in the baseline' : `suppressed in the ${by === 'comment' ? 'text' : 'frontmatter'}`
  return `${message} (${where}${until === null ? '' : ` until ${until}`}${reason === null ? '' : `: ${reason}`})`
}
