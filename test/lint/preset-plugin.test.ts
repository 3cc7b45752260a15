/** Presets as plugins of a unified processor: one pass over all their rules, each of which can be set apart. */

import { remark } from 'remark'
import type { Plugin, Preset as UnifiedPreset } from 'unified'
import { describe, expect, it } from 'vitest'
import { definePreset } from '../../src/lint/define-preset.ts'
import { defineRule } from '../../src/lint/define-rule.ts'

const rule = (id: string) =>
  defineRule<{ max: number }>({
    id,
    family: 'language',
    purpose: 'test',
    type: 'problem',
    severity: 'warn',
    fix: 'none',
    wave: 2,
    standards: [],
    messages: { found: { text: 'Replace {max}.' } },
    schema: { type: 'object', properties: { max: { type: 'number' } } },
    defaultOptions: { max: 1 },
    check(_, { report, options, isEnabled }) {
      report({ at: { start: 0, end: 1 }, message: 'found', data: { max: `${options.max}${isEnabled('a') ? ' with a' : ''}` } })
    },
  })
const [a, b] = [rule('a'), rule('b')]
const mild = definePreset({
  name: 'mild',
  rules: [
    [a, 'info'],
    [b, ['info', { max: 5 }]],
  ],
})
const hard = definePreset({ name: 'hard', rules: [[b, 'error']] })
const asPlugin = (plugin: unknown) => plugin as Plugin<[unknown?]>
const asPreset = (preset: unknown) => preset as UnifiedPreset

type Use = [unknown, unknown?]

async function run(...uses: Use[]) {
  const processor = remark()
  for (const [used, setting] of uses) {
    if (typeof used === 'function') processor.use(asPlugin(used), ...(setting === undefined ? [] : [setting]))
    else processor.use(asPreset(used))
  }
  const { messages } = await processor.process('Text.\n')
  return messages.map(
    ({ ruleId, fatal, reason }) => `${ruleId} ${fatal === true ? 'error' : fatal === false ? 'warn' : 'info'}: ${reason}`,
  )
}

describe('a preset', () => {
  it('runs its rules together, each once', async () => {
    expect(await run([mild])).toEqual(['a info: Replace 1 with a.', 'b info: Replace 5 with a.'])
    expect(await run([mild], [mild])).toHaveLength(2)
  })

  it('takes a setting, options or false for one of its rules', async () => {
    expect(await run([mild], [b, 'error'])).toContain('b error: Replace 5 with a.')
    expect(await run([mild], [b, { max: 7 }])).toContain('b info: Replace 7 with a.')
    expect(await run([mild], [a, false])).toEqual(['b info: Replace 5.'])
    expect(await run([mild], [a, 'off'])).toEqual(['b info: Replace 5.'])
  })

  it('gives way to a later one, and both to a setting of their rules', async () => {
    expect(await run([mild], [hard])).toContain('b error: Replace 1 with a.')
    expect(await run([mild], [hard], [b, 'warn'])).toContain('b warn: Replace 1 with a.')
  })
})

describe('a rule alone', () => {
  it('runs at its own severity and knows no other', async () => {
    expect(await run([b])).toEqual(['b warn: Replace 1.'])
    expect(await run([a], [b, ['error', { max: 2 }]])).toEqual(['a warn: Replace 1 with a.', 'b error: Replace 2.'])
  })
})
