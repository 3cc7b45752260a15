/** What `--format json` and `jsonl` print fits the schema and the text, with every rule on and over every fixture. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import type { Message } from '../../src/lint/types.ts'
import { createJson } from '../../src/report/json.ts'
import type { FileReport } from '../../src/report/types.ts'
import { medlint } from '../cli/support.ts'
import { EVERY_RULE, fixtures } from './every-rule.ts'
import { summary } from './support.ts'

const schemaFile = new URL('../../schema/format-json.json', import.meta.url)
const schema = JSON.parse(readFileSync(schemaFile, 'utf8')) as { $id: string; $defs: Record<string, { properties: object }> }
const ajv = new Ajv2020({ allErrors: true, strict: false }).addSchema(schema)
const validateReport = ajv.getSchema(schema.$id)!
const validateLine = ajv.getSchema(`${schema.$id}#/$defs/line`)!
const words = [...EVERY_RULE, '--fix-dry-run']

function expectExact({ path: name, messages, suppressed }: FileReport): void {
  const text = readFileSync(path.join(fixtures, name), 'utf8')
  const lines = text.split('\n')
  for (const message of [...messages, ...suppressed]) {
    const { start, end, actual, line, column } = message
    expect(text.slice(start, end)).toBe(actual)
    expect(lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0) + column - 1).toBe(start)
  }
}

describe('json', () => {
  it('fits its schema, has a file for each fixture, and exact places', async () => {
    const { stdout } = await medlint(['-f', 'json', ...words], { cwd: fixtures })
    const report = JSON.parse(stdout) as FileReport[]
    expect(validateReport(report), JSON.stringify(validateReport.errors)).toBe(true)
    const names = readdirSync(fixtures, { recursive: true, encoding: 'utf8' }).filter((name) => /\.mdx?$/.test(name))
    expect(report.map((file) => file.path).sort()).toEqual(names.sort())
    expect(report.some((file) => file.suppressed.length > 0)).toBe(true)
    for (const file of report) if (file.output === undefined) expectExact(file)
  })

  it('is an array, also of nothing', () => {
    expect(createJson().end(summary())).toBe('[]\n')
    const reporter = createJson()
    const parts = ['a', 'b'].map((name) => reporter.file({ path: name, messages: [], suppressed: [] }))
    expect(JSON.parse(parts.join('') + reporter.end(summary()))).toHaveLength(2)
  })

  it('has no field in its schema that is not documented', () => {
    const page = readFileSync(new URL('../../docs/formats.md', import.meta.url), 'utf8')
    const fields = ['file', 'message', 'suppressed', 'summary'].flatMap((part) => Object.keys(schema.$defs[part]!.properties))
    expect(fields.filter((field) => !page.includes(`${field}\``) && !page.includes(`"${field}":`))).toEqual([])
  })
})

describe('jsonl', () => {
  it('has a line for each file and one about the run', async () => {
    const { stdout, stderr } = await medlint(['-f', 'jsonl', ...words, 'posts', 'constructs', 'nothing.txt'], { cwd: fixtures })
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as FileReport & { type: string })
    for (const line of lines) expect(validateLine(line), JSON.stringify(validateLine.errors)).toBe(true)
    const files = lines.slice(0, -1)
    const count = (severity: Message['severity']) =>
      files.flatMap((file) => file.messages).filter((message) => message.severity === severity).length
    expect(files.every(({ type }) => type === 'file')).toBe(true)
    expect(lines.at(-1)).toMatchObject({
      type: 'summary',
      now: '2026-06-01',
      files: files.length,
      errors: count('error'),
      warnings: count('warn'),
      infos: count('info'),
      suppressed: files.flatMap((file) => file.suppressed).length,
      skipped: 0,
    })
    expect(stderr).toMatch(new RegExp(`: ${files.length} files, ${count('error')} errors?, ${count('warn')} warnings, `))
    expect(stderr).toContain('today is 2026-06-01')
    expect(stderr).toContain('no .md, .markdown, .mdx file to lint in "nothing.txt"')
  })
})
