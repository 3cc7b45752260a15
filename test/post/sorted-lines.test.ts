import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sortedLines } from '../../src/post/sorted-lines.ts'

const word = fc.string({ unit: fc.constantFrom('a', 'b', "'", '-', 'é', 'z', '9'), minLength: 1, maxLength: 4 })
const value = fc.constantFrom('', '1', '4711', 'two words')

function toText(entries: Map<string, string>, finalBreak: boolean): string {
  const words = [...entries.keys()].sort((a, b) => (a < b ? -1 : 1))
  const lines = words.map((each) => (entries.get(each) === '' ? each : `${each} ${entries.get(each)}`))
  return lines.join('\n') + (finalBreak && lines.length > 0 ? '\n' : '')
}

describe('sortedLines', () => {
  it('answers as a Map does', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(word, value), { maxLength: 60 }),
        fc.array(word),
        fc.boolean(),
        (pairs, others, finalBreak) => {
          const entries = new Map(pairs)
          const lookUp = sortedLines(toText(entries, finalBreak))
          for (const each of [...entries.keys(), ...others]) expect(lookUp(each)).toBe(entries.get(each))
        },
      ),
    )
  })

  it('finds the first and the last line, with or without a final line break', () => {
    for (const text of ['ace 1\nbone\nzinc 3', 'ace 1\nbone\nzinc 3\n']) {
      const lookUp = sortedLines(text)
      expect([lookUp('ace'), lookUp('bone'), lookUp('zinc')]).toEqual(['1', '', '3'])
      expect([lookUp('aa'), lookUp('ac'), lookUp('aces'), lookUp('zz'), lookUp('bo')]).toEqual(Array(5).fill(undefined))
    }
  })

  it('has no empty word', () => {
    expect(sortedLines('')('')).toBeUndefined()
    expect(sortedLines('a\nb\n')('')).toBeUndefined()
  })
})
