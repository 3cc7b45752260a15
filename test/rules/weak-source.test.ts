import { describe, expect, it } from 'vitest'
import rule from '../../rules/weak-source.ts'
import { expectReports, expectSilent, lint } from '../support.ts'

const page = (body: string) => `# Migraine treatment\n\n${body}\n`
const CLAIM = 'Magnesium prevents migraine attacks in most adults'
const LIST = '\n\n## References\n\n1. Park S. Magnesium. J Headache. 2019;4(2):11-15.'

describe('weak-source', () => {
  it.each([
    ['news', 'https://www.nytimes.com/2026/01/02/magnesium.html'],
    ['news', 'https://www.bbc.co.uk/news/health-123'],
    ['news', 'https://dailyherald.example/magnesium'],
    ['news', 'https://news.uni.example/magnesium'],
    ['press release', 'https://www.eurekalert.org/news-releases/1'],
    ['an encyclopaedia or dictionary', 'https://en.wikipedia.org/wiki/Magnesium'],
    ['a shop or social medium', 'https://www.youtube.com/watch?v=1'],
  ])('reports %s', (tier, url) => {
    const [message] = expectReports(rule, page(`${CLAIM} (⟦[source](${url})⟧).`))
    expect(message!.data['tier']).toBe(tier)
  })

  it.each([
    `${CLAIM} ([BMJ](https://www.bmj.com/content/1)).`,
    `${CLAIM} ([WHO](https://www.who.int/magnesium)).`,
    `${CLAIM} ([news](https://www.nytimes.com/a), [trial](https://doi.org/10.5555/a1)).`,
    `${CLAIM} ([news](https://www.nytimes.com/a)) [1].${LIST}`,
    `${CLAIM} with [aura](https://en.wikipedia.org/wiki/Aura).`,
    'The clinic opened a garden ([news](https://www.nytimes.com/a)).',
    `${CLAIM} ([blog](https://cooking.example/a)).`,
  ])('is silent on: %s', (body) => expectSilent(rule, page(body), { strict: true }))

  it('takes further domains, and leaves some alone', () => {
    const text = page(`${CLAIM} ([blog](https://www.cooking.example/a)).`)
    expect(lint(rule, text, { options: { deny: ['cooking.example'] } })).toHaveLength(1)
    const news = page(`${CLAIM} ([news](https://www.nytimes.com/a)).`)
    expectSilent(rule, news, { options: { allow: ['nytimes.com'] }, strict: true })
    expectSilent(rule, news, { options: { tiers: ['H'] }, strict: true })
  })
})
