/** `summary`, read by a Markdown parser: the tables hold what was found, and nothing of a post becomes markup. */
import fc from 'fast-check'
import type { Nodes, Root, Table } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { describe, expect, it } from 'vitest'
import { createMarkdown } from '../../src/report/markdown.ts'
import { printable } from '../../src/report/printable.ts'
import { folderOf, medlint, wordRules } from '../cli/support.ts'
import { message, summary } from './support.ts'

const parse = (text: string): Root => fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map(textOf).join('') : ''
}

function tablesOf(text: string): string[][][] {
  const tables = parse(text).children.filter((node): node is Table => node.type === 'table')
  return tables.map(({ children }) => children.map((row) => row.children.map(textOf)))
}

describe('summary', () => {
  it('counts by rule, and lists what to do, the gravest first', async () => {
    const folder = folderOf({ ...wordRules(), 'a.md': 'hmm meh bad\n', 'b.md': 'meh bad\n', 'c.md': 'Good.\n' })
    const { stdout, status } = await medlint(['-f', 'summary'], { cwd: folder })
    expect(status).toBe(1)
    expect(textOf(parse(stdout))).toContain('2 errors, 2 warnings, 1 info in 2 of 3 files.')
    expect(tablesOf(stdout)).toEqual([
      [
        ['rule', 'errors', 'warnings', 'infos'],
        ['word-error', '2', '', ''],
        ['word-warn', '', '2', ''],
        ['word-info', '', '', '1'],
      ],
      [
        ['severity', 'place', 'what to do', 'rule'],
        ['error', 'a.md:1', 'Replace "bad".', 'word-error'],
        ['error', 'b.md:1', 'Replace "bad".', 'word-error'],
        ['warning', 'a.md:1', 'Replace "meh".', 'word-warn'],
        ['warning', 'b.md:1', 'Replace "meh".', 'word-warn'],
        ['info', 'a.md:1', 'Replace "hmm".', 'word-info'],
      ],
    ])
  })

  it('fits a comment of a pull request, and says how many it leaves out', () => {
    const reporter = createMarkdown()
    const many = Array.from({ length: 400 }, () => message({ severity: 'info', message: 'Split this sentence. '.repeat(9) }))
    for (const name of ['a.md', 'b.md']) reporter.file({ path: name, messages: many, suppressed: [] })
    reporter.file({ path: 'c.md', messages: [message({ message: 'The gravest.' })], suppressed: [] })
    const text = reporter.end(summary({ errors: 1, infos: 800, files: 3, filesWithMessages: 3 }))
    expect(text.length).toBeLessThan(65_536)
    const [, rows] = tablesOf(text)
    expect(rows![1]![2]).toBe('The gravest.')
    expect(text).toMatch(new RegExp(`\\n…and ${801 - (rows!.length - 1)} more\\n$`))
  })

  it('keeps every cell as text, whatever a post says', () => {
    const parts = fc.constantFrom(
      '|',
      '`',
      '**',
      '_',
      '[a](b)',
      '<b>',
      '<!--',
      '\\',
      '&lt;',
      '@someone',
      '~~',
      '\n',
      '# ',
      ' ',
      'word',
      '![',
    )
    const hostile = fc.array(parts, { minLength: 1, maxLength: 8 }).map((each) => `x${each.join('')}x`)
    fc.assert(
      fc.property(hostile, hostile, (path, words) => {
        const reporter = createMarkdown()
        reporter.file({ path, messages: [message({ message: words })], suppressed: [] })
        const text = reporter.end(summary({ errors: 1 }))
        const [, rows] = tablesOf(text)
        expect(rows![1]!.slice(1, 3)).toEqual([`${printable(path)}:3`, printable(words)])
        expect(text).not.toMatch(/@\w/)
      }),
    )
  })

  it('says so when there is nothing', () => {
    expect(createMarkdown().end(summary({ suppressed: 2 }))).toBe('### medlint\n\nNothing to report in 2 files, 2 suppressed.\n')
  })
})
