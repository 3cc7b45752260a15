import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
// @ts-expect-error: a script without types
import { packList } from '../../scripts/pack-list.mjs'
import { nodeResources } from '../../src/cli/resources.ts'
import { plainLists, unpackList } from '../../src/post/packed-list.ts'

const packed = (name: string) => readFileSync(new URL(`../../dist/data/browser/${name}.txt`, import.meta.url), 'utf8')

describe('packed lists', () => {
  it('give back words and values, also those that shorten to nothing and grow again', () => {
    const lines = ["Ab'c", 'a 3', 'ab 3', 'abacus', 'abc gb m', 'b', '2nd m', 'é us']
    expect(unpackList(packList(lines)).trimEnd().split('\n')).toEqual(lines)
  })

  it('of a browser hold the words of the package', () => {
    expect(unpackList(packed('words')).trimEnd()).toBe(nodeResources('words')?.trimEnd())
  })

  it('of a browser hold the common words, each as common to a tenth of the scale', () => {
    const all = new Map(
      nodeResources('frequency')!
        .trimEnd()
        .split('\n')
        .map((line) => line.split(' ') as [string, string]),
    )
    const [rest, ...common] = unpackList(packed('frequency')).trimEnd().split('\n')
    // Words that are not listed count as rarer than all that are.
    expect(rest).toMatch(/^' 2\d{3}$/)
    expect(common.length).toBeGreaterThan(29_000)
    for (const line of common) {
      const [word, value] = line.split(' ')
      expect(Math.abs(Number(value) - Number(all.get(word!)))).toBeLessThanOrEqual(50)
    }
    expect(common).toEqual(common.toSorted((one, other) => (one.split(' ')[0]! < other.split(' ')[0]! ? -1 : 1)))
  })

  it('are unpacked once for a host, and plain ones are left alone', () => {
    const asked: string[] = []
    const lists = plainLists((name) => {
      asked.push(name)
      return name === 'words' ? packList(['one', 'only m']) : name === 'plain' ? 'a\nb' : undefined
    })
    expect([lists('words'), lists('plain'), lists('none')]).toEqual(['one\nonly m\n', 'a\nb', undefined])
    expect(lists('words')).toBe(lists('words'))
  })

  it('refuse what they cannot hold', () => {
    expect(() => packList(['a-b'])).toThrow('"a-b" cannot be packed')
  })
})
