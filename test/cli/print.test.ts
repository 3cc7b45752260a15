/** What prints and ends: --help, --version, --list-rules, --explain, --print-config, inspect. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { rules } from '../../rules/index.ts'
import { readArguments } from '../../src/cli/arguments.ts'
import { HELP } from '../../src/cli/help.ts'
import { pageText } from '../../src/cli/page-text.ts'
import { folderOf, medlint, wordRules } from './support.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const json = (name: string) => JSON.parse(readFileSync(root + name, 'utf8')) as Record<string, unknown>
const tooWide = (text: string) => text.split('\n').filter((line) => line.length > 80)
const COLUMNS = { COLUMNS: '80' }

describe('--help', () => {
  const documented = readFileSync(`${root}docs/command-line.md`, 'utf8').split('## Exit status')[0]!

  it('fits 80 columns', () => {
    expect(tooWide(HELP)).toEqual([])
  })

  it('names the options that docs/command-line.md names, and the command has them all', () => {
    const optionsIn = (text: string) => [...new Set(text.match(/--[a-z][a-z-]+/g))].sort()
    expect(optionsIn(HELP)).toEqual(optionsIn(documented))
    const WITH_VALUE: Record<string, string> = { '--now': '2026-01-01', '--max-warnings': '3', '--format': 'json', '--ext': 'md' }
    const valued = new Set(
      [...documented.matchAll(/(--[a-z-]+)(?:`)? ?<|(--[a-z-]+) [a-z]+,/g)].map((match) => match[1] ?? match[2]!),
    )
    for (const option of optionsIn(HELP)) {
      const words = valued.has(option) ? [option, WITH_VALUE[option] ?? 'x'] : [option]
      const told = () => readArguments(words, {})
      // Options that need another one may say so; none is unknown.
      try {
        told()
      } catch (error) {
        expect(String(error), option).not.toMatch(/no such option|argument missing|does not take/)
      }
    }
  })
})

describe('--version', () => {
  it('is that of the package', async () => {
    expect((await medlint(['--version'], { cwd: root })).stdout).toBe(`${json('package.json').version as string}\n`)
  })
})

describe('--list-rules', () => {
  const site = folderOf({ ...wordRules({ extends: 'recommended' }), 'posts/': '' })

  it('lists every rule, also your own, with the severity it has here, on 80 columns', async () => {
    const { stdout, status } = await medlint(['--list-rules'], { cwd: site, env: COLUMNS })
    expect(status).toBe(0)
    expect(tooWide(stdout)).toEqual([])
    for (const id of Object.keys(rules)) expect(stdout).toContain(`\n${id} `)
    expect(stdout).toMatch(/^word-error +error +no "bad"$/m)
    expect(stdout).toMatch(/^word-fix +warn +safe +no "tpyo"$/m)
  })

  it('is JSON with --format json', async () => {
    const { stdout } = await medlint(['--list-rules', '-f', 'json'], { cwd: site })
    const listed = JSON.parse(stdout) as { id: string; severity: string }[]
    expect(listed).toHaveLength(Object.keys(rules).length + 5)
    expect(listed.find(({ id }) => id === 'word-info')).toEqual({
      id: 'word-info',
      severity: 'info',
      fix: 'none',
      family: 'language',
      purpose: 'no "hmm"',
      url: 'https://clinic.example/word-info',
    })
  })
})

describe('--explain', () => {
  it.each(['dose-decimal', 'medlint/directive'])('prints %s', async (id) => {
    const { stdout, status } = await medlint(['--explain', id], { cwd: root, env: COLUMNS })
    expect(status).toBe(0)
    expect(stdout.startsWith(`# ${id}\n\n`)).toBe(true)
  })

  it('suggests the rule that was meant', async () => {
    const { stderr, status } = await medlint(['--explain', 'dose-decimals'], { cwd: root })
    expect(status).toBe(2)
    expect(stderr).toContain('Did you mean "dose-decimal"?')
  })

  it('wraps prose and lists, lays tables out, leaves examples alone', () => {
    const page = [
      '# x',
      '',
      'One two three four five six',
      'seven.',
      '',
      '- aaaa bbbb cccc dddd eeee ffff',
      '',
      '```md bad',
      '| a longer line | than there is room for |',
      '```',
      '',
      '| option | default | meaning |',
      '|---|---|---|',
      '| `max` | `3` | words `a\\|b` in a sentence |',
      '',
    ].join('\n')
    expect(pageText(page, 20).split('\n')).toEqual([
      '# x',
      '',
      'One two three four',
      'five six seven.',
      '',
      '- aaaa bbbb cccc',
      '  dddd eeee ffff',
      '',
      '```md bad',
      '| a longer line | than there is room for |',
      '```',
      '',
      '`max`',
      '  default: `3`',
      '  meaning: words',
      '    `a|b` in a',
      '    sentence',
      '',
    ])
    expect(pageText(page, 60).split('\n').slice(-4)).toEqual([
      'option  default  meaning',
      '------  -------  -------------------------',
      '`max`   `3`      words `a|b` in a sentence',
      '',
    ])
  })

  it('keeps every page within 80 columns, but for examples and addresses', () => {
    const folder = path.join(root, 'docs/rules')
    for (const name of readdirSync(folder)) {
      const text = pageText(readFileSync(path.join(folder, name), 'utf8'), 80).replace(/^(`{3,})[\s\S]*?^\1$/gm, '')
      const wide = text.split('\n').filter((line) => line.length > 80 && line.trim().includes(' ') && !line.startsWith('#'))
      expect([name, ...wide]).toEqual([name])
    }
  })

  it('says what the brackets in examples mean', async () => {
    const { stdout } = await medlint(['--explain', 'dose-decimal'], { cwd: root, env: COLUMNS })
    expect(stdout).toContain('## Examples\n\n⟦ ⟧ enclose what is reported')
  })
})

describe('--print-config', () => {
  const site = folderOf({
    ...wordRules({
      extends: ['strict', 'supplements'],
      region: ['eu'],
      ownDomains: ['clinic.example'],
      overrides: [{ files: 'posts/**', rules: { 'word-error': ['info', { max: 3 }], 'sentence-length': [{ long: 'error' }] } }],
    }),
    'posts/a.md': '',
    'package.json': '{"homepage": "https://shop.example"}',
  })

  it('prints what holds for a file, in one stable form', async () => {
    const { stdout } = await medlint(['--print-config', 'posts/a.md', '--now', '2026-06-01'], { cwd: site })
    const printed = JSON.parse(stdout) as { rules: Record<string, unknown> }
    expect(printed).toMatchObject({
      configFile: '.medlintrc.json',
      audience: 'general',
      region: ['eu'],
      species: 'human',
      lang: null,
      ownDomains: ['clinic.example', 'shop.example'],
      content: true,
      now: '2026-06-01',
      directives: { missingReason: 'error', requireUntil: true },
    })
    expect(printed.rules['word-error']).toEqual(['info', { max: 3 }])
    expect(printed.rules['sentence-length']).toMatchObject([{ '*': 'info', long: 'error' }, { max: 30 }])
    expect(printed.rules['medlint/language']).toEqual(['info', {}])
  })

  it('needs a file, which may be missing', async () => {
    expect((await medlint(['--print-config', 'nowhere/b.md'], { cwd: site })).status).toBe(0)
    const { stderr, status } = await medlint(['--print-config', 'posts'], { cwd: site })
    expect(status).toBe(2)
    expect(stderr).toContain('"posts" is a folder')
  })
})

describe('inspect', () => {
  const schema = json('schema/inspect.json')
  const validate = new Ajv2020({ allErrors: true, strict: false, validateFormats: false }).compile(schema)
  const posts = ['posts/iron-tablets.md', 'posts/magnesium-and-migraine.md', 'posts/knee-brace.mdx', 'constructs/everything.md']

  it.each(posts)('gives %s as the schema has it, with places in the text', async (name) => {
    const { stdout, status } = await medlint(['inspect', `fixtures/${name}`], { cwd: root })
    expect(status).toBe(0)
    const facts = JSON.parse(stdout) as Record<string, { start: number; end: number; text?: string }[]>
    expect(validate(facts), JSON.stringify(validate.errors)).toBe(true)
    const text = readFileSync(`${root}fixtures/${name}`, 'utf8')
    for (const part of ['sentences', 'claims', 'citations', 'links', 'sections']) {
      for (const { start, end } of facts[part]!) expect(start >= 0 && start <= end && end <= text.length, part).toBe(true)
    }
  })

  it('can be limited to parts, and reads standard input', async () => {
    const { stdout } = await medlint(['inspect', '--stdin', '--only', 'sentences', '--only', 'links'], {
      cwd: root,
      input: 'One. Two.\n',
    })
    const facts = JSON.parse(stdout) as { sentences: unknown[] }
    expect(Object.keys(facts).sort()).toEqual(['links', 'path', 'sentences'])
    expect(facts.sentences).toHaveLength(2)
    expect(validate(facts), JSON.stringify(validate.errors)).toBe(true)
  })

  it.each([
    [['inspect'], 'Name a file'],
    [['inspect', 'a.md', 'b.md'], 'Name one file'],
    [['inspect', 'nowhere.md'], 'nowhere.md: Check this file'],
    [['inspect', 'package.json', '--only', 'claim'], 'Did you mean "claims"?'],
  ])('%j is told off', async (words, text) => {
    const { stderr, status } = await medlint(words, { cwd: root })
    expect(status).toBe(2)
    expect(stderr).toContain(text)
  })
})
