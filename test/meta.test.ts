/** What every rule must have. One place, so that a missing page or a wrong preset never ships. */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { presets } from '../presets/index.ts'
import { rules } from '../rules/index.ts'
import { parseSetting } from '../src/lint/rule-setting.ts'
import { validateOptions } from '../src/lint/validate-options.ts'
import { ruleIds } from './support.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const PAGE_HEADINGS = ['What it does', 'Why', 'Examples', 'Use instead', 'Fix', 'Options', 'Limits', 'Sources']
const ORDER = ['off', 'info', 'warn', 'error']

describe('the index', () => {
  it('lists every rule file under its id', () => {
    expect(Object.keys(rules).sort()).toEqual(ruleIds().sort())
  })
})

describe.each(ruleIds())('%s', (id) => {
  const rule = rules[id]!
  const page = existsSync(`${root}/docs/rules/${id}.md`) ? readFileSync(`${root}/docs/rules/${id}.md`, 'utf8') : ''

  it('has a test and a page with every heading', () => {
    expect(existsSync(`${root}/test/rules/${id}.test.ts`)).toBe(true)
    for (const heading of PAGE_HEADINGS) expect(page).toContain(`\n## ${heading}\n`)
    expect(page).toContain('```md bad')
    expect(page).toContain('```md good')
  })

  it('documents every option, and its defaults fit its schema', () => {
    const { schema, defaultOptions } = rule.meta
    expect(validateOptions(rule, defaultOptions)).toEqual([])
    for (const name of Object.keys(schema.properties)) expect(page).toContain(`\`${name}\``)
    for (const name of Object.keys(defaultOptions)) expect(Object.keys(schema.properties)).toContain(name)
  })

  it('has short messages that start with what to do', () => {
    for (const { text } of Object.values(rule.meta.messages)) {
      expect(text.length).toBeLessThanOrEqual(120)
      expect(text).toMatch(/^[A-Z][a-z]+/)
      expect(text.endsWith('.') || text.endsWith('?')).toBe(true)
    }
    expect(rule.meta.standards.length).toBeGreaterThan(0)
  })

  it('says on its page how far its fix may go', () => {
    const { fix } = rule.meta
    const section = page.slice(page.indexOf('\n## Fix\n'), page.indexOf('\n## Options\n'))
    expect(section.toLowerCase()).toContain({ safe: 'safe', suggestion: 'suggestion', none: 'no fix' }[fix])
  })
})

describe('presets', () => {
  it('strict holds every rule of recommended at the same or a higher severity', () => {
    const { recommended, strict } = presets
    for (const [id, setting] of Object.entries(recommended!.rules)) {
      const inStrict = parseSetting(strict!.rules[id])
      expect(ORDER.indexOf(inStrict.level ?? 'off')).toBeGreaterThanOrEqual(ORDER.indexOf(parseSetting(setting).level ?? 'off'))
    }
  })

  it.each(Object.values(presets))('$name only names options that its rules have', ({ rules: settings }) => {
    for (const [id, setting] of Object.entries(settings)) {
      expect(validateOptions(rules[id]!, parseSetting(setting).options ?? {})).toEqual([])
    }
  })
})
