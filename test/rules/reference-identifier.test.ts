import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import rule from '../../rules/reference-identifier.ts'
import { applyFixes } from '../../src/lint/fixes.ts'
import { expectReports, expectSilent, lint } from '../support.ts'

const page = (tail: string) => `# Naps\n\nNaps help [1].\n\n## References\n\n1. Moreno J. Naps. Chest. 2019;4(2):11-15. ${tail}\n`
const fixed = (text: string) => applyFixes(text, lint(rule, text)).text

describe('reference-identifier', () => {
  it.each([
    ['⟦http://dx.doi.org/10.5555/k7⟧', 'https://doi.org/10.5555/k7'],
    ['doi:⟦10.5555/\u200Babc⟧', 'doi:10.5555/abc'],
  ])('repairs %s', (marked, right) => {
    const [message] = expectReports(rule, page(marked))
    expect(message!.fix?.kind).toBe('safe')
    expect(fixed(page(marked.replace(/[⟦⟧]/g, '')))).toBe(page(right))
  })

  it.each([
    'doi:10.5555/x2',
    '<https://doi.org/10.5555/y(3)z>',
    'PMCID: PMC7654321',
    'https://doi.org/10.5555/k7',
    'PMID: 31697873',
  ])('accepts %s', (tail) => expectSilent(rule, page(tail), { strict: true }))

  it('reports spaces in a number, which only a person may close', () => {
    const [message] = expectReports(rule, page('PMID: ⟦31 697 873⟧'))
    expect(message!.fix).toBeNull()
  })

  it('reports wrong shapes and check digits without a fix', () => {
    const [message] = lint(rule, page('ISBN 978-3-16-148410-1'))
    expect(message).toMatchObject({ messageId: 'shape', fix: null })
  })

  it('reports the second entry of one work', () => {
    const text = `# Naps\n\nNaps help [1, 2].\n\n## References\n\n1. Moreno J. Naps. Chest. 2019;4(2):11-15. doi:10.5555/k2\n2. Moreno J. Naps again. Chest. 2019;4(2):11-15. doi:10.5555/K2\n`
    expect(lint(rule, text).filter(({ messageId }) => messageId === 'duplicate')).toHaveLength(1)
  })

  it('fixes are idempotent, and change nothing but identifiers', () => {
    const part = fc.constantFrom(
      'doi:10.5555/abc',
      'http://dx.doi.org/10.5555/k7',
      'PMID: 31 697 873',
      'PMCID: PMC 7654321',
      ' ',
      '.',
      ',',
      'see',
      '\u200B',
      '<https://doi.org/10.5555/y>',
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
        const text = page(parts.join(' '))
        const once = fixed(text)
        expect(fixed(once)).toBe(once)
        expect(once.slice(0, 60)).toBe(text.slice(0, 60))
      }),
      { numRuns: 100 },
    )
  })
})
