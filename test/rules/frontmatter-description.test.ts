import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import rule from '../../rules/frontmatter-description.ts'
import { expectReports, expectSilent, lint } from '../support.ts'

const page = (lines: string, body = 'Body text.') => `---\n${lines}\n---\n\n${body}\n`
const problemOf = (text: string, setup = {}) => lint(rule, text, setup).map(({ message }) => message.replace(/^.*: /, ''))

describe('frontmatter-description', () => {
  it('reports the title again', () => {
    const [message] = expectReports(rule, page('title: Asthma inhalers\ndescription: ⟦Asthma inhalers⟧'))
    expect(message!.message).toBe('Write a summary of 50 to 160 characters: this one repeats the title.')
    expect(message!.severity).toBe('warn')
  })

  it('counts characters', () => {
    expect(problemOf(page('description: Too short.'))).toEqual(['this one has 10.'])
    expect(problemOf(page(`description: "${'How inhalers work. '.repeat(13)}"`))).toEqual(['this one has 246.'])
    expectSilent(rule, page('description: Too short.'), { options: { min: 5, max: 20 }, strict: true })
    expect(problemOf(page('description: How to use an inhaler.'), { options: { min: 5, max: 20 } })).toEqual(['this one has 22.'])
  })

  it('counts what a reader sees, not its notation', () => {
    const sixty = 'x'.repeat(60)
    expectSilent(rule, page(`description: >-\n  ${sixty}\n  ${sixty}`), { strict: true })
    expectSilent(rule, page('description: "喘息の吸入器の使い方、洗い方、そして新しいものに替える時期について説明します。"'), {
      strict: true,
    })
  })

  it('says how it counts wide characters', () => {
    expect(problemOf(page('description: "喘息の吸入器の使い方。"'))).toEqual(['this one has 21, counting 10 wide ones twice.'])
  })

  it('compares with the first heading when there is no title', () => {
    const text = page(
      'description: How to use your asthma inhaler with a spacer, step by step',
      '# How to use your asthma inhaler with a spacer, step by step\n\nText.',
    )
    expect(problemOf(text)).toEqual(['this one repeats the title.'])
    expect(problemOf(page('Title: Asthma inhalers\ndescription: Asthma inhalers'))).toEqual(['this one repeats the title.'])
  })

  it('reports questions only', () => {
    const text = 'description: ⟦What is asthma? Who gets it? How is it treated in children and in adults?⟧'
    expect(expectReports(rule, page(text))[0]!.message).toContain('only asks questions')
    expectSilent(
      rule,
      page('description: Is the HPV vaccine only for girls? No, boys are offered it too; here is who can get it and when.'),
      { strict: true },
    )
  })

  it('reports the seed post', () => {
    const seed = readFileSync(new URL('../../fixtures/posts/stem-cell-exosome-treatment.md', import.meta.url), 'utf8')
    expect(lint(rule, seed).map(({ actual }) => actual)).toEqual([
      'What is exosomes? What are the most important functions of exosomes? How do they support the healing process?',
    ])
  })

  describe('the body', () => {
    const body =
      '# Spacers\n\nA spacer is a tube that holds the spray from an inhaler until you breathe it in slowly.[1] Wash it once a week.\n\nMore text.'
    it.each([
      'A spacer is a tube that holds the spray from an inhaler until you breathe it in slowly.',
      'A spacer is a tube that holds the spray from your inhaler until you breathe it in slowly.',
      'A spacer is a tube that holds the spray from an inhaler until you brea...',
      'A spacer is a tube that holds the spray from an inhaler until you breathe it in slowly. Wash it once a',
    ])('reports %s', (text) => {
      const [message] = expectReports(rule, page(`description: ⟦"${text}"⟧`, body))
      expect(message!.message).toContain('repeats the body')
      expect(message!.related).toHaveLength(1)
    })

    it('leaves a summary in other words alone', () => {
      expectSilent(
        rule,
        page('description: A spacer is a tube for inhalers. How to use one, how to wash it, and when it helps.', body),
        { strict: true },
      )
    })

    it('compares as strictly as `similarity` says', () => {
      const text = page(
        'description: A spacer is a tube that keeps the spray from your inhaler until you breathe it in slowly.',
        body,
      )
      expectSilent(rule, text, { strict: true, options: { similarity: 0.95 } })
      expect(lint(rule, text, { options: { similarity: 0.8 } })).toHaveLength(1)
    })
  })

  it('lets title words open a longer summary', () => {
    const text =
      'title: Fever in toddlers\ndescription: "Fever in toddlers: how to measure it, what to drink, and which signs mean you should call a doctor today."'
    expectSilent(rule, page(text), { strict: true })
  })

  it('looks at one summary and knows what an excerpt is for', () => {
    expect(lint(rule, page('description: Too short.\nexcerpt: Short too.'))).toHaveLength(1)
    expectSilent(rule, page(`excerpt: "${'How inhalers work. '.repeat(13)}"`), { strict: true })
    expect(problemOf(page('summary: Too short.'))).toEqual(['this one has 10.'])
  })

  it('leaves absent, empty and generated values to others', () => {
    for (const lines of [
      'title: A',
      'description: ""',
      'description: TODO',
      'description: "{{ page.summary }}"',
      'description: [a]',
    ])
      expectSilent(rule, page(lines), { strict: true })
  })
})
