/** `rdjson` has what the Reviewdog Diagnostic Format defines; its columns count bytes of UTF-8. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import { createRdjson } from '../../src/report/rdjson.ts'
import { folderOf, medlint, wordRules } from '../cli/support.ts'
import { EVERY_RULE, fixtures } from './every-rule.ts'
import { message, summary } from './support.ts'

interface Position {
  line: number
  column: number
}
interface Range {
  start: Position
  end?: Position
}
interface Diagnostic {
  message: string
  location: { path: string; range: Range }
  severity: string
  code: { value: string; url: string }
  suggestions?: { range: Required<Range>; text: string }[]
}

const strict = (properties: Record<string, object>, required = Object.keys(properties)) => ({
  type: 'object',
  additionalProperties: false,
  required,
  properties,
})
const positive = { type: 'integer', minimum: 1 }
const position = strict({ line: positive, column: positive })
const text = { type: 'string' }
const range = strict({ start: position, end: position }, ['start'])
const diagnostic = strict(
  {
    message: { type: 'string', minLength: 1 },
    location: strict({ path: text, range }),
    severity: { enum: ['ERROR', 'WARNING', 'INFO'] },
    code: strict({ value: text, url: text }),
    suggestions: { type: 'array', minItems: 1, items: strict({ range, text }) },
  },
  ['message', 'location', 'severity', 'code'],
)
const validate = new Ajv().compile<{ diagnostics: Diagnostic[] }>(
  strict({ source: strict({ name: text, url: text }), diagnostics: { type: 'array', items: diagnostic } }),
)

function diagnosticsOf(stdout: string): Diagnostic[] {
  const result: unknown = JSON.parse(stdout)
  if (!validate(result)) throw new Error(JSON.stringify(validate.errors))
  return result.diagnostics
}

/** A place in bytes. Lines end as CommonMark ends them: with a line feed, a carriage return, or both. */
function byteOffset(source: Buffer, { line, column }: Position): number {
  const text = source.toString('latin1')
  const ends = [...text.matchAll(/\r\n|\n|\r/g)].map((end) => end.index + end[0].length)
  return (line === 1 ? 0 : ends[line - 2]!) + column - 1
}

function bytesIn(source: Buffer, { start, end = start }: Range): string {
  return source.subarray(byteOffset(source, start), byteOffset(source, end)).toString('utf8')
}

describe('rdjson', () => {
  it('fits the format over every fixture and rule, and its bytes are the text of the message', async () => {
    const diagnostics = diagnosticsOf((await medlint(['-f', 'rdjson', ...EVERY_RULE], { cwd: fixtures })).stdout)
    const json = JSON.parse((await medlint(['-f', 'json', ...EVERY_RULE], { cwd: fixtures })).stdout) as {
      path: string
      messages: { rule: string; actual: string }[]
    }[]
    const found = json.flatMap(({ path: name, messages }) => messages.map((each) => ({ name, ...each })))
    expect(diagnostics.map(({ code }) => code.value)).toEqual(found.map(({ rule }) => rule))
    for (const [index, { name, actual }] of found.entries()) {
      const { location } = diagnostics[index]!
      expect(location.path).toBe(name)
      expect(bytesIn(readFileSync(path.join(fixtures, name)), location.range)).toBe(actual)
    }
  })

  it('suggests a fix, in bytes behind letters of two, three and four', async () => {
    const source = 'é 鍼 🩺 tpyo and bad\r\n\r\n> 鍼 tpyo\r\n'
    const folder = folderOf({ ...wordRules(), 'a.md': source })
    const diagnostics = diagnosticsOf((await medlint(['-f', 'rdjson'], { cwd: folder })).stdout)
    expect(diagnostics.map(({ severity, suggestions }) => [severity, suggestions?.map((each) => each.text)])).toEqual([
      ['WARNING', ['typo']],
      ['ERROR', undefined],
      ['WARNING', ['typo']],
    ])
    for (const { suggestions = [] } of diagnostics) {
      for (const suggestion of suggestions) expect(bytesIn(Buffer.from(source), suggestion.range)).toBe('tpyo')
    }
  })

  it('makes one range of edits that stand apart, and a choice of each suggestion', () => {
    const source = 'Take 1.0 mg or 2.0 mg.\n'
    const edits = [
      { start: 16, end: 18, text: '' },
      { start: 6, end: 8, text: '' },
    ]
    const suggestions = [
      { title: 'a', edits },
      { title: 'b', edits: [{ start: 0, end: 0, text: 'Please ' }] },
      { title: 'c', edits: [] },
    ]
    const reporter = createRdjson()
    const file = { path: 'a.md', text: source, messages: [message({ start: 5, end: 21, suggestions })], suppressed: [] }
    const [only] = diagnosticsOf(reporter.file(file) + reporter.end(summary()))
    expect(
      only!.suggestions!.map(({ range: where, text: replacement }) => [bytesIn(Buffer.from(source), where), replacement]),
    ).toEqual([
      ['.0 mg or 2.0', ' mg or 2'],
      ['', 'Please '],
    ])
  })

  it('is whole when there is nothing or no text', async () => {
    expect(diagnosticsOf(createRdjson().end(summary()))).toEqual([])
    const folder = folderOf({ 'a.md': new Uint8Array([0, 1]) })
    const [only] = diagnosticsOf((await medlint(['-f', 'rdjson'], { cwd: folder })).stdout)
    expect(only!.location.range).toEqual({ start: { line: 1, column: 1 } })
  })
})
