/** The table of docs/configuration.md, the check in code and the schema for editors say the same. */
import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { presets } from '../../presets/index.ts'
import { rules } from '../../rules/index.ts'
import { checkConfig } from '../../src/config/check-config.ts'
import { AUDIENCES, PAGE_TYPES } from '../../src/lint/settings.ts'
import { GATE_DEFAULTS } from '../../src/score/gate.ts'

interface Schema {
  properties: Record<string, { properties?: Record<string, { default?: unknown }>; enum?: unknown[]; items?: Schema }>
  $defs: { base: { anyOf: { enum?: string[] }[] } }
}

const page = readFileSync(new URL('../../docs/configuration.md', import.meta.url), 'utf8')
const schema = JSON.parse(readFileSync(new URL('../../schema/config.json', import.meta.url), 'utf8')) as Schema
const validate = new Ajv2020({ allErrors: true, strict: false }).compile<unknown>(schema)
const check = (config: unknown) => checkConfig(config, { rules, presets })

/** First column of the tables under a heading. */
function tableKeys(heading: string): string[] {
  const start = page.indexOf(`\n## ${heading}\n`)
  const section = page.slice(start, page.indexOf('\n## ', start + 1))
  return [...section.matchAll(/^\| `([^`]+)` +\|/gm)].map((match) => match[1]!)
}

/** Keys that the check knows among those given. */
const known = (keys: string[], wrap: (key: string) => unknown) =>
  keys.filter((key) => !check(wrap(key)).some(({ message }) => message.includes('medlint has no such setting')))

const keys = Object.keys(schema.properties)

describe('keys', () => {
  it('of a configuration', () => {
    expect(tableKeys('Keys').sort()).toEqual([...keys].sort())
    expect(known([...keys, 'nonsense'], (key) => ({ [key]: Number.NaN }))).toEqual(keys)
  })

  it('of an override', () => {
    const inOverride = Object.keys(schema.properties['overrides']!.items!.properties)
    expect(known([...keys, 'files'], (key) => ({ overrides: [{ files: 'a', [key]: 'a' }] })).sort()).toEqual(
      [...inOverride].sort(),
    )
    const start = page.indexOf('An entry may hold')
    const sentence = page.slice(start, page.indexOf('Overrides of an extended file', start))
    expect([...sentence.matchAll(/`(\w+)`/g)].map((match) => match[1]!).sort()).toEqual(
      inOverride.filter((key) => key !== 'files').sort(),
    )
  })

  it('of the gate', () => {
    const { properties = {} } = schema.properties['gate']!
    expect(tableKeys('Gate')).toEqual(['gate', ...Object.keys(properties)])
    for (const [key, value] of Object.entries(GATE_DEFAULTS)) {
      expect(properties[key]?.default).toBe(value)
      if (value !== undefined) expect(page).toMatch(new RegExp(`\\| \`${key}\` +\\| \`${value}\``))
    }
  })

  it('of directives', () => {
    const { properties = {} } = schema.properties['directives']!
    expect(tableKeys('Comments')).toEqual(['directives', ...Object.keys(properties)])
    expect(known([...Object.keys(properties), 'enabled', 'needReviewer'], (key) => ({ directives: { [key]: 1 } }))).toEqual(
      Object.keys(properties),
    )
    for (const [key, { default: value }] of Object.entries(properties)) {
      expect(page).toMatch(new RegExp(`\\| \`${key}\` +\\| \`${JSON.stringify(value)}\``))
    }
  })
})

describe('values', () => {
  it('name the same presets, audiences and page types', () => {
    expect(schema.$defs.base.anyOf[0]!.enum!.toSorted()).toEqual(Object.keys(presets).sort())
    expect(tableKeys('Presets').sort()).toEqual(Object.keys(presets).sort())
    expect(schema.properties['audience']!.enum).toEqual(AUDIENCES)
    for (const type of PAGE_TYPES) expect(page).toContain(`\`${type}\``)
  })

  it.each<[object, boolean]>([
    [{}, true],
    [{ $schema: 'x', extends: ['recommended', './base.json'], gate: {}, budget: {} }, true],
    [{ gate: { minScore: 70, minJama: 4, maxScoreDrop: 0, maxNewErrors: 1, maxWarnings: 9 } }, true],
    [{ budget: { 'unsupported-claim': { perClaim: 0.25, floor: 3 }, 'reading-level': 'off' } }, true],
    [{ gate: { minScore: 101 } }, false],
    [{ gate: { maxScore: 1 } }, false],
    [{ gate: 60 }, false],
    [{ budget: { 'hype-language': { perPage: 1 } } }, false],
    [{ budget: { 'hype-language': { per1000Words: -1 } } }, false],
    [{ budget: 1 }, false],
    [{ rules: { 'dose-decimal': 'error', 'sentence-length': ['warn', { max: 30, ignore: ['^x'], sections: ['Risks'] }] } }, true],
    [{ rules: { 'sentence-length': { max: 30 }, 'dose-decimal': 0, 'medlint/language': 'off' } }, true],
    [{ rules: { 'dose-decimal': [{ zero: 'info' }] } }, true],
    [{ overrides: [{ files: ['a', '!b'], rules: {} }], siteConfig: false, plugins: ['./a.mjs'] }, true],
    [{ audience: 'patient', region: ['us'], species: ['dogs'], lang: 'en-GB', ownDomains: ['clinic.example'] }, true],
    [{ contentFiles: 'a/**', pageType: { post: 'article' }, directives: { maxPerFile: 0 } }, true],
    [{ audience: 'all' }, false],
    [{ region: 'us' }, false],
    [{ region: ['fr'] }, false],
    [{ species: [] }, false],
    [{ lang: 'english' }, false],
    [{ ownDomains: ['https://clinic.example'] }, false],
    [{ ownDomains: 'clinic.example' }, false],
    [{ pageType: { post: 'blog' } }, false],
    [{ directives: { missingReason: 'off' } }, false],
    [{ directives: { requireUntil: 'yes' } }, false],
    [{ overrides: [{ rules: {} }] }, false],
    [{ overrides: [{ files: 'a', overrides: [] }] }, false],
    [{ overrides: {} }, false],
    [{ siteConfig: true }, false],
    [{ plugins: 'a' }, false],
    [{ rules: [] }, false],
    [{ rules: { 'dose-decimal': 'fatal' } }, false],
    [{ rules: { 'medlint/language': 'error' } }, false],
    [{ rules: { 'dose-decimal': ['error', { ignore: 'x' }] } }, false],
    [{ extends: 3 }, false],
    [{ rulez: {} }, false],
  ])('%j: %s', (config, good) => {
    expect(validate(config), JSON.stringify(validate.errors)).toBe(good)
    const problems = check(config).filter(({ path }) => path[0] !== 'extends' || !good)
    expect(problems.length === 0, JSON.stringify(problems)).toBe(good)
  })
})

describe('examples of docs/configuration.md', () => {
  it('are good ones', async () => {
    const { parseYamlText } = await import('../../src/config/yaml-text.ts')
    const examples = [...page.matchAll(/```(json|yaml)\n([\s\S]*?)```/g)].map((match) => parseYamlText(match[2]!).data)
    expect(examples.length).toBeGreaterThan(3)
    for (const example of examples) {
      if (typeof example === 'object' && example !== null && 'medlint' in example) continue
      expect(validate(example), JSON.stringify(validate.errors)).toBe(true)
      expect(check(example)).toEqual([])
    }
  })
})
