/** `sarif` fits the schema of SARIF 2.1.0, its places and fixes are right, and suppressed findings say why. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import { rules } from '../../rules/index.ts'
import { createSarif } from '../../src/report/sarif.ts'
import type { FileReport } from '../../src/report/types.ts'
import { folderOf, medlint, wordRules } from '../cli/support.ts'
import { EVERY_RULE, fixtures } from './every-rule.ts'
import { message, summary } from './support.ts'

interface Region {
  startLine: number
  startColumn: number
  endLine: number
  endColumn: number
}
interface PhysicalLocation {
  artifactLocation: { uri: string; uriBaseId?: string }
  region: Region
}
interface Result {
  ruleId: string
  level: string
  message: { text: string }
  locations: { physicalLocation: PhysicalLocation }[]
  relatedLocations?: { physicalLocation: PhysicalLocation }[]
  partialFingerprints: Record<string, string>
  suppressions?: { kind: string; justification?: string; properties: object }[]
  fixes?: {
    description: { text: string }
    artifactChanges: { artifactLocation: object; replacements: { deletedRegion: Region; insertedContent: { text: string } }[] }[]
  }[]
}
interface Rule {
  id: string
  shortDescription: { text: string }
  help: { text: string; markdown: string }
  helpUri: string
  defaultConfiguration: { level: string }
}
interface Log {
  runs: {
    tool: { driver: { version: string; rules: Rule[] } }
    results: Result[]
    invocations: { executionSuccessful: boolean }[]
  }[]
}

// The schema is of draft 4, whose two keywords for its own name Ajv no longer reads.
const {
  $schema: _,
  id: __,
  ...schema
} = JSON.parse(readFileSync(new URL('./schemas/sarif-2.1.0.json', import.meta.url), 'utf8')) as Record<string, unknown>
const validate = new Ajv({ allErrors: true, strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema)

function logOf(text: string): Log['runs'][number] {
  const log = JSON.parse(text) as Log
  expect(validate(log), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true)
  expect(log.runs).toHaveLength(1)
  return log.runs[0]!
}

/** A place as SARIF counts it: lines from 1, columns from 1 in UTF-16 code units, without a BOM. */
function offsetIn(text: string, line: number, column: number): number {
  const lines = text.split(/(?<=\r\n|\n|\r(?!\n))/)
  return lines.slice(0, line - 1).join('').length + column - 1
}

function slice(source: string, { startLine, startColumn, endLine, endColumn }: Region): string {
  const text = source.replace(/^\uFEFF/, '')
  return text.slice(offsetIn(text, startLine, startColumn), offsetIn(text, endLine, endColumn))
}

const sarif = async (files: Record<string, string | Uint8Array>, words: string[] = []) => {
  const folder = folderOf({ ...wordRules(), ...files })
  const run = await medlint(['-f', 'sarif', ...words], { cwd: folder })
  return { ...run, log: logOf(run.stdout) }
}

