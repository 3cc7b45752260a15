/** `--ndjson`: a document a line on standard input, its messages a line on standard output, in the same order and as many. */
import { isUtf8 } from 'node:buffer'
import path from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { fileLine } from '../report/jsonl.ts'
import type { Arguments } from './arguments.ts'
import { createConfigs } from './configs.ts'
import { fileMessage } from './file-message.ts'
import { createLineSplitter, type Line } from './line-splitter.ts'
import { HEAP_GROWTH, LONG_RUN, lintText, nothing } from './lint-command.ts'
import { writeOut } from './output.ts'
import { LARGEST, textProblem } from './read-post.ts'
import { type Outcome, statusOf } from './reporting.ts'
import { createRunScope } from './run-scope.ts'

/** Bytes: the largest post, with every character of it escaped. */
const LONGEST_LINE = 6 * LARGEST
const TOLD = 10

interface Document {
  path: string
  text: string
}

export async function lintDocuments(given: Arguments, debug: boolean): Promise<number> {
  const workingFolder = process.cwd()
  const { linter } = await createRunScope(given, createConfigs(given, workingFolder), workingFolder)
  const splitter = createLineSplitter(LONGEST_LINE)
  const counts = { documents: 0, errors: 0, warnings: 0, unread: 0 }
  let broken = false

  async function lintLine(line: Line): Promise<void> {
    const document = documentOf(line)
    if (document === undefined) return
    const outcome = 'problem' in document ? unread(line, document.problem) : await lintDocument(document)
    for (const { severity } of outcome.messages) {
      if (severity === 'error') counts.errors++
      else if (severity === 'warn') counts.warnings++
    }
    if (outcome.broken) broken = true
    if (++counts.documents === LONG_RUN) setFlagsFromString(HEAP_GROWTH)
    const messages = given.quiet ? outcome.messages.filter(({ severity }) => severity === 'error') : outcome.messages
    await writeOut(fileLine({ ...outcome, messages }))
  }

  async function lintDocument({ path: name, text }: Document): Promise<Outcome> {
    const problem = textProblem(text)
    if (problem !== undefined) return withProblem(name, problem)
    const place = await linter.placeOf(path.resolve(workingFolder, name))
    return lintText(name, text, place, linter, undefined, given, debug)
  }

  function unread({ number }: Line, problem: string): Outcome {
    counts.unread++
    const text = `Correct line ${number} of standard input: ${problem}.`
    if (counts.unread <= TOLD) process.stderr.write(`medlint: ${text}\n`)
    return withProblem(`<stdin>:${number}`, text)
  }

  for await (const part of process.stdin) for (const line of splitter.push(part as Buffer)) await lintLine(line)
  for (const line of splitter.end()) await lintLine(line)
  if (counts.unread > TOLD) process.stderr.write(`medlint: Correct ${counts.unread - TOLD} more lines of standard input.\n`)
  return statusOf({ broken, ...counts }, given.maxWarnings)
}

function withProblem(name: string, problem: string): Outcome {
  return { ...nothing(name), messages: [fileMessage('medlint/read', problem)], broken: true }
}

/** Undefined for an empty line. */
function documentOf({ bytes, number }: Line): Document | { problem: string } | undefined {
  if (bytes === undefined) return { problem: `it is longer than ${LONGEST_LINE / 1024 / 1024} MB` }
  if (bytes.length === 0) return undefined
  if (!isUtf8(bytes)) return { problem: 'it is not UTF-8' }
  const text = bytes.toString('utf8')
  let value: unknown
  try {
    value = JSON.parse(number === 1 ? text.replace(/^\uFEFF/, '') : text)
  } catch (error) {
    return { problem: `it is no JSON (${error instanceof Error ? error.message : String(error)})` }
  }
  const { path: name, text: content } = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>
  if (typeof name !== 'string' || name === '') return { problem: 'it has no "path", the name of the document' }
  if (typeof content !== 'string') return { problem: 'it has no "text", the document as a string' }
  return { path: name, text: content }
}
