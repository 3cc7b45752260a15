/** From a configuration to what holds for a file, on presets and rules made for these tests. */
import { describe, expect, it } from 'vitest'
import { presets as realPresets } from '../../presets/index.ts'
import { rules as realRules } from '../../rules/index.ts'
import { resolve } from '../../src/config/resolve.ts'
import type { Config } from '../../src/config/types.ts'
import { definePreset } from '../../src/lint/define-preset.ts'
import { defineRule } from '../../src/lint/define-rule.ts'

const rule = (id: string) =>
  defineRule<object>({
    id,
    family: 'language',
    purpose: 'test',
    type: 'problem',
    severity: 'warn',
    fix: 'none',
    wave: 2,
    standards: [],
    messages: { found: { text: 'Do.' }, other: { text: 'Do.' } },
    schema: { type: 'object', properties: { max: {}, list: {}, nested: {} } },
    defaultOptions: { max: 1, list: ['default'], nested: { a: 1, b: 1 } },
    check() {},
  })
const [a, b] = [rule('a'), rule('b')]
const presets = {
  mild: definePreset({
    name: 'mild',
    rules: [
      [a, ['info', { max: 10 }]],
      [b, 'info'],
    ],
  }),
  hard: definePreset({
    name: 'hard',
    strictDirectives: true,
    rules: [
      [a, 'error'],
      [b, 'off'],
    ],
  }),
  patient: definePreset({
    name: 'patient',
    audience: 'patient',
    needReviewer: ['a'],
    rules: [[a, ['warn', { max: 20, list: ['p'] }]]],
  }),
  clinician: definePreset({ name: 'clinician', audience: 'clinician', rules: [[b, 'error']] }),
}
const options = { rules: { a, b }, presets, now: '2026-06-01' }
const at = (config: Config, path = 'a.md') => resolve(config, path, options)
const ruleA = (config: Config, path?: string) => {
  const { level, levels, options: own } = at(config, path).rules['a']!
  return { level, ...(levels ? { levels } : {}), ...own }
}
const DEFAULTS = { max: 1, list: ['default'], nested: { a: 1, b: 1 } }

describe('without a configuration', () => {
  it('recommended holds', () => {
    const resolved = resolve(undefined, 'a.md', { rules: realRules, presets: realPresets, now: '2026-06-01' })
    expect(Object.keys(resolved.rules).sort()).toEqual(Object.keys(realPresets['recommended']!.rules).sort())
    expect(resolved).toMatchObject({ audience: 'general', content: true, region: [], species: 'human' })
  })

  it('an empty one switches nothing on', () => {
    expect(at({}).rules).toEqual({})
  })
})

describe('severity and options', () => {
  it.each<[unknown, object]>([
    ['error', { level: 'error', ...DEFAULTS, max: 10 }],
    ['off', { level: 'off', ...DEFAULTS, max: 10 }],
    [2, { level: 'error', ...DEFAULTS, max: 10 }],
    [false, { level: 'off', ...DEFAULTS, max: 10 }],
    [true, { level: 'info', ...DEFAULTS, max: 10 }],
    [{ max: 5 }, { level: 'info', ...DEFAULTS, max: 5 }],
    [
      { severity: 'error', max: 5 },
      { level: 'error', ...DEFAULTS, max: 5 },
    ],
    [['warn', { list: [] }], { level: 'warn', ...DEFAULTS, max: 10, list: [] }],
    [['warn', { severity: 'error' }], { level: 'warn', ...DEFAULTS, max: 10 }],
    [[{ found: 'off' }, { max: 3 }], { level: 'info', levels: { found: 'off' }, ...DEFAULTS, max: 3 }],
    [{ found: 'error' }, { level: 'info', levels: { found: 'error' }, ...DEFAULTS, max: 10 }],
  ])('%j over a preset', (setting, expected) => {
    expect(ruleA({ extends: 'mild', rules: { a: setting } })).toEqual(expected)
  })

  it('arrays replace, objects merge key by key', () => {
    const rules = { a: { list: ['x'], nested: { b: 2, c: 3 } } }
    expect(ruleA({ rules })).toEqual({ level: 'warn', max: 1, list: ['x'], nested: { a: 1, b: 2, c: 3 } })
  })

  it('a severity of the user holds for all messages, one of a preset does not', () => {
    const overridden = (config: Config) => at(config).rules['a']!.overridden
    expect(overridden({ extends: 'mild' })).toBe(false)
    expect(overridden({ extends: 'mild', rules: { a: { max: 2 } } })).toBe(false)
    expect(overridden({ extends: 'mild', rules: { a: 'info' } })).toBe(true)
    expect(overridden({ extends: { extends: 'mild', rules: { a: 'info' } } })).toBe(true)
    expect(overridden({ extends: ['hard', { rules: { a: 'info' } }] })).toBe(false)
  })
})