describe('sarif', () => {
  it('fits the schema over every fixture and rule, with the places that json has', async () => {
    const { stdout } = await medlint(['-f', 'sarif', ...EVERY_RULE], { cwd: fixtures })
    const { results, tool } = logOf(stdout)
    const json = await medlint(['-f', 'json', ...EVERY_RULE], { cwd: fixtures })
    const files = JSON.parse(json.stdout) as FileReport[]
    const found = files.flatMap(({ path: name, messages, suppressed }) =>
      [...messages, ...suppressed].map((each) => ({ name, ...each })),
    )
    expect(results).toHaveLength(found.length)
    for (const [index, { name, rule, actual, related }] of found.entries()) {
      const { ruleId, locations, relatedLocations = [] } = results[index]!
      const source = readFileSync(path.join(fixtures, name), 'utf8')
      const { artifactLocation, region } = locations[0]!.physicalLocation
      expect([ruleId, decodeURIComponent(artifactLocation.uri)]).toEqual([rule, name])
      expect(slice(source, region)).toBe(actual.replace(/^\uFEFF/, ''))
      expect(relatedLocations.map(({ physicalLocation }) => slice(source, physicalLocation.region))).toEqual(
        related.map(({ start, end }) => source.slice(start, end)),
      )
    }
    const known = tool.driver.rules.map(({ id }) => id)
    expect(known).toEqual([...new Set(found.map(({ rule }) => rule))].sort())
  })

  it('describes each rule it names, with the part of its page before the examples', async () => {
    const { stdout } = await medlint(['-f', 'sarif', ...EVERY_RULE, 'posts'], { cwd: fixtures })
    const described = logOf(stdout).tool.driver.rules.find(({ id }) => id === 'dose-decimal')!
    const { meta } = rules['dose-decimal']!
    expect(described).toMatchObject({ helpUri: meta.url, defaultConfiguration: { level: 'error' } })
    expect(described.help.markdown).toMatch(/^No trailing zero[\s\S]*## What it does[\s\S]*## Why/)
    expect(described.help.markdown).not.toContain('## Examples')
    expect(described.help.text).toContain(described.shortDescription.text)
  })

  it('keeps what is suppressed, with the reason', async () => {
    const text =
      '---\nmedlint: {disable: {word-warn: {reason: "a quoted headline", until: 2026-12-01}}}\n---\n\nmeh\n\n<!--medlint ignore word-error reason="as the label has it"-->\n\nbad\n\n<!--medlint ignore word-error-->\n\nbad\n'
    const { log } = await sarif({ 'a.md': text }, ['--now', '2026-06-01'])
    const suppressed = log.results.filter(({ suppressions }) => suppressions)
    expect(
      suppressed.map(({ ruleId, suppressions }) => [ruleId, suppressions![0]!.justification, suppressions![0]!.properties]),
    ).toEqual([
      ['word-warn', 'a quoted headline', { by: 'frontmatter', until: '2026-12-01' }],
      ['word-error', 'as the label has it', { by: 'comment' }],
      ['word-error', undefined, { by: 'comment' }],
    ])
    expect(log.results.filter(({ suppressions }) => !suppressions).map(({ ruleId }) => ruleId)).toEqual(['medlint/directive'])
  })

  it('says external for what the baseline holds', () => {
    const reporter = createSarif({ color: false, columns: 80 })
    const held = { ...message(), reason: null, until: null, by: 'baseline' as const }
    const rule = {
      id: 'dose-decimal',
      purpose: 'no zeros',
      family: 'notation' as const,
      severity: 'error' as const,
      url: 'https://clinic.example',
    }
    const text = reporter.file({ path: 'a.md', messages: [], suppressed: [held] }) + reporter.end(summary({ rules: [rule] }))
    expect(logOf(text).results[0]!.suppressions).toMatchObject([{ kind: 'external' }])
    expect(logOf(text).tool.driver.rules[0]!.shortDescription).toEqual({ text: 'No zeros.' })
  })

  it.each([
    ['LF', 'é 🩺 tpyo\n\nA tpyo.\n'],
    ['CRLF', 'A\r\n\r\n> tpyo\r\n'],
    ['a BOM', '\uFEFFtpyo\n\ntpyo\n'],
    ['CR', 'A\r\rtpyo\r'],
  ])('has fixes that give the fixed text (%s)', async (_name, text) => {
    const { log } = await sarif({ 'a.md': text })
    let result = text.replace(/^\uFEFF/, '')
    for (const { fixes } of log.results.toReversed()) {
      const { deletedRegion, insertedContent } = fixes![0]!.artifactChanges[0]!.replacements[0]!
      expect(slice(result, deletedRegion)).toBe('tpyo')
      const start = offsetIn(result, deletedRegion.startLine, deletedRegion.startColumn)
      result = result.slice(0, start) + insertedContent.text + result.slice(start + 4)
    }
    expect(log.results.length).toBeGreaterThan(0)
    expect(result).toBe(text.replace(/^\uFEFF/, '').replaceAll('tpyo', 'typo'))
  })

  it.each([
    ['One.\nTwo.\r\n', { endLine: 2, endColumn: 7 }],
    ['One.\nTwo.', { endLine: 2, endColumn: 5 }],
    ['\uFEFFOne.\n', { endLine: 1, endColumn: 6 }],
    ['', { endLine: 1, endColumn: 1 }],
  ])('puts the end of %j behind its last line end', (text, end) => {
    const reporter = createSarif({ color: false, columns: 80 })
    const place = { start: text.length, end: text.length }
    const found = message({ ...place, suggestions: [{ title: 'Add it', edits: [{ ...place, text: 'x' }] }] })
    const log = logOf(reporter.file({ path: 'a.md', text, messages: [found], suppressed: [] }) + reporter.end(summary()))
    const { region } = log.results[0]!.locations[0]!.physicalLocation
    expect(region).toEqual({ startLine: end.endLine, startColumn: end.endColumn, ...end })
    expect(log.results[0]!.fixes![0]!.artifactChanges[0]!.replacements[0]!.deletedRegion).toEqual(region)
  })

  it('writes URIs that lead back to the file', async () => {
    const names = ['ä b/ö (1)#?%.md', '日本/鍼.md']
    const { log } = await sarif(Object.fromEntries(names.map((name) => [name, 'bad\n'])))
    const uris = log.results.map(({ locations }) => locations[0]!.physicalLocation.artifactLocation)
    expect(uris.every(({ uriBaseId }) => uriBaseId === '%SRCROOT%')).toBe(true)
    expect(uris.map(({ uri }) => decodeURIComponent(new URL(uri, 'file:///site/').pathname))).toEqual(
      names.map((name) => `/site/${name}`),
    )
    const folder = folderOf({ ...wordRules(), 'x y.md': 'bad\n' })
    const absolute = logOf((await medlint(['-f', 'sarif', path.join(folder, 'x y.md')], { cwd: folder })).stdout)
    const { uri } = absolute.results[0]!.locations[0]!.physicalLocation.artifactLocation
    expect(decodeURIComponent(new URL(uri).pathname)).toBe(path.join(folder, 'x y.md'))
  })

  it('says when something could not be read, and is whole when there is nothing', async () => {
    const broken = await sarif({ 'a.md': new Uint8Array([0, 1]) })
    expect(broken.log.invocations).toEqual([{ executionSuccessful: false }])
    expect(broken.log.results[0]).toMatchObject({ ruleId: 'medlint/read', level: 'error' })
    expect(broken.log.tool.driver.rules[0]).toMatchObject({ id: 'medlint/read' })
    const clean = await sarif({ 'a.md': 'Good.\n' })
    expect(clean.log).toMatchObject({
      results: [],
      invocations: [{ executionSuccessful: true }],
      tool: { driver: { rules: [] } },
    })
  })
})

describe('fingerprints', () => {
  const prints = async (format: 'sarif' | 'gitlab', text: string) => {
    const folder = folderOf({ ...wordRules(), 'a.md': text })
    const { stdout } = await medlint(['-f', format], { cwd: folder })
    if (format === 'gitlab') return (JSON.parse(stdout) as { fingerprint: string }[]).map(({ fingerprint }) => fingerprint)
    return logOf(stdout).results.map(({ partialFingerprints }) => Object.values(partialFingerprints)[0]!)
  }
  const text = 'One bad day in the ward.\n\nA bad night\nat home.\n\nOne bad day in the ward.\n'

  it.each(['sarif', 'gitlab'] as const)('of %s are unique, and stay when other lines change', async (format) => {
    const before = await prints(format, text)
    expect(new Set(before).size).toBe(3)
    const moved = await prints(format, `---\ntitle: New\n---\n\n# Heading\n\n${text.replaceAll('\n', '\r\n')}\nThe end.\n`)
    expect(moved).toEqual(before)
    const wrapped = await prints(format, text.replace('night\nat', 'night at'))
    expect(wrapped).toEqual(before)
  })

  it.each(['sarif', 'gitlab'] as const)('of %s change with the words around', async (format) => {
    const [first, second, third] = await prints(format, text)
    const [, changed] = await prints(format, text.replace('night', 'evening'))
    expect([first, second, third]).not.toContain(changed)
  })
})
