/** Which file holds, in every name and format, with what it extends and names. */
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { presets } from '../../presets/index.ts'
import { rules } from '../../rules/index.ts'
import { createFinder, loadConfig } from '../../src/config/discover.ts'
import { folderOf, medlint, wordRules } from '../cli/support.ts'

const options = { rules, presets, now: '2026-06-01' }
const found = (folder: string, from = '.') => {
  const file = createFinder()(path.resolve(folder, from))
  return file === undefined ? undefined : path.relative(folder, file)
}
const load = (folder: string, name = '.medlintrc.json') =>
  loadConfig(path.join(folder, name), options, (file) => path.relative(folder, file))
const levelOf = async (folder: string, name: string, rule = 'dose-decimal', post = 'a.md') =>
  (await load(folder, name)).resolve(post).rules[rule]?.level

describe('the file', () => {
  const JSON_TEXT = '// comment\n{"rules": {"dose-decimal": "info",}, /* and */ "audience": "patient"}\n'
  const YAML_TEXT = '# comment\nrules: {dose-decimal: info}\naudience: patient\n'
  const MODULE_TEXT = 'export default {rules: {"dose-decimal": "info"}, audience: "patient"}\n'

  it.each([
    ['.medlintrc', JSON_TEXT],
    ['.medlintrc', YAML_TEXT],
    ['.medlintrc', `\uFEFF${JSON_TEXT.replaceAll('\n', '\r\n')}`],
    ['.medlintrc.json', JSON_TEXT],
    ['.medlintrc.yml', YAML_TEXT],
    ['.medlintrc.yaml', YAML_TEXT],
    ['.medlintrc.js', `${MODULE_TEXT}// an ES module: `],
    ['.medlintrc.mjs', MODULE_TEXT],
    ['package.json', '{"type": "module", "medlint": {"rules": {"dose-decimal": "info"}, "audience": "patient"}}'],
  ])('%s is found and read', async (name, text) => {
    const folder = folderOf({
      [name]: text,
      'posts/deep/a.md': '',
      ...(name === '.medlintrc.js' ? { 'package.json': '{"type": "module"}' } : {}),
    })
    expect(found(folder, 'posts/deep')).toBe(name)
    const { resolve } = await load(folder, name)
    expect(resolve('posts/deep/a.md')).toMatchObject({ audience: 'patient', rules: { 'dose-decimal': { level: 'info' } } })
  })

  it('is the first of a folder in the documented order', () => {
    const order = [
      '.medlintrc',
      '.medlintrc.json',
      '.medlintrc.yml',
      '.medlintrc.yaml',
      '.medlintrc.js',
      '.medlintrc.mjs',
      'package.json',
    ]
    for (const [index, name] of order.entries()) {
      const files = Object.fromEntries(order.slice(index).map((each) => [each, '{"medlint": {}}']))
      expect(found(folderOf(files))).toBe(name)
    }
  })

  it('that is nearest wins whole, and a package.json without the key is none', async () => {
    const folder = folderOf({
      '.medlintrc.json': '{"extends": "recommended", "region": ["eu"]}',
      'posts/.medlintrc.yml': 'rules: {dose-decimal: warn}\n',
      'posts/a/package.json': '{"name": "medlint"}',
      'posts/b/package.json': 'not JSON "medlint"',
    })
    expect(found(folder, 'other')).toBe('.medlintrc.json')
    expect(found(folder, 'posts/a')).toBe('posts/.medlintrc.yml')
    expect(found(folder, 'posts/b')).toBe('posts/.medlintrc.yml')
    const { resolve } = await load(folder, 'posts/.medlintrc.yml')
    expect(Object.keys(resolve('a.md').rules)).toEqual(['dose-decimal'])
    expect(resolve('a.md').region).toEqual([])
  })

  it('is looked for from the folder of each post; without one recommended holds', async () => {
    const folder = folderOf({
      'a.md': 'Take 2.0 mg.\n',
      'off/.medlintrc': 'rules: {medical-spelling: warn}\n',
      'off/a.md': 'Take 2.0 mg.\n',
    })
    expect(found(folder)).toBeUndefined()
    const { stdout } = await medlint(['-f', 'json'], { cwd: folder })
    const files = JSON.parse(stdout) as { path: string; messages: { rule: string }[] }[]
    const reporting = files.filter(({ messages }) => messages.some(({ rule }) => rule === 'dose-decimal'))
    expect(reporting.map((file) => file.path)).toEqual(['a.md'])
  })
})

