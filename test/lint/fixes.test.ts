import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyEdits, applyFixes, fixToFixedPoint } from '../../src/lint/fixes.ts'
import type { Edit, Message } from '../../src/lint/types.ts'

const message = (...edits: Edit[]) => ({ fix: { kind: 'safe', edits } }) as Message

describe('fixes', () => {
  it('are applied together when they do not touch', () => {
    const { text, applied } = applyFixes('one two three', [
      message({ start: 8, end: 13, text: '3' }),
      message({ start: 0, end: 3, text: '1' }),
    ])
    expect(text).toBe('1 two 3')
    expect(applied).toHaveLength(2)
  })

  it('that overlap wait: the first in the text wins', () => {
    const { text, applied } = applyFixes('abcdef', [
      message({ start: 2, end: 5, text: 'X' }),
      message({ start: 0, end: 3, text: 'Y' }),
    ])
    expect(text).toBe('Ydef')
    expect(applied).toHaveLength(1)
  })

  it('are whole or not at all', () => {
    const split = message({ start: 0, end: 1, text: '(' }, { start: 5, end: 6, text: ')' })
    expect(applyFixes('abcdef', [message({ start: 5, end: 6, text: 'X' }), split]).text).toBe('(bcde)')
  })

  it('two insertions at one place do not both apply in a pass', () => {
    const insert = (text: string) => message({ start: 1, end: 1, text })
    expect(applyFixes('ab', [insert('1'), insert('2')]).text).toBe('a1b')
  })

  it('run to a fixed point and stop', () => {
    const lintText = (text: string) => ({
      messages: text.includes('  ') ? [message({ start: text.indexOf('  '), end: text.indexOf('  ') + 2, text: ' ' })] : [],
    })
    expect(fixToFixedPoint('a    b', lintText)).toMatchObject({ text: 'a b', applied: 3 })
  })

  it('that never settle end all the same', () => {
    const flip = (text: string) => ({ messages: [message({ start: 0, end: 1, text: text[0] === 'a' ? 'b' : 'a' })] })
    expect(fixToFixedPoint('a', flip).applied).toBe(10)
  })

  it('change nothing outside their ranges', () => {
    const edit = fc.record({ start: fc.nat(20), length: fc.nat(4), text: fc.string({ maxLength: 3 }) })
    fc.assert(
      fc.property(fc.string({ minLength: 30, maxLength: 40 }), fc.array(edit, { maxLength: 5 }), (text, raw) => {
        const messages = raw.map(({ start, length, text: replacement }) =>
          message({ start, end: start + length, text: replacement }),
        )
        const { applied, text: fixed } = applyFixes(text, messages)
        expect(fixed).toBe(
          applyEdits(
            text,
            applied.flatMap((each) => each.fix!.edits),
          ),
        )
        const last = Math.max(0, ...applied.flatMap((each) => each.fix!.edits.map((own) => own.end)))
        expect(fixed.endsWith(text.slice(last))).toBe(true)
      }),
    )
  })

  it('never overlap, and one at least is applied when any can be', () => {
    const edit = fc.record({ start: fc.nat(30), length: fc.nat(4), text: fc.string({ maxLength: 3 }) })
    const edits = fc.array(edit, { minLength: 1, maxLength: 3 })
    fc.assert(
      fc.property(fc.string({ minLength: 40, maxLength: 40 }), fc.array(edits, { maxLength: 6 }), (text, raw) => {
        const messages = raw.map((each) =>
          message(...each.map(({ start, length, text: replacement }) => ({ start, end: start + length, text: replacement }))),
        )
        const { applied } = applyFixes(text, messages)
        const made = applied.flatMap((each) => each.fix!.edits).toSorted((a, b) => a.start - b.start || a.end - b.end)
        for (const [index, { start }] of made.entries()) expect(start).toBeGreaterThanOrEqual(made[index - 1]?.end ?? 0)
        const [first] = messages.filter((each) => applyFixes(text, [each]).applied.length === 1)
        if (first) expect(applied.length).toBeGreaterThan(0)
      }),
    )
  })

  it('at a fixed point find nothing more to do, and change nothing but what they name', () => {
    /** Halves double letters, one fix for each, as a rule would. */
    const lintText = (text: string) => ({
      messages: [...text.matchAll(/([a-c])\1/g)].map(({ index, 1: letter }) =>
        message({ start: index, end: index + 2, text: letter! }),
      ),
    })
    const letters = fc.string({
      unit: fc.constantFrom('a', 'b', 'c', ' ', '\r\n', '\uFEFF', '💊', '&amp;', '|', '*'),
      maxLength: 60,
    })
    fc.assert(
      fc.property(letters, (text) => {
        const { text: fixed, result } = fixToFixedPoint(text, lintText)
        expect(result.messages).toEqual([])
        expect(fixed).toBe(text.replace(/([a-c])\1+/g, '$1'))
        expect(fixToFixedPoint(fixed, lintText)).toMatchObject({ text: fixed, applied: 0 })
      }),
    )
  })
})
