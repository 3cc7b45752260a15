/** `junit` and `checkstyle`, read by libxml2 against their schemas and by a DOM. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCheckstyle } from '../../src/report/checkstyle.ts'
import { createJunit } from '../../src/report/junit.ts'
import type { FileReport, Reporter } from '../../src/report/types.ts'
import { folderOf, medlint, wordRules } from '../cli/support.ts'
import { EVERY_RULE, fixtures } from './every-rule.ts'
import { message, summary } from './support.ts'
import { faultsOf, readXml } from './xml.ts'

const printed = (reporter: Reporter, files: readonly FileReport[]) =>
  files.map((file) => reporter.file(file)).join('') + reporter.end(summary())

const FORMATS = [
  ['junit', createJunit, 'jenkins-junit.xsd'],
  ['checkstyle', createCheckstyle, 'checkstyle.xsd'],
] as const

describe.each(FORMATS)('%s', (format, create, schema) => {
  it('fits its schema over every fixture and rule, and counts what json counts', async () => {
    const { stdout } = await medlint(['-f', format, ...EVERY_RULE], { cwd: fixtures })
    expect(await faultsOf(stdout, schema)).toEqual([])
    const json = await medlint(['-f', 'json', ...EVERY_RULE], { cwd: fixtures })
    const files = JSON.parse(json.stdout) as FileReport[]
    const suites = readXml(stdout).children
    expect(suites.map(({ attributes }) => attributes['name'])).toEqual(files.map(({ path }) => path))
    const expected = files.map(({ messages, suppressed }) =>
      format === 'junit' ? Math.max(1, messages.length + suppressed.length) : messages.length,
    )
    expect(suites.map(({ children }) => children.length)).toEqual(expected)
  })

  it('is well formed and fits its schema when nothing was linted', async () => {
    expect(await faultsOf(create().end(summary()), schema)).toEqual([])
  })

  it('is well formed whatever a post, a path or a reason holds', () => {
    const any = fc.string({ unit: 'binary', maxLength: 12 })
    const hostile = fc.oneof(
      any,
      fc.constantFrom(']]>', '<!--', '&#0;', '"\'<>&', '\ud800', '\ufffe\uffff', '\u0000\u0008\u001b', '\u2028'),
    )
    fc.assert(
      fc.property(hostile, hostile, hostile, fc.constantFrom('error' as const, 'warn' as const), (path, text, note, severity) => {
        const found = message({ message: text, note, severity, rule: text, url: note })
        const suppressed = [{ ...found, reason: text, until: note, by: 'comment' as const }]
        const xml = printed(create(), [{ path, messages: [found], suppressed }])
        readXml(xml)
        expect(xml).not.toMatch(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|\p{Cs}/u)
      }),
    )
  })
})

describe('junit', () => {
  it('fails for errors alone, and skips what is suppressed, with the reason', async () => {
    const text = 'bad\n\n<!--medlint ignore word-error reason="as the label has it" until="2026-12-01"-->\n\nbad\n\nmeh hmm\n'
    const folder = folderOf({ ...wordRules(), 'a & b.md': text, 'clean.md': 'Good.\n', 'binary.md': new Uint8Array([0, 1]) })
    const { stdout, status } = await medlint(['-f', 'junit', '--now', '2026-06-01'], { cwd: folder })
    expect(status).toBe(2)
    expect(await faultsOf(stdout, 'jenkins-junit.xsd')).toEqual([])
    const [first, binary, clean] = readXml(stdout).children
    expect(first!.attributes).toEqual({ name: 'a & b.md', tests: '4', failures: '1', errors: '0', skipped: '1' })
    expect(first!.children.map(({ attributes, children }) => [attributes['name'], children[0]!.name, children[0]!.text])).toEqual(
      [
        ['word-error 1:1', 'failure', 'Replace "bad".\na & b.md:1:1\nhttps://clinic.example/word-error'],
        ['word-warn 7:1', 'system-out', 'warning: Replace "meh".'],
        ['word-info 7:5', 'system-out', 'info: Replace "hmm".'],
        ['word-error 5:1', 'skipped', 'Replace "bad". (suppressed in the text until 2026-12-01: as the label has it)'],
      ],
    )
    expect(binary!.attributes).toMatchObject({ name: 'binary.md', failures: '0', errors: '1' })
    expect(clean!.children).toMatchObject([{ name: 'testcase', children: [] }])
  })
})

describe('checkstyle', () => {
  it('has place, severity, message and rule', async () => {
    const folder = folderOf({ ...wordRules(), 'a.md': 'A "bad" meh.\n\nhmm\n' })
    const { stdout } = await medlint(['-f', 'checkstyle', 'a.md'], { cwd: folder })
    const [file] = readXml(stdout).children
    expect(file!.children.map(({ attributes }) => attributes)).toEqual([
      { line: '1', column: '4', severity: 'error', message: 'Replace "bad".', source: 'medlint.word-error' },
      { line: '1', column: '9', severity: 'warning', message: 'Replace "meh".', source: 'medlint.word-warn' },
      { line: '3', column: '1', severity: 'info', message: 'Replace "hmm".', source: 'medlint.word-info' },
    ])
  })
})