describe('extends', () => {
  it('takes presets, paths and packages, files that extend again, each relative to itself', async () => {
    const folder = folderOf({
      '.medlintrc.json': '{"extends": ["./shared/base.yml", "clinic-config", "supplements"]}',
      'shared/base.yml':
        'extends: [../more.mjs]\nrules: {dose-decimal: [warn, {}], sentence-length: [info, {max: 20}]}\noverrides: [{files: "b.md", rules: {dose-decimal: info}}]\n',
      'more.mjs': 'export default {region: ["uk"], rules: {"sentence-length": ["error", {max: 10}]}}',
      'node_modules/clinic-config/package.json': '{"main": "config.json"}',
      'node_modules/clinic-config/config.json': '{"audience": "patient", "rules": {"reading-level": ["warn", {"maxGrade": 7}]}}',
    })
    const { resolve } = await load(folder)
    const resolved = resolve('a.md')
    expect(resolved).toMatchObject({ audience: 'patient', region: ['uk'] })
    expect(resolved.rules['dose-decimal']!.level).toBe('error')
    expect(resolved.rules['sentence-length']).toMatchObject({ level: 'info', options: { max: 20 } })
    expect(resolved.rules['reading-level']).toMatchObject({ level: 'warn', options: { maxGrade: 7 } })
  })

  it('applies overrides of an extended file relative to the file that was found', async () => {
    const folder = folderOf({
      'site/.medlintrc.json': '{"extends": "../base.json", "rules": {"medical-spelling": "warn"}}',
      'base.json': '{"rules": {"dose-decimal": "error"}, "overrides": [{"files": "posts/**", "rules": {"dose-decimal": "off"}}]}',
    })
    expect(await levelOf(folder, 'site/.medlintrc.json', 'dose-decimal', 'posts/a.md')).toBe('off')
    expect(await levelOf(folder, 'site/.medlintrc.json', 'dose-decimal', 'a.md')).toBe('error')
  })

  it('in a circle is told, not followed', async () => {
    const folder = folderOf({ '.medlintrc.json': '{"extends": "./b.json"}', 'b.json': '{"extends": "./.medlintrc.json"}' })
    await expect(load(folder)).rejects.toThrow('b.json: Remove one "extends": .medlintrc.json extends itself.')
  })
})

