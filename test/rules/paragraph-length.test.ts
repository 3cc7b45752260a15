import { describe, expect, it } from 'vitest'
import rule from '../../rules/paragraph-length.ts'
import { expectReports, expectSilent } from '../support.ts'

const sentences = (count: number, words = 4) =>
  Array.from({ length: count }, () => `Rest${' now'.repeat(words - 2)} well.`).join(' ')

describe('paragraph-length', () => {
  it('reports the first sentence of a paragraph with too many words or sentences', () => {
    const [words] = expectReports(rule, `⟦Your knee has two menisci.⟧ ${sentences(5, 24)}`)
    expect(words!.message).toBe('Split this paragraph: 125 words, limit 100.')
    const [count] = expectReports(rule, `⟦Gout comes in attacks.⟧ ${sentences(7)}`)
    expect(count!.message).toBe('Split this paragraph: 8 sentences, limit 6.')
  })

  it('counts each paragraph alone', () => {
    expectReports(rule, `${sentences(6)}\n\n${sentences(6)}\n\n⟦Call us first.⟧ ${sentences(6)}`)
  })

  it.each([
    Array.from({ length: 15 }, () => `- ${sentences(1, 12)}`).join('\n'),
    `| Note |\n|---|\n| ${sentences(1, 110)} |`,
    `> ${sentences(7)}`,
    `${sentences(5)} "${sentences(3, 9)}"`,
    `${sentences(6, 16)}[1] ${'[2]'.repeat(9)}`,
  ])('is silent on lists, cells, quotations, citations', (text) => {
    expectSilent(rule, text, { strict: true, severity: 'warn' })
  })

  it('has limits of its own', () => {
    expectReports(rule, '⟦One is here.⟧ Two is there.', { options: { maxSentences: 1 } })
    expectReports(rule, `⟦Call us.⟧ ${sentences(1, 12)}`, { options: { maxWords: 10 } })
  })
})
