import { describe, expect, it } from 'vitest'
import { sourceOf, tierOfText } from '../../src/post/claims/tiers.ts'
import { post } from '../support.ts'

const entry = (number: number, title: string) => `${number}. Park S. ${title}. J Health. 2019;4(2):11-15.`
const page = (body: string, ...titles: string[]) =>
  `# Treatments\n\n${body}\n\n## References\n\n${titles.map((title, index) => entry(index + 1, title)).join('\n')}\n`

function tierOf(markdown: string): string | undefined {
  const subject = post(markdown)
  return sourceOf(subject, subject.sentences[0]!)?.tier
}

describe('tierOfText', () => {
  it.each([
    ['Zinc for colds: a systematic review', 'A'],
    ['Zinc for colds: a meta-analysis of cohort studies', 'A'],
    ['Guideline for the treatment of colds', 'A'],
    ['Zinc for colds: a randomised, placebo-controlled trial', 'B'],
    ['Colds in a birth cohort', 'C'],
    ['Colds among nurses: a cross-sectional study', 'C'],
    ['A cold after swimming: a case report', 'D'],
    ['Lifespan of mice fed zinc', 'E'],
    ['Zinc in a rat model of infection: a randomised study', 'E'],
    ['Effects of zinc on human cells in vitro', 'E'],
    ['Zinc for colds: a narrative review', 'F'],
  ])('%s is %s', (title, tier) => expect(tierOfText(title)?.tier).toBe(tier))

  it.each([
    'Zinc for colds',
    'A review of zinc',
    'In vitro fertilisation and zinc',
    'Zinc in mice and in patients',
    'The mouse and the computer',
    'Rat-bite fever',
  ])('%s has none', (title) => expect(tierOfText(title)).toBeUndefined())
})

describe('sourceOf', () => {
  it('takes the best of the nearby citations', () => {
    expect(tierOf(page('Zinc shortens colds [1,2].', 'Colds in a cohort', 'Zinc: a randomised trial'))).toBe('B')
  })

  it('knows nothing when one of them does not say what it is', () => {
    expect(tierOf(page('Zinc shortens colds [1,2].', 'Colds in a cohort', 'Zinc and colds'))).toBeUndefined()
  })

  it('reads the sentence where the entry is silent', () => {
    expect(tierOf(page('In a cohort study, zinc shortens colds [1].', 'Zinc and colds'))).toBe('C')
    expect(tierOf(page('Zinc shortens colds in most trial cohorts [1].', 'Zinc and colds'))).toBeUndefined()
  })

  it('reads the next sentence and the lead-in, and no link further off', () => {
    expect(tierOf(page('Zinc shortens colds. Zinc did so in one study [1].', 'Colds in a cohort'))).toBe('C')
    expect(tierOf(page('Zinc shortens colds.\n\nThe weather is mild [1].', 'Colds in a cohort'))).toBeUndefined()
  })

  it('knows news by its domain and Cochrane by its journal', () => {
    expect(tierOf('Zinc shortens colds ([report](https://www.nytimes.com/zinc)).')).toBe('G')
    expect(tierOf('Zinc shortens colds ([report](https://doi.org/10.5555/zinc)).')).toBeUndefined()
    const cochrane = '1. Park S. Zinc for colds. Cochrane Database Syst Rev. 2019;4:CD000001.'
    expect(tierOf(`# Zinc\n\nZinc shortens colds [1].\n\n## References\n\n${cochrane}\n`)).toBe('A')
  })
})
