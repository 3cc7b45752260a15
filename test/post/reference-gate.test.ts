/** The second reader of references, and the entries that both readers agree on. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nodeResources } from '../../src/cli/resources.ts'
import { disagreements, isCertain } from '../../src/post/references/gate.ts'
import { parseEntry } from '../../src/post/references/parse-entry.ts'
import { readWeights, taggerOf, tagReference, writeWeights } from '../../src/post/references/tagger.ts'
import { SIGN_COUNT } from '../../src/post/references/tagger-signs.ts'
import { post } from '../support.ts'

const tagger = taggerOf(nodeResources)!

function tagged(text: string): Record<string, string> {
  return Object.fromEntries(tagReference(text, tagger).map(({ label, start, end }) => [label, text.slice(start, end)]))
}

const entry = (text: string) => ({ text, ...parseEntry(text) })

describe('the tagger', () => {
  it.each([
    'Ito H, Braun M. Naps and mood in shift workers: a cohort study. Chest. 2019 Mar 4;14(2):118-25.',
    'Ito, H., & Braun, M. (2019). Naps and mood in shift workers: a cohort study. Chest, 14(2), 118-25.',
    'H. Ito and M. Braun, "Naps and mood in shift workers: a cohort study," Chest, vol. 14, no. 2, pp. 118-25, 2019.',
  ])('reads %s', (text) => {
    const fields = tagged(text)
    expect(fields).toMatchObject({ 'container-title': 'Chest', volume: '14', issue: '2' })
    expect(fields['title']).toBe('Naps and mood in shift workers: a cohort study')
    expect(fields['page']).toContain('118-25')
    expect(fields['issued']).toContain('2019')
    expect(fields['author']).toMatch(/Ito.*Braun/)
  })

  it('gives ranges of the text, in order and apart, whatever it is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        let last = 0
        for (const { start, end } of tagReference(text, tagger)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          last = end
        }
        expect(last).toBeLessThanOrEqual(text.length)
      }),
    )
  })

  it('reads weights as they were written', () => {
    const steps = new Int8Array(SIGN_COUNT * 13)
    steps.set([-45, 0, 1], 0)
    steps[70] = 45
    steps[9_000] = -1
    steps[3_000_000] = 7
    const weights = readWeights(writeWeights('made up', steps))
    const signs = (list: Int8Array | Int16Array) => {
      const found: [number, number][] = []
      list.forEach((value, index) => {
        if (value !== 0) found.push([index, Math.sign(value)])
      })
      return found
    }
    expect(signs(weights)).toEqual(signs(steps))
    expect(weights[70]).toBe(-weights[0]!)
    expect(weights[3_000_000]).toBeGreaterThan(weights[2]!)
  })
})

describe('isCertain', () => {
  const whole = 'Ito H, Braun M. Naps and mood in shift workers: a cohort study. Chest. 2019;14(2):118-125.'

  it('holds for an entry that both readers read alike and whose journal is known', () => {
    expect(isCertain(entry(whole), nodeResources)).toBe(true)
    expect(isCertain(entry(whole.replace('Chest', 'Journal of Things That Never Were')), nodeResources)).toBe(false)
  })

  it('does not hold where a part is missing or cannot be read', () => {
    expect(isCertain(entry('Ito H, Braun M. Naps and mood in shift workers. Chest. 2019;14(2)118-125.'), nodeResources)).toBe(
      false,
    )
    expect(isCertain(entry('Ito H, Braun M. Naps and mood in shift workers. Chest. 2019.'), nodeResources)).toBe(false)
    expect(isCertain(entry('Sleep Society. Naps and mood. https://x.example/naps'), nodeResources)).toBe(false)
  })

  it('does not hold where a remark stands behind the fields, but for identifiers and notes that every list has', () => {
    expect(isCertain(entry(`${whole} The best study of naps so far.`), nodeResources)).toBe(false)
    expect(isCertain(entry(`${whole} doi:10.5555/n1. Epub 2018 Nov 3. PMID: 31697873 [PubMed]`), nodeResources)).toBe(true)
  })

  it('does not hold where the readers differ', () => {
    const read = entry(whole)
    expect(disagreements(read, tagger)).toEqual([])
    const other = { ...read, csl: { ...read.csl, title: 'Naps and mood in shift workers', volume: '41' } }
    expect(disagreements(other, tagger)).toEqual(['title', 'volume'])
    expect(isCertain(other, nodeResources)).toBe(false)
  })

  it('does not hold where the host brings no weights or no journals', () => {
    for (const name of ['reference-tagger', 'journals'])
      expect(isCertain(entry(whole), (asked) => (asked === name ? undefined : nodeResources(asked)))).toBe(false)
  })

  it('judges the entries of a post', () => {
    const { entries } = post(
      `# Naps\n\n## References\n\n1. ${whole.replace('Chest', '*Chest*')}\n2. Naps and mood. A talk.\n`,
    ).references
    expect(entries.map((each) => isCertain(each, nodeResources))).toEqual([true, false])
  })
})