describe('what is wrong', () => {
  it.each([
    [
      '.medlintrc.json',
      '{\n"rules": {\n"dose-decimal": "error",\n"dose-decimal": "off"}}',
      '.medlintrc.json:4: Correct the syntax of this configuration. Remove one of the two keys "dose-decimal".',
    ],
    [
      '.medlintrc.json',
      '',
      '.medlintrc.json:1: Correct the syntax of this configuration. Expected a value, found the end of the file.',
    ],
    [
      '.medlintrc.yml',
      'rules:\n  dose-decimal: error\n  dose-decimal: off\n',
      '.medlintrc.yml:3: Correct the syntax of this configuration. Map keys must be unique.',
    ],
    ['.medlintrc.yml', '', '.medlintrc.yml:1: Write an object as this, not null.'],
    ['.medlintrc.mjs', 'export const a = 1', '.medlintrc.mjs: Export the configuration object as the default export.'],
    ['.medlintrc.mjs', 'throw new Error("boom")', '.medlintrc.mjs: Correct this configuration: loading it failed (boom).'],
    [
      'package.json',
      '{\n"medlint": {\n"rules": {"dose-decimol": "error"}}}',
      'package.json:3: Correct the rule id "dose-decimol": there is no such rule. Did you mean "dose-decimal"?',
    ],
    ['.medlintrc.yml', 'overrides:\n  - files: a.md\n  - rules: {}\n', '.medlintrc.yml:3: Add "files" to this override'],
    [
      '.medlintrc.yml',
      'extends:\n  - patient\n  - clinician\n',
      '.medlintrc.yml:1: Remove "patient" or "clinician" from "extends"',
    ],
    ['.medlintrc.yml', 'ownDomains:\n  - https://clinic.example\n', '.medlintrc.yml:2: Write a host name without "https://"'],
    ['.medlintrc.yml', 'pageType:\n  post: blog\n', '.medlintrc.yml:2: Write one of "article"'],
    [
      '.medlintrc.yml',
      'directives:\n  maxPerFile: -1\n',
      '.medlintrc.yml:2: Write a whole number as "directives.maxPerFile", not -1.',
    ],
    [
      '.medlintrc.yml',
      'rules:\n  medlint/read: off\n',
      '.medlintrc.yml:2: Remove "medlint/read": what the core reports cannot be configured.',
    ],
    [
      '.medlintrc.yml',
      'rules:\n  sentence-length:\n    - warn\n    - {max: many}\n',
      '.medlintrc.yml:4: Correct the option "max" of sentence-length',
    ],
    [
      '.medlintrc.yml',
      'rules:\n  dose-decimal:\n    - {zeroo: off}\n',
      '.medlintrc.yml:3: Correct "zeroo": the messages of dose-decimal are',
    ],
  ])('in %s names the line: %j', async (name, text, expected) => {
    const folder = folderOf({ [name]: text })
    await expect(load(folder, name)).rejects.toThrow(expected)
  })
})

describe('plugins', () => {
  it('add rules, off until they are set', async () => {
    const folder = folderOf({ ...wordRules({ rules: { 'word-error': 'warn' } }), 'a.md': 'bad meh\n' })
    const { resolve, catalogue } = await load(folder)
    expect(Object.keys(resolve('a.md').rules)).toEqual(['word-error'])
    expect(Object.keys(catalogue.rules)).toContain('word-warn')
  })

  it('are made with defineRule of the package', async () => {
    const entry = new URL('../../dist/index.js', import.meta.url).href
    const folder = folderOf({
      'rule.mjs': `import { defineRule } from '${entry}'
export default defineRule({
  id: 'house-name', family: 'language', purpose: 'x', type: 'problem', severity: 'warn', fix: 'none', wave: 2, standards: [],
  messages: { name: { text: 'Write the name in full.' } },
  schema: { type: 'object', properties: {} }, defaultOptions: {},
  check(post, { report }) {
    for (const block of post.blocks) {
      const at = block.text.indexOf('CCC')
      if (at >= 0) report({ at: block.rangeOf(at, at + 3), message: 'name' })
    }
  },
})`,
      '.medlintrc.yml': 'plugins: [./rule.mjs]\nrules: {house-name: warn}\n',
      'a.md': '# Title\n\nVisit CCC.\n',
    })
    const { stdout } = await medlint(['a.md'], { cwd: folder })
    expect(stdout).toContain('3:7 warning Write the name in full. house-name')
  })

  it.each([
    ['export default 1', 'Export a rule, a list of rules or {rules: [...]} from "./rule.mjs"'],
    [
      'export default Object.assign(() => {}, {meta: {id: "dose-decimal"}, check() {}})',
      'Rename the rule "dose-decimal" of "./rule.mjs"',
    ],
  ])('%s is told off', async (text, expected) => {
    const folder = folderOf({ 'rule.mjs': text, '.medlintrc.json': '{"plugins": ["./rule.mjs"]}' })
    await expect(load(folder)).rejects.toThrow(`.medlintrc.json:1: ${expected}`)
  })
})