describe('several presets', () => {
  it('give the higher severity whatever their order, and the later options', () => {
    for (const names of [
      ['mild', 'hard', 'patient'],
      ['patient', 'hard', 'mild'],
      ['hard', 'mild', 'patient'],
    ]) {
      expect(ruleA({ extends: names }).level).toBe('error')
      expect(at({ extends: names }).rules['b']!.level).toBe('info')
    }
    expect(ruleA({ extends: ['mild', 'patient'] })).toMatchObject({ level: 'warn', max: 20, list: ['p'] })
    expect(ruleA({ extends: ['patient', 'mild'] })).toMatchObject({ level: 'warn', max: 10, list: ['p'] })
  })

  it('only the own rules can lower one', () => {
    expect(ruleA({ extends: ['hard', { rules: { a: 'off' } }] }).level).toBe('error')
    expect(ruleA({ extends: 'hard', rules: { a: 'off' } }).level).toBe('off')
    expect(ruleA({ extends: { extends: 'hard', rules: { a: 'off' } } }).level).toBe('off')
  })

  it('patient and clinician exclude each other, also in a file that is extended', () => {
    const message = 'Remove "patient" or "clinician" from "extends"'
    expect(() => at({ extends: ['patient', 'clinician'] })).toThrow(message)
    expect(() => at({ extends: ['patient', { extends: 'clinician' }] })).toThrow(message)
    const override = { extends: 'mild', overrides: [{ files: 'x/**', extends: ['clinician', 'patient'] }] }
    expect(() => at(override, 'x/a.md')).toThrow(message)
  })

  it('carry what suppressions need', () => {
    expect(at({ extends: 'mild' }).directives).toMatchObject({ missingReason: 'warn', requireUntil: false, needReviewer: [] })
    expect(at({ extends: ['mild', 'hard'] }).directives).toMatchObject({ missingReason: 'error', requireUntil: true })
    expect(at({ extends: 'patient' }).directives.needReviewer).toEqual(['a'])
    expect(at({ extends: 'hard', directives: { requireUntil: false, maxPerFile: 9 } }).directives).toMatchObject({
      missingReason: 'error',
      requireUntil: false,
      maxPerFile: 9,
    })
  })
})

describe('overrides', () => {
  it('apply in order, the later wins, severity and options apart', () => {
    const config: Config = {
      extends: 'mild',
      overrides: [
        { files: ['posts/**', '!posts/old/**'], rules: { a: 'error' } },
        { files: '*.mdx', rules: { a: { max: 3 } } },
        { files: 'posts/x.mdx', rules: { a: 'off' } },
      ],
    }
    expect(ruleA(config, 'a.md')).toMatchObject({ level: 'info', max: 10 })
    expect(ruleA(config, 'posts/a.md')).toMatchObject({ level: 'error', max: 10 })
    expect(ruleA(config, 'posts/old/a.md')).toMatchObject({ level: 'info' })
    expect(ruleA(config, 'posts/deep/b.mdx')).toMatchObject({ level: 'error', max: 3 })
    expect(ruleA(config, 'posts/x.mdx')).toMatchObject({ level: 'off', max: 3 })
  })

  it('may bring a preset: merged by the higher severity', () => {
    const config: Config = { extends: 'mild', overrides: [{ files: 'x/**', extends: 'hard' }] }
    expect(ruleA(config, 'x/a.md')).toMatchObject({ level: 'error', max: 10 })
    expect(at(config, 'x/a.md').rules['b']!.level).toBe('info')
  })

  it('may be for the other audience', () => {
    const config: Config = {
      extends: 'clinician',
      overrides: [
        { files: 'patients/**', extends: 'patient' },
        { files: 'patients/doctors.md', audience: 'clinician' },
      ],
    }
    expect(at(config, 'a.md')).toMatchObject({ audience: 'clinician', directives: { needReviewer: [] } })
    expect(at(config, 'patients/a.md')).toMatchObject({ audience: 'patient', directives: { needReviewer: ['a'] } })
    expect(at(config, 'patients/doctors.md').audience).toBe('clinician')
    const other: Config = { extends: 'patient', overrides: [{ files: 'doctors/**', extends: 'clinician' }] }
    expect(at(other, 'doctors/a.md')).toMatchObject({ audience: 'clinician', directives: { needReviewer: [] } })
  })

  it('set every key that they may hold', () => {
    const config: Config = {
      region: ['us'],
      pageType: { post: 'article', page: 'hub' },
      ownDomains: ['a.example'],
      overrides: [
        {
          files: 'vet/**',
          region: ['eu'],
          species: ['dogs', 'cats'],
          lang: 'en-GB',
          pageType: { page: 'policy' },
          ownDomains: ['b.example'],
          contentFiles: 'vet/posts/**',
          directives: { maxPerFile: 1 },
        },
      ],
    }
    expect(at(config, 'vet/a.md')).toMatchObject({
      region: ['eu'],
      species: 'dogs, cats',
      lang: 'en-GB',
      pageTypes: { post: 'article', page: 'policy' },
      ownDomains: ['b.example'],
      content: false,
      directives: { maxPerFile: 1, reportUnused: true },
    })
    expect(at(config, 'vet/posts/a.md').content).toBe(true)
    expect(at(config, 'a.md')).toMatchObject({ region: ['us'], ownDomains: ['a.example'], content: true })
  })
})

describe('contentFiles', () => {
  it.each([
    ['a.md', true],
    ['README.md', false],
    ['docs/CHANGELOG.mdx', false],
    ['LICENCE.md', false],
    ['code_of_conduct.md', false],
    ['README_en.md', false],
    ['README-EN.md', false],
    ['README.zh-CN.md', false],
    ['README_zh_Hans.md', false],
    ['LICENSE-CC0.md', false],
    ['LICENSE.markdown', false],
    ['readme-first.md', true],
    ['license-to-practise.md', true],
  ])('by default: %s %s', (path, content) => {
    expect(at({}, path).content).toBe(content)
  })

  it('are exactly the globs that are named', () => {
    const config: Config = { contentFiles: ['posts/**', '!posts/drafts/**'] }
    expect(['posts/README.md', 'posts/drafts/a.md', 'a.md'].map((path) => at(config, path).content)).toEqual([true, false, false])
  })
})

describe('the command line', () => {
  it('switches comments off, or reports unused ones', () => {
    const config: Config = { directives: { reportUnused: false } }
    expect(resolve(config, 'a.md', { ...options, comments: false }).directives.enabled).toBe(false)
    expect(resolve(config, 'a.md', { ...options, reportUnused: true }).directives.reportUnused).toBe(true)
    expect(at(config).directives).toMatchObject({ enabled: true, reportUnused: false })
  })
})
